"""The endpoint protocol: every operation module of the bindings is what the facade expects.

Each test checks every operation and lists all that break its rule.
"""

from __future__ import annotations

import inspect
import pkgutil
import typing
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from tmdb_bindings import api, operations
from tmdb_bindings.runtime import Operation, Request
from tmdb_facade._core.request.defaults import add_defaults, add_session
from tmdb_facade._core.request.url import build_url
from tmdb_facade._core.sending.retries import is_retryable
from tmdb_facade.errors import ServerError

MODULES = [
    import_module(module.name) for module in pkgutil.walk_packages(api.__path__, f"{api.__name__}.") if not module.ispkg
]


def build_request(module: ModuleType) -> Request:
    """Build a request with plausible values for the required parameters."""
    positional: list[object] = []
    named: dict[str, object] = {}
    for name, parameter in inspect.signature(module.request).parameters.items():
        if parameter.default is inspect.Parameter.empty:
            value = (
                {"a": 1}
                if name == "body"
                else 7
                if "int" in str(parameter.annotation)
                else "bool" in str(parameter.annotation) or "x7"
            )
            if parameter.kind is inspect.Parameter.KEYWORD_ONLY:
                named[name] = value
            else:
                positional.append(value)
    request = module.request(*positional, **named)
    assert isinstance(request, Request), module.__name__
    return request


def broken_rules(module: ModuleType) -> Iterator[str]:
    """Yield the rules of the endpoint protocol that a module breaks."""
    operation = module.operation
    request = build_request(module)
    answer = module.response()
    rules = {
        "has an Operation": isinstance(operation, Operation),
        "is named by its tag and name": (operation.tag, operation.name) == tuple(module.__name__.split(".")[-2:]),
        "builds requests of its operation": request.operation is operation,
        "has a path of version 3 or 4": request.path.startswith(("/3/", "/4/")),
        "fills the path template": "{" not in request.path,
        "sends only known query parameters": set(request.query) <= set(operation.query),
        "declares the type of its answer": isinstance(typing.get_origin(answer) or answer, type),
        "has a synchronous request builder": not inspect.iscoroutinefunction(module.request),
        "imports no I/O library": not {"httpx", "asyncio"}
        & {value.__name__ for value in vars(module).values() if isinstance(value, ModuleType)},
    }
    yield from (rule for rule, is_kept in rules.items() if not is_kept)


def test_operations_and_modules_correspond() -> None:
    """Each Operation has exactly one module and a unique id."""
    records = [value for value in vars(operations).values() if isinstance(value, Operation)]
    assert len(MODULES) == len(records) == len({record.id for record in records})
    assert {record.path.split("/")[1] for record in records} == {"3", "4"}


def test_operation_modules_implement_the_endpoint_protocol() -> None:
    broken = {module.__name__: rules for module in MODULES if (rules := list(broken_rules(module)))}
    assert broken == {}


def test_paged_operations_have_entries_totals_and_a_page_parameter() -> None:
    """`single` operations ignore the page, so they need no parameter for it."""
    kinds = {module.operation.paging for module in MODULES}
    paged = [module for module in MODULES if module.operation.paging != "none"]
    broken: list[str] = []
    for module in paged:
        operation: Operation = module.operation
        fields = set(module.response().__annotations__)
        # The lists of version 3 name their entries "items".
        has_entries = bool({"results", "items"} & fields) and operation.page_size > 0
        has_totals = {"total_pages", "total_results"} <= fields
        takes_page = operation.paging == "single" or "page" in operation.query
        if not (has_entries and has_totals and takes_page):
            broken.append(module.__name__)
    assert kinds == {"none", "pages", "changes", "single"}
    assert broken == []


def test_add_defaults_sets_language_and_region_only_where_the_operation_takes_them() -> None:
    """Images are the exception: there the language filters instead of translating."""
    broken: list[str] = []
    for module in MODULES:
        request = build_request(module)
        explicit = dict(request.query)
        defaults = {"language": "pt-BR", "region": "BR"} if module.operation.name != "images" else {}
        expected = {key: value for key, value in defaults.items() if key in module.operation.query}
        add_defaults(request, "pt-BR", "BR")
        url = build_url("https://t", request)
        if request.query != expected | explicit or not url.startswith(f"https://t{request.path}"):
            broken.append(module.__name__)
    assert broken == []


def test_add_session_sends_a_session_only_where_the_operation_needs_one() -> None:
    """A user's session wins over a guest session, which only some operations take."""
    broken: list[str] = []
    for module in MODULES:
        auth = module.operation.auth
        guest = {"guest_session_id": "g"} if auth == "guest_or_session" else {}
        for session_id, guest_session_id, expected in (
            (None, None, {}),
            ("s", None, {"session_id": "s"}),
            ("s", "g", {"session_id": "s"}),
            (None, "g", guest),
        ):
            request = build_request(module)
            explicit = dict(request.query)
            add_session(request, session_id, guest_session_id)
            sent = expected if auth in ("session", "guest_or_session") else {}
            if request.query != sent | explicit:
                broken.append(f"{module.__name__}: {session_id}, {guest_session_id}")
    assert broken == []


def test_server_error_is_retryable_if_the_operation_is_repeatable() -> None:
    """POST is repeatable only if it sets a value, and clearing a list is not, which version 4 does with GET."""
    recorded: list[Operation] = [module.operation for module in MODULES]
    error = ServerError("x", http_status=503)
    assert [each.id for each in recorded if is_retryable(error, each) != each.repeatable] == []
    unsafe = [each for each in recorded if each.method == "POST" or each.name == "clear"]
    assert sorted(each.id for each in unsafe if each.repeatable) == [
        "account_set_favorite",
        "account_set_watchlist",
        "movies_rate",
        "tv_episodes_rate",
        "tv_rate",
    ]
