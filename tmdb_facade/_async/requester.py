"""Call operations with a client's options."""

from __future__ import annotations

from contextlib import suppress
from functools import cache, partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from tmdb_bindings.runtime import DeferredDrift
from tmdb_facade._async.account_ids import AsyncAccountIds
from tmdb_facade._async.renewal import AsyncRenewal
from tmdb_facade._core.answer.conclusions import account_id_of
from tmdb_facade._core.answer.raw import ANSWERS
from tmdb_facade._core.endpoint import Drift, Endpoint, Request
from tmdb_facade._core.request.accounts import (
    check_token,
    check_user_session,
    leave_account_open,
    needs_account,
    with_account,
)
from tmdb_facade._core.request.append import (
    blocks_to_retry,
    merge_answers,
    report_missing,
    requested_blocks,
    split_blocks,
)
from tmdb_facade._core.request.building import build
from tmdb_facade._core.request.defaults import choose_guest_session
from tmdb_facade._core.request.validation import check_request
from tmdb_facade._core.sending.outgoing import Call, call_deadline, image_request, outgoing_request
from tmdb_facade._core.signing_in.advice import check_application
from tmdb_facade._core.signing_in.secret import Secret
from tmdb_facade._core.undocumented_endpoints import OwnAccount
from tmdb_facade._runtime.hook_tasks import check_session_hook
from tmdb_facade._runtime.many_tasks import gather
from tmdb_facade._runtime.tasks import BackgroundCalls, PerLoop
from tmdb_facade.errors import APIConnectionError, APIStatusError, InvalidAnswerError, SessionExpiredError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tmdb_bindings.models import AccountDetails
    from tmdb_bindings.runtime import JSONValue
    from tmdb_facade._async.senders.sender import AsyncSender
    from tmdb_facade._core.answer.answer import Answer, AnswerDecoder
    from tmdb_facade._core.client.hosts import Hosts
    from tmdb_facade._core.client.options import Options
    from tmdb_facade._core.client.settings import Settings
    from tmdb_facade._core.sending.engine import Deadline
    from tmdb_facade._core.signing_in.renewal import UserRequest

P = ParamSpec("P")
T = TypeVar("T")


