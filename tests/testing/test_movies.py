"""Films: details, languages, pictures, appended blocks, pages."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

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


def get(api: httpx.Client, path: str, **query: str | int) -> Any:
    """Return a body that has to come."""
    answer = api.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_film_goes_by_its_imdb_id_too(api: httpx.Client) -> None:
    """Both names lead to the same film."""
    assert get(api, "/3/movie/tt0137523") == get(api, "/3/movie/550")


def test_texts_are_those_of_the_language(api: httpx.Client) -> None:
    """Title, overview, tagline, genres and the collection are translated; names and the original title are not."""
    english, german = get(api, "/3/movie/562"), get(api, "/3/movie/562", language="de-DE")
    assert (english["title"], german["title"]) == ("Die Hard", "Stirb langsam")
    assert german["original_title"] == "Die Hard"
    assert english["overview"] != german["overview"]
    assert german["overview"]
    assert german["belongs_to_collection"]["name"] == "Stirb langsam Filmreihe"
    assert get(api, "/3/movie/562", language="de") == german
    assert get(api, "/3/movie/562", language="en-US") == english
    comedy = get(api, "/3/movie/607", language="de-DE")["genres"]
    assert "Komödie" in [genre["name"] for genre in comedy]


@pytest.mark.parametrize("language", ["de-AT", "sv-SE", "zz", "en-GB"])
def test_a_missing_translation_falls_back_to_nothing(api: httpx.Client, language: str) -> None:
    """Without a translation the title is the original one, and the texts are empty and not English."""
    body = get(api, "/3/movie/129", language=language)
    assert (body["title"], body["overview"], body["tagline"]) == ("千と千尋の神隠し", "", "")


def test_a_title_that_needs_no_translation_still_has_its_texts(api: httpx.Client) -> None:
    """An empty title in a translation means the original one; the overview is the translation's."""
    body = get(api, "/3/movie/550", language="de-DE")
    assert body["title"] == "Fight Club"
    assert body["overview"] != get(api, "/3/movie/550")["overview"]


def test_the_poster_is_that_of_the_language(api: httpx.Client) -> None:
    """Language first, then the original language; backdrops without text come first whatever the language."""
    posters = {poster["file_path"]: poster["iso_639_1"] for poster in get(api, "/3/movie/550/images")["posters"]}
    shown = {
        language: get(api, "/3/movie/550", language=language)["poster_path"] for language in ("en-US", "de-DE", "zz")
    }
    assert posters[shown["en-US"]] == "en"
    assert posters[shown["de-DE"]] == "de"
    assert shown["zz"] == shown["en-US"]
    backdrops = {image["file_path"]: image["iso_639_1"] for image in get(api, "/3/movie/550/images")["backdrops"]}
    assert backdrops[get(api, "/3/movie/550")["backdrop_path"]] is None
    rows = get(api, "/3/search/movie", query="fight club", language="de-DE")["results"]
    assert rows[0]["poster_path"] == shown["de-DE"]


def test_language_limits_pictures_and_videos(api: httpx.Client) -> None:
    """Pictures are all there unless a language is named; videos are in English unless one is."""

    def languages(path: str, kind: str, **query: str) -> set[str | None]:
        return {image["iso_639_1"] for image in get(api, path, **query)[kind]}

    path = "/3/movie/550/images"
    assert languages(path, "posters") == {"en", "de", "fr", None}
    assert languages(path, "posters", language="de-DE") == {"de"}
    assert languages(path, "posters", language="de-DE", include_image_language="fr,null") == {"fr", None}
    assert languages("/3/movie/550/videos", "results") == {"en"}
    assert languages("/3/movie/550/videos", "results", language="de-DE") == set()
    assert languages("/3/movie/550/videos", "results", language="de-DE", include_video_language="de,en") == {"en"}


def test_blocks_are_the_other_operations_without_their_id(api: httpx.Client) -> None:
    """Each block equals what its own operation answers, less the id; the slash stays in the key."""
    body = get(api, "/3/movie/550", append_to_response=",".join(BLOCKS[1:]))
    assert set(body) - set(get(api, "/3/movie/550")) == set(BLOCKS[1:])
    for block in BLOCKS[1:]:
        alone = get(api, f"/3/movie/550/{block}")
        alone.pop("id", None)
        assert body[block] == alone, block


def test_parameters_reach_the_blocks(api: httpx.Client) -> None:
    """One query serves the film and all its blocks."""
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


def test_unknown_blocks_give_no_key(api: httpx.Client) -> None:
    """A misspelt block is not an error; neither are names of what cannot be appended."""
    body = get(api, "/3/movie/550", append_to_response="credit,nothing/here,,videos,../551,rating")
    assert set(body) - set(get(api, "/3/movie/550")) == {"videos"}
    assert set(get(api, "/3/movie/550", append_to_response="")) == set(get(api, "/3/movie/550"))


