"""Collections, companies, networks, keywords, genres, certifications, watch providers and configuration."""

from __future__ import annotations

import httpx
import pytest

from scripts.json_io import is_list
from tests.testing.calls import error, get, ids


def test_collection_details_have_movies_in_order_of_release(api: httpx.Client) -> None:
    body = get(api, "/3/collection/1241", language="de-DE")
    assert body["name"] == "Harry Potter Filmreihe"
    assert body["original_name"] == "Harry Potter Collection"
    days = [part["release_date"] for part in body["parts"]]
    assert days == sorted(days)
    for part in body["parts"]:
        assert part["media_type"] == "movie"
        assert get(api, f"/3/movie/{part['id']}")["belongs_to_collection"]["id"] == 1241
    texts = {one["iso_639_1"]: one["data"] for one in get(api, "/3/collection/1241/translations")["translations"]}
    assert texts["de"]["overview"] == body["overview"] != texts["en"]["overview"]
    block = get(api, "/3/collection/1241", append_to_response="images", include_image_language="null")["images"]
    assert {one["iso_639_1"] for one in block["backdrops"]} == {None}


def test_collection_without_a_translation_has_its_english_name(api: httpx.Client) -> None:
    english, body = (get(api, "/3/collection/1241", language=language) for language in ("en-US", "sw-KE"))
    assert body["name"] == english["name"] == "Harry Potter Collection"
    assert (body["overview"], english["overview"] != "") == ("", True)


def test_company_details_accept_the_undocumented_movies_block(api: httpx.Client) -> None:
    body = get(api, "/3/company/1", append_to_response="movies,images,alternative_names")
    assert "id" not in body["movies"]
    assert body["images"]["logos"]
    for row in body["movies"]["results"]:
        assert 1 in [one["id"] for one in get(api, f"/3/movie/{row['id']}")["production_companies"]]


def test_network_details_names_and_logos(api: httpx.Client) -> None:
    body = get(api, "/3/network/49")
    assert body["name"] == "HBO"
    assert "description" not in body
    assert get(api, "/3/network/49/alternative_names")["results"][0]["name"] == "Home Box Office"
    assert get(api, "/3/network/49/images")["logos"][0]["file_type"] in (".svg", ".png")
    blocks = get(api, "/3/network/49", append_to_response="alternative_names,images")
    assert blocks == {
        **body,
        "alternative_names": {"results": get(api, "/3/network/49/alternative_names")["results"]},
        "images": {"logos": get(api, "/3/network/49/images")["logos"]},
    }


def test_keyword_movies_have_the_keyword(api: httpx.Client) -> None:
    word = get(api, "/3/movie/550/keywords")["keywords"][0]
    assert get(api, f"/3/keyword/{word['id']}") == word
    assert 550 in ids(api, f"/3/keyword/{word['id']}/movies")


@pytest.mark.parametrize("kind", ["movie", "tv"])
def test_genres_are_sorted_by_english_name_and_certifications_by_order(api: httpx.Client, kind: str) -> None:
    english, german = (get(api, f"/3/genre/{kind}/list", language=language)["genres"] for language in ("en", "de"))
    assert [one["name"] for one in english] == sorted(one["name"] for one in english)
    assert {"id": 35, "name": "Komödie"} in german
    assert [one["id"] for one in english] == [one["id"] for one in german]
    rows = get(api, f"/3/discover/{kind}")["results"]
    assert {number for row in rows for number in row["genre_ids"]} <= {one["id"] for one in english}
    certifications = get(api, f"/3/certification/{kind}/list")["certifications"]
    assert len(certifications) >= 49
    assert {"US", "DE", "PT", "AU", "CA-QC"} <= set(certifications)
    for ratings in certifications.values():
        assert [one["order"] for one in ratings] == sorted(one["order"] for one in ratings)


