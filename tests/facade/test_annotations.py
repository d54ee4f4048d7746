"""Annotations of the public surface can be evaluated: by `typing.get_type_hints` and `inspect.signature`.

Libraries that validate arguments, inject dependencies or build command lines read them.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterator
from importlib import import_module
from types import FunctionType, ModuleType

import pytest

import tmdb_facade
from tests.facade.test_package import imported_by
from tmdb_bindings import api
from tmdb_facade import TMDB, AsyncTMDB, models
from tmdb_facade.types import AsyncClientOptions, AsyncSessionHook, ClientOptions, SessionHook

#: Every public module, and the smallest number of objects with annotations that it has.
MODULES = {
    "tmdb_facade": 300,
    "tmdb_facade.errors": 100,
    "tmdb_facade.models": 1300,
    "tmdb_facade.resources": 650,
    "tmdb_facade.stores": 25,
    "tmdb_facade.testing": 100,
    "tmdb_facade.types": 200,
    "tmdb_facade.web.django": 60,
    "tmdb_facade.web.starlette": 60,
    "tmdb_bindings.runtime": 100,
}
#: The special methods that users call, or that `with` and `for` call.
SPECIAL = {"__init__", "__call__", "__enter__", "__exit__", "__iter__", "__aenter__", "__aexit__", "__aiter__"}
#: The attribute with the function of a property, a namespace, and a class method.
FORMS = ("fget", "func", "__func__")
OURS = ("tmdb_facade", "tmdb_bindings")

Found = Iterator[tuple[str, object]]


def public_objects(module: str) -> Found:
    """Yield the classes and functions that a module exports, with their methods, properties and overloads."""
    found = import_module(module)
    for name in getattr(found, "__all__", dir(found)):
        value = getattr(found, name)
        # Not `isinstance`: Django's settings, which its module imports, pretend to be another class.
        if issubclass(type(value), type) and value.__module__.startswith(OURS):
            yield f"{module}.{name}", value
            yield from members(f"{module}.{name}", value)
        elif type(value) is FunctionType and value.__module__.startswith(OURS):
            yield f"{module}.{name}", value


def members(path: str, class_: type) -> Found:
    """Yield the public methods and properties of a class, inherited ones too."""
    for base in class_.__mro__:
        if base.__module__.startswith(OURS):
            for name, value in vars(base).items():
                function = next((found for form in FORMS if (found := getattr(value, form, None)) is not None), value)
                if inspect.isfunction(function) and (name in SPECIAL or not name.startswith("_")):
                    yield f"{path}.{name}", function
                    for number, overload in enumerate(typing.get_overloads(function)):
                        yield f"{path}.{name}, overload {number}", overload


def failures(objects: Found) -> tuple[int, list[str]]:
    """Return how many objects there are, and the error of each whose annotations cannot be evaluated."""
    failed: list[str] = []
    count = 0
    for path, value in objects:
        count += 1
        try:
            typing.get_type_hints(value)
            if inspect.isfunction(value):
                inspect.signature(value, eval_str=True)
        except Exception as error:  # noqa: BLE001  (the annotation decides what it raises)
            failed.append(f"{path}: {error!r}")
    return count, failed


@pytest.mark.parametrize("module", MODULES)
def test_annotations_of_every_public_object_can_be_evaluated(module: str) -> None:
    count, failed = failures(public_objects(module))
    assert failed == []
    assert count >= MODULES[module]


def test_annotations_of_every_endpoint_can_be_evaluated() -> None:
    endpoints: list[tuple[str, object]] = [
        (f"{tag}.{name}.{function}", vars(getattr(package, name))[function])
        for tag in dir(api)
        if isinstance(package := getattr(api, tag), ModuleType)
        for name in dir(package)
        if isinstance(getattr(package, name), ModuleType)
        for function in ("request", "response")
    ]
    count, failed = failures(iter(endpoints))
    assert failed == []
    assert count > 300


def test_hints_of_methods_are_the_public_classes() -> None:
    tmdb = TMDB("token")
    assert typing.get_type_hints(tmdb.movies.popular)["return"] == tmdb_facade.Pager[models.Movie, models.MoviePage]
    assert typing.get_type_hints(tmdb.movies.release_dates)["return"] is models.MovieReleaseDates
    assert typing.get_type_hints(AsyncTMDB("token").movies.latest)["return"] is models.MovieDetails
    assert typing.get_type_hints(api.movies.popular.response)["return"] == type[models.MoviePage]
    assert inspect.signature(tmdb.movies.rate, eval_str=True).return_annotation is models.StatusResponse


@pytest.mark.parametrize(
    ("hook", "options"), [(SessionHook, ClientOptions), (AsyncSessionHook, AsyncClientOptions)], ids=["sync", "async"]
)
def test_session_hooks_can_be_evaluated_in_any_module(hook: object, options: type) -> None:
    """This module has no name `UserCredentials`."""

    def takes(hook: object) -> None: ...

    takes.__annotations__["hook"] = hook
    assert "tmdb_facade._core.client.user_credentials.UserCredentials" in str(typing.get_type_hints(takes)["hook"])
    assert "UserCredentials" in str(typing.get_type_hints(options)["on_session_expired"])


@pytest.mark.parametrize("name", ["TMDB", "AsyncTMDB"])
def test_namespaces_load_no_library_for_their_annotations(name: str) -> None:
    """Annotations name lazy packages, such as `models.Movie`."""
    namespaces = (
        "account auth collections companies discover find images lists movies people search trending tv v4.auth"
    )
    uses = "".join(f"tmdb.{namespace}\n" for namespace in namespaces.split())
    loaded = imported_by(f"from tmdb_facade import {name}\ntmdb = {name}('token')\n{uses}")
    assert not {"httpx", "httpcore", "attrs", "attr", "msgspec", "pandas", "polars"} & loaded
