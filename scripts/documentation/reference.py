"""The pages of the reference: one for each namespace, each other subject, and the models of each domain."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import getdoc, isclass, isfunction, ismodule
from typing import NamedTuple

import yaml

import tmdb_bindings.append
import tmdb_facade
from scripts.ledger.methods import namespaces as namespaces_of
from scripts.paths import ROOT
from scripts.text_templates import render_template
from tmdb_facade import TMDB, errors, models, stores, testing, types
from tmdb_facade.testing import pytest_plugin
from tmdb_facade.types import Details, Model

TITLES = {"auth": "Authentication", "other": "Choices", "tv": "TV", "v4": "Version 4"}
COMPONENTS = ROOT / "openapi" / "components"
SUBJECTS = ROOT / "scripts" / "documentation" / "templates" / "subjects"


class ReferencePage(NamedTuple):
    """A page of the reference."""

    name: str  # the path below `reference/`, without `.md`
    title: str  # the title in the navigation
    text: str


def namespace_classes() -> dict[str, type[object]]:
    """Return the class of each namespace by the name that users write, such as `tmdb.tv.seasons`."""
    return dict(namespaces_of(TMDB, "tmdb."))


def index_pages() -> Iterator[ReferencePage]:
    """Yield the pages that list the namespaces and the models."""
    classes: dict[str, type[object]] = {"tmdb": TMDB, **namespace_classes()}
    subjects: dict[str, str] = {}
    for name in namespace_classes():
        holder, _, own = name.rpartition(".")
        subjects[name] = (getdoc(getattr(classes[holder], own)) or "").partition("\n")[0]
    yield _page("namespaces/index", "Namespaces", "namespaces", namespaces=subjects)
    listed = {_title(domain): names for domain, names in domains().items() if names}
    yield _page("models/index", "Models", "models", domains=listed)


def _page(name: str, title: str, template: str, /, **values: object) -> ReferencePage:
    return ReferencePage(name, title, render_template(f"documentation/templates/{template}.md.jinja", **values))


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
        path = name.removeprefix("tmdb.").replace(".", "-")
        yield _page(path, name, "namespace", name=name, methods=methods, inner=inner)


def subject_pages() -> Iterator[ReferencePage]:
    """Yield the pages of the subjects that are neither namespaces nor models; the settings of the site list them."""
    fixtures = [name for name, value in vars(pytest_plugin).items() if _is_fixture(value) and name[0] != "_"]
    for template in sorted(SUBJECTS.glob("*.md.jinja")):
        name = template.name.removesuffix(".md.jinja")
        yield _page(
            name,
            name,
            f"subjects/{name}",
            errors=_names_of_errors(),
            codes=list(errors.TMDBCode),
            types=names_of_types(),
            testing=dir(testing),
            fixtures=fixtures,
        )


def _is_fixture(value: object) -> bool:
    return type(value).__name__ == "FixtureFunctionDefinition"


def names_of_types() -> list[str]:
    """Return the names of `tmdb_facade.types` that are neither blocks nor models."""
    return [name for name in dir(types) if name not in {*dir(tmdb_bindings.append), *dir(models)}]


def _names_of_errors() -> list[str]:
    """Return the names of `tmdb_facade.errors`: TMDB's exceptions, other exceptions, then the rest."""
    values = {name: value for name, value in vars(errors).items() if name in errors.__all__}
    return sorted(
        values,
        key=lambda name: (not issubclass(values[name], errors.TMDBError), not issubclass(values[name], Exception)),
    )


def model_pages() -> Iterator[ReferencePage]:
    """Yield the pages of the models, with fields and blocks as a table and the methods of each."""
    for domain, names in domains().items():
        if names:
            title = _title(domain)
            methods = {name: _functions(getattr(models, name)) for name in names}
            yield _page(f"models/{domain}", title, "domain", title=title, models=methods)


def _functions(model: object) -> list[str]:
    if not isclass(model):
        return []
    # A model can have methods of a base class of its own, such as the look-ups by country.
    bases = [base for base in model.__mro__[1:] if issubclass(base, Model) and base not in (Model, Details)]
    return [name for name in _methods(model) if any(isfunction(vars(one).get(name)) for one in (model, *bases))]


def public_names() -> set[str]:
    """Return the full name of everything that the reference must contain."""
    modules = {name for name in dir(tmdb_facade) if ismodule(getattr(tmdb_facade, name))}
    names = set(dir(tmdb_facade)) - {"__version__", *modules, *errors.__all__}
    return {
        *(f"tmdb_facade.{name}" for name in names),
        *(f"tmdb_facade.errors.{name}" for name in errors.__all__),
        *(f"tmdb_facade.testing.{name}" for name in dir(testing)),
        *(f"tmdb_facade.types.{name}" for name in names_of_types()),
        *(f"tmdb_facade.stores.{name}" for name in dir(stores)),
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
