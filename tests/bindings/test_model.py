"""Tests of `Model`."""

from __future__ import annotations

import copy
import datetime
import io
import json
import pickle
import pprint
from typing import Any

import attrs
import pytest
import rich.console

from tests.bindings.small import Small


def make_movie(small: Small, **changes: Any) -> Any:
    return small.model("Movie")(**{"id": 550, "title": "Fight Club", "genre_ids": [18], **changes})


def test_model_equality_compares_class_and_values(small: Small) -> None:
    assert make_movie(small) == make_movie(small)
    assert make_movie(small) != make_movie(small, id=551)
    assert make_movie(small) != make_movie(small).to_dict()
    assert small.model("Genre")(id=1, name="x") != small.model("Collection")(id=1, name="x")


def test_hash_is_that_of_class_and_id(small: Small) -> None:
    movie, season = make_movie(small), small.model("Season")
    assert hash(movie) == hash(make_movie(small)) == hash(make_movie(small, title="Other"))
    assert len({movie, make_movie(small), make_movie(small, id=551)}) == 2
    assert hash(small.model("Genre")(id=550, name="x")) != hash(movie)
    assert {season(id=7, name="First"): 1}[season(id=7, name="First")] == 1


def test_model_without_id_has_no_hash(small: Small) -> None:
    page = small.model("MoviePage")(page=1, results=[], total_pages=1, total_results=0)
    for made in (page, make_movie(small, id=None)):
        with pytest.raises(TypeError, match=f"unhashable: this {type(made).__name__} has no id"):
            hash(made)


def test_every_model_and_details_have_the_hash(small: Small) -> None:
    """A class that defines `__eq__`, and attrs by some options, would set it to `None`."""
    model = small.runtime("Model")
    models = [getattr(small.module("models"), name) for name in small.module("models").__all__]
    classes = [one for one in models if isinstance(one, type) and issubclass(one, model)]
    assert len(classes) > 20
    assert {one.__hash__ for one in classes} == {model.__hash__}


def test_model_is_mutable(small: Small) -> None:
    changed = make_movie(small)
    changed.title = "Other"
    assert changed != make_movie(small)


def test_model_has_slots(small: Small) -> None:
    with pytest.raises(AttributeError):
        make_movie(small).titel = "x"
    assert not hasattr(make_movie(small), "__dict__")


def test_models_do_not_share_lists(small: Small) -> None:
    one, two = make_movie(small, genre_ids=[]), small.model("Movie")(id=1, title="x")
    two.genre_ids.append(1)
    assert small.model("Movie")(id=1, title="x").genre_ids == one.genre_ids == []


def test_to_dict_returns_json_types_in_order(small: Small) -> None:
    plain = make_movie(small, release_date=datetime.date(1999, 10, 15)).to_dict()
    assert plain == {
        "id": 550,
        "media_type": "movie",
        "title": "Fight Club",
        "release_date": "1999-10-15",
        "genre_ids": [18],
        "vote_average": None,
    }
    assert list(plain) == ["id", "media_type", "title", "release_date", "genre_ids", "vote_average"]
    assert json.loads(json.dumps(plain)) == plain


def test_to_json_matches_to_dict(small: Small) -> None:
    answer = b'{"changes":[{"id":"a","time":"2026-11-21 10:00:00 UTC","value":{"deep":[1,{"a":null}]},"size":"HD"}]}'
    changes = small.decode(answer, "Changes", "raise")
    assert json.loads(changes.to_json()) == changes.to_dict()
    assert changes.to_dict()["changes"][0]["time"] == "2026-11-21T10:00:00+00:00"
    assert small.decode(changes.to_json().encode(), "Changes", "raise") == changes


def test_to_dict_returns_copies(small: Small) -> None:
    change = small.model("Change")(value={"a": [1]})
    change.to_dict()["value"]["a"].append(2)
    assert change.value == {"a": [1]}


def test_id_and_underscore_id_are_different_fields(small: Small) -> None:
    season = small.model("Season")(id=7, _id="a")
    assert (season.id, season._id) == (7, "a")
    assert small.decode(season.to_json().encode(), "Season", "raise") == season


