"""Images of the catalogue: each must be an image of its record, with the size, language and votes of a recording."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.catalogue.facts import unconfirmed
from scripts.catalogue.image_facts import company_logos, images, tagged_images
from scripts.catalogue.recorded import Recorded, read_corpus

POSTER = {"file_path": "/p.jpg", "width": 500, "height": 750, "iso_639_1": "fr", "vote_average": 5.3, "vote_count": 2}
LOGO = {"id": "l1", "file_path": "/l.png", "file_type": ".svg", "width": 90, "height": 40}
TAGGED = {"id": "t1", "image_type": "poster", "media_type": "movie", "media": {"id": 7}}
ANSWERS: dict[str, list[tuple[str, dict[str, str], dict[str, Any]]]] = {
    "movie-details": [
        ("/3/movie/7", {}, {"id": 7, "original_title": "A", "budget": 1, "poster_path": "/usual.jpg"}),
        ("/3/movie/7", {"language": "de"}, {"id": 7, "original_title": "A", "budget": 1, "poster_path": "/german.jpg"}),
        ("/3/movie/8", {}, {"id": 8, "original_title": "B", "budget": 1, "poster_path": "/other.jpg"}),
    ],
    "movie-images": [("/3/movie/7/images", {}, {"id": 7, "posters": [POSTER], "backdrops": []})],
    "company-images": [("/3/company/3/images", {}, {"id": 3, "logos": [LOGO]})],
    "person-tagged-images": [("/3/person/5/tagged_images", {}, {"id": 5, "results": [{**POSTER, **TAGGED}]})],
}
MOVIE_POSTER = {"path": "/p.jpg", "width": 500, "height": 750, "language": "fr", "country": "FR", "vote_average": 5.3, "vote_count": 2}  # fmt: skip
USUAL = {"path": "/usual.jpg", "width": 2000, "height": 3000, "language": "en", "country": "US"}
TAGGED_POSTER = {**MOVIE_POSTER, "id": "t1", "image_type": "poster", "media_type": "movie", "media": 7}


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    """Return what some answers with images say."""
    folder: Path = tmp_path_factory.mktemp("corpus")
    for operation, answers in ANSWERS.items():
        lines = [
            {
                "request": {"method": "GET", "path": path, "path_template": path, "query": query},
                "response": {"status": 200, "body": body},
                "source": {"kind": "recorded", "date": "2024-01-01", "repo": "a/b"},
            }
            for path, query, body in answers
        ]
        (folder / f"{operation}.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return read_corpus(folder)


@pytest.mark.parametrize(
    ("poster", "lines"),
    [
        (MOVIE_POSTER, []),
        (USUAL, []),
        ({**USUAL, "path": "/german.jpg", "language": "de", "country": "DE"}, []),
        ({**USUAL, "path": "/other.jpg"}, ["posters.path '/other.jpg': no recording has it"]),
        ({**MOVIE_POSTER, "width": 501}, ["posters.size (501, 750): recorded: [500, 750]"]),
        ({**MOVIE_POSTER, "language": None}, ["posters.language (None, 'FR'): recorded: ['fr', 'FR']"]),
        ({**MOVIE_POSTER, "country": "CA"}, ["posters.language ('fr', 'CA'): recorded: ['fr', 'FR']"]),
        ({**MOVIE_POSTER, "vote_count": 3}, ["posters.votes (5.3, 3): recorded: [5.3, 2]"]),
        ({**USUAL, "height": 2999}, ["posters.size (2000, 2999): recorded: [2000, 3000]"]),
        ({**USUAL, "language": "de", "country": "DE"}, ["posters.language ('de', 'DE'): recorded: ['en', 'US']"]),
        ({**USUAL, "vote_count": 3}, ["posters.votes (0, 3): recorded: [0, 0]"]),
    ],
)
def test_wrong_images_of_a_movie_are_named(recorded: Recorded, poster: dict[str, Any], lines: list[str]) -> None:
    """A path of another movie is wrong too. An image whose size no answer has is of the usual size, a poster of its request's language."""
    found = unconfirmed("movie 7", images(recorded, ("movie", 7), {"posters": [poster]}, "posters"))
    assert [*map(str, found)] == [f"movie 7: {line}" for line in lines]


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ({"media": 8}, "tagged_images ('t1', '/p.jpg', 'poster', 'movie', 8): recorded: ['t1', '/p.jpg', 'poster', 'movie', 7]"),
        ({"width": 1}, "tagged_images.size (1, 750): recorded: [500, 750]"),
        ({"country": "CA"}, "tagged_images.language ('fr', 'CA'): recorded: ['fr', 'FR']"),
        ({"vote_average": 1.0}, "tagged_images.votes (1.0, 2): recorded: [5.3, 2]"),
    ],
)  # fmt: skip
def test_wrong_tagged_images_of_a_person_are_named(recorded: Recorded, fact: dict[str, Any], line: str) -> None:
    def lines(image: dict[str, Any]) -> list[str]:
        facts = tagged_images(recorded, ("person", 5), {"tagged_images": [image]})
        return [*map(str, unconfirmed("person 5", facts))]

    assert lines(TAGGED_POSTER) == []
    assert lines({**TAGGED_POSTER, **fact}) == [f"person 5: {line}"]


def test_wrong_ids_and_types_of_logos_are_named(recorded: Recorded) -> None:
    def lines(**fact: str) -> list[str]:
        logo = {"id": "l1", "path": "/l.png", "width": 90, "height": 40, "type": ".svg", **fact}
        return [*map(str, unconfirmed("company 3", company_logos(recorded, ("company", 3), {"logos": [logo]})))]

    assert lines() == []
    assert lines(id="l2") == ["company 3: logos.id ('l2', '.svg'): recorded: ['l1', '.svg']"]
    assert lines(type=".png") == ["company 3: logos.id ('l1', '.png'): recorded: ['l1', '.svg']"]
