"""People, credits, trending, find, reviews and change lists."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.testing.calls import error, get, ids

CRANSTON, HANKS = 17419, 31


def test_person_name_and_biography_are_translated(api: httpx.Client) -> None:
    """The names in Chinese are those of a recording; without a translation, the name is the original one."""
    english, german = get(api, f"/3/person/{CRANSTON}"), get(api, f"/3/person/{CRANSTON}", language="de-DE")
    assert english["birthday"] == "1956-03-07"
    assert english["biography"]
    assert german["biography"] not in ("", english["biography"])
    assert german["name"] == english["name"]
    assert get(api, f"/3/person/{CRANSTON}", language="it")["biography"] == ""
    translated = get(api, f"/3/person/{CRANSTON}/translations")["translations"]
    assert [one["iso_639_1"] for one in translated] == ["en", "de", "es", "fr", "zh", "zh", "zh"]
    assert [one["data"]["biography"] for one in translated[:2]] == [english["biography"], german["biography"]]
    assert [(one["iso_3166_1"], one["data"]) for one in translated[4:]] == [
        ("CN", {"biography": "", "name": "布莱恩·克兰斯顿", "primary": True}),
        ("HK", {"biography": "", "name": "拜仁·鈞士頓", "primary": False}),
        ("TW", {"biography": "", "name": "布賴恩·克蘭斯頓", "primary": False}),
    ]
    names = [get(api, f"/3/person/{CRANSTON}", language=code)["name"] for code in ("zh", "zh-HK", "zh-TW", "zh-SG")]
    assert names == ["布莱恩·克兰斯顿", "拜仁·鈞士頓", "布賴恩·克蘭斯頓", "Bryan Cranston"]


@pytest.mark.parametrize(
    ("language", "name"), [("en-US", "Ken Watanabe"), ("en-GB", "Ken Watanabe"), ("pl-PL", "渡辺謙"), ("de", "渡辺謙")]
)
def test_person_without_a_translation_has_the_original_name(api: httpx.Client, language: str, name: str) -> None:
    assert get(api, "/3/person/3899", language=language)["name"] == name
    row = next(one for one in get(api, "/3/movie/27205/credits", language=language)["cast"] if one["id"] == 3899)
    assert (row["name"], row["original_name"]) == (name, "渡辺謙")
    translated = get(api, "/3/person/3899/translations")["translations"]
    assert {one["iso_639_1"]: one["data"]["name"] for one in translated}["en"] == "Ken Watanabe"


@pytest.mark.parametrize(
    "path",
    [
        "search/person?query=cranston",
        "search/person?query=克兰斯顿",
        "tv/1396/aggregate_credits",
        "tv/1396/credits",
        "tv/1396/season/1/credits",
        "tv/1396/season/1/episode/1/credits",
    ],
)
def test_names_of_people_are_translated_everywhere(api: httpx.Client, path: str) -> None:
    answer = api.get(f"/3/{path}", params={"language": "zh-CN", **dict(httpx.URL(path).params)})
    body = answer.json()
    rows = {row["id"]: row for row in body.get("results", body.get("cast"))}
    assert rows[CRANSTON]["name"] == "布莱恩·克兰斯顿"
    assert rows[CRANSTON]["original_name"] == "Bryan Cranston"


def test_creators_have_translated_names(api: httpx.Client) -> None:
    names = [one["name"] for one in get(api, "/3/tv/1668", language="zh-CN")["created_by"]]
    assert names == ["玛尔塔·考夫曼", "大卫·克拉尼"]


def test_combined_credits_are_movie_and_tv_credits_with_media_type(api: httpx.Client) -> None:
    combined = get(api, f"/3/person/{CRANSTON}/combined_credits")
    for kind in ("movie", "tv"):
        single = get(api, f"/3/person/{CRANSTON}/{kind}_credits")
        for side in ("cast", "crew"):
            rows = [row for row in combined[side] if row["media_type"] == kind]
            assert [{**row, "media_type": kind} for row in single[side]] == rows
            assert all("media_type" not in row for row in single[side])
    role = next(row for row in combined["cast"] if row["id"] == 1396)
    assert (role["character"], role["episode_count"], role["first_credit_air_date"]) == (
        "Walter White",
        62,
        "2008-01-20",
    )


def test_movie_credits_equal_person_credits_and_credit_details(api: httpx.Client) -> None:
    for role in get(api, "/3/movie/550/credits")["cast"][:5]:
        rows = get(api, f"/3/person/{role['id']}/movie_credits")["cast"]
        assert role["character"] in [row["character"] for row in rows if row["credit_id"] == role["credit_id"]]
        body = get(api, f"/3/credit/{role['credit_id']}")
        assert (body["credit_type"], body["job"], body["media_type"]) == ("cast", "Actor", "movie")
        assert (body["person"]["id"], body["media"]["id"]) == (role["id"], 550)
        assert body["media"]["character"] == role["character"]
    assert error(api, "/3/credit/nothing") == (404, 34)


def test_credit_details_have_seasons_for_regulars_and_episodes_for_guests(api: httpx.Client) -> None:
    regular = get(api, "/3/tv/1396/credits")["cast"][0]["credit_id"]
    guest = get(api, "/3/tv/1396/season/1/episode/1")["guest_stars"][0]["credit_id"]
    media = {credit: get(api, f"/3/credit/{credit}")["media"] for credit in (regular, guest)}
    assert [season["season_number"] for season in media[regular]["seasons"]] == [1, 2, 3, 4, 5]
    assert media[regular]["episodes"] == media[guest]["seasons"] == []
    assert 1 in [episode["episode_number"] for episode in media[guest]["episodes"]]


def test_tagged_images_ignore_the_page(api: httpx.Client) -> None:
    """All of them are returned, on page 0."""
    body = get(api, f"/3/person/{HANKS}/tagged_images")
    assert body == get(api, f"/3/person/{HANKS}/tagged_images", page=3)
    assert body["page"] == 0
    assert body["total_results"] == len(body["results"]) > 0
    assert {image["media"]["media_type"] for image in body["results"]} == {"movie"}


def test_popular_and_found_people_have_known_for_and_trending_ones_do_not(api: httpx.Client) -> None:
    popular = get(api, "/3/person/popular")["results"]
    assert all(row["known_for"] and "media_type" not in row for row in popular)
    assert get(api, "/3/search/person", query="cranston")["results"][0]["known_for"]
    for window in ("day", "week"):
        rows = get(api, f"/3/trending/person/{window}")["results"]
        assert all(row["media_type"] == "person" and "known_for" not in row for row in rows)
    assert error(api, "/3/trending/person/year") == (404, 34)


@pytest.mark.parametrize("window", ["day", "week"])
def test_trending_all_merges_the_lists_of_each_kind(api: httpx.Client, window: str) -> None:
    pages = {kind: _all_rows(api, f"/3/trending/{kind}/{window}") for kind in ("all", "movie", "tv", "person")}
    for kind in ("movie", "tv", "person"):
        merged = [row["id"] for row in pages["all"] if row["media_type"] == kind]
        assert merged == [row["id"] for row in pages[kind]]
    assert len(pages["all"]) == sum(len(rows) for kind, rows in pages.items() if kind != "all")


@pytest.mark.parametrize("kind", ["all", "movie", "tv", "person"])
def test_trending_is_not_in_order_of_popularity_and_differs_by_window(api: httpx.Client, kind: str) -> None:
    day, week = (get(api, f"/3/trending/{kind}/{window}")["results"] for window in ("day", "week"))
    assert [row["id"] for row in day] != [row["id"] for row in week]
    for rows in (day, week):
        assert rows != sorted(rows, key=lambda row: -row["popularity"])
    assert day == get(api, f"/3/trending/{kind}/day")["results"]


def _all_rows(api: httpx.Client, path: str) -> list[dict[str, Any]]:
    first = get(api, path)
    rest = (get(api, path, page=number)["results"] for number in range(2, first["total_pages"] + 1))
    return [*first["results"], *(row for rows in rest for row in rows)]


@pytest.mark.parametrize(
    ("external_id", "source", "kind", "number"),
    [
        ("tt0137523", "imdb_id", "movie", 550),
        ("tt0903747", "imdb_id", "tv", 1396),
        ("nm0186505", "imdb_id", "person", CRANSTON),
        ("tt0959621", "imdb_id", "tv_episode", 62085),
        ("121361", "tvdb_id", "tv", 1399),
        ("30272", "tvdb_id", "tv_season", 3572),
        ("Q190050", "wikidata_id", "movie", 550),
    ],
)
def test_find_by_external_id(api: httpx.Client, external_id: str, source: str, kind: str, number: int) -> None:
    body = get(api, f"/3/find/{external_id}", external_source=source)
    found = {name: [(row["id"], row["media_type"]) for row in rows] for name, rows in body.items() if rows}
    assert found == {f"{kind}_results": [(number, kind)]}


def test_find_returns_empty_lists_for_unknown_ids(api: httpx.Client) -> None:
    assert not any(get(api, "/3/find/tt0", external_source="imdb_id").values())
    assert not any(get(api, "/3/find/None", external_source="tvdb_id").values())


def test_review_details_have_the_row_and_the_media(api: httpx.Client) -> None:
    for kind, number in (("movie", 550), ("tv", 1396)):
        row = get(api, f"/3/{kind}/{number}/reviews")["results"][0]
        body = get(api, f"/3/review/{row['id']}")
        assert {**body, **row} == body
        assert (body["media_type"], body["media_id"]) == (kind, number)
    assert error(api, "/3/review/nothing") == (404, 34)


def test_change_lists_have_pages_of_100_rows_and_a_range_of_14_days(api: httpx.Client) -> None:
    days = {"start_date": "2026-01-05", "end_date": "2026-01-15"}
    first = get(api, "/3/person/changes", **days)
    assert len(first["results"]) == 100
    assert first["total_pages"] == -(-first["total_results"] // 100) > 1
    found = ids(api, "/3/person/changes", **days)
    assert len(found) == len({*found}) == first["total_results"]
    assert get(api, f"/3/person/{found[0]}/changes", **days)["changes"]
    last = ids(api, "/3/person/changes")
    assert 0 < len(last) < len(found)
    assert {*last} < {*found}
    assert error(api, "/3/movie/changes", start_date="2026-01-01", end_date="2026-01-16") == (422, 20)
    assert get(api, "/3/tv/changes", start_date="2026-01-01", end_date="2026-01-15T23:00:00")["results"]
