"""The admin page: HTML of the parts that change, and the page around them.

The page loads nothing but its own parts, from the admin API. Everything that it does is an operation of the API.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from itertools import islice

from starlette.responses import HTMLResponse

from tmdb_bindings.operations import OPERATIONS
from tmdb_facade.testing.catalogue.entries import CatalogueEntry, find_entries
from tmdb_facade.testing.faults.request_log import LoggedRequest
from tmdb_facade.testing.faults.rules import Fault
from tmdb_facade.testing.server.controls import Controls
from tmdb_facade.testing.server.front import HEALTH
from tmdb_facade.testing.server.page_templates import fill, protection, read
from tmdb_facade.testing.state.summaries import TokenSummary, UserSummary, request_tokens, users

from .views import ClockView, clock_view

# The number of requests that the page shows.
_ROWS = 100
# The number of request tokens that it shows.
_TOKENS = 10
# The length of the longest text, such as a JSON body, that the page shows in full.
_LENGTH = 200


def response(controls: Controls, base_url: str, query: str | None) -> HTMLResponse:
    """Return the page.

    Args:
        controls: The parts of the server.
        base_url: The scheme and host that the browser used.
        query: The name or id to find in the catalogue; None if nobody has searched.
    """
    style, script = read("style.css") + read("admin.css"), read("admin.js")
    content = fill(
        "admin.html",
        **live_parts(controls),
        catalogue="" if query is None else _catalogue(find_entries(controls.catalogue, query)),
        credentials=_credentials(controls, base_url),
        environment=_environment(controls, base_url),
        host=escape(base_url.partition("://")[2]),
        operations="".join(f'<option value="{operation.id}">' for operation in OPERATIONS),
        query=escape(query or ""),
        script=script,
        style=style,
    )
    return HTMLResponse(content, headers=protection(style, script=script))


def live_parts(controls: Controls) -> dict[str, str]:
    """Return the HTML of the parts of the page that change, by name."""
    state, requests = controls.state, controls.requests
    # One lock for all parts: each release writes the state to its file.
    with state.lock:
        return {
            "requests": _requests(list(islice(reversed(requests), _ROWS)), requests.total),
            "faults": _faults(list(controls.faults)),
            "users": _users(users(state)),
            "tokens": _tokens(request_tokens(state)[:_TOKENS], state.clock.now()),
            "clock": _clock(clock_view(controls)),
        }


def _requests(requests: Sequence[LoggedRequest], total: int) -> str:
    if not requests:
        return '<p class="empty">No requests yet.</p>'
    more = f'<p class="empty">The last {_ROWS} of {total:,} requests.</p>' if total > _ROWS else ""
    heads = ("Time (UTC)", "Status", ":ms", "Request", "Operation", "User", "Faults")
    return _table("Requests, newest first", heads, map(_request, requests)) + more


def _request(request: LoggedRequest) -> str:
    query = "&".join(f"{name}={value}" for name, value in request.query.items())
    address = f"{request.method} {request.path}{'?' if query else ''}{query}"
    body = request.body
    sent = "" if body is None else f'<code class="body">{_shortened(json.dumps(body, ensure_ascii=False))}</code>'
    reason = request.hint
    cause = f'<small class="cause">{escape(reason)}</small>' if reason else ""
    seconds = "" if request.seconds is None else f"{request.seconds * 1000:.1f}"
    return _row(
        f'<time datetime="{request.at.isoformat()}">{request.at:%H:%M:%S}</time>',
        _status(request.status),
        f":{seconds}",
        f"<code>{_shortened(address)}</code>{sent}{cause}",
        escape(request.operation or ""),
        escape(request.user or ""),
        f'<span class="warn">{escape(", ".join(request.faults))}</span>',
    )


def _status(status: int | None) -> str:
    if status is None:
        return '<span class="bad">none</span>'
    return f'<span class="{"good" if status < 400 else "bad"}">{status}</span>'


def _faults(faults: Sequence[Fault]) -> str:
    if not faults:
        return '<p class="empty">The server answers without faults.</p>'
    items = "".join(
        f'<li><span class="grow"><strong>{escape(fault.name)}</strong> on {escape(fault.rule.target)}, '
        f"used {fault.used}{'' if fault.times is None else f' of {fault.times}'}</span>"
        f'<form data-send="DELETE faults/{fault.id}" data-done="Removed the fault">'
        f'<button id="fault-{fault.id}" aria-label="Remove {escape(fault.name)}">Remove</button></form></li>'
        for fault in faults
    )
    return f'<ul class="items">{items}</ul>'


def _users(users: Iterable[UserSummary]) -> str:
    heads = ("User", "Data", "Log in")
    return _table("Users", heads, map(_user, users))


def _user(user: UserSummary) -> str:
    name = escape(user.username)
    counts = {
        "session": user.sessions,
        "rating": user.ratings,
        "favorite": user.favorites,
        "watchlist entry": user.watchlist,
        "list": user.lists,
    }
    # As text, which wraps: with a column for each number, the last ones are out of sight.
    data = ", ".join(_counted(number, word) for word, number in counts.items() if number)
    return _row(
        f"{name} <small>id {user.account_id}</small>",
        f"<span>{data}</span>",
        f'<form data-send="POST users" data-done="Logged in" data-show="login">'
        f'<input type="hidden" name="username" value="{name}">'
        f'<button id="user-{user.account_id}" aria-label="Log in as {name}">Log in</button></form>',
    )


def _counted(number: int, word: str) -> str:
    plural = f"{word.removesuffix('y')}ies" if word.endswith("y") else f"{word}s"
    return f"{number} {word if number == 1 else plural}"


def _tokens(tokens: Sequence[TokenSummary], now: datetime) -> str:
    if not tokens:
        return '<p class="empty">No application waits for a user.</p>'
    return f'<ul class="items">{"".join(_token(token, now) for token in tokens)}</ul>'


def _token(token: TokenSummary, now: datetime) -> str:
    minutes = max(0, round((token.expires - now).total_seconds() / 60))
    target = f", returns to {_shortened(token.redirect_to)}" if token.redirect_to else ""
    label = f"v{token.version} token {escape(token.request_token[-8:])}"
    if token.decision == "open":
        state = f"open for {minutes} min"
    else:
        state = f"{token.decision}{f' by {escape(token.username)}' if token.username else ''}"
    text = f'<span class="grow"><strong>{label}</strong> {state}{target}</span>'
    if token.decision == "expired":
        return f"<li>{text}</li>"
    field = f'<input type="hidden" name="request_token" value="{escape(token.request_token)}">'
    key = escape(token.request_token[-16:])
    return (
        f'<li>{text}<span class="actions">'
        f'<form data-send="POST request_tokens/approve" data-with="approver" data-done="Approved">{field}'
        f'<button id="approve-{key}" aria-label="Approve {label}">Approve</button></form>'
        f'<form data-send="POST request_tokens/deny" data-done="Denied">{field}'
        f'<button id="deny-{key}" aria-label="Deny {label}">Deny</button></form></span></li>'
    )


def _clock(clock: ClockView) -> str:
    state = ", stopped" if clock.stopped else ""
    return (
        f'<p class="clock"><time datetime="{clock.now.isoformat()}">{clock.now:%Y-%m-%d %H:%M:%S}</time> UTC{state}'
        f"<small>Lists such as now playing: {clock.today}</small></p>"
    )


def _catalogue(entries: Sequence[CatalogueEntry]) -> str:
    if not entries:
        return '<p class="empty">The catalogue has nothing like this.</p>'
    rows = (
        _row(
            entry.kind,
            f":{entry.id}",
            f"<span>{escape(entry.name)}</span>",
            "" if entry.date is None else str(entry.date),
        )
        for entry in entries
    )
    table = _table("Records found", ("Kind", ":Id", "Name", "Date"), rows)
    return f'<div class="scroll" tabindex="0" role="region" aria-label="Records found">{table}</div>'


def _credentials(controls: Controls, base_url: str) -> str:
    rows = {
        "Base URL": base_url,
        "Access token": controls.credentials.access_token,
        "API key": controls.credentials.api_key,
        "Session of demo": controls.credentials.session_id,
        "Health checks": f"{base_url}{HEALTH}",
    }
    return "".join(
        f'<div><dt>{name}</dt><dd><code id="credential-{number}">{escape(value)}</code>'
        f'<button data-copy="credential-{number}" aria-label="Copy: {name}">Copy</button></dd></div>'
        for number, (name, value) in enumerate(rows.items())
    )


def _environment(controls: Controls, base_url: str) -> str:
    return escape(
        f"export TMDB_BASE_URL={base_url}\n"
        f"export TMDB_ACCESS_TOKEN={controls.credentials.access_token}\n"
        f"export TMDB_API_KEY={controls.credentials.api_key}\n"
    )


def _table(caption: str, heads: Iterable[str], rows: Iterable[str]) -> str:
    """Return a table. A colon before a head or cell marks a number."""
    cells = "".join(_cell("th", head, ' scope="col"') for head in heads)
    return f'<table aria-label="{caption}"><thead><tr>{cells}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _row(*cells: str) -> str:
    return f"<tr>{''.join(_cell('td', cell) for cell in cells)}</tr>"


def _cell(tag: str, content: str, attributes: str = "") -> str:
    if content.startswith(":"):
        return f'<{tag} class="number"{attributes}>{content[1:]}</{tag}>'
    grow = ' class="grow"' if content.startswith(("<code", "<span>")) else ""
    return f"<{tag}{grow}{attributes}>{content}</{tag}>"


def _shortened(text: str) -> str:
    return escape(text if len(text) <= _LENGTH else f"{text[:_LENGTH]}...")