def test_watch_providers_are_in_order_of_ids_and_those_of_a_region_in_its_order(api: httpx.Client) -> None:
    regions = [one["iso_3166_1"] for one in get(api, "/3/watch/providers/regions")["results"]]
    assert "DE" in regions
    for kind in ("movie", "tv"):
        everywhere = get(api, f"/3/watch/providers/{kind}")["results"]
        germany = get(api, f"/3/watch/providers/{kind}", watch_region="DE")["results"]
        assert 0 < len(germany) < len(everywhere)
        numbers = [one["provider_id"] for one in everywhere]
        assert numbers == sorted(numbers)
        priorities = [one["display_priorities"]["DE"] for one in germany]
        assert priorities == sorted(priorities) == [one["display_priority"] for one in germany]
    assert get(api, "/3/watch/providers/movie", watch_region="QQ") == {"results": []}


def test_configuration_lists_are_consistent(api: httpx.Client) -> None:
    countries = {one["iso_3166_1"] for one in get(api, "/3/configuration/countries")}
    languages = {one["iso_639_1"] for one in get(api, "/3/configuration/languages")}
    assert len(countries) > 240
    assert len(languages) > 180
    zones = {one["iso_3166_1"]: one["zones"] for one in get(api, "/3/configuration/timezones")}
    assert zones.keys() <= countries
    assert "Europe/Berlin" in zones["DE"]
    assert {text[:2] for text in get(api, "/3/configuration/primary_translations")} <= languages
    jobs = {one["department"]: one["jobs"] for one in get(api, "/3/configuration/jobs")}
    for job in get(api, "/3/movie/550/credits")["crew"]:
        assert job["job"] in jobs[job["department"]], job


@pytest.mark.parametrize(
    ("kind", "query", "number"),
    [
        ("tv", "game throne", 1399),
        ("tv", "神秘博士", 57243),
        ("person", "cranst", 17419),
        ("collection", "potter", 1241),
        ("collection", "Stirb langsam", 1570),
        ("company", "pixar", 3),
        ("company", "LUCASFILM", 1),
        ("keyword", "support", 825),
    ],
)
def test_search_finds_each_kind_by_name(api: httpx.Client, kind: str, query: str, number: int) -> None:
    assert number in ids(api, f"/3/search/{kind}", query=query)
    assert ids(api, f"/3/search/{kind}", query="zzzz") == []


def test_search_tv_year_matches_any_episode_and_first_air_date_year_the_first(api: httpx.Client) -> None:
    assert ids(api, "/3/search/tv", query="game of thrones", first_air_date_year=2011) == [1399]
    assert ids(api, "/3/search/tv", query="game of thrones", first_air_date_year=2014) == []
    assert ids(api, "/3/search/tv", query="game of thrones", year=2014) == [1399]


@pytest.mark.parametrize("path", ["collection/1", "company/8", "network/999999", "keyword/1", "keyword/1/movies"])
def test_unknown_ids_of_reference_records_are_not_found(api: httpx.Client, path: str) -> None:
    assert error(api, f"/3/{path}") == (404, 34)


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "Kids"), ("da", "Børn"), ("it-IT", "Kids"), ("ru", "Детский"), ("ar", "أطفال"), ("xx", "Kids")],
)
def test_genres_are_translated_where_tmdb_has_a_name(api: httpx.Client, language: str, name: str) -> None:
    genres = {one["id"]: one["name"] for one in get(api, "/3/genre/tv/list", language=language)["genres"]}
    assert genres[10762] == name


@pytest.mark.parametrize(
    ("path", "code", "names"),
    [
        ("configuration/countries", "AE", ["Emirati Arabi Uniti", "Emirados Árabes Unidos", "United Arab Emirates"]),
        ("watch/providers/regions", "DE", ["Germania", "Alemanha", "Germany"]),
    ],
)
def test_countries_are_translated(api: httpx.Client, path: str, code: str, names: list[str]) -> None:
    """`native_name` follows the language of the request, as a client's test of 2026 expects; `english_name` does not."""
    found: list[str] = []
    for language in ("it-IT", "pt-BR", "en-US", "xx"):
        body = get(api, f"/3/{path}", language=language)
        row = next(one for one in (body if is_list(body) else body["results"]) if one["iso_3166_1"] == code)
        assert row["english_name"] == names[2]
        found.append(row["native_name"])
    assert found == [*names, names[2]]
