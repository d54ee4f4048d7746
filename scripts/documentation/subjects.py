"""The subjects of the reference that are neither namespaces nor models, one page each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import tmdb_bindings.append
from tmdb_facade import errors, models, testing, types
from tmdb_facade.testing import pytest_plugin

#: The names at the top of the page.
FIRST_OF_TESTING = [
    "TMDBServer",
    "User",
    "Faults",
    "Fault",
    "RequestLog",
    "LoggedRequest",
    "Clock",
    "InProcessTransport",
]


class SubjectPage(NamedTuple):
    """The content of a page."""

    title: str
    introduction: str
    names: Sequence[str] = ()
    # Modules with the members to show; None shows all members that have a docstring.
    modules: Mapping[str, list[str] | None] = {}
    # Options of mkdocstrings for everything on the page.
    options: Mapping[str, object] = {}
    rest: str = ""


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


def _fixtures() -> list[str]:
    """Return the names of the pytest plugin's fixtures."""
    return [
        name
        for name, value in vars(pytest_plugin).items()
        if type(value).__name__ == "FixtureFunctionDefinition" and name[0] != "_"
    ]


def _codes() -> str:
    """Return a table of TMDB's status codes."""
    rows = "".join(f"| {code.value} | `{code.name}` | {code.http_status} |\n" for code in errors.TMDBCode)
    return f"## TMDB's codes\n\n| code | name | HTTP status |\n| --- | --- | --- |\n{rows}"


#: The pages by name; every public name must be on one.
SUBJECTS: Mapping[str, SubjectPage] = {
    "client": SubjectPage(
        "The client",
        "Both clients accept the same arguments and have the same [namespaces](namespaces/index.md); the methods of `AsyncTMDB` "
        "are awaited.",
        ["tmdb_facade.TMDB", "tmdb_facade.AsyncTMDB", "tmdb_facade.ALTERNATE_BASE_URL", "tmdb_facade.ATTRIBUTION"],
        # The inherited namespaces have their own pages.
        options={"inherited_members": False},
    ),
    "pagers": SubjectPage(
        "Pagers",
        "The return values of methods that list entries in pages. See the [guide](../guides/paging.md).",
        ["tmdb_facade.Pager", "tmdb_facade.AsyncPager"],
    ),
    "append": SubjectPage(
        "Append",
        "The blocks that can be appended to each kind of details. See the [guide](../guides/append.md).",
        [
            "tmdb_facade.MovieAppend",
            "tmdb_facade.TVAppend",
            "tmdb_facade.SeasonAppend",
            "tmdb_facade.EpisodeAppend",
            "tmdb_facade.PersonAppend",
            "tmdb_facade.CollectionAppend",
            "tmdb_facade.CompanyAppend",
            "tmdb_facade.types.Append",
        ],
        options={"members": [], "docstring_section_style": "table"},
    ),
    "terms": SubjectPage(
        "Terms of discover",
        "Combined values and ranges for `tmdb.discover`. See the [guide](../guides/discover.md).",
        [f"tmdb_facade.{name}" for name in ("all_of", "any_of", "between", "AllOf", "AnyOf", "Between")],
    ),
    "localization": SubjectPage(
        "Localization",
        "The languages of the texts of a record when several languages were requested. "
        "See the [guide](../guides/languages.md).",
        ["tmdb_facade.localization", "tmdb_facade.Localization"],
    ),
    "raw": SubjectPage("Raw responses", "The HTTP response of a call.", ["tmdb_facade.RawResponse"]),
    "events": SubjectPage(
        "Events",
        "The arguments of a client's `on_request` and `on_response` hooks.",
        ["tmdb_facade.RequestEvent", "tmdb_facade.ResponseEvent"],
    ),
    "errors": SubjectPage(
        "Errors",
        "",
        modules={"tmdb_facade.errors": _names_of_errors()},
        options={"inherited_members": False, "show_bases": True},
        rest=_codes(),
    ),
    "types": SubjectPage(
        "Types for annotations", "", modules={"tmdb_facade.types": names_of_types(), "tmdb_facade.resources": []}
    ),
    "testing": SubjectPage(
        "Testing",
        "",
        modules={"tmdb_facade.testing": list(dict.fromkeys([*FIRST_OF_TESTING, *dir(testing)]))},
        # Its names are defined in other modules.
        options={"show_root_full_path": True},
    ),
    "fixtures": SubjectPage(
        "Fixtures for pytest",
        "",
        modules={"tmdb_facade.testing.pytest_plugin": _fixtures()},
        options={"show_signature": False},
    ),
}
