# Made from tmdb_facade/_async/renewal.py by `make sync`: edit that file, never this one.
"""Renewal of the session of a client's user."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

from tmdb_facade._core.signing_in.renewal import SignedIn, is_newer, renew, session_to_identify, sign
from tmdb_facade._runtime.hook_threads import call_session_hook
from tmdb_facade._runtime.threads import PerLoop, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from tmdb_facade._core.client.options import Options
    from tmdb_facade._core.client.users import UserOptions
    from tmdb_facade._core.endpoint import Request
    from tmdb_facade._core.signing_in.renewal import UserRequest
    from tmdb_facade._core.signing_in.secret import Secret
    from tmdb_facade._runtime.threads import Method
    from tmdb_facade.errors import SessionExpiredError

#: Seconds after which a waiting call checks whether its client was closed.
_CHECK_INTERVAL = 0.2


class Renewal:
    """The latest credentials of a client's user, and the calls of the hook that renews them.

    Clients for the same user share it. Of the calls that were sent with the same credentials, one calls the hook, and all
    use its result.
    """

    def __init__(self) -> None:
        # Replaced as a whole, so that threads need no lock.
        self._signed_in = SignedIn()
        # The calls of the hook, by the number of calls before.
        self._calls: PerLoop[dict[int, _HookCall]] = PerLoop(dict)

    @property
    def user(self) -> UserOptions | None:
        """The renewed credentials, or `None` before the first renewal."""
        return self._signed_in.renewed

    def sign(self, request: Request, options: Options) -> UserRequest:
        """Return a request with the latest credentials of the client's user."""
        return sign(request, options, self._signed_in)

    def renew(
        self,
        sent: UserRequest,
        error: SessionExpiredError,
        account_id: int | None,
        look_up: Method[[Secret[str]], int],
        check: Callable[[], None],
    ) -> bool:
        """Renew the credentials of a refused request.

        Args:
            sent: The request.
            error: The error for the hook.
            account_id: The id of the user's account, if it is known.
            look_up: Requests the id of a session's account.
            check: Called now and then, to raise if the client is closed.

        Returns:
            Whether there are newer credentials than those of the request.

        Raises:
            Exception: The error of the hook, or that of its credentials.
        """
        while sent.is_own:
            if self._signed_in.renewed is not sent.signed_in.renewed:
                return True
            if sent.options.on_session_expired is None:
                return False
            calls, number, mine = self._calls.get(), sent.signed_in.calls, _HookCall()
            # Atomic, so that there is no lock which another thread could hold when the process forks.
            call = calls.setdefault(number, mine)
            if call is mine:
                try:
                    self._call(mine, sent, error, account_id, look_up)
                finally:  # also after a cancellation or Ctrl-C: then another call is next
                    if not mine.is_over:
                        del calls[number]
                    calls.pop(number - 1, None)
                    mine.done.set()
                return mine.is_renewed
            if call in _RUNNING.get():
                return False  # the hook's own call must not wait for the hook
            while not call.done.wait(_CHECK_INTERVAL):
                check()
            if call.error is not None:
                raise call.error
            if call.is_over:
                return call.is_renewed
        return False

    def _call(
        self,
        call: _HookCall,
        sent: UserRequest,
        error: SessionExpiredError,
        account_id: int | None,
        look_up: Method[[Secret[str]], int],
    ) -> None:
        """Call the hook, and replace the credentials by its result."""
        token = _RUNNING.set((*_RUNNING.get(), call))
        try:
            user = call_session_hook(sent.options.on_session_expired, error)
            renewed = self._signed_in
            if user is not None:
                renewed = renew(sent, user, account_id)
                session_id = session_to_identify(renewed, sent, account_id)
                if session_id is not None:
                    renewed = renew(sent, user, account_id, look_up(session_id))
        except Exception as failure:
            call.error = failure
            call.is_over = True
            self._signed_in = self._signed_in.after_call()
            raise
        finally:
            _RUNNING.reset(token)
        call.is_renewed = is_newer(renewed, sent)
        call.is_over = True
        self._signed_in = (renewed if call.is_renewed else self._signed_in).after_call()


class _HookCall:
    """A call of the hook.

    Attributes:
        done: Set when the hook has ended.
        is_over: Whether the hook has returned or raised, and was not cancelled.
        is_renewed: Whether it has returned new credentials.
        error: Its error, or `None`.
    """

    __slots__ = ("done", "error", "is_over", "is_renewed")

    def __init__(self) -> None:
        self.done = Signal()
        self.is_over = False
        self.is_renewed = False
        self.error: Exception | None = None


#: The calls of hooks that this context belongs to.
_RUNNING: ContextVar[tuple[_HookCall, ...]] = ContextVar("tmdb_facade_session_hooks", default=())
