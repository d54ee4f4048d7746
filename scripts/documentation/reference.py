"""The pages of the reference: one for each namespace, each other subject, and the models of each domain."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from inspect import getdoc, isclass, isfunction, ismodule
from typing import NamedTuple

import yaml

import tmdb_facade
from scripts.documentation.subjects import SUBJECTS, names_of_types
from scripts.ledger.methods import namespaces as namespaces_of
from scripts.paths import ROOT
from tmdb_facade import TMDB, errors, models, testing

TITLES = {"auth": "Authentication", "other": "Choices", "tv": "TV", "v4": "Version 4"}
MODELS = """\
The classes of answers, in `tmdb_facade.models`. They are plain objects: they compare by value, can be pickled, and `to_dict()`
and `to_json()` return what TMDB sent.

The types show what can be missing: a `str` is always present, a `str | None` may be missing, a list is never `None`. A row of a
list (`Movie`) and a full record (`MovieDetails`) are separate classes; neither inherits from the other."""
COMPONENTS = ROOT / "openapi" / "components"


class ReferencePage(NamedTuple):
    """A page of the reference."""

    name: str  # the path below `reference/`, without `.md`
    title: str  # the title in the navigation
    text: str


def namespace_classes() -> dict[str, type[object]]:
    """Return the class of each namespace by the name that users write, such as `tmdb.tv.seasons`."""
    return dict(namespaces_of(TMDB, "tmdb."))


def index_pages() -> list[ReferencePage]:
    """Return the pages that list the namespaces and the models."""
    classes: dict[str, type[object]] = {"tmdb": TMDB, **namespace_classes()}
    rows = ["| namespace | subject |", "| --- | --- |"]
    for name in namespace_classes():
        holder, _, own = name.rpartition(".")
        about = getdoc(getattr(classes[holder], own)) or ""
        rows.append(f"| [`{name}`][{name}] | {about.partition(chr(10))[0]} |")
    found = "\n".join(rows)
    listed = "\n\n".join(
        f"**{_title(domain)}**: {', '.join(f'[`{name}`][tmdb_facade.models.{name}]' for name in names)}"
        for domain, names in domains().items()
        if names
    )
    return [
        ReferencePage(
            "namespaces/index",
            "Namespaces",
            f"# Namespaces\n\nThe namespaces of a client, called `tmdb` here.\n\n{found}\n",
        ),
        ReferencePage("models/index", "Models", f"# Models\n\n{MODELS}\n\n{listed}\n"),
    ]


def _title(domain: str) -> str:
    return TITLES.get(domain) or domain.replace("_", " ").capitalize()


def _methods(kind: type[object]) -> list[str]:
    """Return the public methods in the order of the source, those of the class itself first."""
    return list(dict.fromkeys(name for base in kind.__mro__ for name in vars(base) if name[0] != "_"))


def domains() -> dict[str, list[str]]:
    """Return the names of the models by domain, which is their file in `openapi/components/`, or `other`."""
    known = set(dir(models))
    found: dict[str, list[str]] = {}
    for path in sorted(COMPONENTS.glob("*.yaml")):
        schemas = yaml.safe_load(path.read_text(encoding="utf-8"))["schemas"]
        found[path.stem] = [name for name in schemas if name in known]
    placed = {name for names in found.values() for name in names}
    return {**found, "other": sorted(known - placed)}


def namespace_pages() -> Iterator[ReferencePage]:
    """Yield the page of each namespace."""
    classes = namespace_classes()
    for name, kind in classes.items():
        inner = [other for other in classes if other.rpartition(".")[0] == name]
        methods = [method for method in _methods(kind) if f"{name}.{method}" not in classes]
        text = _directive(name, {"heading_level": 1, "show_root_full_path": True, "members": methods})
        if inner:
            text += "\n\n## More namespaces\n\n" + "\n".join(f"- [`{other}`][{other}]" for other in inner)
        yield ReferencePage(name.removeprefix("tmdb.").replace(".", "-"), name, f"{text}\n")


def subject_pages() -> Iterator[ReferencePage]:
    """Yield the pages of the subjects that are neither namespaces nor models."""
    for name, subject in SUBJECTS.items():
        parts = [f"# {subject.title}", subject.introduction]
        for module, members in subject.modules.items():
            shown = {} if members is None else {"members": members}
            hidden = {"show_root_heading": False, "show_root_toc_entry": False}
            parts.append(_directive(module, {**subject.options, **hidden, **shown}))
        parts += [_directive(each, subject.options) for each in subject.names]
        yield ReferencePage(name, subject.title, "\n\n".join(filter(None, [*parts, subject.rest])) + "\n")


def model_pages() -> Iterator[ReferencePage]:
    """Yield the pages of the models, with fields and blocks as a table and the methods of each."""
    options = {"inherited_members": False, "docstring_section_style": "table"}
    for domain, names in domains().items():
        if names:
            parts = [f"# Models: {_title(domain)}"]
            for name in names:
                model: object = getattr(models, name)
                methods = (
                    [each for each in _methods(model) if isfunction(vars(model).get(each))] if isclass(model) else []
                )
                parts.append(_directive(f"tmdb_facade.models.{name}", {**options, "members": methods}))
            yield ReferencePage(f"models/{domain}", _title(domain), "\n\n".join(parts) + "\n")


def _directive(name: str, options: Mapping[str, object]) -> str:
    """Return the mkdocstrings directive for an object. Its options are written as JSON, which is valid YAML."""
    return f"::: {name}\n    options: {json.dumps(dict(options))}"


def public_names() -> set[str]:
    """Return the full name of everything that the reference must contain."""
    modules = {name for name in dir(tmdb_facade) if ismodule(getattr(tmdb_facade, name))}
    names = set(dir(tmdb_facade)) - {"__version__", *modules, *errors.__all__}
    return {
        *(f"tmdb_facade.{name}" for name in names),
        *(f"tmdb_facade.errors.{name}" for name in errors.__all__),
        *(f"tmdb_facade.testing.{name}" for name in dir(testing)),
        *(f"tmdb_facade.types.{name}" for name in names_of_types()),
        *(f"tmdb_facade.models.{name}" for name in dir(models)),
        *namespace_classes(),
    }


def linked_names() -> dict[str, str]:
    """Return the anchors of the reference by the names that users write, which are linked wherever they occur as code."""
    names = {name.rpartition(".")[2]: name for name in public_names() if name.startswith("tmdb_facade.")}
    for namespace, kind in namespace_classes().items():
        names[namespace] = namespace
        names |= {method: method for method in (f"{namespace}.{name}" for name in _methods(kind))}
    return names
