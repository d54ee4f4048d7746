"""Series, seasons and episodes: counts, translations, credits, lists and changes."""

from __future__ import annotations

import httpx
import pytest

from tests.testing.calls import error, get, ids

THRONES, BAD, BOYS = 1399, 1396, 76479


def test_tv_details_count_regular_seasons_and_episodes(api: httpx.Client) -> None:
    body = get(api, f"/3/tv/{THRONES}")
    assert (body["number_of_seasons"], body["number_of_episodes"]) == (8, 73)


def test_ended_series_has_a_last_episode_and_no_next_one(api: httpx.Client) -> None:
    body = get(api, f"/3/tv/{BAD}")
    assert (body["last_episode_to_air"]["name"], body["next_episode_to_air"]) == ("Felina", None)
    assert body["last_episode_to_air"]["air_date"] == body["last_air_date"]


def test_season_and_episodes_are_translated(api: httpx.Client) -> None:
    """Details, rows and appended blocks agree."""
    path = f"/3/tv/{THRONES}/season/1"
    assert get(api, path, language="de-DE")["name"] == "Staffel 1"
    german = get(api, path, language="de-DE")["episodes"][0]
    assert german["name"] == "Der Winter naht"
    assert get(api, f"{path}/episode/1", language="de-DE")["overview"] == german["overview"]
    block = get(api, f"/3/tv/{THRONES}", language="de-DE", append_to_response="season/1,season/1/episode/1")
    assert block["season/1"]["episodes"][0] == german
    assert block["season/1/episode/1"]["name"] == german["name"]
    assert get(api, f"/3/tv/{THRONES}/season/2")["episodes"][4]["name"] == "Episode 5"


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en-US", ["Winter Is Coming", "The Kingsroad"]),
        ("ja-JP", ["第1話", "第2話"]),
        ("zh-HK", ["第 1 集", "第 2 集"]),
        ("pt-BR", ["Episódio 1", "Episódio 2"]),
        ("tr-TR", ["1. Bölüm", "2. Bölüm"]),
        ("fi-FI", ["Episode 1", "Episode 2"]),
    ],
)
def test_episodes_without_a_translation_have_numbered_names(api: httpx.Client, language: str, names: list[str]) -> None:
    """In Japanese and Chinese as recorded, in others as reported; in the rest in English, which is assumed."""
    episodes = get(api, f"/3/tv/{THRONES}/season/1", language=language)["episodes"]
    assert [episode["name"] for episode in episodes[:2]] == names


@pytest.mark.parametrize(
    "path", ["/3/tv/1", "/3/tv/1399/season/99", "/3/tv/1399/season/1/episode/99", "/3/tv/1399/season/one", "/3/tv/tt0"]
)
def test_unknown_series_season_and_episode_are_not_found(api: httpx.Client, path: str) -> None:
    assert error(api, path) == (404, 34)


def test_season_aggregate_credits_count_episodes(api: httpx.Client) -> None:
    season = get(api, f"/3/tv/{BAD}/season/1")
    summed = get(api, f"/3/tv/{BAD}/season/1/aggregate_credits")
    counts = {person["id"]: person["total_episode_count"] for person in summed["cast"]}
    assert counts[17419] == len(season["episodes"]) == 7
    guests = [guest["id"] for episode in season["episodes"] for guest in episode["guest_stars"]]
    assert guests
    assert {guest: guests.count(guest) for guest in guests}.items() <= counts.items()
    for person in summed["cast"]:
        assert sum(role["episode_count"] for role in person["roles"]) == person["total_episode_count"]
    whole = {one["id"]: one["total_episode_count"] for one in get(api, f"/3/tv/{BAD}/aggregate_credits")["cast"]}
    assert all(whole[person] >= count for person, count in counts.items())
    assert whole[17419] == 62


def test_episode_guest_stars_are_ordered_after_the_cast(api: httpx.Client) -> None:
    body = get(api, f"/3/tv/{BAD}/season/1/episode/1/credits")
    assert [one["order"] for one in (*body["cast"], *body["guest_stars"])] == list(
        range(len(body["cast"]) + len(body["guest_stars"]))
    )
    assert "Director" in [one["job"] for one in body["crew"]]


def test_stills_of_all_languages_are_shown_unless_some_are_named(api: httpx.Client) -> None:
    path = f"/3/tv/{THRONES}/season/1/episode/1"
    everything = get(api, f"{path}/images")["stills"]
    assert {still["iso_639_1"] for still in everything} == {"en", None}
    assert get(api, f"{path}/images", language="de-DE")["stills"] == everything
    assert get(api, path, append_to_response="images", language="de-DE")["images"]["stills"] == everything
    named = get(api, f"{path}/images", language="de-DE", include_image_language="en")["stills"]
    assert {still["iso_639_1"] for still in named} == {"en"}


