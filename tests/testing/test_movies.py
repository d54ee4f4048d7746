"""Movies: details, languages, images, appended blocks and lists."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.testing.calls import get, ids

BLOCKS = (
    "account_states",
    "alternative_titles",
    "changes",
    "credits",
    "external_ids",
    "images",
    "keywords",
    "lists",
    "recommendations",
    "release_dates",
    "reviews",
    "similar",
    "translations",
    "videos",
    "watch/providers",
)


def test_movie_details_accept_an_imdb_id(api: httpx.Client) -> None:
    assert get(api, "/3/movie/tt0137523") == get(api, "/3/movie/550")


def test_movie_details_are_translated(api: httpx.Client) -> None:
    """Title, overview, tagline, genres and collection are translated; the original title is not."""
    english, german = get(api, "/3/movie/562"), get(api, "/3/movie/562", language="de-DE")
    assert (english["title"], german["title"]) == ("Die Hard", "Stirb langsam")
    assert german["original_title"] == "Die Hard"
    assert english["overview"] != german["overview"]
    assert german["overview"]
    assert german["belongs_to_collection"]["name"] == "Stirb langsam Reihe"
    assert get(api, "/3/movie/562", language="de") == german
    assert get(api, "/3/movie/562", language="en-US") == english
    comedy = get(api, "/3/movie/607", language="de-DE")["genres"]
    assert "Komödie" in [genre["name"] for genre in comedy]


@pytest.mark.parametrize("language", ["de-AT", "sv-SE", "eo", "en-GB"])
def test_movie_without_translation_has_its_original_title_and_empty_texts(api: httpx.Client, language: str) -> None:
    body = get(api, "/3/movie/129", language=language)
    assert (body["title"], body["overview"], body["tagline"]) == ("千と千尋の神隠し", "", "")


def test_movie_translation_with_an_empty_title_keeps_the_original_one(api: httpx.Client) -> None:
    body = get(api, "/3/movie/550", language="de-DE")
    assert body["title"] == "Fight Club"
    assert body["overview"] != get(api, "/3/movie/550")["overview"]


def test_movie_poster_is_in_the_language_and_backdrop_has_no_text(api: httpx.Client) -> None:
    """A language without a poster falls back to the original language."""
    posters = {poster["file_path"]: poster["iso_639_1"] for poster in get(api, "/3/movie/550/images")["posters"]}
    shown = {
        language: get(api, "/3/movie/550", language=language)["poster_path"] for language in ("en-US", "de-DE", "eo")
    }
    assert posters[shown["en-US"]] == "en"
    assert posters[shown["de-DE"]] == "de"
    assert shown["eo"] == shown["en-US"]
    backdrops = {image["file_path"]: image["iso_639_1"] for image in get(api, "/3/movie/550/images")["backdrops"]}
    assert backdrops[get(api, "/3/movie/550")["backdrop_path"]] is None
    rows = get(api, "/3/search/movie", query="fight club", language="de-DE")["results"]
    assert rows[0]["poster_path"] == shown["de-DE"]


def test_movie_images_and_videos_are_filtered_by_language(api: httpx.Client) -> None:
    """Without a language, all images are returned but only English videos."""

    def languages(path: str, kind: str, **query: str) -> set[str | None]:
        return {image["iso_639_1"] for image in get(api, path, **query)[kind]}

    path = "/3/movie/550/images"
    assert languages(path, "posters") == {"en", "de", "fr", None}
    assert languages(path, "posters", language="de-DE") == {"de"}
    assert languages(path, "posters", language="de-DE", include_image_language="fr,null") == {"fr", None}
    assert languages("/3/movie/550/videos", "results") == {"en"}
    assert languages("/3/movie/550/videos", "results", language="de-DE") == set()
    assert languages("/3/movie/550/videos", "results", language="de-DE", include_video_language="de,en") == {"en"}


def test_append_to_response_equals_the_operations_without_their_id(api: httpx.Client) -> None:
    body = get(api, "/3/movie/550", append_to_response=",".join(BLOCKS[1:]))
    assert set(body) - set(get(api, "/3/movie/550")) == set(BLOCKS[1:])
    for block in BLOCKS[1:]:
        alone = get(api, f"/3/movie/550/{block}")
        alone.pop("id", None)
        assert body[block] == alone, block


def test_append_to_response_passes_the_query_to_blocks(api: httpx.Client) -> None:
    body = get(
        api,
        "/3/movie/550",
        append_to_response="images,similar,videos",
        language="de-DE",
        include_image_language="fr",
        include_video_language="en",
        page=2,
    )
    assert {poster["iso_639_1"] for poster in body["images"]["posters"]} == {"fr"}
    assert body["similar"]["page"] == 2
    assert body["videos"]["results"]
    assert body["tagline"] == "Zwei Regeln, danach keine mehr."


def test_append_to_response_ignores_unknown_blocks(api: httpx.Client) -> None:
    body = get(api, "/3/movie/550", append_to_response="credit,nothing/here,,videos,../551,rating")
    assert set(body) - set(get(api, "/3/movie/550")) == {"videos"}
    assert set(get(api, "/3/movie/550", append_to_response="")) == set(get(api, "/3/movie/550"))


def test_append_to_response_has_account_states_only_of_a_known_session(api: httpx.Client, server: Any) -> None:
    without = get(api, "/3/movie/550", append_to_response="account_states", session_id="unknown")
    assert "account_states" not in without
    body = get(api, "/3/movie/550", append_to_response="account_states", session_id=server.session_id)
    assert body["account_states"] == {"favorite": False, "rated": False, "watchlist": False}


def test_movie_operations_without_data_have_empty_lists_and_maps(api: httpx.Client) -> None:
    path = "/3/movie/11"
    assert get(api, f"{path}/keywords") == {"id": 11, "keywords": []}
    assert get(api, f"{path}/videos") == {"id": 11, "results": []}
    assert get(api, f"{path}/watch/providers") == {"id": 11, "results": {}}
    assert get(api, f"{path}/changes") == {"changes": []}
    assert get(api, f"{path}/alternative_titles") == {"id": 11, "titles": []}
    empty: dict[str, object] = {"page": 1, "results": [], "total_pages": 0, "total_results": 0}
    assert get(api, f"{path}/reviews") == {"id": 11, **empty}
    assert get(api, f"{path}/lists") == {"id": 11, **empty}


def test_movie_changes_are_those_of_the_range(api: httpx.Client) -> None:
    """By default the range is the last day with edits. A time after a date is ignored."""
    (change,) = get(api, "/3/movie/550/changes")["changes"]
    assert [item["time"][:10] for item in change["items"]] == ["2026-01-13"]
    assert get(api, "/3/movie/550/changes", start_date="2026-01-14", end_date="2026-01-14") == {"changes": []}
    changed = get(api, "/3/movie/550/changes", start_date="2015-06-20", end_date="2015-06-30T10:00:00")["changes"]
    assert changed[0]["items"][0]["action"] == "updated"


def test_movie_alternative_titles_are_filtered_by_country(api: httpx.Client) -> None:
    titles = get(api, "/3/movie/550/alternative_titles", country="rs")["titles"]
    assert {title["iso_3166_1"] for title in titles} == {"RS"}


def test_movie_watch_providers_have_only_offer_types_with_providers(api: httpx.Client) -> None:
    results = get(api, "/3/movie/550/watch/providers")["results"]
    assert set(results["DE"]) == {"link", "flatrate", "rent", "buy"}
    assert results["DE"]["link"].endswith("/movie/550-fight-club/watch?locale=DE")


def test_movie_recommendations_start_with_the_same_collection(api: httpx.Client) -> None:
    """A movie is neither similar to itself nor recommended for itself."""
    recommended = get(api, "/3/movie/238/recommendations")["results"]
    assert recommended[0]["id"] == 240
    assert {row["media_type"] for row in recommended} == {"movie"}
    similar = get(api, "/3/movie/238/similar")
    assert 238 not in [row["id"] for row in similar["results"]]
    assert "media_type" not in similar["results"][0]
    assert similar["total_results"] > 20


def test_movie_reviews_are_in_the_language_of_the_request(api: httpx.Client) -> None:
    assert get(api, "/3/movie/550/reviews")["total_results"] == 2
    assert get(api, "/3/movie/550/reviews", language="de-DE")["total_results"] == 1


def test_popular_movies_are_sorted_by_popularity_and_empty_past_the_end(api: httpx.Client) -> None:
    first = get(api, "/3/movie/popular")
    popularity = [row["popularity"] for row in first["results"]]
    assert popularity == sorted(popularity, reverse=True)
    assert get(api, "/3/movie/popular", page=500) == {**first, "page": 500, "results": []}


def test_configuration_has_image_urls_and_sizes(api: httpx.Client) -> None:
    body = get(api, "/3/configuration")
    assert body["images"]["secure_base_url"] == str(api.base_url.join("/t/p/"))
    assert "w500" in body["images"]["poster_sizes"]
    assert "h632" in body["images"]["profile_sizes"]
    assert len(body["change_keys"]) > 50


@pytest.mark.parametrize(
    "path", ["movie/550", "tv/1399", "tv/1399/season/1", "tv/1399/season/1/episode/1", "person/287", "collection/10"]
)
def test_translations_begin_with_american_english(api: httpx.Client, path: str) -> None:
    """The others are sorted by language."""
    shown = [(one["iso_639_1"], one["iso_3166_1"]) for one in get(api, f"/3/{path}/translations")["translations"]]
    assert shown[0] == ("en", "US")
    assert shown[1:] == sorted(shown[1:])


def test_top_rated_movies_of_a_region_were_released_there(api: httpx.Client) -> None:
    everywhere = ids(api, "/3/movie/top_rated")
    shown = ids(api, "/3/movie/top_rated", region="JP")
    assert 0 < len(shown) < len(everywhere)
    for number in everywhere:
        countries = {one["iso_3166_1"] for one in get(api, f"/3/movie/{number}/release_dates")["results"]}
        assert ("JP" in countries or not countries) == (number in shown)
    assert ids(api, "/3/movie/top_rated", region="jp") == shown
    german = [row for page in (1, 2, 3) for row in get(api, "/3/movie/top_rated", region="DE", page=page)["results"]]
    assert [row["release_date"] for row in german if row["id"] == 550] == ["1999-11-11"]
    assert ids(api, "/3/movie/top_rated", region="USS") == []


def test_countries_and_languages_of_a_movie_are_not_translated(api: httpx.Client) -> None:
    english, german = get(api, "/3/movie/550"), get(api, "/3/movie/550", language="de-DE")
    for key in ("production_countries", "spoken_languages", "production_companies"):
        assert german[key] == english[key]
