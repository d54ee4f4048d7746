"""One call with its answer for each operation, from the scenarios of `scripts/scenarios` on an embedded TMDB."""

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

from scripts.scenarios._sync.scenarios import SCENARIOS
from scripts.scenarios.embedded import Embedded
from tmdb_bindings.operations import OPERATIONS
from tmdb_bindings.runtime import Request
from tmdb_bindings.runtime.model import Model, field_names
from tmdb_facade import TMDB, Pager
from tmdb_facade._core.answer.answer import Answer
from tmdb_facade._core.request.append import requested_blocks
from tmdb_facade._sync.requester import Requester
from tmdb_facade.testing import TMDBServer

#: Calls a method of a client.
MethodCaller: TypeAlias = Callable[[TMDB], object]


@dataclass(frozen=True, slots=True)
class OperationSample:
    """A call of an operation, and its answer.

    Attributes:
        method: The name of the method, such as `tv.seasons.details`.
        call: Makes the call with a client.
        request: The request of the call.
        type_: The type of the answer.
        answer: The answer.
        is_mixed: Whether the answer contains a union of models.
    """

    method: str
    call: MethodCaller
    request: Request
    type_: type[object]
    answer: Answer
    is_mixed: bool

    @property
    def blocks(self) -> tuple[str, ...]:
        """The appended blocks."""
        return requested_blocks(self.request)


def collect_samples() -> list[OperationSample]:
    """Run the scenarios and return the longest answer of each operation, if possible one without appended blocks.

    Calls that send several requests are skipped.

    Raises:
        RuntimeError: No scenario calls an operation on its own.
    """
    collector = _SampleCollector()
    with ExitStack() as stack:
        server = stack.enter_context(TMDBServer())
        collector.patch_clients(stack)
        source = Embedded(server)
        for scenario in SCENARIOS.values():
            source.begin()
            scenario(source)
    if missing := [operation.id for operation in OPERATIONS if operation.id not in collector.longest]:
        raise RuntimeError(f"no scenario calls {', '.join(missing)} on its own")
    return [collector.longest[operation.id] for operation in OPERATIONS]


class _MethodCall:
    """A call of a method, and the samples read for it so far."""

    def __init__(self, method: str, *args: Any, **kwargs: Any) -> None:
        self.method = method
        self.samples: list[OperationSample] = []
        self._args = args
        self._kwargs = kwargs

    def repeat(self, tmdb: TMDB) -> object:
        """Make the call with another client. If it returns a pager, get the first page."""
        result = attrgetter(self.method)(tmdb)(*self._args, **self._kwargs)
        return cast("Pager[object, object]", result).page(1) if isinstance(result, Pager) else result

    def add(self, request: Request, type_: type[object], answer: Answer, value: object) -> OperationSample:
        sample = OperationSample(self.method, self.repeat, request, type_, answer, _is_mixed(value))
        self.samples.append(sample)
        return sample


class _SampleCollector:
    """Patches the clients' methods to collect their calls and answers."""

    def __init__(self) -> None:
        self.longest: dict[str, OperationSample] = {}
        self._call: ContextVar[_MethodCall | None] = ContextVar("call", default=None)
        # Pages are read after the method has returned its pager.
        self._pagers: dict[tuple[str, str], _MethodCall] = {}

    def patch_clients(self, stack: ExitStack) -> None:
        """Patch the methods until the stack is closed."""
        for name, class_ in _namespaces(stack.enter_context(TMDB("a.b.c"))):
            for method, function in getmembers_static(class_, isfunction):
                if not method.startswith("_"):
                    stack.enter_context(patch.object(class_, method, self._method(f"{name}.{method}", function)))
        stack.enter_context(patch.object(Requester, "prepare", self._prepare(Requester.prepare)))
        stack.enter_context(patch.object(Requester, "send", self._send(Requester.send)))

    def _method(self, name: str, function: Callable[..., object]) -> Callable[..., object]:
        @wraps(function)
        def patched(namespace: object, *args: Any, **kwargs: Any) -> object:
            if self._call.get() is not None:
                return function(namespace, *args, **kwargs)
            call = _MethodCall(name, *args, **kwargs)
            token = self._call.set(call)
            try:
                return function(namespace, *args, **kwargs)
            finally:
                self._call.reset(token)
                if len(call.samples) == 1:
                    self._keep_longest(call.samples[0])

        return patched

    def _prepare(self, prepare: Callable[..., Request]) -> Callable[..., Request]:
        def patched(requester: Requester, *args: Any, **kwargs: Any) -> Request:
            request = prepare(requester, *args, **kwargs)
            if call := self._call.get():
                self._pagers[request.operation.id, request.path] = call
            return request

        return patched

    def _send(self, send: Callable[..., Answer]) -> Callable[..., Answer]:
        def patched(requester: Requester, request: Request, type_: type[object], *blocks: Any, **kwargs: Any) -> Answer:
            answer = send(requester, request, type_, *blocks, **kwargs)
            if call := self._call.get():
                call.add(request, type_, answer, answer.value)
            elif call := self._pagers.get((request.operation.id, request.path)):
                self._keep_longest(call.add(request, type_, answer, answer.value))
            return answer

        return patched

    def _keep_longest(self, sample: OperationSample) -> None:
        """Store a sample if it is preferable to the one stored for its operation."""
        current = self.longest.get(sample.request.operation.id)
        if current is None or _preference(current) < _preference(sample):
            self.longest[sample.request.operation.id] = sample


def _preference(sample: OperationSample) -> tuple[bool, int]:
    """Return the sort key of a sample: first those without blocks, then those with longer bodies."""
    return not sample.blocks, len(sample.answer.body)


def _namespaces(owner: object, prefix: str = "") -> Iterator[tuple[str, type[object]]]:
    """Yield the namespaces of a client, nested ones included, with their names."""
    for name, member in getmembers_static(type(owner)):
        if isinstance(member, cached_property) and not name.startswith("_"):
            namespace = getattr(owner, name)
            yield f"{prefix}{name}", type(namespace)
            yield from _namespaces(namespace, f"{prefix}{name}.")


def _is_mixed(value: object) -> bool:
    """Return whether a value contains a union of models."""
    if isinstance(value, list):
        return any(map(_is_mixed, cast("list[object]", value)))
    if isinstance(value, dict):
        return any(map(_is_mixed, cast("dict[str, object]", value).values()))
    if not isinstance(value, Model):
        return False
    return bool(value.__unions__) or any(_is_mixed(getattr(value, name)) for name in field_names(type(value)))