def test_account_states_need_a_session(api: httpx.Client, server: Any) -> None:
    """Appended without a session they are not there; with one they are."""
    without = get(api, "/3/movie/550", append_to_response="account_states")
    assert "account_states" not in without
    body = get(api, "/3/movie/550", append_to_response="account_states", session_id=server.session_id)
    assert body["account_states"] == {"favorite": False, "rated": False, "watchlist": False}


def test_blocks_without_facts_have_tmdbs_empty_shapes(api: httpx.Client) -> None:
    """A film of which little is known answers with empty lists and maps, and not with missing keys."""
    path = "/3/movie/11"
    assert get(api, f"{path}/keywords") == {"id": 11, "keywords": []}
    assert get(api, f"{path}/videos") == {"id": 11, "results": []}
    assert get(api, f"{path}/watch/providers") == {"id": 11, "results": {}}
    assert get(api, f"{path}/changes") == {"changes": []}
    assert get(api, f"{path}/alternative_titles") == {"id": 11, "titles": []}
    empty: dict[str, object] = {"page": 1, "results": [], "total_pages": 0, "total_results": 0}
    assert get(api, f"{path}/reviews") == {"id": 11, **empty}
    assert get(api, f"{path}/lists") == {"id": 11, **empty}


def test_changes_are_those_of_the_range(api: httpx.Client) -> None:
    """Without dates it is the last day on which something was edited; a time behind the date is tolerated."""
    (change,) = get(api, "/3/movie/550/changes")["changes"]
    assert [item["time"][:10] for item in change["items"]] == ["2026-01-13"]
    assert get(api, "/3/movie/550/changes", start_date="2026-01-14", end_date="2026-01-14") == {"changes": []}
    changed = get(api, "/3/movie/550/changes", start_date="2015-06-20", end_date="2015-06-30T10:00:00")["changes"]
    assert changed[0]["items"][0]["action"] == "updated"


def test_countries_narrow_alternative_titles(api: httpx.Client) -> None:
    """`country` leaves those of one country."""
    titles = get(api, "/3/movie/550/alternative_titles", country="rs")["titles"]
    assert {title["iso_3166_1"] for title in titles} == {"RS"}


def test_offers_name_only_the_ways_that_there_are(api: httpx.Client) -> None:
    """Each country has a link and those of flatrate, free, ads, rent and buy that somebody offers."""
    results = get(api, "/3/movie/550/watch/providers")["results"]
    assert set(results["DE"]) == {"link", "flatrate", "rent", "buy"}
    assert results["DE"]["link"].endswith("/movie/550-fight-club/watch?locale=DE")


def test_films_that_are_near_come_first(api: httpx.Client) -> None:
    """A film is recommended with its own collection first, and never to itself."""
    recommended = get(api, "/3/movie/238/recommendations")["results"]
    assert recommended[0]["id"] == 240
    assert {row["media_type"] for row in recommended} == {"movie"}
    similar = get(api, "/3/movie/238/similar")
    assert 238 not in [row["id"] for row in similar["results"]]
    assert "media_type" not in similar["results"][0]
    assert similar["total_results"] > 20


def test_reviews_are_in_the_language_of_the_request(api: httpx.Client) -> None:
    """English ones by default."""
    assert get(api, "/3/movie/550/reviews")["total_results"] == 2
    assert get(api, "/3/movie/550/reviews", language="de-DE")["total_results"] == 1


def test_popular_films_come_in_pages_of_twenty(api: httpx.Client) -> None:
    """Every film is on exactly one page, by popularity; past the end a page is empty and the totals stay."""
    first = get(api, "/3/movie/popular")
    pages = [get(api, "/3/movie/popular", page=number) for number in range(1, first["total_pages"] + 1)]
    rows = [row for page in pages for row in page["results"]]
    assert [len(page["results"]) for page in pages[:-1]] == [20] * (len(pages) - 1)
    assert len({row["id"] for row in rows}) == len(rows) == first["total_results"] >= 40
    assert [row["popularity"] for row in rows] == sorted((row["popularity"] for row in rows), reverse=True)
    past = get(api, "/3/movie/popular", page=500)
    assert past == {"page": 500, "results": [], "total_pages": 3, "total_results": first["total_results"]}


def test_configuration_gives_image_urls(api: httpx.Client) -> None:
    """Base URL, sizes and change keys are TMDB's."""
    body = get(api, "/3/configuration")
    assert body["images"]["secure_base_url"] == "https://image.tmdb.org/t/p/"
    assert "w500" in body["images"]["poster_sizes"]
    assert "h632" in body["images"]["profile_sizes"]
    assert len(body["change_keys"]) > 50
