"""Tests of `Model`."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
from typing import Any

import pytest

from tests.bindings.small import Small


def make_movie(small: Small, **changes: Any) -> Any:
    return small.model("Movie")(**{"id": 550, "title": "Fight Club", "genre_ids": [18], **changes})


def test_model_equality_compares_class_and_values(small: Small) -> None:
    assert make_movie(small) == make_movie(small)
    assert make_movie(small) != make_movie(small, id=551)
    assert make_movie(small) != make_movie(small).to_dict()
    assert small.model("Genre")(id=1, name="x") != small.model("Collection")(id=1, name="x")


def test_model_is_mutable_and_unhashable(small: Small) -> None:
    changed = make_movie(small)
    changed.title = "Other"
    assert changed != make_movie(small)
    with pytest.raises(TypeError, match="unhashable"):
        hash(changed)


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


def test_repr_is_short_and_starts_with_identity(small: Small) -> None:
    assert repr(make_movie(small, release_date=datetime.date(1999, 10, 15))) == (
        "Movie(id=550, title='Fight Club', release_date=1999-10-15, genre_ids=<1 entry>)"
    )
    assert len(repr(make_movie(small, title="x" * 500))) < 120
    season = small.model("Season")(id=7, name="First", air_date=datetime.date(1999, 10, 15))
    assert repr(season) == "Season(id=7, name='First', air_date=1999-10-15)"
    page = small.model("MoviePage")(page=1, results=[make_movie(small)] * 20, total_pages=4, total_results=80)
    assert repr(page) == "MoviePage(page=1, results=<20 entries>, total_pages=4, total_results=80)"


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
