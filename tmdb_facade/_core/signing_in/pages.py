"""The pages that the user's browser shows after a login. They load nothing and need no JavaScript."""

from __future__ import annotations

from html import escape
from string import Template

from tmdb_facade._core.signing_in.outcomes import LoginOutcome

_PAGE = Template("""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">$refresh
<title>$title: $name</title>
<style>
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 1.125rem/1.6 system-ui, sans-serif;
  color: #1a1a1a; background: #f4f4f5; }
main { box-sizing: border-box; width: min(34rem, 100%); padding: 2rem 1.5rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.25; }
p { margin: 0 0 1rem; }
@media (prefers-color-scheme: dark) { body { color: #ededed; background: #18181b; } }
</style>
</head>
<body>
<main>
<h1>$title</h1>
$paragraphs
</main>
</body>
</html>
""")
_CLOSE = "You can close this tab."
_TEXTS: dict[LoginOutcome | None, tuple[str, str]] = {
    LoginOutcome.APPROVED: ("Signed in", f"$name may now use your TMDB account. {_CLOSE}"),
    LoginOutcome.DENIED: ("Access denied", f"You have denied $name access to your TMDB account. {_CLOSE}"),
    LoginOutcome.EXPIRED: ("Too late", f"The request of $name has expired. {_CLOSE} Then sign in again from $name."),
    LoginOutcome.FAILED: ("Not signed in", f"$name could not finish signing in, and tells why. {_CLOSE}"),
    None: ("One moment", "$name is asking TMDB for your decision. This page updates itself."),
}
_PROBLEMS = {
    400: "This is not a request of a browser.",
    404: "There is nothing at this address.",
    405: "This address can only be opened.",
    408: "The request took too long.",
    410: "This address works only once. Go back to $name, and sign in again if needed.",
    421: "This address belongs to another server.",
    431: "The request is too large.",
    503: "There are too many requests.",
}


def outcome_page(name: str, outcome: LoginOutcome | None) -> str:
    """Return the page that tells the user what has happened.

    Args:
        name: The program's name.
        outcome: How the login has ended; `None` if that is not known yet, for a page that reloads itself.
    """
    title, text = _TEXTS[outcome]
    return _page(name, title, text, '\n<meta http-equiv="refresh" content="2">' if outcome is None else "")


def problem_page(name: str, status: int) -> str:
    """Return the page of a request that is not answered as it wishes."""
    return _page(name, "This page is not available", _PROBLEMS[status])


def _page(name: str, title: str, text: str, refresh: str = "") -> str:
    written = escape(name)
    paragraph = Template(f"<p>{text}</p>").substitute(name=f"<strong>{written}</strong>")
    return _PAGE.substitute(title=title, name=written, refresh=refresh, paragraphs=paragraph)