def test_model_can_be_copied_and_pickled(small: Small) -> None:
    original = make_movie(small, release_date=datetime.date(1999, 10, 15))
    for made in (pickle.loads(pickle.dumps(original)), copy.copy(original), copy.deepcopy(original)):
        assert made == original
        assert made is not original


def test_setstate_accepts_other_fields(small: Small) -> None:
    """Fields added since the pickle are empty, and removed fields are ignored."""
    made = small.model("Movie").__new__(small.model("Movie"))
    made.__setstate__({"id": 1, "title": "Old", "gone": True})
    assert made == small.model("Movie")(id=1, title="Old")


def test_replace_returns_a_changed_copy(small: Small) -> None:
    movie = make_movie(small)
    changed = movie.replace(title="Other", release_date=datetime.date(1999, 10, 15))
    assert (changed.id, changed.title, changed.release_date.year) == (550, "Other", 1999)
    assert movie == make_movie(small)
    assert changed.genre_ids is movie.genre_ids
    assert movie.replace() == movie
    assert movie.replace() is not movie


def test_replace_names_an_unknown_field(small: Small) -> None:
    with pytest.raises(
        small.module("runtime.parameters").ParameterError, match=r"titel is not a field of Movie: .*title"
    ):
        make_movie(small).replace(titel="Other")


def test_no_model_has_a_replace_of_attrs(small: Small) -> None:
    """Since Python 3.13, attrs adds `__replace__` to each class; that would lose blocks."""
    assert make_movie(small).__replace__(title="Other") == make_movie(small, title="Other")
    model = small.runtime("Model")

    class Changed(model):  # type: ignore[misc, valid-type]  # a class that the test has just generated
        __replace__ = attrs.evolve

    assert Changed.__replace__ is model.__replace__


def test_repr_shows_what_identifies_and_matters(small: Small) -> None:
    date = datetime.date(1999, 10, 15)
    assert repr(make_movie(small, release_date=date)) == (
        "Movie(id=550, title='Fight Club', release_date=1999-10-15, ...)"
    )
    season = small.model("Season")(id=7, name="First", air_date=date)
    assert repr(season) == "Season(id=7, name='First', air_date=1999-10-15)"
    page = small.model("MoviePage")(page=1, results=[make_movie(small)] * 20, total_pages=4, total_results=80)
    assert repr(page) == "MoviePage(page=1, results=<20 entries>, total_pages=4, total_results=80)"
    cast = small.model("Cast")(id=819, name="Edward Norton", character="Narrator", order=0)
    assert repr(cast) == "Cast(id=819, name='Edward Norton', character='Narrator', ...)"


def test_repr_is_short(small: Small) -> None:
    assert len(repr(make_movie(small, title="x" * 500))) < 120
    assert repr(make_movie(small, genre_ids=[])) == "Movie(id=550, title='Fight Club')"
    assert repr(make_movie(small)) == "Movie(id=550, title='Fight Club', genre_ids=<1 entry>)"
    assert pprint.pformat(make_movie(small)) == repr(make_movie(small))


def test_rich_shows_what_repr_shows(small: Small) -> None:
    movie = make_movie(small, title="One [bold]", release_date=datetime.date(1999, 10, 15))
    printed = io.StringIO()
    console = rich.console.Console(width=200, file=printed, color_system=None)
    console.print(movie)
    console.print({"found": [movie]})
    assert printed.getvalue() == f"{movie!r}\n{{'found': [{movie!r}]}}\n"


def test_repr_shortens_texts_of_more_than_40_characters(small: Small) -> None:
    assert f"title={'x' * 40!r}" in repr(make_movie(small, title="x" * 40))
    assert f"title={'x' * 37 + '...'!r}" in repr(make_movie(small, title="x" * 41))


def test_repr_masks_credentials(small: Small) -> None:
    model = small.module("runtime.model")

    class Token(model.Model):  # type: ignore[name-defined, misc]  # a module that the test has just generated
        """A model with a credential."""

        __attrs_attrs__ = tuple(
            type("Field", (), {"name": name, "default": None}) for name in ("request_token", "success")
        )
        request_token = "secret"
        success = True

    assert repr(Token()) == "Token(request_token=***, success=True)"
