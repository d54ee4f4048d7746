"""Both clients are one: the same classes, methods, signatures and docstrings, but for `await`."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple, get_overloads

import pytest

import tmdb_facade._async
from scripts.paths import ROOT
from scripts.sync_twin import PYTHON_NAMES, TREES, names_in
from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, Pager

SOURCE = next(iter(TREES))
#: What each name of the async client is called in the sync one, Python's own included.
NAMES = names_in((ROOT / SOURCE).rglob("*.py")) | PYTHON_NAMES
# In prose, "tasks" is a word and not our module.
WORDS = re.compile(rf"\b({'|'.join(map(re.escape, NAMES.keys() - {'tasks'}))})\b|\b(?:await|async) (?=\w)")


class Member(NamedTuple):
    """A public member of a class, as its user sees it.

    Attributes:
        kind: What it is: `method`, `property`, `attribute` and so on.
        signature: Its parameters and what it gives, on a line for each overload.
        doc: What it says of itself.
    """

    kind: str
    signature: str
    doc: str


def to_sync(text: str) -> str:
    """Write a text in the sync client's words."""
    return WORDS.sub(lambda match: NAMES.get(match[0], ""), text)


def unwrapped(member: Any) -> Any:
    """Give the function of a property or of a method of the class."""
    for inner in ("fget", "func", "__func__"):
        if hasattr(member, inner):
            return getattr(member, inner)
    return member


def is_public(name: str) -> bool:
    """Tell whether a name is for users, special ones included that classes of ours define."""
    return not name.startswith("_") or (name.startswith("__") and name.endswith("__") and name not in vars(object))


def public_members(class_: type) -> dict[str, Member]:
    """Describe what a class offers, with what it inherits from us."""
    ours = [base for base in class_.__mro__ if base.__module__.startswith("tmdb_facade.")]
    found: dict[str, Member] = {}
    for name in sorted({name for base in ours for name in vars(base) if is_public(name) or name == "__init__"}):
        member = inspect.getattr_static(class_, name)
        function = unwrapped(member)
        if inspect.isfunction(function):
            kind = "method" if function is member else type(member).__name__
            forms: list[Callable[..., object]] = [*get_overloads(function), function]
            signatures = [written(inspect.signature(form)) for form in forms]
            found[name] = Member(kind, "\n".join(signatures), inspect.getdoc(function) or "")
    return found


def written(signature: inspect.Signature) -> str:
    """Write a signature with its annotations as they stand in the source, which is all text there."""
    parameters = [
        f"{one.kind.name} {one.name}: {one.annotation} = {one.default!r}" for one in signature.parameters.values()
    ]
    return "; ".join([*parameters, f"-> {signature.return_annotation}"])


def async_classes() -> list[type]:
    """List every class of the async client that its modules define."""
    modules = pkgutil.walk_packages(tmdb_facade._async.__path__, f"{tmdb_facade._async.__name__}.")
    return [
        class_
        for name in sorted(module.name for module in modules)
        for _, class_ in inspect.getmembers_static(import_module(name), inspect.isclass)
        if class_.__module__ == name
    ]


CLASSES = async_classes()


def twin_of(class_: type) -> type:
    """Find the sync form of a class."""
    twin: type = getattr(import_module(to_sync_path(class_.__module__)), to_sync(class_.__qualname__))
    return twin


def to_sync_path(module: str) -> str:
    """Name the sync form of a module."""
    return module.replace("._async", "._sync")


def test_the_clients_and_pagers_are_among_them() -> None:
    """And at least as many others as there are namespaces."""
    assert {AsyncTMDB, AsyncPager} <= set(CLASSES)
    assert (twin_of(AsyncTMDB), twin_of(AsyncPager)) == (TMDB, Pager)
    assert sum(class_.__name__.endswith("Resource") for class_ in CLASSES) >= 30


@pytest.mark.parametrize("class_", CLASSES, ids=lambda class_: class_.__qualname__)
def test_both_forms_are_the_same(class_: type) -> None:
    """The same members, of the same kinds, with the same signatures and docstrings."""
    ours, theirs = public_members(class_), public_members(twin_of(class_))

    translated = {to_sync(name): Member(one.kind, *map(to_sync, one[1:])) for name, one in ours.items()}

    assert {name: one._replace(doc=to_sync(one.doc)) for name, one in theirs.items()} == translated
    assert to_sync(inspect.getdoc(class_) or "") == (inspect.getdoc(twin_of(class_)) or "")


@pytest.mark.parametrize("class_", CLASSES, ids=lambda class_: class_.__qualname__)
def test_one_waits_and_the_other_does_not(class_: type) -> None:
    """Nothing of the sync form is to be awaited; what walks asynchronously here, walks there."""
    twin = twin_of(class_)
    for name in public_members(class_):
        here = unwrapped(inspect.getattr_static(class_, name))
        there = unwrapped(inspect.getattr_static(twin, to_sync(name)))
        assert not inspect.iscoroutinefunction(there), name
        assert not inspect.isasyncgenfunction(there), name
        assert inspect.isasyncgenfunction(here) == inspect.isgeneratorfunction(there), name


def test_a_difference_is_found() -> None:
    """In a name, a parameter, a default, a type, a kind and a docstring."""

    class One:
        def there(self, page: int = 1) -> str:
            """Say something."""
            return str(page)

    def changed(text: str, kind: str = "") -> Member:
        scope: dict[str, Any] = {"__name__": "tmdb_facade.changed"}
        exec(f"from __future__ import annotations\nclass Two:\n {kind}\n {text}", scope)
        return public_members(scope["Two"]).get("there", Member("", "", ""))

    One.__module__ = "tmdb_facade.changed"
    first = public_members(One)["there"]
    same = 'def there(self, page: int = 1) -> str: "Say something."'
    assert changed(same) == first
    assert changed(same.replace("there", "here")) != first
    assert changed(same.replace("page", "number")) != first
    assert changed(same.replace("1", "2")) != first
    assert changed(same.replace("int", "float")) != first
    assert changed(same.replace("some", "no")) != first
    assert changed(same, "@classmethod") != first
