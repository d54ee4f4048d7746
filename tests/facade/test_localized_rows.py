"""Localization of rows: which languages are requested, and the texts that rows get from them."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmdb_bindings import api
from tmdb_bindings.models import (
    FindResults,
    Movie,
    MovieDetails,
    MoviePage,
    PersonPage,
    SeasonDetails,
)
from tmdb_bindings.runtime import Drift, decode
from tmdb_facade import Localization, localization
from tmdb_facade._core.endpoint import Request
from tmdb_facade._core.languages.localization import localize
from tmdb_facade._core.languages.preferences import Languages, LanguageTag, choose_list_languages
from tmdb_facade._core.languages.rows import LocalizedRows, request_in
from tmdb_facade.errors import InvalidArgumentError


def read(type_: type[Any], value: object, blocks: Sequence[str] = ()) -> Any:
    """Decode a value as a model."""
    return decode(json.dumps(value).encode(), type_, operation="test", drift=Drift("ignore"), append=blocks)


def row(title: str, overview: str, *, original: str = "千と千尋の神隠し", language: str = "ja", id: int = 129) -> Any:
    """Return a row of a movie as JSON."""
    return {
        "id": id,
        "title": title,
        "overview": overview,
        "original_title": original,
        "original_language": language,
    }


def movies(*rows: object) -> MoviePage:
    """Return a page of movies."""
    page: MoviePage = read(MoviePage, {"page": 1, "results": rows, "total_pages": 1, "total_results": len(rows)})
    return page


def fill(languages: Sequence[str], answers: Mapping[str, Any]) -> tuple[Any, list[str]]:
    """Localize the answer in the first language; return it and the further languages that were requested."""
    first = answers[languages[0]]
    rows = LocalizedRows(first, Languages(languages))
    requested: list[str] = []
    while (tag := rows.next_language()) is not None:
        requested.append(str(tag))
        rows.add(answers[str(tag)])
    rows.fill()
    return first, requested


ORIGINAL = "千と千尋の神隠し"


def test_complete_rows_need_one_request() -> None:
    page, requested = fill(["pt-BR", "en-US"], {"pt-BR": movies(row("A Viagem", "Uma menina."))})
    assert requested == []
    assert localization(page.results[0]).sources == {"title": "pt-BR", "overview": "pt-BR"}


@pytest.mark.parametrize("overview", ["", "  "])
def test_empty_overview_is_taken_from_the_next_language(overview: str) -> None:
    answers = {"pt-BR": movies(row("A Viagem", overview)), "en-US": movies(row("Spirited Away", "A girl."))}
    page, requested = fill(["pt-BR", "en-US"], answers)
    found = page.results[0]
    assert requested == ["en-US"]
    assert (found.title, found.overview) == ("A Viagem", "A girl.")
    assert localization(found).sources == {"title": "pt-BR", "overview": "en-US"}


def test_original_title_in_another_language_is_not_translated() -> None:
    answers = {"pt-BR": movies(row(ORIGINAL, "Uma menina.")), "en-US": movies(row("Spirited Away", "A girl."))}
    page, requested = fill(["pt-BR", "en-US"], answers)
    assert requested == ["en-US"]
    assert (page.results[0].title, page.results[0].overview) == ("Spirited Away", "Uma menina.")


def test_original_title_in_its_own_language_needs_no_request() -> None:
    """The title in the next language is the original one, which every answer contains."""
    page = movies(row("Inception", "Ein Dieb.", original="Inception", language="en"))
    page, requested = fill(["de-DE", "en-US"], {"de-DE": page})
    assert requested == []
    assert localization(page.results[0]).sources == {"title": "en", "overview": "de-DE"}


def test_languages_before_the_original_language_are_requested() -> None:
    answers = {
        "de-DE": movies(row("Inception", "Ein Dieb.", original="Inception", language="en")),
        "pt-BR": movies(row("A Origem", "Um ladrão.", original="Inception", language="en")),
    }
    page, requested = fill(["de-DE", "pt-BR", "en-US"], answers)
    assert requested == ["pt-BR"]
    assert localization(page.results[0]).sources == {"title": "pt-BR", "overview": "de-DE"}


def test_each_language_is_requested_only_if_a_row_needs_it() -> None:
    """Rows that need none keep their texts."""
    answers = {
        "pt-BR": movies(row("A Viagem", "Uma menina."), row("Totoro", "", id=8392)),
        "de-DE": movies(row("Chihiros Reise", "Ein Mädchen."), row("Mein Nachbar Totoro", "Zwei.", id=8392)),
    }
    page, requested = fill(["pt-BR", "de-DE", "en-US"], answers)
    assert requested == ["de-DE"]
    assert [one.overview for one in page.results] == ["Uma menina.", "Zwei."]


def test_texts_of_a_row_do_not_depend_on_other_rows() -> None:
    """The English title of the first row differs from the original one, but its row needs no English."""
    american = row("Sorcerer's Stone", "A boy.", original="Philosopher's Stone", language="en")
    german = row("Philosopher's Stone", "Ein Junge.", original="Philosopher's Stone", language="en")
    alone, _ = fill(["de-DE", "en-US"], {"de-DE": movies(german)})
    answers = {"de-DE": movies(german, row("Totoro", "", id=1)), "en-US": movies(american, row("Totoro", "Two.", id=1))}
    together, requested = fill(["de-DE", "en-US"], answers)
    assert requested == ["en-US"]
    assert together.results[0] == alone.results[0]
    assert localization(together.results[0]) == localization(alone.results[0])


def test_row_that_left_the_page_names_the_language() -> None:
    """It keeps its texts, and gets those of later languages."""
    answers = {
        "pt-BR": movies(row(ORIGINAL, "")),
        "de-DE": movies(row("Andere", "Ein anderer.", id=7)),
        "en-US": movies(row("Spirited Away", "A girl.")),
    }
    page, _ = fill(["pt-BR", "de-DE", "en-US"], answers)
    found = page.results[0]
    assert (found.title, localization(found).absent) == ("Spirited Away", ["de-DE"])
    page, _ = fill(["pt-BR", "de-DE"], {**answers, "pt-BR": movies(row(ORIGINAL, ""))})
    found = page.results[0]
    assert (found.title, found.overview) == (ORIGINAL, "")
    assert localization(found) == Localization(languages=["pt-BR", "de-DE"], sources={"title": "ja"}, absent=["de-DE"])


def test_rows_without_any_text_request_every_language() -> None:
    answers = {tag: movies(row(ORIGINAL, "")) for tag in ["pt-BR", "de-DE", "fr-FR", "en-US", "es-ES"]}
    page, requested = fill(list(answers), answers)
    assert requested == ["de-DE", "fr-FR", "en-US", "es-ES"]
    assert localization(page.results[0]).sources == {"title": "ja"}


def test_episodes_are_joined_and_numbered_names_are_not_translated() -> None:
    """If no language has another name, the numbered one of the first language stays."""

    def season(*names: str) -> SeasonDetails:
        episodes = [
            {"id": 60 + number, "episode_number": number, "season_number": 1, "name": name, "overview": "Text."}
            for number, name in enumerate(names, 1)
        ]
        found: SeasonDetails = read(SeasonDetails, {"id": 1, "season_number": 1, "episodes": episodes})
        return found

    answers = {"ja": season("第1話", "第2話", "旅"), "en-US": season("Pilot", "Episode 2", "Journey")}
    found, requested = fill(["ja", "en-US"], answers)
    assert requested == ["en-US"]
    assert [(one.name, localization(one).sources["name"]) for one in found.episodes] == [
        ("Pilot", "en-US"),
        ("第2話", "ja"),
        ("旅", "ja"),
    ]


def test_names_of_people_are_complete_and_their_titles_are_filled() -> None:
    def people(*titles: object) -> PersonPage:
        person = {"id": 1, "name": "Hayao", "original_name": "宮﨑", "known_for": titles}
        page: PersonPage = read(PersonPage, {"page": 1, "results": [person], "total_pages": 1, "total_results": 1})
        return page

    assert fill(["pt-BR", "en-US"], {"pt-BR": people()})[1] == []
    answers = {
        "pt-BR": people({**row(ORIGINAL, ""), "media_type": "movie"}),
        "en-US": people({**row("Spirited Away", "A girl."), "media_type": "movie"}),
    }
    page, _ = fill(["pt-BR", "en-US"], answers)
    assert page.results[0].known_for[0].title == "Spirited Away"


def test_a_movie_and_a_series_with_one_id_are_not_confused() -> None:
    def results(title: str, name: str) -> FindResults:
        found: FindResults = read(
            FindResults,
            {
                "movie_results": [row(title, title and "M.")],
                "tv_results": [
                    {"id": 129, "name": name, "original_name": "原", "original_language": "ja", "overview": name},
                ],
            },
        )
        return found

    found, _ = fill(["pt-BR", "en-US"], {"pt-BR": results("", ""), "en-US": results("Movie", "Series")})
    assert (found.movie_results[0].title, found.tv_results[0].name) == ("Movie", "Series")


def test_localization_of_a_row_is_no_field_and_survives_copies_and_conversion() -> None:
    plain = movies(row("A Viagem", "Uma menina.")).results[0]
    page, _ = fill(["pt-BR"], {"pt-BR": movies(row("A Viagem", "Uma menina."))})
    found = page.results[0]
    assert found == plain
    assert found.to_dict() == {**plain.to_dict(), "localization": localization(found).to_dict()}
    for copied in (
        copy.copy(found),
        copy.deepcopy(found),
        pickle.loads(pickle.dumps(found)),
        found.replace(),
        Movie.from_dict(found.to_dict(), on_drift="ignore"),
        MoviePage.from_json(page.to_json(), on_drift="ignore").results[0],
    ):
        assert copied == found
        assert localization(copied) == localization(found)
    with pytest.raises(InvalidArgumentError, match=r"languages=\[...\], got a Movie"):
        localization(copy.deepcopy(plain))


def test_request_in_another_language_has_no_blocks() -> None:
    details = api.tv_seasons.details.request(1, 2, append_to_response="account_states", language="de", session_id="5e")
    assert request_in(details, LanguageTag("pt", "BR")).query == {"language": "pt-BR"}
    rated = api.account.rated_movies.request(1, session_id="5e", language="de")
    rated.query["page"] = "3"
    made: Request = request_in(rated, LanguageTag("pt"))
    assert made.query == {"session_id": "5e", "page": "3", "language": "pt"}
    assert rated.query["language"] == "de"


@pytest.mark.parametrize(
    ("language", "languages", "problem"),
    [
        ("de", ["pt-BR"], "cannot be combined with language="),
        (None, ["pt-BR", "pt-PT", "es", "fr", "de", "en"], "at most 5 languages, got 6"),
        (None, [None], "at least one language"),
        (None, ["pt_BR"], "pt-BR"),
        (None, [], "at least one language|must not be empty"),
    ],
)
def test_languages_of_a_list_reject(language: str | None, languages: list[str | None], problem: str) -> None:
    with pytest.raises(InvalidArgumentError, match=problem):
        choose_list_languages(language, languages)


def test_languages_of_a_list_ignore_repetitions_and_images() -> None:
    chosen = choose_list_languages(None, ["pt-BR", "PT-br", None, "es", "fr", "de", "en"])
    assert chosen is not None
    assert len(chosen.tags) == 5
    assert choose_list_languages("de", None) is None


TAGS = ["pt-BR", "de-DE", "fr-FR", "en-US"]
TEXTS = st.sampled_from(["", "one", "two"])


@given(
    languages=st.lists(st.sampled_from(TAGS), min_size=1, max_size=4, unique=True),
    original_language=st.sampled_from(["de", "en", "ja"]),
    texts=st.fixed_dictionaries({tag: st.tuples(TEXTS, TEXTS) for tag in TAGS}),
)
def test_rows_get_the_same_texts_as_details(
    languages: list[str], original_language: str, texts: dict[str, tuple[str, str]]
) -> None:
    """TMDB has no other titles in the original language; these have a rule of their own."""
    texts = {tag: ("" if tag.startswith(original_language) else title, text) for tag, (title, text) in texts.items()}
    answers = {
        tag: movies(row(title or ORIGINAL, text, language=original_language)) for tag, (title, text) in texts.items()
    }
    page, _ = fill(languages, answers)
    found: Movie = page.results[0]
    translations = [
        {"iso_639_1": tag[:2], "iso_3166_1": tag[3:], "data": {"title": title, "overview": text}}
        for tag, (title, text) in texts.items()
        if title or text
    ]
    title, text = texts[languages[0]]
    answer = {
        **row(title or ORIGINAL, text, language=original_language),
        "translations": {"translations": translations},
    }
    details: MovieDetails[Any] = read(MovieDetails, answer, ["translations"])
    localize(details, Languages(languages), hidden=False)
    assert (found.title, found.overview) == (details.title, details.overview)
    expected = {name: (tag or "")[:2] for name, tag in localization(details).sources.items()}
    assert {name: (tag or "")[:2] for name, tag in localization(found).sources.items()} == expected
