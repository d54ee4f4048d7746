"""The two things that every method does: call an operation once, or walk its pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from tmdb_facade._core.answer.raw import ANSWERS
from tmdb_facade._core.endpoint import Drift, Endpoint, Request
from tmdb_facade._core.request.defaults import add_defaults, add_session, choose_guest_session
from tmdb_facade._core.request.validation import check_request
from tmdb_facade._runtime.tasks import BackgroundCalls, PerLoop, gather

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from tmdb_facade._async.senders.sender import AsyncSender
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.client.hosts import Hosts
    from tmdb_facade._core.client.options import Options

P = ParamSpec("P")
T = TypeVar("T")


class AsyncRequester:
    """What a client's resources share: the connection to TMDB and the policies of its calls."""

    def __init__(
        self,
        options: Options,
        wire: PerLoop[AsyncSender],
        drift: Drift,
        hosts: Hosts,
        background: BackgroundCalls | None = None,
    ) -> None:
        self._options = options
        self._sender = wire
        self._drift = drift
        #: What TMDB has beside its API.
        self.hosts: Hosts = hosts
        # Whoever closes the connections ends first what is fetched ahead through them.
        self.background: BackgroundCalls = BackgroundCalls() if background is None else background

    def with_options(self, options: Options, drift: Drift | None) -> AsyncRequester:
        """Make calls with other options over the same connections.

        Args:
            options: The options.
            drift: What happens where an answer contradicts its type; `None` leaves it as it is.

        Returns:
            The other calls.
        """
        return AsyncRequester(
            options, self._sender, self._drift if drift is None else drift, self.hosts, self.background
        )

    async def call(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call an operation.

        Args:
            endpoint: A module below `tmdb_bindings.api`.
            *args: What its `request` takes.
            **kwargs: What its `request` takes.

        Returns:
            The answer, of the type that its `response` names.
        """
        return await self.answer(self.prepare(endpoint, *args, **kwargs), endpoint.response())

    async def download(self, url: str, file: BinaryIO) -> None:
        """Ask for an image, which is no answer of the API.

        Args:
            url: The image's URL.
            file: Where its parts are written to as they come; empty, and emptied again before another attempt.
        """
        await self._sender.get().download(url, file, self._options)

    def prepare(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> Request:
        """Build a request, and refuse what TMDB would refuse or ignore."""
        request = self.build(endpoint, *args, **kwargs)
        check_request(request)
        return request

    def build(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> Request:
        """Build a request, and put the client's defaults into it."""
        request = endpoint.request(*args, **kwargs)
        options = self._options
        add_defaults(request, options.language, options.region)
        add_session(request, options.session_id, options.guest_session_id)
        return request

    def guest_session(self, passed: str | None) -> str:
        """Choose the guest's session for a path: what was passed, or the client's.

        Raises:
            ValueError: There is none.
        """
        return choose_guest_session(passed, self._options.guest_session_id)

    async def answer(self, request: Request, type_: type[T]) -> T:
        """Send a request, in parts where TMDB's limit on appended blocks asks for it, and read the answer."""
        # Imported here: until something is sent, no program pays for JSON, models and HTTP.
        from tmdb_facade._core.request.append import BLOCK_LIMIT, merge_answers, requested_blocks, split_blocks

        blocks = requested_blocks(request)
        if len(blocks) <= BLOCK_LIMIT:
            return self.read(request, type_, await self.send(request), blocks)
        parts = split_blocks(request, blocks)
        answers = await gather([partial(self.send, part) for part, _ in parts])
        return merge_answers(
            [self.read(part, type_, answer, some) for (part, some), answer in zip(parts, answers, strict=True)]
        )

    async def send(self, request: Request) -> Answer:
        """Send a request as it is.

        Args:
            request: The request.

        Returns:
            The answer, whatever it says.
        """
        answer = await self._sender.get().send(request, self._options)
        answers = ANSWERS.get()
        if answers is not None:
            answers.append(answer)
        return answer

    def read(self, request: Request, type_: type[T], answer: Answer, blocks: Sequence[str] = ()) -> T:
        """Read an answer. Called in the task or thread of the user's call, so that a warning points to that call.

        Args:
            request: The request that it answers.
            type_: The type of its value.
            answer: The answer.
            blocks: The blocks that the request appends.

        Returns:
            The value.
        """
        from tmdb_facade._core.answer.answer import read_answer

        return read_answer(answer, type_, operation=request.operation, drift=self._drift, append=blocks)
