"""What every model can do."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
from typing import Any

import pytest

from tests.bindings.small import Small


def film(small: Small, **changes: Any) -> Any:
    """Make a film."""
    return small.model("Movie")(**{"id": 550, "title": "Fight Club", "genre_ids": [18], **changes})


def test_models_are_equal_by_value(small: Small) -> None:
    """Same class and same values make equal models; nothing else does."""
    assert film(small) == film(small)
    assert film(small) != film(small, id=551)
    assert film(small) != film(small).to_dict()
    assert small.model("Genre")(id=1, name="x") != small.model("Collection")(id=1, name="x")


def test_models_can_change_and_so_have_no_hash(small: Small) -> None:
    """A value that changes in a set would be lost in it."""
    changed = film(small)
    changed.title = "Other"
    assert changed != film(small)
    with pytest.raises(TypeError, match="unhashable"):
        hash(changed)


def test_models_have_slots(small: Small) -> None:
    """A misspelt attribute is an error, and a model is small."""
    with pytest.raises(AttributeError):
        film(small).titel = "x"
    assert not hasattr(film(small), "__dict__")


def test_lists_are_never_shared(small: Small) -> None:
    """Each model has its own empty list."""
    one, two = film(small, genre_ids=[]), small.model("Movie")(id=1, title="x")
    two.genre_ids.append(1)
    assert small.model("Movie")(id=1, title="x").genre_ids == one.genre_ids == []


def test_to_dict_is_ready_for_json_and_in_order(small: Small) -> None:
    """Every field is there, in the document's order, as JSON types."""
    plain = film(small, release_date=datetime.date(1999, 10, 15)).to_dict()
    assert plain == {
        "id": 550,
        "media_type": None,
        "title": "Fight Club",
        "release_date": "1999-10-15",
        "genre_ids": [18],
        "vote_average": None,
    }
    assert list(plain) == ["id", "media_type", "title", "release_date", "genre_ids", "vote_average"]
    assert json.loads(json.dumps(plain)) == plain


def test_to_json_is_what_to_dict_gives(small: Small) -> None:
    """The text decodes to an equal model."""
    answer = b'{"changes":[{"id":"a","time":"2026-11-21 10:00:00 UTC","value":{"deep":[1,{"a":null}]},"size":"HD"}]}'
    changes = small.decode(answer, "Changes", "raise")
    assert json.loads(changes.to_json()) == changes.to_dict()
    assert changes.to_dict()["changes"][0]["time"] == "2026-11-21T10:00:00+00:00"
    assert small.decode(changes.to_json().encode(), "Changes", "raise") == changes


def test_to_dict_gives_copies(small: Small) -> None:
    """What is done to the dictionary is not done to the model."""
    change = small.model("Change")(value={"a": [1]})
    change.to_dict()["value"]["a"].append(2)
    assert change.value == {"a": [1]}


def test_a_field_with_an_underscore_is_beside_the_one_without(small: Small) -> None:
    """TMDB's seasons have an `id` and an `_id`: each is an argument, an attribute and a key of its own."""
    season = small.model("Season")(id=7, _id="a")
    assert (season.id, season._id) == (7, "a")
    assert small.decode(season.to_json().encode(), "Season", "raise") == season


def test_models_can_be_copied_and_pickled(small: Small) -> None:
    """By value, whatever they hold."""
    original = film(small, release_date=datetime.date(1999, 10, 15))
    for made in (pickle.loads(pickle.dumps(original)), copy.copy(original), copy.deepcopy(original)):
        assert made == original
        assert made is not original


def test_a_pickle_of_another_version_still_loads(small: Small) -> None:
    """A field that the pickle does not know is empty; one that the model no longer knows is left out."""
    made = small.model("Movie").__new__(small.model("Movie"))
    made.__setstate__({"id": 1, "title": "Old", "gone": True})
    assert made == small.model("Movie")(id=1, title="Old")


def test_repr_is_short_and_says_who_it_is(small: Small) -> None:
    """What identifies the object comes first, empty fields are left out, long ones are cut."""
    assert repr(film(small, release_date=datetime.date(1999, 10, 15))) == (
        "Movie(id=550, title='Fight Club', release_date=1999-10-15, genre_ids=<1 entry>)"
    )
    assert len(repr(film(small, title="x" * 500))) < 120
    season = small.model("Season")(id=7, name="First", air_date=datetime.date(1999, 10, 15))
    assert repr(season) == "Season(id=7, name='First', air_date=1999-10-15)"
    page = small.model("MoviePage")(page=1, results=[film(small)] * 20, total_pages=4, total_results=80)
    assert repr(page) == "MoviePage(page=1, results=<20 entries>, total_pages=4, total_results=80)"


def test_repr_never_shows_a_secret(small: Small) -> None:
    """Tokens and session ids stay out of logs and tracebacks."""
    model = small.module("runtime.model")

    class Token(model.Model):  # type: ignore[name-defined, misc]  # a module that the test has just generated
        """A token, as an endpoint of the real bindings gives one."""

        __attrs_attrs__ = (type("Field", (), {"name": "request_token"}), type("Field", (), {"name": "success"}))
        request_token = "secret"
        success = True

    assert repr(Token()) == "Token(request_token=***, success=True)"
