"""Records of the catalogue made of recorded answers: the sentences, the facts, and the comparison with recordings."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts.catalogue import files, verification
from scripts.catalogue.additions import add_missing
from scripts.catalogue.files import slug, title_text
from scripts.catalogue.movie_facts import movie_facts
from scripts.catalogue.movies import movie, translations
from scripts.catalogue.public_answers import with_public_records
from scripts.catalogue.recorded import Recorded, read_corpus
from scripts.catalogue.recorded_episodes import read_episodes
from scripts.catalogue.references import imdb_id, person
from scripts.catalogue.requested import KEYWORDS, REVIEW_TEXT, requested_reviews
from scripts.catalogue.sentences import WORDS, Facts, sentence
from scripts.catalogue.series import series
from scripts.catalogue.values import most_frequent
from scripts.catalogue.verification import unconfirmed_facts

PULP_FICTION = Facts("movie", (53, 80), "1994", ["Quentin Tarantino"], ["John Travolta", "Uma Thurman"])


@pytest.mark.parametrize(
    ("facts", "language", "text"),
    [
        (PULP_FICTION, "en", "A thriller from 1994 by Quentin Tarantino, with John Travolta and Uma Thurman."),
        (PULP_FICTION, "de", "Ein Thriller aus dem Jahr 1994 von Quentin Tarantino, mit John Travolta und Uma Thurman."),
        (PULP_FICTION, "fr", "Un thriller de 1994 réalisé par Quentin Tarantino, avec John Travolta et Uma Thurman."),
        (PULP_FICTION, "es", "Una película de suspense de 1994 dirigida por Quentin Tarantino, con John Travolta y Uma Thurman."),
        (Facts("movie", (35,), "1995", ["A", "B", "C"]), "fr", "Une comédie de 1995 réalisée par A, B et C."),
        (Facts("movie", (18,), "", ["A", "Hilary"]), "es", "Un drama dirigido por A e Hilary."),
        (Facts("movie", (18,), "", ["A", "Hiedra"]), "es", "Un drama dirigido por A y Hiedra."),
        (Facts("movie", (35, 10751, 16)), "en", "An animated film."),
        (Facts("movie", (10770, 28)), "en", "An action film."),
        (Facts("movie", cast=["Robert Downey Jr."]), "en", "A film, with Robert Downey Jr."),
        (Facts("movie", people=["A", "B", "C", "D", "E"]), "en", "A film."),
    ],
)  # fmt: skip
def test_a_sentence_says_the_facts_that_are_known(facts: Facts, language: str, text: str) -> None:
    assert sentence(facts, language) == text


def test_every_language_has_a_noun_for_the_same_genres() -> None:
    assert len({frozenset(words["nouns"]) for words in WORDS.values()}) == 1


def test_of_equally_frequent_values_the_newest_is_chosen() -> None:
    assert most_frequent(["a", "b", "b", "a", "c"]) == "a"
    assert most_frequent([]) is None


@pytest.mark.parametrize(("name", "text"), [("Amélie 2", "amelie-2"), ("WALL·E", "walle"), ("君の名は。", "untitled")])
def test_files_are_named_after_the_title(name: str, text: str) -> None:
    assert slug(name) == text


def test_a_file_has_one_line_for_each_part_of_a_list() -> None:
    text = title_text({"id": 1, "genres": [1, 2], "cast": [{"person": 1}, {"person": 2}]})
    assert text == '{\n "id": 1,\n "genres": [1, 2],\n "cast": [\n  {"person": 1},\n  {"person": 2}\n ]\n}\n'


DETAILS: dict[str, Any] = {
    "id": 7, "original_title": "Un film", "title": "A movie", "original_language": "fr", "release_date": "2001-02-03",
    "runtime": 90, "budget": 1, "imdb_id": "tt7", "genres": [{"id": 18, "name": "Drama"}], "vote_count": 2,
    "poster_path": "/p.jpg", "production_companies": [{"id": 3, "name": "C", "logo_path": None, "origin_country": ""}],
    "credits": {
        "cast": [{"id": 5, "name": "Anna", "profile_path": None, "character": "X", "credit_id": "c5", "order": 0}],
        "crew": [{"id": 6, "name": "Ben", "profile_path": None, "job": "Director", "department": "Directing", "credit_id": "c6"}],
    },
}  # fmt: skip


@pytest.fixture
def recording(tmp_path: Path) -> Callable[..., Recorded]:
    """Return a function that reads answers: pairs of a request's query and the body, all of one movie's details."""

    def make(*answers: tuple[dict[str, str], dict[str, Any]]) -> Recorded:
        lines: list[dict[str, Any]] = [
            {
                "request": {
                    "method": "GET",
                    "path": "/3/movie/7",
                    "path_template": "/3/movie/{movie_id}",
                    "query": query,
                },
                "response": {"status": 200, "body": body},
                "source": {"kind": "recorded", "date": f"2024-01-{day:02}", "repo": "a/b"},
            }
            for day, (query, body) in enumerate(answers, 1)
        ]
        folder = tmp_path / "corpus"
        folder.mkdir(exist_ok=True)
        (folder / "movie-details.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
        return read_corpus(folder)

    return make


def test_a_movie_is_made_of_details_and_titles_in_other_languages(recording: Callable[..., Recorded]) -> None:
    recorded = recording(({}, DETAILS), ({"language": "de"}, {**DETAILS, "title": "Ein Film", "credits": None}))
    record = movie(recorded, 7)
    assert (record["id"], record["imdb_id"], record["runtime"], record["thin"]) == (7, "tt7", 90, True)
    assert record["cast"] == [{"person": 5, "character": "X", "credit_id": "c5"}]
    texts = {text["language"]: text for text in translations(recorded, record, {5: "Anna", 6: "Ben"})}
    assert (texts["en"]["title"], texts["de"]["title"]) == ("A movie", "Ein Film")
    assert "title" not in texts["fr"]
    assert texts["de"]["overview"] == "Ein Drama aus dem Jahr 2001 von Ben, mit Anna."


def read(folder: Path, **answers: list[tuple[str, dict[str, Any]]]) -> Path:
    """Write recorded answers, pairs of a path and a body, by the operation with underscores; return their folder."""
    folder.mkdir(exist_ok=True)
    for operation, pairs in answers.items():
        lines: list[dict[str, Any]] = [
            {
                "request": {"method": "GET", "path": path, "path_template": path, "query": {}},
                "response": {"status": 200, "body": body},
                "source": {"kind": "recorded", "date": f"2024-01-{day:02}", "repo": "a/b"},
            }
            for day, (path, body) in enumerate(pairs, 1)
        ]
        (folder / f"{operation.replace('_', '-')}.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return folder


ROW = {
    "id": 7,
    "original_title": "A movie",
    "title": "A movie",
    "original_language": "en",
    "release_date": "2001-02-03",
}


def test_a_movie_without_details_has_the_collection_that_lists_it(tmp_path: Path) -> None:
    collection_ = {"id": 9, "name": "A Collection", "poster_path": None, "backdrop_path": None, "parts": [ROW]}
    recorded = read_corpus(read(tmp_path / "corpus", collection_details=[("/3/collection/9", collection_)]))
    assert movie(recorded, 7)["collection"] == 9
    german = {**collection_, "name": "Eine Filmreihe"}
    folder = read(tmp_path / "corpus", collection_details=[("/3/collection/9", german)])
    text = (folder / "collection-details.jsonl").read_text("utf-8")
    (folder / "collection-details.jsonl").write_text(
        text.replace('"query": {}', '"query": {"language": "de"}'), "utf-8"
    )
    assert "collection" not in movie(read_corpus(folder), 7)


def test_a_movie_has_the_requested_keyword_whose_list_has_it(tmp_path: Path) -> None:
    lists = [(f"/3/keyword/{number}/movies", {"id": number, "results": [ROW]}) for number in (KEYWORDS[0], 1)]
    assert movie(read_corpus(read(tmp_path / "corpus", keyword_movies=lists)), 7)["keywords"] == [KEYWORDS[0]]


def test_a_season_has_the_episodes_of_its_newest_recording(tmp_path: Path) -> None:
    """An episode that got another number is not repeated, and facts of two episodes are not mixed."""

    def season(*ids: int) -> tuple[str, dict[str, Any]]:
        episodes = [
            {"id": id_, "name": f"Name {id_}", "season_number": 1, "episode_number": number}
            for number, id_ in enumerate(ids, 1)
        ]
        return "/3/tv/3572/season/1", {"id": 5, "name": "Season 1", "season_number": 1, "episodes": episodes}

    folder = read(tmp_path / "corpus", tv_season_details=[season(1, 2, 2, 4), season(1, 2, 2, 4), season(1, 3, 4)])
    record = series(read_corpus(folder), read_episodes(folder), 3572)
    assert record["original_name"] == "Kojak"
    assert [(one["number"], one["id"], one["name"]) for one in record["seasons"][0]["episodes"]] == [
        (1, 1, "Name 1"),
        (2, 3, "Name 3"),
        (3, 4, "Name 4"),
    ]
    assert record["seasons"][0]["episode_count"] == 3


def test_reviews_that_tests_ask_for_have_no_text_of_their_authors() -> None:
    reviews = [review for number in (49026, 284052) for review in requested_reviews(number)]
    assert {review["content"] for review in reviews} == {REVIEW_TEXT}
    assert reviews[-1]["created_at"] == "2016-11-03T22:44:11.000Z"


def test_a_movie_without_a_recording_is_an_error(recording: Callable[..., Recorded]) -> None:
    with pytest.raises(ValueError, match="no recording has the movie 8"):
        movie(recording(({}, DETAILS)), 8)


def test_a_person_has_the_english_name_of_most_recordings(recording: Callable[..., Recorded]) -> None:
    chinese = {**DETAILS, "credits": {"cast": [{**DETAILS["credits"]["cast"][0], "name": "安娜"}], "crew": []}}
    recorded = recording(({"language": "zh-CN"}, chinese), ({}, DETAILS), ({"language": "zh-CN"}, chinese))
    assert person(recorded, 5)["name"] == "Anna"


def test_records_of_the_catalogue_stay_as_they_are(recording: Callable[..., Recorded], tmp_path: Path) -> None:
    files.write_records("people.json", [{"id": 6, "name": "kept by hand"}], tmp_path)
    assert add_missing(recording(({}, DETAILS)), "person", [5, 6], tmp_path) == [5]
    assert {number: one["name"] for number, one in files.records_in("people.json", tmp_path).items()} == {
        5: "Anna",
        6: "kept by hand",
    }


def test_unconfirmed_facts_are_those_that_recordings_contradict_or_do_not_have(
    recording: Callable[..., Recorded], monkeypatch: pytest.MonkeyPatch
) -> None:
    record = {
        "id": 7, "original_title": "Un film", "original_language": "fr", "release_date": "2001-02-04", "runtime": 90,
        "imdb_id": "tt8", "keywords": [1], "posters": [{"path": "/q.jpg", "width": 2000, "height": 3000, "language": "en", "country": "US"}],
        "cast": [{"person": 5, "character": "Y", "credit_id": "c5"}, {"person": 5, "character": "Z", "credit_id": "c9"}],
        "translations": [{"language": "de", "country": "DE", "title": "Ein Film"}],
    }  # fmt: skip
    stored: dict[str, dict[int, dict[str, Any]]] = {"movies": {7: record}}

    def read_stored(name: str) -> dict[int, dict[str, Any]]:
        return stored.get(name, {})

    monkeypatch.setattr(verification, "read_titles", read_stored)
    monkeypatch.setattr(verification, "records_in", read_stored)
    assert [str(one) for one in unconfirmed_facts(recording(({}, DETAILS)))] == [
        "movie 7: release_date '2001-02-04': recorded: '2001-02-03'",
        "movie 7: imdb_id 'tt8': recorded: 'tt7'",
        "movie 7: keywords 1: no recording has it",
        "movie 7: titles.de-DE 'Ein Film': no recording has it",
        "movie 7: cast.character 'Y': recorded: 'X'",
        "movie 7: cast.credit_id 'c9 5': no recording has it",
        "movie 7: posters.path '/q.jpg': no recording has it",
    ]


def test_networks_are_compared_like_companies(
    recording: Callable[..., Recorded], monkeypatch: pytest.MonkeyPatch
) -> None:
    """HBO is in TMDB's documentation, NBC only as a network of a recording."""
    networks: dict[int, dict[str, Any]] = {
        6: {"id": 6, "name": "NBC", "origin_country": "US", "headquarters": "New York"},
        49: {"id": 49, "name": "HBO", "alternative_names": [{"name": "Home Box Office"}, {"name": "HBO Max"}]},
    }
    stored: dict[str, dict[int, dict[str, Any]]] = {"networks.json": networks}

    def read_stored(name: str) -> dict[int, dict[str, Any]]:
        return stored.get(name, {})

    monkeypatch.setattr(verification, "read_titles", read_stored)
    monkeypatch.setattr(verification, "records_in", read_stored)
    network = {"id": 6, "name": "NBC", "logo_path": None, "origin_country": "US"}
    assert [*map(str, unconfirmed_facts(recording(({}, {**DETAILS, "networks": [network]}))))] == [
        "network 6: headquarters 'New York': no recording has it",
        "network 49: alternative_names ('HBO Max', ''): recorded: ['HBO HD', '']",
    ]


