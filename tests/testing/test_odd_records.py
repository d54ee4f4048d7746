"""Records that break programs: each is odd in the way that it says, and none spoils lists."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.testing.calls import error, get, ids
from tmdb_facade.testing import builtin, odd_records
from tmdb_facade.testing.catalogue.odd import INVENTED

GONE = ("/3/movie/1296838", "/3/movie/626612", "/3/movie/1580576", "/3/tv/323356", "/3/person/3870018")
EDITS = {"start_date": "2026-01-05", "end_date": "2026-01-15"}


def lacks(*names: str) -> Callable[[dict[str, Any]], bool]:
    """Return a function that tells whether an answer has no value in some fields."""
    return lambda body: not any(body[name] for name in names)


def of_kind(text: str, name: str) -> bool:
    """Return whether a letter of a text has a word in its Unicode name."""
    return any(name in unicodedata.name(sign, "") for sign in text)


#: What is odd about the answer of each path.
ODD: dict[str, Callable[[dict[str, Any]], bool]] = {
    "/3/movie/1744731": lacks("release_date", "poster_path", "backdrop_path", "genres", "vote_count", "overview"),
    "/3/movie/1053760": lambda body: body["imdb_id"] == "tt23786990" and lacks("release_date", "overview")(body),
    "/3/movie/381897": lambda body: body["adult"] and body["video"],
    "/3/movie/24791": lambda body: body["title"] == "A",
    "/3/movie/11645": lambda body: body["original_title"] == "乱" and body["title"] == "Ran",
    "/3/movie/37181": lambda body: of_kind(body["original_title"], "ARABIC") and body["original_title"].endswith("\u200e"),
    "/3/movie/177906": lambda body: of_kind(body["original_title"], "HEBREW") and body["poster_path"] is None,
    "/3/movie/1599": lambda body: "♥" in body["title"],
    "/3/movie/522931": lambda body: body["title"].count("'") == 2,
    "/3/movie/1238144": lambda body: body["runtime"] == 0 and body["status"] == "Released" and body["release_date"],
    "/3/movie/994271": lambda body: len(body["title"]) == 96 and "//" in body["title"] and body["video"],
    "/3/movie/535471": lambda body: body["status"] == "Planned" and lacks("release_date", "runtime", "poster_path")(body),
    "/3/movie/1628367": lambda body: of_kind(body["original_title"], "DEVANAGARI"),
    "/3/movie/900000001": lambda body: body["runtime"] == 61,
    "/3/movie/900000002": lambda body: "👩‍👩‍👧‍👦" in body["title"],
    "/3/movie/900000003": lambda body: body["belongs_to_collection"]["id"] == 900000001,
    "/3/movie/900000004": lambda body: body["title"] == "Five Names",
    "/3/movie/900000005": lambda body: body["status"] == "Rumored" and lacks("release_date", "poster_path")(body),
    "/3/movie/550/release_dates": lambda body: certifications(body, "FR") == ["", "", "16", "16", "16", "18"],
    "/3/movie/526896/release_dates": lambda body: {"PG-13", "R"} == {*certifications(body, "US")},
    "/3/movie/310/watch/providers": lambda body: body["results"] and "DE" not in body["results"],
    "/3/movie/505642/watch/providers": lambda body: body["results"] == {},
    "/3/tv/330998": lambda body: body["last_episode_to_air"] is None and body["next_episode_to_air"]["episode_number"] == 1,
    "/3/tv/330988": lacks("poster_path", "backdrop_path", "genres", "networks", "languages", "overview"),
    "/3/tv/323528": lambda body: body["status"] == "In Production" and body["seasons"][0]["air_date"] is None,
    "/3/tv/62313": lambda body: body["status"] == "Canceled",
    "/3/tv/37854": lambda body: body["number_of_episodes"] == 1115 and body["seasons"][1]["name"] == "East Blue",
    "/3/tv/2224": lambda body: body["number_of_episodes"] > 3_900 and body["number_of_seasons"] == 29,
    "/3/tv/2": lambda body: body["id"] == 2,
    "/3/tv/900000001": lacks("seasons", "first_air_date", "last_air_date", "last_episode_to_air", "number_of_episodes"),
    "/3/tv/900000002": lambda body: len(body["seasons"]) == 1 and lacks("number_of_seasons", "number_of_episodes")(body),
    "/3/tv/900000003": lambda body: [season["season_number"] for season in body["seasons"]] == [1, 3, 4, 2020],
    "/3/tv/900000003/season/1": lambda body: numbers(body) == [0, 1, 2, 5, 10],
    "/3/tv/900000003/season/4": lambda body: numbers(body) == [],
    "/3/tv/episode_group/11628cae2714e9a89e58f373": lambda body: [(p["order"], len(p["episodes"])) for p in body["groups"]] == [(0, 3), (1, 1115)],
    "/3/person/6395035": lambda body: body["gender"] == 0 and body["profile_path"] is None,
    "/3/person/5896046": lambda body: body["known_for_department"] is None,
    "/3/person/6236719": lambda body: body["known_for_department"] == "Production",
    "/3/person/27578": lambda body: body["gender"] == 3,
    "/3/person/900000001": lambda body: body["name"] == "Everyone at Once",
    "/3/person/900000002": lambda body: body["name"] == "Q" and body["deathday"] == "2000-02-29",
    "/3/person/900000003": lambda body: body["name"] == "Nobody Yet",
    "/3/collection/900000001": lambda body: len(body["parts"]) == 1 and lacks("poster_path", "backdrop_path")(body),
    "/3/review/64a1f0c2e8b4d10001a5f002": lambda body: body["author_details"]["avatar_path"].startswith("/https://www.gravatar.com/avatar/"),
    "/3/review/64a1f0c2e8b4d10001a5f003": lambda body: lacks("avatar_path", "rating")(body["author_details"]),
}  # fmt: skip


def certifications(body: dict[str, Any], country: str) -> list[str]:
    """Return the certifications of a country's releases, sorted."""
    return sorted(
        one["certification"] for row in body["results"] if row["iso_3166_1"] == country for one in row["release_dates"]
    )


