"""Models without a client: their conversion from JSON, with the errors of this package."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import attrs
import msgspec
import pytest
from django.template import Context, Engine

from tests.facade.support import TOKEN, Fake, json_response
from tmdb_facade import TMDB, DriftError, InvalidArgumentError, localization
from tmdb_facade.errors import MissingBlockError
from tmdb_facade.models import Movie, MovieDetails, Person
from tmdb_facade.testing import make_movie_details, make_person

CREDITS = {"cast": [{"id": 819, "name": "Edward Norton", "credit_id": "5"}], "crew": []}
TRANSLATIONS: dict[str, Any] = {
    "translations": [
        {
            "iso_3166_1": "BR",
            "iso_639_1": "pt",
            "name": "Português",
            "english_name": "Portuguese",
            "data": {"title": "Clube da Luta", "overview": "Um homem.", "homepage": "", "tagline": "", "runtime": 139},
        }
    ]
}


def test_wrong_input_is_an_invalid_argument() -> None:
    with pytest.raises(InvalidArgumentError, match="text must be a JSON object with the fields of Movie, got array"):
        Movie.from_json(b"[")
    with pytest.raises(InvalidArgumentError, match="value must be a dictionary with the fields of Movie, got list"):
        Movie.from_dict([1])  # type: ignore[arg-type]  # wrong on purpose


def test_drift_is_an_error_of_this_package() -> None:
    with pytest.raises(DriftError, match=r"Person\.name at \$\.name: expected str, found integer") as caught:
        Person.from_dict({**make_person().to_dict(), "name": 7}, on_drift="raise")
    assert caught.value.operation == "Person.from_dict"
    assert caught.value.__cause__ is None


def test_errors_are_those_of_this_package_without_a_client() -> None:
    """A program that only reads stored models imports `tmdb_facade.models` and nothing else."""
    program = """
from tmdb_facade.models import Movie, MovieDetails
for call in (lambda: Movie.from_json("["), lambda: MovieDetails.from_json("{}", on_drift="raise")):
    try:
        call()
    except Exception as error:
        print(type(error).__module__, type(error).__name__)
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.split() == [
        *("tmdb_facade.errors", "InvalidArgumentError"),
        *("tmdb_facade._core.drift_error", "DriftError"),
    ]


def test_localization_survives_the_conversion() -> None:
    details = {**make_movie_details().to_dict(), "original_language": "en", "translations": TRANSLATIONS}
    with TMDB(TOKEN, transport=Fake(json_response(details)).transport) as tmdb:
        movie = tmdb.movies.details(550, languages=["pt-BR", "en-US"])
    again = MovieDetails.from_json(movie.to_json(), on_drift="raise")
    assert again == movie
    assert localization(again) == localization(movie)
    assert localization(again).languages == ["pt-BR", "en-US"]


def test_answer_of_tmdb_is_read_with_its_blocks() -> None:
    """A cache may store what TMDB sent: blocks are found without being named."""
    body = json.dumps({**make_movie_details().to_dict(), "credits": CREDITS, "unknown": {"a": 1}})
    movie = MovieDetails.from_json(body, append=["credits"], on_drift="ignore")
    assert movie.credits.cast[0].name == "Edward Norton"
    assert MovieDetails.from_json(body, on_drift="ignore") == movie
    with pytest.raises(MissingBlockError, match="videos was not requested"):
        _ = movie.videos


def test_django_templates_are_silent_about_blocks_that_are_not_there() -> None:
    """Django raises an error of an attribute again if `dir()` lists the attribute."""
    body = json.dumps({**make_movie_details().to_dict(), "title": "Fight Club", "credits": CREDITS})
    movie = MovieDetails.from_json(body, on_drift="ignore")
    template = "{{ movie.title }}|{{ movie.credits.cast.0.name }}|{{ movie.videos.results.0.key }}"
    rendered = Engine().from_string(template).render(Context({"movie": movie}, autoescape=False))
    assert rendered == "Fight Club|Edward Norton|"


def test_msgspec_and_attrs_return_fields_without_blocks() -> None:
    """The guide says so; the methods of models keep the blocks."""
    movie = MovieDetails.from_dict({**make_movie_details().to_dict(), "credits": CREDITS}, on_drift="ignore")
    changed = attrs.evolve(movie, title="Other")
    assert "credits" not in {**attrs.asdict(movie), **msgspec.json.decode(msgspec.json.encode(movie))}
    assert "credits" not in changed.to_dict()
    assert "credits" in movie.replace(title="Other").to_dict()


def test_unknown_words_survive_the_conversion() -> None:
    movie = MovieDetails.from_dict({**make_movie_details().to_dict(), "status": "Dreamt of"}, on_drift="raise")
    again = MovieDetails.from_json(movie.to_json(), on_drift="raise")
    assert (again.status, again.status.is_known, again.status.label) == ("Dreamt of", False, "Dreamt of")
    assert again == movie.replace() == movie
