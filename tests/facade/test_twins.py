"""Both clients have the same classes, methods, signatures and docstrings, except for `await`.

Each test checks every class of the async client and lists all differences.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple, get_overloads

import tmdb_facade._async
from scripts.sync_twin import convert
from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, Pager, resources


class Member(NamedTuple):
    """A public member of a class.

    Attributes:
        kind: Its kind: `method`, `property`, `classmethod` and so on.
        signature: Its parameters and return type; with overloads, one line for each.
        doc: Its docstring.
    """

    kind: str
    signature: str
    doc: str


def unwrapped(member: Any) -> Any:
    """Return the function of a property or class method."""
    for inner in ("fget", "func", "__func__"):
        if hasattr(member, inner):
            return getattr(member, inner)
    return member


def is_public(name: str) -> bool:
    """Return whether a name is public; special methods that `object` lacks are."""
    return not name.startswith("_") or (name.startswith("__") and name.endswith("__") and name not in vars(object))


def public_members(class_: type) -> dict[str, Member]:
    """Return the public members of a class, including those of base classes in the package."""
    bases = [base for base in class_.__mro__ if base.__module__.startswith("tmdb_facade.")]
    members: dict[str, Member] = {}
    for name in sorted({name for base in bases for name in vars(base) if is_public(name) or name == "__init__"}):
        member = inspect.getattr_static(class_, name)
        function = unwrapped(member)
        if inspect.isfunction(function):
            kind = "method" if function is member else type(member).__name__
            forms: list[Callable[..., object]] = [*get_overloads(function), function]
            signatures = [signature_text(inspect.signature(form)) for form in forms]
            members[name] = Member(kind, "\n".join(signatures), inspect.getdoc(function) or "")
    return members


def signature_text(signature: inspect.Signature) -> str:
    """Return a signature as text, with its annotations as written in the source."""
    parameters = [
        f"{each.kind.name} {each.name}: {each.annotation} = {each.default!r}" for each in signature.parameters.values()
    ]
    return "; ".join([*parameters, f"-> {signature.return_annotation}"])


def async_classes() -> list[type]:
    """Return every class that the modules of the async client define."""
    modules = pkgutil.walk_packages(tmdb_facade._async.__path__, f"{tmdb_facade._async.__name__}.")
    return [
        class_
        for name in sorted(module.name for module in modules)
        for _, class_ in inspect.getmembers_static(import_module(name), inspect.isclass)
        if class_.__module__ == name
    ]


CLASSES = async_classes()


def twin_of(class_: type) -> type:
    """Return the sync form of a class."""
    module = import_module(class_.__module__.replace("._async", "._sync"))
    twin: type = getattr(module, convert(class_.__qualname__))
    return twin


def test_async_classes_include_clients_pagers_and_every_namespace() -> None:
    """So the other tests of this module check something."""
    namespaces = {getattr(resources, name) for name in dir(resources) if name.startswith("Async")}
    assert namespaces
    assert {AsyncTMDB, AsyncPager, *namespaces} <= set(CLASSES)
    assert (twin_of(AsyncTMDB), twin_of(AsyncPager)) == (TMDB, Pager)


def test_twins_have_the_same_members_signatures_and_docstrings() -> None:
    differences: list[str] = []
    for class_ in CLASSES:
        twin = twin_of(class_)
        expected = {
            convert(name): Member(one.kind, *map(convert, one[1:])) for name, one in public_members(class_).items()
        }
        actual = {name: one._replace(doc=convert(one.doc)) for name, one in public_members(twin).items()}
        differences += [
            f"{twin.__qualname__}.{name}: {expected.get(name)} != {actual.get(name)}"
            for name in sorted(expected | actual)
            if expected.get(name) != actual.get(name)
        ]
        if convert(inspect.getdoc(class_) or "") != (inspect.getdoc(twin) or ""):
            differences.append(f"{twin.__qualname__}: another docstring")
    assert differences == []


def test_sync_members_are_neither_coroutines_nor_async_generators() -> None:
    """Async generators have generators as their twins."""
    offenders: list[str] = []
    for class_ in CLASSES:
        twin = twin_of(class_)
        for name in public_members(class_):
            function = unwrapped(inspect.getattr_static(class_, name))
            sync_function = unwrapped(inspect.getattr_static(twin, convert(name)))
            is_async = inspect.iscoroutinefunction(sync_function) or inspect.isasyncgenfunction(sync_function)
            if is_async or inspect.isasyncgenfunction(function) != inspect.isgeneratorfunction(sync_function):
                offenders.append(f"{twin.__qualname__}.{convert(name)}")
    assert offenders == []


def test_public_members_differ_in_name_parameter_default_type_kind_and_docstring() -> None:
    class One:
        def greet(self, page: int = 1) -> str:
            """Return some text."""
            return str(page)

    def member_of(text: str, decorator: str = "") -> Member:
        scope: dict[str, Any] = {"__name__": "tmdb_facade.changed"}
        exec(f"from __future__ import annotations\nclass Two:\n {decorator}\n {text}", scope)
        return public_members(scope["Two"]).get("greet", Member("", "", ""))

    One.__module__ = "tmdb_facade.changed"
    original = public_members(One)["greet"]
    same = 'def greet(self, page: int = 1) -> str: "Return some text."'
    assert member_of(same) == original
    assert member_of(same.replace("greet", "leave")) != original
    assert member_of(same.replace("page", "number")) != original
    assert member_of(same.replace("1", "2")) != original
    assert member_of(same.replace("int", "float")) != original
    assert member_of(same.replace("some", "no")) != original
    assert member_of(same, "@classmethod") != original