def numbers(body: dict[str, Any]) -> list[int]:
    """Return the numbers of a season's episodes."""
    return [episode["episode_number"] for episode in body["episodes"]]


def test_odd_records_are_checked_here_and_have_at_least_25_kinds_of_oddness() -> None:
    assert {one.path for one in odd_records()} == {*ODD, *GONE}
    assert len({one.what for one in odd_records()}) >= 25


@pytest.mark.parametrize("path", ODD)
def test_odd_record_is_odd_in_the_way_that_it_says(api: httpx.Client, path: str) -> None:
    assert ODD[path](get(api, path))


@pytest.mark.parametrize("path", GONE)
def test_merged_and_deleted_ids_are_not_found(api: httpx.Client, path: str) -> None:
    """Public reports: the old id of a merged record has no redirect and no hint at the new one."""
    assert error(api, path) == (404, 34)


@pytest.mark.parametrize("kind", ["movie", "tv", "person"])
def test_change_lists_have_deleted_ids_whose_adult_is_null(api: httpx.Client, kind: str) -> None:
    """Recorded change lists have such rows among their ids, none of which another answer contains."""
    pages = get(api, f"/3/{kind}/changes", **EDITS)["total_pages"]
    rows = [row for page in range(pages) for row in get(api, f"/3/{kind}/changes", **EDITS, page=page + 1)["results"]]
    gone = [row for row in rows if row["adult"] is None]
    assert {f"/3/{kind}/{row['id']}" for row in gone} == {path for path in GONE if f"/{kind}/" in path}
    assert all(row["softcore"] is None for row in gone)


def test_person_with_500_jobs_and_movie_with_one_person(api: httpx.Client) -> None:
    crew = get(api, "/3/person/900000001/movie_credits")["crew"]
    assert len(crew) == len({row["credit_id"] for row in crew}) == 500
    movie = get(api, "/3/movie/900000001/credits")
    assert (movie["cast"], len(movie["crew"])) == ([], 500)


@pytest.mark.parametrize("person", [6395035, 6236719, 900000002])
def test_people_without_credits_have_empty_lists(api: httpx.Client, person: int) -> None:
    assert get(api, f"/3/person/{person}/combined_credits") == {"id": person, "cast": [], "crew": []}


@pytest.mark.parametrize("path", ["/3/movie/popular", "/3/tv/popular", "/3/person/popular", "/3/movie/top_rated", "/3/trending/all/day"])  # fmt: skip
def test_first_pages_of_lists_have_no_invented_record(api: httpx.Client, path: str) -> None:
    for number in (1, 2):
        assert not [row["id"] for row in get(api, path, page=number)["results"] if row["id"] in INVENTED]


@pytest.mark.parametrize("kind", ["movie", "tv", "person"])
def test_latest_is_a_real_record(api: httpx.Client, kind: str) -> None:
    assert get(api, f"/3/{kind}/latest")["id"] not in INVENTED


def test_adult_movie_is_only_found_with_include_adult(api: httpx.Client) -> None:
    assert 381897 not in ids(api, "/3/search/movie", query="coba")
    assert 381897 in ids(api, "/3/search/movie", query="coba", include_adult="true")
    assert 381897 not in ids(api, "/3/movie/popular")


def test_every_invented_record_is_listed() -> None:
    """Users can tell invented records from real ones by their ids."""
    catalogue = builtin()
    kinds = {"movie": catalogue.movies, "tv": catalogue.series, "person": catalogue.people, "collection": catalogue.collections}  # fmt: skip
    invented = {(kind, number) for kind, records in kinds.items() for number in records if number in INVENTED}
    assert invented == {
        (one.kind, one.id) for one in odd_records() if one.kind in kinds and one.source.startswith("invented")
    }


def test_guide_lists_every_odd_record(root: Path) -> None:
    guide = (root / "docs" / "guides" / "test-data.md").read_text(encoding="utf-8")
    missing = [row for one in odd_records() if (row := f"| `{one.path}` | {one.what} | {one.source} |") not in guide]
    assert missing == []
