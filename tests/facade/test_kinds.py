"""Values of another kind than a parameter's type are rejected, by every parameter of every method.

Type checkers reject them too, but notebooks and untyped programs have none.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, ForwardRef, Literal, TypeVar, Union, get_args, get_origin

import pytest

from scripts.ledger.methods import Method, annotations_of, methods
from scripts.ledger.values import APART, argument_sets
from tests.facade.support import TOKEN, Fake, json_response
from tmdb_facade import (
    TMDB,
    AllOf,
    AnyOf,
    Between,
    InvalidArgumentError,
    UserCredentials,
    all_of,
    any_of,
    between,
    models,
)

USER = UserCredentials(
    session_id="5e55105e5510", access_token="eyJh.eyJ1c2VyIjo.c2ln", account_id=7, account_object_id="5ec2e7"
)
#: A value of each kind that some parameter could take for another one.
VALUES: list[Any] = [
    *(None, True, 7, 7.5, float("nan"), "Action", "1999-01-01", b"x", date(2020, 1, 1), object()),
    *([28, 12], ["a", "b"], [True], (1, 2), ("movie", "550"), {}, {"a": 1}),
    *(between("a", None), between(date(2020, 1, 1), None), between(7, None), between(7.5, None)),
    *(all_of("ko"), all_of(1), any_of("US"), any_of(1)),
]
#: Logins have options of their own, with tests in test_login.py.
LOGINS = ("login", "begin_login", "complete_login", "login_with_password")
METHODS = [method for method in methods(TMDB) if method.name.rpartition(".")[2] not in LOGINS]
#: The names in bounds of type variables.
NAMES: dict[str, Any] = {"models": models, **{name: getattr(models, name) for name in dir(models)}}
SIMPLE: dict[Any, tuple[type, ...]] = {int: (int,), float: (int, float), None: (NoneType,), NoneType: (NoneType,)}


def fits(value: Any, annotation: Any) -> bool:
    """Return whether a type checker accepts a value for an annotation."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    kind = value.__class__
    if origin in (Union, UnionType):
        return any(fits(value, member) for member in arguments)
    if origin is Literal:
        return any(kind is type(choice) and value == choice for choice in arguments)
    if origin is Between:
        return kind is Between and all(end is None or fits(end, arguments[0]) for end in (value.low, value.high))
    if origin in (AllOf, AnyOf):
        return kind is origin and all(fits(one, arguments[0]) for one in value.values)
    if origin is tuple:
        return kind is tuple and len(value) == len(arguments) and all(map(fits, value, arguments))
    if origin is Mapping:
        return kind is dict and all(fits(key, arguments[0]) for key in value)
    if origin is Iterable and kind is dict:
        return all(fits(key, arguments[0]) for key in value)
    if origin in (list, Iterable, Sequence):
        return kind in (list, tuple) and all(fits(one, arguments[0]) for one in value)
    if isinstance(annotation, TypeVar):
        return fits(value, annotation.__bound__)
    if isinstance(annotation, ForwardRef):
        return fits(value, eval(annotation.__forward_arg__, NAMES))
    if annotation in (Any, object):
        return True
    kinds = SIMPLE.get(annotation, (origin or annotation,))
    return issubclass(kind, kinds) and (annotation is bool or kind is not bool)


def wrong_calls(method: Method) -> Iterable[tuple[str, dict[str, Any]]]:
    """Yield the arguments of calls in which one parameter has a value of another kind, and that parameter."""
    annotations, sets = annotations_of(method.function), argument_sets(method)
    for name in inspect.signature(method.function).parameters:
        if name == "self":
            continue
        arguments = next(some for some in sets[::-1] if name in some)
        others = {other for pair in APART if name in pair for other in pair} - {name}
        kept = {other: value for other, value in arguments.items() if other not in others}
        for value in VALUES:
            if not fits(value, annotations[name]):
                yield name, {**kept, name: value}


def namespace_of(method: Method) -> str:
    """Return the namespace of a method, such as `tv.seasons`."""
    return method.name.rpartition(".")[0]


@pytest.mark.parametrize("namespace", sorted(set(map(namespace_of, METHODS))))
def test_values_of_another_kind_are_rejected_before_a_request(namespace: str) -> None:
    """The error names the parameter."""
    fake = Fake(json_response({}))
    problems: list[str] = []
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore", max_retries=0) as application:
        tmdb = application.as_user(USER)
        for method in (method for method in METHODS if namespace_of(method) == namespace):
            for name, arguments in wrong_calls(method):
                problem = "accepted"
                try:
                    attrgetter(method.name)(tmdb)(**arguments)
                except InvalidArgumentError as error:
                    problem = "" if error.parameter == name else str(error)
                if problem:
                    problems.append(f"{method.name}({name}={arguments[name]!r}): {problem}")
    assert problems == []
    assert fake.requests == []