class AsyncRequester:
    """A client's options and connections, shared by its resources."""

    def __init__(
        self,
        options: Options,
        sender: PerLoop[AsyncSender],
        settings: Settings,
        hosts: Hosts,
        background: BackgroundCalls | None = None,
        account_ids: AsyncAccountIds | None = None,
        renewal: AsyncRenewal | None = None,
    ) -> None:
        self.options: Options = options
        self._sender = sender
        #: The servers, the credential and the proxy.
        self.settings: Settings = settings
        #: TMDB's hosts beside its API.
        self.hosts: Hosts = hosts
        # Background calls use the connections, so they are cancelled before these are closed.
        self.background: BackgroundCalls = BackgroundCalls() if background is None else background
        #: The accounts of the sessions in this client's calls.
        self.account_ids: AsyncAccountIds = AsyncAccountIds() if account_ids is None else account_ids
        check_session_hook(options.on_session_expired)
        self._renewal = AsyncRenewal() if renewal is None else renewal

    def with_options(self, options: Options, account_ids: AsyncAccountIds | None = None) -> AsyncRequester:
        """Return a requester with other options over the same connections, and other account ids if they are passed."""
        known = self.account_ids if account_ids is None else account_ids
        # With another session, the client acts for another user.
        is_same_user = (options.session_id, options.user) == (self.options.session_id, self.options.user)
        renewal = self._renewal if is_same_user and account_ids is None else None
        return AsyncRequester(options, self._sender, self.settings, self.hosts, self.background, known, renewal)

    async def aclose(self) -> None:
        """Cancel background calls and close the connections."""
        await self.background.aclose()
        await self._sender.aclose()

    async def call(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call an operation.

        Args:
            endpoint: A module of `tmdb_bindings.api`.
            *args: The arguments of its `request` function.
            **kwargs: The keyword arguments of its `request` function.

        Returns:
            The answer, of the endpoint's response type.
        """
        return await self.answer(self.prepare(endpoint, *args, **kwargs), endpoint.response())

    async def call_until(self, deadline: Deadline, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call an operation as one of several requests of a user's call, which ends at the deadline; otherwise like `call`."""
        return await self.answer(self.prepare(endpoint, *args, **kwargs), endpoint.response(), deadline=deadline)

    async def download(self, url: str) -> bytes:
        """Download an image.

        Args:
            url: The image's URL.

        Returns:
            The image.
        """
        from tmdb_facade._core.answer.downloads import check_image

        answer = await self._sender.get().send(
            image_request(url, self.options.user_agent), Call(self.options, check_image)
        )
        return answer.body

    def prepare(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> Request:
        """Build a request, and reject what TMDB would reject or ignore.

        The account `SESSION_ACCOUNT` is replaced by the session's own when the request is sent.
        """
        request = self.build(endpoint, *args, **kwargs)
        check_request(request)
        self.check_user(request)
        check_application(request.operation, self.settings.credential)
        leave_account_open(request)
        return request

    def check_user(self, request: Request) -> Request:
        """Return a request, and reject one that needs a user's session or token which the client certainly lacks."""
        check_user_session(request)
        check_token(request, self.options.user, has_api_key=self.settings.credential.scheme == "api_key")
        return request

    def build(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> Request:
        """Build a request with the client's defaults."""
        return build(self.options, endpoint, *args, **kwargs)

    async def plain(self, request: Request) -> JSONValue:
        """Send a request, and return the answer as plain JSON."""
        from tmdb_facade._core.answer.answer import PLAIN_JSON

        return cast("JSONValue", self.value(await self.send(request, PLAIN_JSON), PLAIN_JSON))

    def guest_session(self, passed: str | None) -> str:
        """Return the guest session for a path: the passed one, or the client's.

        Raises:
            InvalidArgumentError: There is no guest session.
        """
        return choose_guest_session(passed, self.options.guest_session_id)

    async def answer(
        self,
        request: Request,
        type_: type[T],
        *,
        deadline: Deadline | None = None,
        further: Callable[[T], Sequence[str]] | None = None,
    ) -> T:
        """Send a request, and return the answer's value.

        It is split if it appends more blocks than TMDB allows. Appended blocks that TMDB omitted are requested once more.

        Args:
            request: The request.
            type_: The type of the value.
            deadline: When the user's call ends, if the request is one of several.
            further: Returns the blocks to append to the first value, for a request that appends others.
        """
        blocks = requested_blocks(request)
        if not blocks:
            return self.value(await self.send(request, type_, deadline=deadline), type_)
        deadline = call_deadline(self.options) if deadline is None else deadline
        value = await self._append(request, type_, blocks, deadline)
        missing = blocks_to_retry(value)
        if missing and self.options.max_retries > 0 and self.options.offline != "only":
            # The cache may contain the answer that lacks the blocks.
            uncached = self.with_options(self.options._replace(cache=False))
            # If this request fails, the first answer is better than none.
            with suppress(APIConnectionError, APIStatusError, InvalidAnswerError):
                value = merge_answers([value, await uncached._append(request, type_, missing, deadline)])
        if further is not None and (remaining := further(value)):
            value = merge_answers([value, await self._append(request, type_, remaining, deadline)])
        if missing:
            report_missing(value, request.operation, self.options.on_drift)
        return value

    async def _append(self, request: Request, type_: type[T], blocks: Sequence[str], deadline: Deadline) -> T:
        """Send a request that appends these blocks, and return the merged answers' value."""
        parts = split_blocks(request, blocks)
        answers = await gather([partial(self.send, part, type_, part_blocks, deadline) for part, part_blocks in parts])
        return merge_answers([self.value(answer, type_) for answer in answers])

    async def send(
        self, request: Request, type_: type[object], blocks: Sequence[str] = (), deadline: Deadline | None = None
    ) -> Answer:
        """Send a request and decode the answer. If the user's session has expired, renew it and send the request again.

        Args:
            request: The request.
            type_: The type of the value.
            blocks: The blocks that the request appends.
            deadline: When the user's call ends, if the request is one of several.

        Returns:
            The answer; `value` reports its differences and returns its value.
        """
        sent = self._renewal.sign(request, self.options)
        try:
            return await self._send(sent, type_, blocks, deadline)
        except SessionExpiredError as error:
            expired = error
        try:
            account_id = self.account_ids.known(sent.options)
            if not await self._renewal.renew(sent, expired, account_id, self.account_id, self.background.check):
                raise expired
        finally:
            del expired  # it would refer to this frame, and the frame to it
        user = self._renewal.user
        if user is not None and user.session_id is not None and user.account_id is not None:
            self.account_ids.remember(user.session_id, user.account_id)
        # The hook may have taken longer than the call's deadline.
        return await self._send(self._renewal.sign(request, self.options), type_, blocks, None)

    async def _send(
        self, signed: UserRequest, type_: type[object], blocks: Sequence[str], deadline: Deadline | None
    ) -> Answer:
        request, options = signed.request, signed.options
        if needs_account(request):
            # The lookup is a part of the user's call.
            deadline = call_deadline(options) if deadline is None else deadline
            account_id = await self.account_ids.get(request, options, deadline, self._look_up, self.background.check)
            request = with_account(request, account_id)
        decoder = _answer_decoder()(type_, request.operation, options.on_drift, blocks)
        outgoing = outgoing_request(self.settings.base_url, request, options)
        answer = await self._sender.get().send(outgoing, Call(options, decoder, deadline))
        answers = ANSWERS.get()
        if answers is not None:
            answers.append(answer)
        return answer

    def remember_account(self, request: Request, account: AccountDetails) -> None:
        """Remember the account of a request's session, for the calls that need its id."""
        with suppress(InvalidAnswerError):
            self.account_ids.remember(request.query["session_id"], account_id_of(account, request.operation))

    async def _look_up(self, request: Request, deadline: Deadline) -> int:
        """Get the id of the account of a request's session."""
        return await self.account_id(Secret(request.query["session_id"]), deadline)

    async def account_id(self, session_id: Secret[str], deadline: Deadline | None = None) -> int:
        """Request the id of a session's account.

        Args:
            session_id: The session.
            deadline: When the user's call ends, if the request is a part of one.
        """
        endpoint = OwnAccount()
        lookup = endpoint.request(session_id=session_id.get())
        # Only the id matters, and the user did not request the rest.
        requester = self.with_options(self.options._replace(on_drift=Drift("ignore")))
        token = ANSWERS.set(None)
        try:
            answer = await requester.send(lookup, endpoint.response(), deadline=deadline)
        finally:
            ANSWERS.reset(token)
        return account_id_of(self.value(answer, endpoint.response()), lookup.operation)

    def value(self, answer: Answer, type_: type[T]) -> T:
        """Return the value of an answer.

        It runs in the task or thread of the user's call, so that warnings point to that call.
        """
        if isinstance(answer.drift, DeferredDrift):
            answer.drift.report_deferred()
        return cast("T", answer.value)


@cache
def _answer_decoder() -> type[AnswerDecoder]:
    """Import the reading of JSON when the first request is sent."""
    from tmdb_facade._core.answer.answer import AnswerDecoder

    return AnswerDecoder
