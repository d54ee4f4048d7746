"""`compare_roundtrip` finds lost values and unknown keys, and nothing else."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from scripts.evidence.roundtrip import Finding, compare_roundtrip
from tmdb_bindings.models import Movie, MovieDetails, MultiSearchPage, ReleaseDate
from tmdb_bindings.runtime import Drift, Model, decode

MOVIE: dict[str, Any] = {
    "id": 19,
    "title": "Metropolis",
    "release_date": "1927-02-06",
    "genre_ids": [18],
    "vote_count": 1,
}


def read(raw: object, type_: type[Model] = Movie, append: tuple[str, ...] = ()) -> Any:
    """Decode JSON as a model."""
    return decode(msgspec.json.encode(raw), type_, operation="op", drift=Drift("ignore"), append=append)


@pytest.mark.parametrize(
    "changes",
    [
        {"release_date": ""},
        {"release_date": None},
        {"vote_count": 1.0},
        {"genre_ids": None},
        {"genre_ids": []},
        {"poster_path": None},
        {"media_type": "movie"},
    ],
)
def test_equivalent_values_are_not_lost(changes: dict[str, object]) -> None:
    """Empty dates, nulls, absent keys, and numbers by value."""
    raw = {**MOVIE, **changes}
    assert list(compare_roundtrip(read(raw), raw)) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": "Other"}, "title"),
        ({"title": ""}, "title"),
        ({"title": None}, "title"),
        ({"release_date": "1927-02-07"}, "release_date"),
        ({"release_date": None}, "release_date"),
        ({"genre_ids": [18, 19]}, "genre_ids"),
        ({"genre_ids": [19]}, "genre_ids"),
        ({"vote_count": 2}, "vote_count"),
        ({"vote_count": True}, "vote_count"),
        ({"vote_count": None}, "vote_count"),
        ({"poster_path": ""}, "poster_path"),
    ],
)
def test_changed_value_is_lost(changes: dict[str, object], field: str) -> None:
    [finding] = compare_roundtrip(read(MOVIE), {**MOVIE, **changes})
    assert (finding.kind, finding.model, finding.field) == ("lost", "Movie", field)


def test_unknown_tag_is_in_kind() -> None:
    raw: dict[str, Any] = {"id": 1, "results": [{"id": 2, "media_type": "opera", "name": "Aida"}]}
    answer = read(raw, MultiSearchPage)
    assert answer.results[0].kind == "opera"
    assert list(compare_roundtrip(answer.results[0], raw["results"][0])) == []
    [finding] = compare_roundtrip(answer.results[0], {"id": 2, "media_type": "ballet", "name": "Aida"})
    assert (finding.kind, finding.field) == ("lost", "media_type")


def test_timestamps_are_compared_by_value() -> None:
    raw = {"release_date": "2020-01-02T00:00:00.000Z", "type": 3}
    answer = read(raw, ReleaseDate)
    assert list(compare_roundtrip(answer, {**raw, "release_date": "2020-01-02 00:00:00 UTC"})) == []
    assert list(compare_roundtrip(answer, {**raw, "release_date": "2020-01-03 00:00:00 UTC"})) != []


def test_blocks_are_compared() -> None:
    raw: dict[str, Any] = {
        **MOVIE,
        "credits": {"cast": [{"id": 1, "name": "a"}], "crew": []},
        "watch/providers": {"results": {}},
    }
    answer = read(raw, MovieDetails, ("credits", "watch/providers"))
    assert not [one for one in compare_roundtrip(answer, raw) if one.field in ("credits", "watch/providers")]
    other = {**raw, "credits": {"cast": [{"id": 2, "name": "a"}], "crew": []}}
    assert Finding("lost", "MovieCastMember", "id", "$.credits.cast[].id") in list(compare_roundtrip(answer, other))


def test_list_answers_are_compared() -> None:
    raw = [MOVIE, {**MOVIE, "unheard_of": 1}]
    answer = decode(msgspec.json.encode(raw), list[Movie], operation="op", drift=Drift("ignore"))
    assert list(compare_roundtrip(answer, raw)) == [Finding("unknown", "Movie", "unheard_of", "$[].unheard_of")]
    assert list(compare_roundtrip(["de"], ["de"])) == []
    assert list(compare_roundtrip(["de"], ["en"])) == [Finding("lost", "", "", "$[]")]
