"""What the reference has beside the namespaces and the models: a page for each subject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import tmdb_bindings.append
from tmdb_facade import errors, models, testing, types
from tmdb_facade.testing import pytest_plugin

#: What a reader looks for first.
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
    """What stands on a page."""

    title: str
    introduction: str
    names: Sequence[str] = ()
    # Whole modules, each with those of its members that are shown; all that have a docstring when it is None.
    modules: Mapping[str, list[str] | None] = {}
    # Of mkdocstrings, for everything on the page.
    options: Mapping[str, object] = {}
    rest: str = ""


def names_of_types() -> list[str]:
    """Return the names of `tmdb_facade.types` that are shown: those that are neither blocks nor models."""
    return [name for name in dir(types) if name not in {*dir(tmdb_bindings.append), *dir(models)}]


def _names_of_errors() -> list[str]:
    """Return the names of `tmdb_facade.errors`: the exceptions from general to special, then what they hold."""
    values = {name: value for name, value in vars(errors).items() if name in errors.__all__}
    return sorted(
        values,
        key=lambda name: (not issubclass(values[name], errors.TMDBError), not issubclass(values[name], Exception)),
    )


def _fixtures() -> list[str]:
    """Return the names of the fixtures of the pytest plugin."""
    return [
        name
        for name, value in vars(pytest_plugin).items()
        if type(value).__name__ == "FixtureFunctionDefinition" and name[0] != "_"
    ]


def _codes() -> str:
    """Return TMDB's codes as a table."""
    rows = "".join(f"| {code.value} | `{code.name}` | {code.http_status} |\n" for code in errors.TMDBCode)
    return f"## TMDB's codes\n\n| code | name | HTTP status |\n| --- | --- | --- |\n{rows}"


#: By the name of the page; everything public has to be on one.
SUBJECTS: Mapping[str, SubjectPage] = {
    "client": SubjectPage(
        "The client",
        "Both clients take the same arguments and have the same [namespaces](namespaces/index.md); the methods of `AsyncTMDB` "
        "are awaited.",
        ["tmdb_facade.TMDB", "tmdb_facade.AsyncTMDB", "tmdb_facade.ALTERNATE_BASE_URL", "tmdb_facade.ATTRIBUTION"],
        # The namespaces, which are inherited, have pages of their own.
        options={"inherited_members": False},
    ),
    "pagers": SubjectPage(
        "Pagers",
        "What methods give that list something in pages. The [guide](../guides/paging.md) shows them at work.",
        ["tmdb_facade.Pager", "tmdb_facade.AsyncPager"],
    ),
    "append": SubjectPage(
        "Append",
        "What can be appended to the details of each kind. The [guide](../guides/append.md) shows it at work.",
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
        "How several values and ranges are passed to `tmdb.discover`. "
        "The [guide](../guides/discover.md) shows them at work.",
        [f"tmdb_facade.{name}" for name in ("all_of", "any_of", "between", "AllOf", "AnyOf", "Between")],
    ),
    "localization": SubjectPage(
        "Localization",
        "Where the texts of a record came from when several languages were asked for. "
        "The [guide](../guides/languages.md) shows it at work.",
        ["tmdb_facade.localization", "tmdb_facade.Localization"],
    ),
    "raw": SubjectPage("Raw answers", "The HTTP answer behind a value.", ["tmdb_facade.RawResponse"]),
    "events": SubjectPage(
        "Events",
        "What a client tells those who watch it, through `on_request` and `on_response`.",
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
        # Its names stand in modules of their own.
        options={"show_root_full_path": True},
    ),
    "fixtures": SubjectPage(
        "Fixtures for pytest",
        "",
        modules={"tmdb_facade.testing.pytest_plugin": _fixtures()},
        options={"show_signature": False},
    ),
}
