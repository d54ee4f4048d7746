"""A login in the user's browser."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from tmdb_facade._core.signing_in.limits import TimeLimit, poll_delay
from tmdb_facade._core.signing_in.outcomes import LoginOutcome, conclude, is_temporary, outcome_of
from tmdb_facade._runtime.callback_server import CallbackServer
from tmdb_facade._runtime.login_browser import BrowserOpening, is_browser_local, print_approval_url
from tmdb_facade._runtime.login_tasks import Wakeup, in_thread
from tmdb_facade.errors import APITimeoutError, LoginUnavailableError, TMDBError

if TYPE_CHECKING:
    from tmdb_facade._async.signing_in.flows import AsyncFlow
    from tmdb_facade._core.client.user_credentials import UserCredentials
    from tmdb_facade._core.signing_in.options import LoginOptions

#: Seconds to wait for the browser to show the last page, after it has come back from TMDB, and if it has not.
CALLED_SECONDS = 3.0
UNCALLED_SECONDS = 1.0
#: Seconds to wait for the outcome of opening a browser, before the URL is shown.
OPENING_SECONDS = 5.0


class AsyncLogin:
    """One login: it shows the approval page to the user, waits for the decision, and creates the credentials.

    The browser reports the decision to a loopback server, if there is one. TMDB is polled anyway, as the user may approve in
    another browser or close the tab too early.
    """

    def __init__(self, flow: AsyncFlow, options: LoginOptions) -> None:
        """Store what to do.

        Args:
            flow: The requests.
            options: The validated options.
        """
        self._flow = flow
        self._options = options
        self._server: CallbackServer | None = None
        self._opening: BrowserOpening | None = None
        self._wakeup = Wakeup()

    async def run(self) -> UserCredentials:
        """Sign the user in.

        Raises:
            LoginError: The user was not signed in.
            TMDBError: A request failed.
        """
        end = monotonic() + self._options.timeout
        options = self._options
        if options.store is not None:
            # A store that cannot be used raises before the user has approved anything.
            await in_thread(options.store.load, options.profile)
        try:
            self._listen()
            try:
                user = await self._sign_in(end)
            except Exception as error:
                await self._finish(outcome_of(error))
                raise
            await self._finish(LoginOutcome.APPROVED)
        finally:
            if self._server is not None:
                self._server.close()
        return user

    def _listen(self) -> None:
        """Start the loopback server, if the browser can reach it."""
        options = self._options
        if not options.redirect or not (callable(options.open_browser) or is_browser_local()):
            return
        try:
            self._server = CallbackServer(options.app_name, self._wakeup.wake)
        except OSError as error:
            problem = f"cannot listen on 127.0.0.1 ({error}): pass redirect=False to wait without a redirect"
            raise LoginUnavailableError(problem) from None

    async def _sign_in(self, end: float) -> UserCredentials:
        """Create a request token and use it."""
        callback_url = None if self._server is None else self._server.site.callback_url
        limit = TimeLimit(self._options.timeout, end)
        try:
            lifetime = await self._flow.create_request_token(callback_url, max(limit.left(monotonic()), 0.001))
        except APITimeoutError as error:
            failed = error
        else:
            return await self._get_approval(limit._replace(expires_at=monotonic() + lifetime))
        raise limit.error(monotonic(), str(failed)) or failed

    async def _get_approval(self, limit: TimeLimit) -> UserCredentials:
        """Show the page, wait for the approval, and create and store the credentials."""
        is_opened = await self._open_browser(limit)
        self._show_url(is_opened=is_opened)
        user = await self._until_approved(limit, is_redirected=self._server is not None and is_opened)
        try:
            user = await self._flow.complete(user, limit.request_seconds(monotonic()))
            if self._options.store is not None:
                await in_thread(self._options.store.save, self._options.profile, user)
        except BaseException:  # also a cancellation or Ctrl-C
            await self._flow.revoke(user)  # nobody has these credentials
            raise
        return user

    async def _open_browser(self, limit: TimeLimit) -> bool:
        """Open the approval page, if that is wanted and possible; return whether that succeeded, as far as is known."""
        open_, server = self._options.open_browser, self._server
        if open_ is False or (open_ is True and not is_browser_local()):
            return False
        url = self._flow.approval_url(None if server is None else server.site.callback_url)
        if server is not None:
            url = server.site.start_url(url)
        opening = self._opening = BrowserOpening(None if open_ is True else open_, url, self._wakeup.wake)
        end = monotonic() + min(OPENING_SECONDS, limit.left(monotonic()))
        while not (opening.is_done or self._is_called) and (left := end - monotonic()) > 0:
            await self._wakeup.wait(left)
        self._check_opening()
        return opening.is_opened is not False

    def _show_url(self, *, is_opened: bool) -> None:
        """Show the approval page's URL without the redirect: the user may open it on another machine."""
        if self._is_called:
            return
        url, show = self._flow.approval_url(), self._options.on_url
        if show is not None:
            show(url.get())
        elif not print_approval_url(url, self._options.app_name, is_opened=is_opened) and not is_opened:
            raise LoginUnavailableError("there is no browser to open, and no stderr to show the URL on: pass on_url=")

    async def _until_approved(self, limit: TimeLimit, *, is_redirected: bool) -> UserCredentials:
        """Request the credentials until the user has decided."""
        polls = 0
        was_called = False
        pause = 0.0
        while True:
            if was_called or not self._is_called:
                delay = max(pause, poll_delay(polls, is_redirected=is_redirected and not was_called))
                await self._wakeup.wait(min(delay, limit.left(monotonic())))
            self._check_opening()
            # Read before the request: a decision during the request may come too late for its answer.
            is_called = self._is_called
            try:
                return await self._flow.exchange(limit.request_seconds(monotonic()))
            except TMDBError as error:
                failed = error
            ending = conclude(failed, self._flow.version, is_called=is_called)
            if ending is None:
                ending = limit.error(monotonic(), str(failed) if is_temporary(failed) else None)
            if ending is not None:
                raise ending
            polls = polls + 1 if is_called == was_called else 0
            was_called, pause = is_called, failed.retry_after or 0.0

    @property
    def _is_called(self) -> bool:
        """Whether the browser has come back from TMDB."""
        return self._server is not None and self._server.site.is_called

    def _check_opening(self) -> None:
        """Raise the error of the user's function that opens a browser."""
        if self._opening is not None and self._opening.error is not None:
            raise self._opening.error

    async def _finish(self, outcome: LoginOutcome) -> None:
        """Show the outcome to the user, and wait a moment until the browser has the page."""
        server = self._server
        if server is None:
            return
        server.finish(outcome)
        if server.site.is_called:
            seconds = CALLED_SECONDS
        else:
            # A poll was faster than the browser, which may be on its way.
            seconds = UNCALLED_SECONDS if outcome in (LoginOutcome.APPROVED, LoginOutcome.DENIED) else 0.0
        end = monotonic() + seconds
        while not server.is_shown and (left := end - monotonic()) > 0:
            await self._wakeup.wait(left)
