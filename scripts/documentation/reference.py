"""The pages of the reference: one for each namespace, for each other subject, and for the models of each domain."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from inspect import ismodule
from pathlib import Path
from typing import NamedTuple

import yaml

import tmdb_facade
from documentation.subjects import SUBJECTS, names_of_types
from tmdb_facade import TMDB, errors, models, testing

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = ROOT / "openapi" / "components"


class Page(NamedTuple):
    """A page of the reference."""

    name: str  # its path below `reference/`, without `.md`
    title: str  # in the navigation
    text: str


def namespaces() -> dict[str, type[object]]:
    """Return the class of each namespace by the name that users write, as in `tmdb.tv.seasons`."""
    with TMDB(access_token="0123456789") as tmdb:
        return dict(_namespaces_of(tmdb, "tmdb"))


def _namespaces_of(holder: object, name: str) -> Iterator[tuple[str, type[object]]]:
    for attribute in sorted(_lazy(type(holder))):
        value = getattr(holder, attribute)
        if type(value).__module__.startswith("tmdb_facade._sync.resources"):
            yield f"{name}.{attribute}", type(value)
            yield from _namespaces_of(value, f"{name}.{attribute}")


def _lazy(kind: type[object]) -> set[str]:
    return {name for base in kind.__mro__ for name, value in vars(base).items() if isinstance(value, cached_property)}


def _methods(kind: type[object]) -> list[str]:
    """Return the public methods in the order of the source, those of the class itself first."""
    return list(dict.fromkeys(name for base in kind.__mro__ for name in vars(base) if name[0] != "_"))


def domains() -> dict[str, list[str]]:
    """Return the names of the models by domain, as `openapi/components/` has them; `other` are those in none."""
    known = set(dir(models))
    found: dict[str, list[str]] = {}
    for path in sorted(COMPONENTS.glob("*.yaml")):
        schemas = yaml.safe_load(path.read_text(encoding="utf-8"))["schemas"]
        found[path.stem] = [name for name in schemas if name in known]
    placed = {name for names in found.values() for name in names}
    return {**found, "other": sorted(known - placed)}


def namespace_pages() -> Iterator[Page]:
    """Yield the page of each namespace."""
    classes = namespaces()
    for name, kind in classes.items():
        inner = [other for other in classes if other.rpartition(".")[0] == name]
        methods = [method for method in _methods(kind) if f"{name}.{method}" not in classes]
        text = f"::: {name}\n    options:\n      heading_level: 1\n      show_root_full_path: true\n      members: {methods}\n"
        if inner:
            text += "\n## More namespaces\n\n" + "".join(f"- [`{other}`][{other}]\n" for other in inner)
        yield Page(name.removeprefix("tmdb.").replace(".", "-"), name, text)


def subject_pages() -> Iterator[Page]:
    """Yield the pages of all that is neither a namespace nor a model."""
    for name, subject in SUBJECTS.items():
        text = "\n\n".join([f"# {subject.title}", *filter(None, [subject.introduction])])
        text += "".join(f"\n\n::: {each}" for each in subject.names)
        for module, members in subject.modules.items():
            text += (
                f"\n\n::: {module}\n    options:\n      show_root_heading: false\n      show_root_toc_entry: false\n"
            )
            text += "" if members is None else f"      members: {members}\n      show_if_no_docstring: true\n"
        yield Page(name, subject.title, f"{text}\n")


def model_pages() -> Iterator[Page]:
    """Yield the pages of the models."""
    options = "    options:\n      members: []\n      docstring_section_style: table\n      summary: {attributes: true}\n      show_if_no_docstring: true\n"
    for domain, names in domains().items():
        if names:
            title = domain.replace("_", " ").capitalize()
            directives = "\n".join(f"::: tmdb_facade.models.{name}\n{options}" for name in names)
            yield Page(f"models/{domain}", title, f"# Models: {title.lower()}\n\n{directives}")


def public_names() -> set[str]:
    """Return everything that the reference has to hold, by its full name."""
    modules = {name for name in tmdb_facade.__all__ if ismodule(getattr(tmdb_facade, name))}
    names = set(tmdb_facade.__all__) - {"__version__", *modules, *errors.__all__}
    return {
        *(f"tmdb_facade.{name}" for name in names),
        *(f"tmdb_facade.errors.{name}" for name in errors.__all__),
        *(f"tmdb_facade.testing.{name}" for name in testing.__all__),
        *(f"tmdb_facade.types.{name}" for name in names_of_types()),
        *(f"tmdb_facade.models.{name}" for name in dir(models)),
        *namespaces(),
    }


def linked_names() -> dict[str, str]:
    """Return what is linked to the reference where it stands as code: names as users write them, and their anchors."""
    names = {name.rpartition(".")[2]: name for name in public_names() if name.startswith("tmdb_facade.")}
    for namespace, kind in namespaces().items():
        names[namespace] = namespace
        names |= {method: method for method in (f"{namespace}.{name}" for name in _methods(kind))}
    return names
