# Made from tmdb_facade/_async/requester.py by `make sync`: edit that file, never this one.
"""Call operations with a client's options."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from tmdb_bindings.runtime import ParameterError
from tmdb_facade._core.answer.raw import ANSWERS
from tmdb_facade._core.endpoint import Endpoint, Request
from tmdb_facade._core.request.defaults import add_defaults, add_session, choose_guest_session
from tmdb_facade._core.request.validation import check_request
from tmdb_facade._runtime.threads import BackgroundCalls, PerLoop, gather
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.client.hosts import Hosts
    from tmdb_facade._core.client.options import Options
    from tmdb_facade._sync.senders.sender import Sender

P = ParamSpec("P")
T = TypeVar("T")


class Requester:
    """A client's options and connections, shared by its resources."""

    def __init__(
        self,
        options: Options,
        sender: PerLoop[Sender],
        hosts: Hosts,
        background: BackgroundCalls | None = None,
    ) -> None:
        self.options: Options = options
        self._sender = sender
        #: TMDB's hosts beside its API.
        self.hosts: Hosts = hosts
        # Background calls use the connections, so they are cancelled before these are closed.
        self.background: BackgroundCalls = BackgroundCalls() if background is None else background

    def with_options(self, options: Options) -> Requester:
        """Return a requester with other options over the same connections."""
        return Requester(options, self._sender, self.hosts, self.background)

    def close(self) -> None:
        """Cancel background calls and close the connections."""
        sender = self._sender.close()
        self.background.close()
        if sender is not None:
            sender.close()

    def call(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call an operation.

        Args:
            endpoint: A module of `tmdb_bindings.api`.
            *args: The arguments of its `request` function.
            **kwargs: The keyword arguments of its `request` function.

        Returns:
            The answer, of the endpoint's response type.
        """
        return self.answer(self.prepare(endpoint, *args, **kwargs), endpoint.response())

    def download(self, url: str, file: BinaryIO) -> None:
        """Download an image.

        Args:
            url: The image's URL.
            file: The empty file to write to; it is emptied again before a retry.
        """
        self._sender.get().download(url, file, self.options)

    def prepare(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> Request:
        """Build a request, and reject values that TMDB would reject or ignore."""
        request = self.build(endpoint, *args, **kwargs)
        check_request(request)
        return request

    def build(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> Request:
        """Build a request with the client's defaults."""
        try:
            request = endpoint.request(*args, **kwargs)
        except ParameterError as error:
            raise InvalidArgumentError(error.parameter, error.problem) from None
        options = self.options
        add_defaults(request, options.language, options.region)
        add_session(request, options.session_id, options.guest_session_id)
        return request

    def guest_session(self, passed: str | None) -> str:
        """Return the guest session for a path: the passed one, or the client's.

        Raises:
            InvalidArgumentError: There is no guest session.
        """
        return choose_guest_session(passed, self.options.guest_session_id)

    def answer(self, request: Request, type_: type[T]) -> T:
        """Send a request, split if it appends more blocks than TMDB allows, and read the answer."""
        # Imported here: JSON and models are imported when the first request is sent.
        from tmdb_facade._core.request.append import BLOCK_LIMIT, merge_answers, requested_blocks, split_blocks

        blocks = requested_blocks(request)
        if len(blocks) <= BLOCK_LIMIT:
            return self.read(request, type_, self.send(request), blocks)
        parts = split_blocks(request, blocks)
        answers = gather([partial(self.send, part) for part, _ in parts])
        return merge_answers(
            [
                self.read(part, type_, answer, part_blocks)
                for (part, part_blocks), answer in zip(parts, answers, strict=True)
            ]
        )

    def send(self, request: Request) -> Answer:
        """Send a request and return the answer, whatever its status."""
        answer = self._sender.get().send(request, self.options)
        answers = ANSWERS.get()
        if answers is not None:
            answers.append(answer)
        return answer

    def read(self, request: Request, type_: type[T], answer: Answer, blocks: Sequence[str] = ()) -> T:
        """Convert an answer to its value, or raise its error.

        It runs in the task or thread of the user's call, so that warnings point to that call.

        Args:
            request: The request.
            type_: The type of the value.
            answer: The answer.
            blocks: The blocks that the request appends.
        """
        from tmdb_facade._core.answer.answer import read_answer

        return read_answer(answer, type_, operation=request.operation, drift=self.options.on_drift, append=blocks)
