"""What every operation is asked and what it answers: the scenarios of `tests/replay`, on an embedded TMDB."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property, wraps
from inspect import getmembers_static, isfunction
from operator import attrgetter
from typing import Any, TypeAlias, cast
from unittest.mock import patch

from tests.replay._sync.scenarios import SCENARIOS
from tests.replay.embedded import Embedded
from tmdb_bindings.operations import OPERATIONS
from tmdb_bindings.runtime import Request
from tmdb_bindings.runtime.model import Model, field_names
from tmdb_facade import TMDB, Pager
from tmdb_facade._core.answer.answer import Answer
from tmdb_facade._core.request.append import requested_blocks
from tmdb_facade._sync.requester import Requester
from tmdb_facade.testing import TMDBServer

#: A call of a method, of whichever client.
Ask: TypeAlias = Callable[[TMDB], object]


@dataclass(frozen=True, slots=True)
class Question:
    """A call of an operation, and what came of it.

    Attributes:
        method: The method, as in `tv.seasons.details`.
        ask: Makes the call with a client.
        request: The request that it makes.
        type_: The type of the answer.
        answer: The answer.
        is_mixed: Whether objects of several kinds, told apart by a tag, are in it.
    """

    method: str
    ask: Ask
    request: Request
    type_: type[object]
    answer: Answer
    is_mixed: bool

    @property
    def blocks(self) -> tuple[str, ...]:
        """The blocks that are appended."""
        return requested_blocks(self.request)


def ask_everything() -> list[Question]:
    """Run the scenarios, and keep the longest answer of each operation, without appended blocks if there is such a one.

    Methods that ask for several things at once are left out.

    Raises:
        RuntimeError: An operation was never answered by itself.
    """
    listener = _Listener()
    with ExitStack() as stack:
        server = stack.enter_context(TMDBServer())
        listener.listen(stack)
        source = Embedded(server)
        for scenario in SCENARIOS.values():
            source.begin()
            scenario(source)
    if missing := [operation.id for operation in OPERATIONS if operation.id not in listener.longest]:
        raise RuntimeError(f"no scenario asks for {', '.join(missing)}")
    return [listener.longest[operation.id] for operation in OPERATIONS]


class _Call:
    """A call of a method, and what came for it so far."""

    def __init__(self, method: str, *args: Any, **kwargs: Any) -> None:
        self.method = method
        self.came: list[Question] = []
        self._args = args
        self._kwargs = kwargs

    def ask(self, tmdb: TMDB) -> object:
        """Make the call with a client; of a list that comes in pages, get the first one."""
        result = attrgetter(self.method)(tmdb)(*self._args, **self._kwargs)
        return cast("Pager[object, object]", result).page(1) if isinstance(result, Pager) else result

    def take(self, request: Request, type_: type[object], answer: Answer, value: object) -> Question:
        question = Question(self.method, self.ask, request, type_, answer, _is_mixed(value))
        self.came.append(question)
        return question


class _Listener:
    """Listens to all methods of clients, and to what is read for them."""

    def __init__(self) -> None:
        self.longest: dict[str, Question] = {}
        self._call: ContextVar[_Call | None] = ContextVar("call", default=None)
        # Pages are read when the method that gives the pager has returned.
        self._pagers: dict[tuple[str, str], _Call] = {}

    def listen(self, stack: ExitStack) -> None:
        """Listen until the stack is left."""
        for name, class_ in _namespaces(stack.enter_context(TMDB("a.b.c"))):
            for method, function in getmembers_static(class_, isfunction):
                if not method.startswith("_"):
                    stack.enter_context(patch.object(class_, method, self._method(f"{name}.{method}", function)))
        stack.enter_context(patch.object(Requester, "prepare", self._prepare(Requester.prepare)))
        stack.enter_context(patch.object(Requester, "read", self._read(Requester.read)))

    def _method(self, name: str, function: Callable[..., object]) -> Callable[..., object]:
        @wraps(function)
        def listened(namespace: object, *args: Any, **kwargs: Any) -> object:
            if self._call.get() is not None:
                return function(namespace, *args, **kwargs)
            call = _Call(name, *args, **kwargs)
            token = self._call.set(call)
            try:
                return function(namespace, *args, **kwargs)
            finally:
                self._call.reset(token)
                if len(call.came) == 1:
                    self._keep(call.came[0])

        return listened

    def _prepare(self, prepare: Callable[..., Request]) -> Callable[..., Request]:
        def recorded(requester: Requester, *args: Any, **kwargs: Any) -> Request:
            request = prepare(requester, *args, **kwargs)
            if call := self._call.get():
                self._pagers[request.operation.id, request.path] = call
            return request

        return recorded

    def _read(self, read: Callable[..., object]) -> Callable[..., object]:
        def listened(
            requester: Requester, request: Request, type_: type[object], answer: Answer, *blocks: Any
        ) -> object:
            value = read(requester, request, type_, answer, *blocks)
            if call := self._call.get():
                call.take(request, type_, answer, value)
            elif call := self._pagers.get((request.operation.id, request.path)):
                self._keep(call.take(request, type_, answer, value))
            return value

        return listened

    def _keep(self, question: Question) -> None:
        """Keep a question if its answer is the better one of its operation: without blocks, and long."""
        known = self.longest.get(question.request.operation.id)
        if known is None or _worth(known) < _worth(question):
            self.longest[question.request.operation.id] = question


def _worth(question: Question) -> tuple[bool, int]:
    return not question.blocks, len(question.answer.body)


def _namespaces(owner: object, prefix: str = "") -> Iterator[tuple[str, type[object]]]:
    """Find the namespaces of a client, and those below them."""
    for name, member in getmembers_static(type(owner)):
        if isinstance(member, cached_property) and not name.startswith("_"):
            namespace = getattr(owner, name)
            yield f"{prefix}{name}", type(namespace)
            yield from _namespaces(namespace, f"{prefix}{name}.")


def _is_mixed(value: object) -> bool:
    """Tell whether a value holds models with fields of several kinds."""
    if isinstance(value, list):
        return any(map(_is_mixed, cast("list[object]", value)))
    if isinstance(value, dict):
        return any(map(_is_mixed, cast("dict[str, object]", value).values()))
    if not isinstance(value, Model):
        return False
    return bool(value.__unions__) or any(_is_mixed(getattr(value, name)) for name in field_names(type(value)))
