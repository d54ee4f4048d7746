"""The seam: every module of the bindings is what the facade takes it for."""

from __future__ import annotations

import inspect
import pkgutil
import typing
from importlib import import_module
from types import ModuleType

import pytest

from tmdb_bindings import api, operations
from tmdb_bindings.runtime import Operation, Request
from tmdb_facade._core.request.defaults import add_defaults, add_session
from tmdb_facade._core.request.url import build_url
from tmdb_facade._core.retry import retries_for


def modules() -> list[str]:
    """List every module of an operation."""
    found = pkgutil.walk_packages(api.__path__, f"{api.__name__}.")
    return [module.name for module in found if not module.ispkg]


MODULES = modules()


def arguments(builder: typing.Any) -> inspect.BoundArguments:
    """Make arguments of the right kinds for a request builder: the required ones."""
    signature = inspect.signature(builder)
    given: dict[str, object] = {}
    for name, parameter in signature.parameters.items():
        if parameter.default is inspect.Parameter.empty:
            given[name] = {"a": 1} if name == "body" else 7 if "int" in str(parameter.annotation) else "x7"
    positional = [
        value for name, value in given.items() if signature.parameters[name].kind is not inspect.Parameter.KEYWORD_ONLY
    ]
    named = {
        name: value
        for name, value in given.items()
        if signature.parameters[name].kind is inspect.Parameter.KEYWORD_ONLY
    }
    return signature.bind(*positional, **named)


def test_all_operations_are_there() -> None:
    """As many modules as records, of both versions of the API, and no two with one id."""
    records = [value for value in vars(operations).values() if isinstance(value, Operation)]
    assert len(MODULES) == len(records) == len({record.id for record in records})
    assert len([record for record in records if record.path.startswith("/3/")]) >= 100
    assert len([record for record in records if record.path.startswith("/4/")]) >= 10


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_an_endpoint(name: str) -> None:
    """It has the record, a builder that gives a request of it, and the type of its answer; and nothing of HTTP."""
    module = import_module(name)
    record = module.operation
    assert isinstance(record, Operation)
    assert (record.tag, record.name) == tuple(name.split(".")[-2:])
    bound = arguments(module.request)
    request = module.request(*bound.args, **bound.kwargs)
    assert isinstance(request, Request)
    assert request.operation is record
    assert request.path.startswith(("/3/", "/4/"))
    assert "{" not in request.path
    assert set(request.query) <= set(record.query)
    answer = module.response()
    origin = typing.get_origin(answer) or answer
    assert isinstance(origin, type)
    assert not inspect.iscoroutinefunction(module.request)
    assert not {"httpx", "asyncio"} & {
        value.__name__ for value in vars(module).values() if isinstance(value, ModuleType)
    }


@pytest.mark.parametrize("name", MODULES)
def test_a_paged_operation_has_pages(name: str) -> None:
    """What its record calls paged has entries and totals, and takes a page unless it has only one."""
    module = import_module(name)
    record: Operation = module.operation
    assert record.paging in ("none", "pages", "changes", "single")
    if record.paging != "none":
        fields = set(module.response().__annotations__)
        assert {"total_pages", "total_results"} <= fields
        # The lists of v3 call their entries otherwise.
        assert {"results", "items"} & fields
        assert record.page_size > 0
    if record.paging in ("pages", "changes"):
        assert "page" in record.query


@pytest.mark.parametrize("name", MODULES)
def test_defaults_go_only_where_the_operation_takes_them(name: str) -> None:
    """The record decides, for every operation: a language where it is one of texts, not where it sorts images out."""
    module = import_module(name)
    bound = arguments(module.request)
    request = module.request(*bound.args, **bound.kwargs)
    before = dict(request.query)
    add_defaults(request, "pt-BR", "BR")
    defaults = {"language": "pt-BR", "region": "BR"}
    expected = {key: value for key, value in defaults.items() if key in module.operation.query}
    if module.operation.name == "images":
        expected = {}
    assert request.query == expected | before
    assert build_url("https://t", request).startswith(f"https://t{request.path}")


@pytest.mark.parametrize("name", MODULES)
def test_sessions_go_only_where_the_operation_needs_them(name: str) -> None:
    """A user's before a guest's, and a guest's only where TMDB takes one."""
    module = import_module(name)
    operation: Operation = module.operation
    bound = arguments(module.request)
    expected = {
        (None, None): {},
        ("s", None): {"session_id": "s"},
        ("s", "g"): {"session_id": "s"},
        (None, "g"): {"guest_session_id": "g"} if operation.auth == "guest_or_session" else {},
    }
    for (session_id, guest_session_id), sent in expected.items():
        request = module.request(*bound.args, **bound.kwargs)
        before = dict(request.query)
        add_session(request, session_id, guest_session_id)
        assert request.query == (sent if operation.auth in ("session", "guest_or_session") else {}) | before


@pytest.mark.parametrize("name", MODULES)
def test_only_what_may_be_repeated_is_sent_again(name: str) -> None:
    """The record decides: TMDB clears a list of version 4 with a GET, and takes a rating away with a DELETE."""
    operation: Operation = import_module(name).operation
    assert retries_for(operation, 2) == (2 if operation.repeatable else 0)
    if operation.method == "POST" or operation.name == "clear":
        assert retries_for(operation, 2) == 0
