"""Factories: models without a server, as full as TMDB's and as odd as a test wants them."""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys

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

MODELS = [model for name in dir(models) if inspect.isclass(model := getattr(models, name)) and issubclass(model, Model)]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_can_be_made_and_every_field_has_a_value(model: type[Model]) -> None:
    """What is made can be written as JSON, compared and pickled, and none of its fields is empty."""
    made = make(model)
    assert {name for name in field_names(model) if getattr(made, name) is None} == set()
    assert made.to_json()
    assert pickle.loads(pickle.dumps(made)) == made


def test_what_is_given_is_taken() -> None:
    """None, too."""
    movie = make_movie(title="Metropolis", poster_path=None)
    assert (movie.title, movie.poster_path) == ("Metropolis", None)
    assert make(MoviePage, results=[movie]).results == [movie]


def test_what_is_made_up_is_plausible() -> None:
    """As far as names promise."""
    for _ in range(50):
        movie = make_movie()
        assert movie.id > 0
        assert 0 < movie.vote_average <= 10
        assert movie.poster_path is not None
        assert movie.poster_path.startswith("/")
        assert movie.release_date is not None
        assert 1950 <= movie.release_date.year < 2030


def test_unions_hold_real_members() -> None:
    """Made up or given."""
    for _ in range(20):
        [found] = make(MultiSearchPage).results
        assert isinstance(found, Movie | TVShow | Person | models.CollectionMatch)
        assert found.media_type
    given = [make_movie(), make_tv_show()]
    assert list[object](make(MultiSearchPage, results=given).results) == given


def test_details_carry_the_blocks_that_are_given() -> None:
    """As if they had been appended, and no other."""
    movie = make_movie_details(credits=make(MovieCredits, cast=[]), genres=[make(Genre, name="Drama")])
    assert movie.credits.cast == []
    assert movie.genres[0].name == "Drama"
    with pytest.raises(AttributeError, match=r"MovieAppend\.IMAGES"):
        movie.images  # noqa: B018  # reading it is the test
    assert movie.to_dict()["credits"]["cast"] == []
    person = make_person_details(tagged_images=make(models.TaggedImagePage))
    assert person.tagged_images.results


def test_a_field_that_is_not_there_is_named() -> None:
    """A misspelt one must not pass."""
    with pytest.raises(TypeError, match=r"Movie has no titel; it has .*title"):
        make_movie(titel="Metropolis")
    with pytest.raises(TypeError, match="MovieDetails has no season_1"):
        make(MovieDetails, season_1=None)


def test_the_same_calls_give_the_same_models_in_every_run() -> None:
    """A test that fails by what was made up fails again."""
    program = "from tmdb_facade.testing import make_movie; print([make_movie().to_json() for _ in range(3)])"
    runs = {subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout for _ in range(2)}
    assert len(runs) == 1
