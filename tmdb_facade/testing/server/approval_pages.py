"""The pages on which a user logs in, and approves or denies a request token.

A v3 page is `/authenticate/{request_token}`, with `redirect_to` in the query. The v4 page is `/auth/access`, with the
token in the query; `redirect_to` is part of the token. Both pages work without JavaScript.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from tmdb_facade.testing.protocol.headers import is_safe_location
from tmdb_facade.testing.state.records import Account, RequestToken
from tmdb_facade.testing.state.store import State

_TEMPLATES = Path(__file__).parent / "pages"
_COOKIE = "embedded_tmdb_login"
_LANDINGS = {
    "/authenticate/allow": "Approved",
    "/authenticate/deny": "Denied",
    "/auth/access/approve": "Approved",
    "/auth/access/deny": "Denied",
}


def routes(state: State) -> list[Route]:
    """Return the routes of the approval pages."""
    pages = _Pages(state)
    return [
        *(Route(path, _landing, methods=["GET"]) for path in _LANDINGS),
        Route("/authenticate/{request_token}", pages.v3, methods=["GET", "POST"]),
        Route("/auth/access", pages.v4, methods=["GET", "POST"]),
    ]


class _Pages:
    """The approval pages of one server."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def v3(self, request: Request) -> Response:
        """Show the page of a v3 request token."""
        return await self._answer(request, 3, request.path_params["request_token"])

    async def v4(self, request: Request) -> Response:
        """Show the page of a v4 request token."""
        return await self._answer(request, 4, request.query_params.get("request_token", ""))

    async def _answer(self, request: Request, version: int, name: str) -> Response:
        redirect_to = request.query_params.get("redirect_to")
        if redirect_to and not is_safe_location(redirect_to):
            return _page("Invalid redirect_to", "<p>It must be an absolute URL.</p>", 400)
        form = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
        with self._state.lock:
            try:
                token = self._state.live_token(name)
            except KeyError:
                token = None
            if token is None or token.version != version:
                return _page("This request has expired", "<p>Go back to the application and start again.</p>", 404)
            account = self._logged_in(request)
            match form.get("do"):
                case "log in":
                    return self._log_in(request, form)
                case "approve" if account is not None:
                    self._state.approve(name, account)
                    return _redirect(name, token, redirect_to, approved=True)
                case "deny":
                    self._state.deny(name)
                    return _redirect(name, token, redirect_to, approved=False)
                case _:
                    return _login_page() if account is None else _decision_page(account)

    def _logged_in(self, request: Request) -> Account | None:
        number = self._state.data.logins.get(request.cookies.get(_COOKIE, ""))
        return None if number is None else self._state.data.accounts[number]

    def _log_in(self, request: Request, form: dict[str, str]) -> Response:
        account = self._state.account_named(form.get("username", ""))
        if account is None or account.password is None or account.password != form.get("password"):
            return _login_page("The user name or the password is wrong.")
        browser = self._state.secret()
        self._state.data.logins[browser] = account.id
        # Redirect to the same page by GET, so that a reload does not log in again.
        response = RedirectResponse(str(request.url.replace(scheme="", netloc="")), 303)
        response.set_cookie(_COOKIE, browser, httponly=True, samesite="lax")
        return response


def _redirect(name: str, token: RequestToken, redirect_to: str | None, *, approved: bool) -> Response:
    """Return the redirect to the application after the decision, or to a page that shows the decision."""
    if token.version == 4:
        # v4 is not known to add the decision to the URL; the application requests its access token.
        url = token.redirect_to or ("/auth/access/approve" if approved else "/auth/access/deny")
        return RedirectResponse(url, 303)
    if redirect_to:
        outcome = {"approved": "true"} if approved else {"denied": "true"}
        return RedirectResponse(_with_query(redirect_to, {"request_token": name, **outcome}), 303)
    if not approved:
        return RedirectResponse("/authenticate/deny", 303)
    return RedirectResponse(
        "/authenticate/allow", 303, headers={"authentication-callback": f"/authenticate/{name}/allow"}
    )


async def _landing(request: Request) -> Response:
    return _page("Done", f"<p>{_LANDINGS[request.url.path]}. You can go back to the application.</p>")


def _login_page(error: str = "") -> Response:
    alert = f'<p role="alert">{error}</p>' if error else ""
    return _page("Log in", _filled("login", alert=alert), 401 if error else 200)


def _decision_page(account: Account) -> Response:
    return _page("Approve the application?", _filled("decision", username=escape(account.username)))


def _page(title: str, content: str, status: int = 200) -> Response:
    page = _filled("page", title=title, content=content)
    return HTMLResponse(page, status, headers={"cache-control": "no-store"})


def _filled(name: str, **values: str) -> str:
    """Return a template from the folder `pages`, with values that are HTML already."""
    return Template((_TEMPLATES / f"{name}.html").read_text("utf-8")).substitute(values)


def _with_query(url: str, query: dict[str, str]) -> str:
    """Add parameters to the query of a URL."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(query="&".join(filter(None, [parts.query, urlencode(query)]))))
