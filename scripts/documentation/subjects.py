"""What the reference has beside the namespaces and the models: a page for each subject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import tmdb_bindings.append
from tmdb_facade import models, types


class Subject(NamedTuple):
    """What stands on a page."""

    title: str
    introduction: str
    names: Sequence[str] = ()
    # Whole modules, each with those of its members that are shown: all that have a docstring when it is None.
    modules: Mapping[str, list[str] | None] = {}


def names_of_types() -> list[str]:
    """Return the names of `tmdb_facade.types` that are shown: those that are neither blocks nor models."""
    return [name for name in dir(types) if name not in {*dir(tmdb_bindings.append), *dir(models)}]


#: By the name of the page; everything public has to be on one.
SUBJECTS: Mapping[str, Subject] = {
    "client": Subject(
        "The client",
        "Both clients take the same arguments and have the same namespaces; the methods of `AsyncTMDB` are awaited.",
        ["tmdb_facade.TMDB", "tmdb_facade.AsyncTMDB", "tmdb_facade.ALTERNATE_BASE_URL", "tmdb_facade.ATTRIBUTION"],
    ),
    "pagers": Subject(
        "Pagers",
        "What methods give that list something in pages. The [guide](../guides/paging.md) shows them at work.",
        ["tmdb_facade.Pager", "tmdb_facade.AsyncPager"],
    ),
    "append": Subject(
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
        ],
    ),
    "terms": Subject(
        "Terms of discover",
        "How several values and ranges are passed to `tmdb.discover`. "
        "The [guide](../guides/discover.md) shows them at work.",
        [f"tmdb_facade.{name}" for name in ("all_of", "any_of", "between", "AllOf", "AnyOf", "Between")],
    ),
    "localization": Subject(
        "Localization",
        "Where the texts of a record came from when several languages were asked for. "
        "The [guide](../guides/languages.md) shows it at work.",
        ["tmdb_facade.localization", "tmdb_facade.Localization"],
    ),
    "raw": Subject("Raw answers", "The HTTP answer behind a value.", ["tmdb_facade.RawResponse"]),
    "events": Subject(
        "Events",
        "What a client tells those who watch it, through `on_request` and `on_response`.",
        ["tmdb_facade.RequestEvent", "tmdb_facade.ResponseEvent"],
    ),
    "errors": Subject("Errors", "", modules={"tmdb_facade.errors": None}),
    "types": Subject(
        "Types for annotations", "", modules={"tmdb_facade.types": names_of_types(), "tmdb_facade.resources": []}
    ),
    "testing": Subject("Testing", "", modules={"tmdb_facade.testing": None}),
}
