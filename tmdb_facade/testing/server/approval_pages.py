"""The pages on which a user logs in, and approves or denies a request token.

A v3 page is `/authenticate/{request_token}`, with `redirect_to` in the query. The v4 page is `/auth/access`, with the
token in the query; `redirect_to` is part of the token. Both pages work without JavaScript.

Each form has a hidden form token that belongs to the browser's cookie, so that no other page can send it. Programs without
a browser send the hidden input like a browser, or use `TMDBServer.approve`.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tmdb_facade.testing.protocol.headers import is_safe_location
from tmdb_facade.testing.state.records import Account, RequestToken
from tmdb_facade.testing.state.store import State

from .browser_cookie import BrowserCookie
from .front import mount_of
from .page_templates import (
    ApprovalRequest,
    cookies_page,
    decided_page,
    decision_page,
    landing_page,
    login_page,
    refused_page,
)

# Whether the user approved the request, by the page that shows it.
_LANDINGS = {
    "/authenticate/allow": True,
    "/authenticate/deny": False,
    "/auth/access/approve": True,
    "/auth/access/deny": False,
}


def routes(state: State) -> list[Route]:
    """Return the routes of the approval pages."""
    pages = _Pages(state)
    return [
        *(Route(path, _landing, methods=["GET"]) for path in _LANDINGS),
        Route("/authenticate/{request_token}", pages.v3, methods=["GET", "POST"]),
        Route("/auth/access", pages.v4, methods=["GET", "POST"]),
    ]


async def _landing(request: Request) -> Response:
    return landing_page(request.url.netloc, is_approved=_LANDINGS[request.url.path])


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
        host, redirect_to = request.url.netloc, request.query_params.get("redirect_to")
        if redirect_to and not is_safe_location(redirect_to):
            return refused_page(host, "This request is not valid", "Its redirect_to must be an absolute URL.", 400)
        form = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
        with self._state.lock:
            token = self._state.data.tokens.get(name)
            if token is None or token.version != version:
                reason = (
                    "It was used, or was not made on this server. If you have just signed in, you can close this page."
                )
                return refused_page(host, "This request is no longer valid", reason, 404)
            if token.expires <= self._state.clock.now():
                reason = f"It was valid until {token.expires:%H:%M} UTC, and nobody can approve it now."
                return refused_page(host, "This request has expired", reason, 404)
            target = (token.redirect_to if version == 4 else redirect_to) or None
            if token.denied or token.account is not None:
                back = target and _with_decision(target, name, token)
                return decided_page(host, back, is_approved=not token.denied)
            return _Visit(self._state, request, form, name, token, target).answer()


class _Visit:
    """A request of a browser for the page of a token that is open: neither approved nor denied."""

    def __init__(
        self, state: State, request: Request, form: dict[str, str], name: str, token: RequestToken, target: str | None
    ) -> None:
        self._state = state
        self._request = request
        self._form = form
        self._name = name
        self._token = token
        self._target = target
        self._cookie = BrowserCookie(request)

    def answer(self) -> Response:
        """Show the page, or carry out what its form says."""
        if self._request.method != "POST":
            if not self._cookie.browser:
                self._cookie.renew()
            response = self._page()
        elif not self._cookie.browser:
            # A login would show the same login page again, and again.
            response = cookies_page(self._request.url.netloc, self._address)
        elif self._cookie.owns(self._form.get("form_token", ""), self._name):
            response = self._submit()
        else:
            # Another tab has logged in or out since, or another site sent the form.
            response = self._page("This page was out of date, so nothing was done. Check it, and decide again.", 403)
        self._cookie.save(response)
        return response

    def _submit(self) -> Response:
        match self._form.get("do"), self._account:
            case "log in", _:
                return self._log_in()
            case "log out", _:
                self._end_login()
                return RedirectResponse(self._address, 303)
            case "approve", Account() as account:
                self._state.approve(self._name, account)
                return self._redirect()
            case "deny", _:
                self._state.deny(self._name)
                return self._redirect()
            case _:
                return self._page()

    def _log_in(self) -> Response:
        username = self._form.get("username", "")
        account = self._state.account_named(username)
        if account is None or account.password is None or account.password != self._form.get("password"):
            return self._page("The user name or the password is wrong.", 401, username=username)
        self._end_login()
        self._state.data.logins[self._cookie.browser] = account.id
        # Redirect to the same page by GET, so that a reload does not log in again.
        return RedirectResponse(self._address, 303)

    def _end_login(self) -> None:
        self._state.data.logins.pop(self._cookie.browser, None)
        self._cookie.renew()

    def _redirect(self) -> Response:
        """Return the redirect to the application after the decision, or to a page that shows the decision."""
        self._cookie.change()
        if self._target is not None:
            return RedirectResponse(_with_decision(self._target, self._name, self._token), 303)
        is_approved, mount = not self._token.denied, mount_of(self._request.scope)
        if self._token.version == 4:
            return RedirectResponse(f"{mount}/auth/access/{'approve' if is_approved else 'deny'}", 303)
        if not is_approved:
            return RedirectResponse(f"{mount}/authenticate/deny", 303)
        headers = {"authentication-callback": f"{mount}/authenticate/{self._name}/allow"}
        return RedirectResponse(f"{mount}/authenticate/allow", 303, headers=headers)

    def _page(self, alert: str = "", status: int = 200, *, username: str | None = None) -> Response:
        """Return the decision page if the browser is logged in, else the login page."""
        shown = ApprovalRequest(
            host=self._request.url.netloc,
            target=self._target,
            expires=self._token.expires,
            now=self._state.clock.now(),
            form_token=self._cookie.form_token(self._name),
            alert=alert,
        )
        account = self._account
        if account is None or username is not None:
            return login_page(shown, status, rejected_username=username)
        name = account.profile.name
        return decision_page(shown, status, account=f"{name} ({account.username})" if name else account.username)

    @property
    def _account(self) -> Account | None:
        """The account that the browser is logged in to."""
        number = self._state.data.logins.get(self._cookie.browser)
        return None if number is None else self._state.data.accounts[number]

    @property
    def _address(self) -> str:
        """The path and query of this page."""
        return mount_of(self._request.scope) + str(self._request.url.replace(scheme="", netloc=""))


def _with_decision(target: str, name: str, token: RequestToken) -> str:
    """Return the URL of the application, which for v3 has the decision in its query.

    v4 is not known to add the decision; the application requests its access token.
    """
    if token.version == 4:
        return target
    parts = urlsplit(target)
    decision = urlencode({"request_token": name, "denied" if token.denied else "approved": "true"})
    return urlunsplit(parts._replace(query="&".join(filter(None, [parts.query, decision]))))
