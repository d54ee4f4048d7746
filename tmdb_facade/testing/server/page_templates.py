"""The HTML of the approval pages, and the headers that protect it.

The pages load nothing and run no scripts.
"""

from __future__ import annotations

import base64
import hashlib
from contextlib import suppress
from datetime import datetime
from functools import cache
from html import escape
from ipaddress import ip_address
from pathlib import Path
from string import Template
from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.responses import HTMLResponse

_FOLDER = Path(__file__).parent / "pages"


class ApprovalRequest(NamedTuple):
    """What the pages show of an open request token.

    Attributes:
        host: The host and port of this server.
        target: The URL to which the browser returns after the decision.
        expires: The time at which the token expires.
        now: The current time.
        form_token: The token that the forms send back.
        alert: What went wrong with the last form.
    """

    host: str
    target: str | None
    expires: datetime
    now: datetime
    form_token: str
    alert: str


def login_page(request: ApprovalRequest, status: int, *, rejected_username: str | None) -> HTMLResponse:
    """Return the page with the login form; after a failed login it has the user name."""
    content = fill(
        "login.html",
        alert=_alert(request),
        form_token=request.form_token,
        invalid="" if rejected_username is None else ' aria-invalid="true" aria-describedby="alert"',
        request_rows=_request_rows(request),
        username=escape(rejected_username or ""),
    )
    return _page("Log in", content, request.host, status, alert=request.alert, target=request.target)


def decision_page(request: ApprovalRequest, status: int, *, account: str) -> HTMLResponse:
    """Return the page on which a user who is logged in approves or denies the request."""
    content = fill(
        "decision.html",
        account=escape(account),
        alert=_alert(request),
        form_token=request.form_token,
        request_rows=_request_rows(request),
    )
    heading = "Allow access to your account?"
    return _page(heading, content, request.host, status, alert=request.alert, target=request.target)


def decided_page(host: str, back: str | None, *, is_approved: bool) -> HTMLResponse:
    """Return the page of a request that was approved or denied before, with a link to the application."""
    if is_approved:
        heading, advice = "This request was already approved", "To revoke the access, sign out in the application."
    else:
        heading, advice = "This request was already denied", "To approve it after all, start again in the application."
    content = f"<p>Nothing has changed now. {advice}</p>"
    if back is not None:
        content += f'<p><a class="button" href="{escape(back)}">Return to the application</a></p>'
    return _page(heading, content, host, 409)


def landing_page(host: str, *, is_approved: bool) -> HTMLResponse:
    """Return the page that shows the decision to users of an application without a URL."""
    if is_approved:
        content = "<p>The application can use your account now. Close this page, and go back to the application.</p>"
        return _page("Access approved", content, host)
    return _page("Access denied", "<p>The application cannot use your account. You can close this page.</p>", host)


def refused_page(host: str, heading: str, text: str, status: int) -> HTMLResponse:
    """Return the page of a request that nobody can approve."""
    return _page(heading, f"<p>{escape(text)}</p><p>You can start again in the application.</p>", host, status)


def cookies_page(host: str, address: str) -> HTMLResponse:
    """Return the page for a browser that sends no cookies."""
    content = (
        f"<p>Your browser did not send this page's cookie, without which nobody can log in. Nothing was approved.</p>"
        f"<p>Allow cookies for {escape(host)}, then open the page again.</p>"
        f'<p><a class="button" href="{escape(address)}">Open the page again</a></p>'
    )
    return _page("This page needs cookies", content, host, 400)


def _page(
    heading: str, content: str, host: str, status: int = 200, *, alert: str = "", target: str | None = None
) -> HTMLResponse:
    style = read("style.css")
    # Screen readers read the title first.
    title = f"Error: {heading}" if alert else heading
    body = fill("page.html", title=title, heading=heading, content=content, host=escape(host), style=style)
    return HTMLResponse(body, status, headers=protection(style, target))


def protection(style: str, target: str | None = None, *, script: str | None = None) -> dict[str, str]:
    """Return headers that keep a page out of caches, frames and referrers, and allow nothing but what is in it.

    Args:
        style: The page's style.
        target: The URL to which its forms may lead, besides this server.
        script: The page's script, which may use this server.
    """
    scripts = "" if script is None else f"script-src '{_digest(script)}'; connect-src 'self'; "
    policy = [
        "default-src 'none'",
        f"{scripts}style-src '{_digest(style)}'",
        "img-src data:",
        f"form-action {_form_targets(target)}",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ]
    return {
        "cache-control": "no-store",
        "content-security-policy": "; ".join(policy),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
    }


def _digest(source: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"


def _form_targets(target: str | None) -> str:
    """Return the sources to which a form may lead.

    Chromium applies `form-action` to every redirect that follows, also to those of the application, which may go to
    another origin. Therefore an application on the web allows every web address, and another one its scheme.
    """
    if target is None:
        return "'self'"
    scheme = urlsplit(target).scheme
    return "'self' http: https:" if scheme in ("http", "https") else f"'self' {scheme}:"


def _request_rows(request: ApprovalRequest) -> str:
    minutes = max(1, round((request.expires - request.now).total_seconds() / 60))
    until = f'<time datetime="{request.expires:%Y-%m-%dT%H:%M:%SZ}">{request.expires:%H:%M} UTC</time>'
    remaining = f"in {minutes} minute{'' if minutes == 1 else 's'}"
    rows = {"Returns to": escape(_destination(request.target)), "Expires": f"{until}, {remaining}"}
    return "\n".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows.items())


def _destination(target: str | None) -> str:
    """Describe the address to which the browser returns, which is all that is known of an application."""
    if target is None:
        return "no address: you go back yourself"
    parts = urlsplit(target)
    if parts.scheme not in ("http", "https"):
        return f"an app on this device, which opens {parts.scheme}: links"
    # Without user information, which can look like a host.
    address = parts.netloc.rpartition("@")[2].lower()
    # Letters of other alphabets can look like those of another name, so show the form that DNS uses.
    with suppress(UnicodeError):
        address = address.encode("idna").decode()
    return f"an application on this computer, {address}" if _is_loopback(parts.hostname or "") else address


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _alert(request: ApprovalRequest) -> str:
    return f'<p class="alert" id="alert" role="alert">{escape(request.alert)}</p>\n' if request.alert else ""


def fill(template: str, **values: str) -> str:
    """Return a template, filled with values that are HTML."""
    return Template(read(template)).substitute(values)


@cache
def read(name: str) -> str:
    """Return a file of the folder of pages."""
    return (_FOLDER / name).read_text("utf-8")