def test_links_to_watch_providers_of_a_season_are_those_of_the_series(api: httpx.Client) -> None:
    season, series = (
        get(api, f"/3/tv/{THRONES}{part}/watch/providers")["results"]["DE"]["link"] for part in ("/season/1", "")
    )
    assert season == series == f"https://www.themoviedb.org/tv/{THRONES}-game-of-thrones/watch?locale=DE"


def test_episode_group_details_match_the_row_in_the_list(api: httpx.Client) -> None:
    for group in get(api, f"/3/tv/{THRONES}/episode_groups")["results"]:
        body = get(api, f"/3/tv/episode_group/{group['id']}")
        assert {**body, **group} == body
        episodes = [episode for part in body["groups"] for episode in part["episodes"]]
        assert len(episodes) == group["episode_count"]
        assert {episode["show_id"] for episode in episodes} == {THRONES}
    assert error(api, "/3/tv/episode_group/nothing") == (404, 34)


def test_lists_of_current_titles_use_the_catalogues_day(api: httpx.Client) -> None:
    assert ids(api, "/3/tv/airing_today") == ids(api, "/3/tv/on_the_air") == [BOYS]
    playing, upcoming = get(api, "/3/movie/now_playing"), get(api, "/3/movie/upcoming")
    assert playing["dates"] == {"maximum": "2022-06-22", "minimum": "2022-05-11"}
    assert upcoming["dates"] == {"maximum": "2022-07-13", "minimum": "2022-06-22"}
    assert 614934 in ids(api, "/3/movie/now_playing")
    assert get(api, "/3/movie/now_playing", page=2)["results"] != []
    assert 438148 in ids(api, "/3/movie/upcoming")


def test_top_rated_titles_have_at_least_200_votes_and_are_sorted_by_average(api: httpx.Client) -> None:
    for kind in ("movie", "tv"):
        rows = get(api, f"/3/{kind}/top_rated")["results"]
        assert [row["vote_average"] for row in rows] == sorted((row["vote_average"] for row in rows), reverse=True)
        assert all(row["vote_count"] >= 200 for row in rows)


def test_latest_is_the_record_with_the_highest_id(api: httpx.Client) -> None:
    for kind in ("movie", "tv", "person"):
        answer = api.get(f"/3/{kind}/latest")
        assert answer.headers["cache-control"] == "public, max-age=0"
        assert answer.json() == get(api, f"/3/{kind}/{answer.json()['id']}")


def test_season_and_episode_changes_are_those_of_the_range(api: httpx.Client) -> None:
    season = get(api, f"/3/tv/{THRONES}/season/1")
    days = {"start_date": "2026-01-05", "end_date": "2026-01-15"}
    for path in (f"/3/tv/season/{season['id']}", f"/3/tv/episode/{season['episodes'][0]['id']}"):
        assert get(api, f"{path}/changes", **days)["changes"], path
        assert get(api, f"{path}/changes") == {"changes": []}
    assert THRONES in ids(api, "/3/tv/changes", **days)
    assert error(api, "/3/tv/season/1/changes") == (404, 34)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en-US", ["Specials", "Season 1"]),
        ("pt", ["Especiais", "Temporada 1"]),
        ("ja-JP", ["特別編", "シーズン1"]),
        ("ko", ["스페셜", "시즌 1"]),
        ("zh-CN", ["特别篇", "第 1 季"]),
        ("zh-HK", ["特殊貢獻", "第 1 季"]),
        ("zh-TW", ["特別篇", "第 1 季"]),
        ("fi-FI", ["Specials", "Season 1"]),
    ],
)
def test_seasons_without_a_translation_have_numbered_names(api: httpx.Client, language: str, names: list[str]) -> None:
    """As recorded; in languages without a recording in English, which is assumed."""
    seasons = get(api, f"/3/tv/{THRONES}", language=language)["seasons"]
    assert [season["name"] for season in seasons[:2]] == names
    assert get(api, f"/3/tv/{THRONES}/season/1", language=language)["name"] == names[1]


def test_seasons_with_a_name_of_their_own_have_it_only_in_the_original_language(api: httpx.Client) -> None:
    """Recorded: the first season of Doctor Who is `Series 1` in English, and numbered like others elsewhere."""
    names = [get(api, "/3/tv/57243/season/1", language=language)["name"] for language in ("en", "ja", "pt")]
    assert names == ["Series 1", "シーズン1", "Temporada 1"]