def test_a_fact_may_be_the_one_of_the_newest_recording(recording: Callable[..., Recorded]) -> None:
    recorded = recording(({}, DETAILS), ({}, DETAILS), ({}, {**DETAILS, "runtime": 91}))
    facts = {
        name: (values, is_fixed)
        for name, _, values, is_fixed in movie_facts(recorded, ("movie", 7), {"original_language": "fr"})
    }
    assert facts["runtime"] == ([90, 90, 91], True)


def test_public_copies_are_evidence_of_roles_and_people_that_recordings_lack(
    recording: Callable[..., Recorded],
) -> None:
    recorded = with_public_records(recording(({}, DETAILS)))
    role = recorded.roles["52fe48009251416c750ac9cb"][-1]
    assert (role.title, role.person, role.sighting.value["order"]) == (("movie", 19995), 8691, 1)
    assert person(recorded, 8691) == {"id": 8691, "name": "Zoe Saldana", "gender": 1, "department": "Acting"}
    assert recorded.details(("person", 3084))[-1].value["deathday"] == "2004-07-01"
    assert recorded.blocks[("person", 31), "external_ids"][-1].value["wikidata_id"] == "Q2263"
    assert imdb_id(recorded, ("movie", 9340)) == "tt0089218"


def test_recordings_are_newer_than_public_copies(recording: Callable[..., Recorded]) -> None:
    cast = [{"id": 8691, "name": "Zoe Saldaña", "profile_path": None, "character": "X", "credit_id": "c5", "order": 0}]
    recorded = recording(({}, {**DETAILS, "credits": {"cast": cast, "crew": []}}))
    both = with_public_records(recorded)
    assert [one.value["name"] for one in both.objects["person", 8691]] == ["Zoe Saldana", "Zoe Saldaña"]
    assert len(recorded.objects["person", 8691]) == 1
