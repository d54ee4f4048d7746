"""Tests of the enums in answers, which keep values that they do not know."""

from __future__ import annotations

import copy
import json
import pickle
import typing
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.bindings.small import Small


def person(small: Small, gender: object, policy: str = "raise") -> Any:
    """Decode a person."""
    return small.decode(json.dumps({"id": 1, "name": "One", "gender": gender}).encode(), "Person", policy)


def change(small: Small, action: object, policy: str = "raise", **fields: object) -> Any:
    """Decode the only change."""
    body = json.dumps({"changes": [{"action": action, **fields}]}).encode()
    return small.decode(body, "Changes", policy).changes[0]


def test_known_value_is_the_member(small: Small) -> None:
    gender, action = small.model("Gender"), small.model("ChangeAction")
    assert person(small, 2).gender is gender.MALE
    assert change(small, "on hold").action is action.ON_HOLD
    assert (gender.MALE.is_known, action.ON_HOLD.is_known) == (True, True)
    assert gender.MALE == 2
    assert action.ON_HOLD == "on hold"
    assert {"on hold": 1}[action.ON_HOLD] == 1
    assert (str(gender.MALE), f"{action.ON_HOLD}") == ("2", "on hold")
    assert not gender.NOT_SPECIFIED


def test_unknown_value_is_kept_and_does_not_contradict_the_type(small: Small) -> None:
    unknown, word = person(small, 9).gender, change(small, "merged").action
    assert (unknown, word) == (9, "merged")
    assert isinstance(unknown, small.model("Gender"))
    assert isinstance(word, small.model("ChangeAction"))
    assert (unknown.is_known, word.is_known) == (False, False)
    assert (unknown.name, unknown.label, word.name, word.label) == ("9", "9", "merged", "merged")
    assert person(small, 9).gender is unknown
    assert change(small, "merged").action is word
    # The class has only the known ones.
    assert list(small.model("Gender")) == [0, 1, 2]


def test_null_and_missing_values_are_none(small: Small) -> None:
    assert person(small, None).gender is None
    assert small.decode(b'{"changes": [{"id": "1"}]}', "Changes").changes[0].action is None


def test_list_of_words_keeps_unknown_ones(small: Small) -> None:
    images = {"base_url": "a", "secure_base_url": "b", "poster_sizes": ["w92", "w4"]}
    sizes = small.decode(json.dumps({"images": images}).encode(), "Configuration", "raise").images.poster_sizes
    assert sizes == ["w92", "w4"]
    assert [size.is_known for size in sizes] == [True, False]


def test_tolerant_path_reads_enums(small: Small, recwarn: pytest.WarningsRecorder) -> None:
    """A contradiction elsewhere in the answer costs no word."""
    read = change(small, "added", "warn", time="soon")
    assert read.action is small.model("ChangeAction").ADDED
    assert change(small, "merged", "warn", time="soon").action is change(small, "merged").action
    assert person(small, 2.0, "warn").gender is person(small, "2", "warn").gender is small.model("Gender").MALE
    assert {difference.field for difference in small.differences(recwarn)} == {"time"}


@pytest.mark.parametrize(
    ("value", "expected"), [(True, "Gender | None"), ({}, "Gender | None"), ([], "Gender | None"), (1.5, "int")]
)
def test_value_of_another_type_contradicts_the_type(
    small: Small, value: object, expected: str, recwarn: pytest.WarningsRecorder
) -> None:
    assert person(small, value, "warn").gender is None
    (difference,) = small.differences(recwarn)
    assert (difference.model, difference.field, difference.expected) == ("Person", "gender", expected)


def test_label_of_a_member(small: Small) -> None:
    assert small.model("Gender").NOT_SPECIFIED.label == "Not specified"
    assert small.model("ChangeAction").ON_HOLD.label == "On hold"
    # A word without a label is its own.
    assert small.model("PosterSize").W92.label == "w92"


def test_repr_is_the_expression_that_recreates_the_value(small: Small) -> None:
    assert repr(small.model("Gender").MALE) == "Gender.MALE"
    assert repr(person(small, 9).gender) == "Gender(9)"
    assert repr(change(small, "merged").action) == "ChangeAction('merged')"


@pytest.mark.parametrize("value", [2, 9])
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickled_and_copied_value_is_the_same(small: Small, value: int, protocol: int) -> None:
    gender = person(small, value).gender
    assert pickle.loads(pickle.dumps(gender, protocol)) is gender
    assert copy.deepcopy(gender) is gender
    assert copy.copy(gender) is gender


def test_to_dict_has_plain_values(small: Small) -> None:
    plain = person(small, 2).to_dict()
    assert type(plain["gender"]) is int
    assert type(change(small, "merged").to_dict()["action"]) is str
    assert '"gender":2' in person(small, 2).to_json()


@pytest.mark.parametrize(
    ("enum", "value"), [("Gender", "2"), ("Gender", 1.5), ("Gender", None), ("ChangeAction", 1), ("ChangeAction", None)]
)
def test_value_of_another_type_is_not_a_member(small: Small, enum: str, value: object) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        small.model(enum)(value)


def test_number_of_kept_unknown_values_is_bounded(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    """More of them, and long ones, are equal values without being the same object."""
    kept: dict[object, object] = {}
    enums = small.module("runtime.open_enums")
    monkeypatch.setattr(enums, "_unknown", kept)
    monkeypatch.setattr(enums, "_MOST_UNKNOWN", 3)
    body = json.dumps({"changes": [{"action": f"word{number}"} for number in range(10)]}).encode()
    read = [one.action for one in small.decode(body, "Changes").changes]
    assert [str(action) for action in read] == [f"word{number}" for number in range(10)]
    assert len(kept) == 3
    kept.clear()
    long = change(small, "x" * 1000).action
    assert long == change(small, "x" * 1000).action
    assert not kept


def test_unknown_value_is_one_object_in_all_threads(small: Small) -> None:
    def read(_: int) -> Any:
        return change(small, "at once").action

    with ThreadPoolExecutor(8) as pool:
        assert len({id(action) for action in pool.map(read, range(64))}) == 1


def test_parameter_takes_a_member_or_a_literal(small: Small) -> None:
    kind = small.model("MediaKind")
    assert typing.get_args(small.model("MediaKindLike"))[0] is kind
    assert set(typing.get_args(typing.get_args(small.model("MediaKindLike"))[1])) == {"movie", "tv"}
    request = small.module("api.v4_lists.add_items").request("1", {"items": [{"media_id": 1, "media_type": kind.TV}]})
    (item,) = request.body["items"]
    assert type(item["media_type"]) is str
    assert item["media_type"] == "tv"
