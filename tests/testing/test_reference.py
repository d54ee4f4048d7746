"""Collections, companies, networks, keywords, genres, certifications, providers, the configuration, further searches."""

from __future__ import annotations

import httpx
import pytest

from tests.testing.asking import get, ids, refusal


def test_a_collection_holds_its_films_by_release(api: httpx.Client) -> None:
    """They name it in turn; its name and text are translated."""
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


def test_a_companys_films_can_be_appended(api: httpx.Client) -> None:
    """Though no document has the operation any more; they name the company in turn."""
    body = get(api, "/3/company/1", append_to_response="movies,images,alternative_names")
    assert "id" not in body["movies"]
    assert body["images"]["logos"]
    for row in body["movies"]["results"]:
        assert 1 in [one["id"] for one in get(api, f"/3/movie/{row['id']}")["production_companies"]]


def test_a_network_has_its_names_and_logos(api: httpx.Client) -> None:
    """Without what only companies have."""
    body = get(api, "/3/network/174")
    assert body["name"] == "AMC"
    assert "description" not in body
    assert get(api, "/3/network/174/alternative_names")["results"][0]["name"] == "American Movie Classics"
    assert get(api, "/3/network/174/images")["logos"][0]["file_type"] in (".svg", ".png")


def test_a_keyword_finds_the_films_that_have_it(api: httpx.Client) -> None:
    """Film by film."""
    word = get(api, "/3/movie/550/keywords")["keywords"][0]
    assert get(api, f"/3/keyword/{word['id']}") == word
    assert 550 in ids(api, f"/3/keyword/{word['id']}/movies")


@pytest.mark.parametrize("kind", ["movie", "tv"])
def test_lists_of_a_kind_hold_what_its_titles_have(api: httpx.Client, kind: str) -> None:
    """Genres by name in the language; certifications in their order."""
    english, german = (get(api, f"/3/genre/{kind}/list", language=language)["genres"] for language in ("en", "de"))
    assert [one["name"] for one in english] == sorted(one["name"] for one in english)
    assert {"id": 35, "name": "Komödie"} in german
    assert {one["id"] for one in english} == {one["id"] for one in german}
    rows = get(api, f"/3/discover/{kind}")["results"]
    assert {number for row in rows for number in row["genre_ids"]} <= {one["id"] for one in english}
    held = get(api, f"/3/certification/{kind}/list")["certifications"]
    assert {"US", "DE"} <= set(held)
    for ratings in held.values():
        assert [one["order"] for one in ratings] == sorted(one["order"] for one in ratings)


def test_providers_are_those_of_the_country(api: httpx.Client) -> None:
    """With its place among them; every country of the list has some."""
    regions = [one["iso_3166_1"] for one in get(api, "/3/watch/providers/regions")["results"]]
    assert "DE" in regions
    for kind in ("movie", "tv"):
        everywhere = get(api, f"/3/watch/providers/{kind}")["results"]
        germany = get(api, f"/3/watch/providers/{kind}", watch_region="DE")["results"]
        assert 0 < len(germany) < len(everywhere)
        places = [one["display_priorities"]["DE"] for one in germany]
        assert places == sorted(places) == [one["display_priority"] for one in germany]
    assert get(api, "/3/watch/providers/movie", watch_region="QQ") == {"results": []}


def test_the_configuration_knows_the_world(api: httpx.Client) -> None:
    """Lists at the top, and what other answers name is in them."""
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
        ("tv", "throne game", 1399),
        ("tv", "神秘博士", 57243),
        ("person", "cranst", 17419),
        ("collection", "potter", 1241),
        ("collection", "Stirb langsam", 1570),
        ("company", "pixar", 3),
        ("company", "LUCASFILM", 1),
        ("keyword", "support", 825),
    ],
)
def test_each_kind_is_found_by_name(api: httpx.Client, kind: str, query: str, number: int) -> None:
    """By any name in any language, as films are."""
    assert number in ids(api, f"/3/search/{kind}", query=query)
    assert ids(api, f"/3/search/{kind}", query="zzzz") == []
    assert api.get(f"/3/search/{kind}").status_code == 422


def test_years_narrow_a_search_for_series(api: httpx.Client) -> None:
    """`first_air_date_year` is that of the first episode; `year` may be that of any."""
    assert ids(api, "/3/search/tv", query="game of thrones", first_air_date_year=2011) == [1399]
    assert ids(api, "/3/search/tv", query="game of thrones", first_air_date_year=2014) == []
    assert ids(api, "/3/search/tv", query="game of thrones", year=2014) == [1399]


@pytest.mark.parametrize("path", ["collection/1", "company/0", "network/1", "keyword/0", "keyword/0/movies"])
def test_what_is_not_there_is_not_found(api: httpx.Client, path: str) -> None:
    """Of any kind."""
    assert refusal(api, f"/3/{path}") == (404, 34)
