"""Model factories."""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

from tmdb_bindings.runtime.model import Model, field_names
from tmdb_facade import models
from tmdb_facade.models import (
    Genre,
    Movie,
    MovieCredits,
    MovieDetails,
    MoviePage,
    MultiSearchPage,
    Person,
    TVShow,
)
from tmdb_facade.testing import make, make_movie, make_movie_details, make_person_details, make_tv_show
from tmdb_facade.types import Gender, PartialDate

MODELS = [model for name in dir(models) if inspect.isclass(model := getattr(models, name)) and issubclass(model, Model)]


def test_make_fills_every_field_of_every_model() -> None:
    made = [make(model) for model in MODELS]
    empty = [(type(model), name) for model in made for name in field_names(type(model)) if getattr(model, name) is None]
    assert empty == [(models.UnknownMedia, "media_type")]
    assert pickle.loads(pickle.dumps(made)) == made
    assert all(model.to_json() for model in made)


def test_make_rates_what_can_be_rated() -> None:
    assert {type(make(models.AccountStates).rated) for _ in range(20)} == {models.RatedValue}
    assert make(models.AccountStates, rated=False).rated is False


def test_make_movie_uses_the_given_values() -> None:
    movie = make_movie(title="Metropolis", poster_path=None)
    assert (movie.title, movie.poster_path) == ("Metropolis", None)
    assert make(MoviePage, results=[movie]).results == [movie]


def test_make_converts_the_values_that_tmdb_sends() -> None:
    assert make_movie(release_date="1999-10-15").release_date == date(1999, 10, 15)
    person = make_person_details(birthday="1945", gender=1)
    assert person.birthday == PartialDate(1945)
    assert person.gender is Gender.FEMALE
    assert not make_movie_details(status="Shelved").status.is_known
    release = make(models.ReleaseDate, type=4, release_date="2020-01-01T00:00:00.000Z")
    assert (release.type.label, release.release_date) == ("Digital", datetime(2020, 1, 1, tzinfo=UTC))
    with pytest.raises(ValueError, match="not a date"):
        make_movie(release_date="soon")


def test_make_movie_generates_plausible_values() -> None:
    for _ in range(50):
        movie = make_movie()
        assert movie.id > 0
        assert 0 < movie.vote_average <= 10
        assert movie.poster_path is not None
        assert movie.poster_path.startswith("/")
        assert movie.release_date is not None
        assert 1950 <= movie.release_date.year < 2030


def test_make_fills_unions_with_their_members() -> None:
    for _ in range(20):
        [result] = make(MultiSearchPage).results
        assert isinstance(result, Movie | TVShow | Person | models.CollectionMatch)
        assert result.media_type
    results = [make_movie(), make_tv_show()]
    assert list[object](make(MultiSearchPage, results=results).results) == results


def test_make_movie_details_has_only_the_given_blocks() -> None:
    movie = make_movie_details(credits=make(MovieCredits, cast=[]), genres=[make(Genre, name="Drama")])
    assert movie.credits.cast == []
    assert movie.genres[0].name == "Drama"
    with pytest.raises(AttributeError, match=r"MovieAppend\.IMAGES"):
        movie.images  # noqa: B018  # reading it is the test
    assert movie.to_dict()["credits"]["cast"] == []
    person = make_person_details(tagged_images=make(models.TaggedImagePage))
    assert person.tagged_images.results


def test_make_rejects_unknown_fields() -> None:
    with pytest.raises(TypeError, match=r"Movie has no titel; it has .*title"):
        make_movie(titel="Metropolis")
    with pytest.raises(TypeError, match="MovieDetails has no season_1"):
        make(MovieDetails, season_1=None)


def test_make_movie_returns_the_same_models_in_every_run() -> None:
    program = "from tmdb_facade.testing import make_movie; print([make_movie().to_json() for _ in range(3)])"
    runs = {subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout for _ in range(2)}
    assert len(runs) == 1
