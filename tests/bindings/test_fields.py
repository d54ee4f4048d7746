"""Tests of single fields: partial dates, numbers as text, and values that cannot be read."""

from __future__ import annotations

import copy
import datetime
import itertools
import json
import pickle
import re
import warnings
from typing import Any

import pytest

from tests.bindings.small import Small

MOVIE = b'{"id":1,"title":"x","budget":2}'
TEXT, RANGE = "text that is not Unicode", "number out of range"
#: JSON values that cannot be read, and what a difference says about them.
UNREADABLE: list[tuple[bytes, str]] = [
    (b'"\xff"', TEXT),
    (b'"Caf\xc3"', TEXT),
    (b'"\xed\xa0\x80"', TEXT),
    (rb'"\ud800"', TEXT),
    (rb'"\udc00 \ud83d\ude00"', TEXT),
    (b"1e400", RANGE),
    (b"-1e400", RANGE),
    (b"9" * 5000, RANGE),
]


@pytest.fixture
def partial(small: Small) -> Any:
    """Return the class of partial dates."""
    return small.runtime("PartialDate")


@pytest.mark.parametrize(
    ("written", "precision", "first"), [("1945", "year", (1945, 1)), ("1945-06", "month", (1945, 6))]
)
def test_partial_date_keeps_what_tmdb_knows(
    small: Small, partial: Any, written: str, precision: str, first: tuple[int, int]
) -> None:
    movie = small.decode(json.dumps({"id": 1, "title": "x", "release_date": written}).encode(), "MovieDetails", "raise")
    date = movie.release_date
    assert isinstance(date, partial)
    assert (date.precision, date.year, date.month, date.day) == (precision, *first, 1)
    assert (str(date), f"{date}", date.isoformat()) == (written, written, written)
    assert movie.to_dict()["release_date"] == written
    assert repr(movie) == f"MovieDetails(id=1, title='x', release_date={written})"
    for one in (pickle.loads(pickle.dumps(movie)), copy.copy(movie), copy.deepcopy(movie)):
        assert one == movie
        assert one.release_date.precision == precision


def test_partial_dates_and_full_dates_have_one_order(partial: Any) -> None:
    """By the first day, then by what is known; so equality and order agree, and sorting does not depend on the input."""
    ordered = [
        datetime.date(1944, 12, 31),
        partial(1945),
        partial(1945, 1),
        datetime.date(1945, 1, 1),
        datetime.date(1945, 1, 2),
        partial(1945, 2),
    ]
    assert len({*ordered, partial(1945)}) == len(ordered)
    assert all(sorted(mixed) == ordered for mixed in itertools.permutations(ordered))
    for (before, one), (after, other) in itertools.product(enumerate(ordered), repeat=2):
        compared = (one < other, one <= other, one == other, one != other, one >= other, one > other)
        assert compared == (
            before < after,
            before <= after,
            before == after,
            before != after,
            before >= after,
            before > after,
        )
    assert repr(ordered[1:3]) == "[PartialDate(1945), PartialDate(1945, 1)]"
    with pytest.raises(TypeError):
        print(partial(1945) < datetime.datetime(1945, 1, 1, tzinfo=datetime.UTC))


def test_partial_date_computes_full_dates(partial: Any) -> None:
    for computed in (partial(1945) + datetime.timedelta(days=1), partial(1945).replace(day=2)):
        assert type(computed) is datetime.date
        assert computed == datetime.date(1945, 1, 2)
    assert (datetime.date(1946, 1, 1) - partial(1945)).days == 365
    assert partial(1945, 6).strftime("%Y-%m") == "1945-06"


@pytest.mark.parametrize(
    "written", ["0000", "1945-00", "1945-13", "945", "19450", "1945-", "1945-6", "-945", "١٩٤٥", "1945 ", "1945-W05"]
)
def test_other_forms_are_no_partial_dates(small: Small, written: str) -> None:
    body = json.dumps({"id": 1, "title": "x", "release_date": written}).encode()
    with pytest.warns(
        small.runtime("DriftWarning"), match=r"release_date: expected date, found string of another form"
    ):
        assert small.decode(body, "MovieDetails").release_date is None


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        ("id", "550", 550),
        ("id", "-7", -7),
        ("id", "8.0", 8),
        ("budget", "63000000", 63000000),
        ("budget", "6.3e7", 63000000),
        ("popularity", "61.4", 61.4),
        ("popularity", "8", 8.0),
        ("popularity", "1e-3", 0.001),
    ],
)
def test_number_as_text_is_a_number(small: Small, field: str, written: str, value: float) -> None:
    body = json.dumps({"id": 1, "title": "x", field: written}).encode()
    read = getattr(small.decode(body, "MovieDetails", "raise"), field)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    "written", ["", " 5", "5 ", "+5", "1_000", "1,5", "٣", "0x1F", "inf", "nan", "1e400", "05", "5.", "9" * 5000]
)
@pytest.mark.parametrize(("field", "expected"), [("id", "int"), ("popularity", "float | None")])
def test_text_of_another_form_is_no_number(small: Small, written: str, field: str, expected: str) -> None:
    body = json.dumps({"id": 1, "title": "x", field: written}).encode()
    with pytest.warns(small.runtime("DriftWarning"), match=re.escape(f"{field}: expected {expected}, found string")):
        assert getattr(small.decode(body, "MovieDetails"), field) is None


def test_number_as_text_stays_text_where_the_type_is_text_or_a_number(small: Small) -> None:
    assert small.decode(b'{"size":"720"}', "Change", "raise").size == "720"
    assert small.decode(b'{"value":"720"}', "Change", "raise").value == "720"
    # An unreadable field beside it makes no difference.
    changes = small.decode(b'{"size":"720","value":1e400}', "Change", "ignore")
    assert (changes.size, changes.value) == ("720", None)


@pytest.mark.parametrize(("written", "found"), UNREADABLE)
@pytest.mark.parametrize("field", ["title", "budget", "popularity", "release_date", "genres", "video"])
def test_unreadable_value_costs_its_field(small: Small, field: str, written: bytes, found: str) -> None:
    body = b'{"id":1,"title":"x","budget":2,"%s":%s,"names":{"DE":"y"}}' % (field.encode(), written)
    with pytest.warns(
        small.runtime("DriftWarning"), match=rf"MovieDetails\.{field} at \$\.{field}: .*, found {found}$"
    ):
        movie = small.decode(body, "MovieDetails")
    rest: dict[str, object] = {
        "id": 1,
        "title": "x",
        "budget": 2,
        "names": {"DE": "y"},
        field: [] if field == "genres" else None,
    }
    assert {name: getattr(movie, name) for name in rest} == rest
    movie.to_json().encode()
    with pytest.raises(small.runtime("DriftError"), match=found):
        small.decode(body, "MovieDetails", "raise")


@pytest.mark.parametrize(("written", "found"), UNREADABLE)
def test_unreadable_value_costs_its_field_in_a_block(small: Small, written: bytes, found: str) -> None:
    body = b'{"id":1,"title":"x","credits":{"cast":[{"id":1,"name":%s},{"id":2,"name":"y"}]}}' % written
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # blocks are decoded when they are read
        movie = small.decode(body, "MovieDetails", "warn", ("credits",))
    with pytest.warns(small.runtime("DriftWarning"), match=rf"at \$\.credits\.cast\[0\]\.name: .*, found {found}$"):
        assert [(one.id, one.name) for one in movie.credits.cast] == [(1, None), (2, "y")]
    with pytest.raises(small.runtime("DriftError"), match=found):
        small.decode(body, "MovieDetails", "raise", ("credits",))


@pytest.mark.parametrize(("written", "found"), UNREADABLE)
def test_unreadable_value_that_no_model_has_costs_nothing(small: Small, written: bytes, found: str) -> None:
    credits = b'"credits":{"cast":[{"id":1,"name":"y","unknown":%s}]}' % written
    movie = small.decode(
        b'{"id":1,"title":"x",%s,"unknown":[%s]}' % (credits, written), "MovieDetails", "raise", ("credits",)
    )
    assert movie.credits.cast[0].name == "y"
    assert movie.title == "x"


@pytest.mark.parametrize(("written", "found"), UNREADABLE)
def test_unreadable_part_costs_the_whole_field_of_free_form(small: Small, written: bytes, found: str) -> None:
    with pytest.warns(
        small.runtime("DriftWarning"), match=rf"Change.value at \$\.value: expected JSON, found {found}$"
    ):
        assert small.decode(b'{"size":1,"value":{"a":[1,%s]}}' % written, "Change").value is None


@pytest.mark.parametrize("key", [b'"\xff"', rb'"\ud800"'])
def test_unreadable_key_costs_its_entry(small: Small, key: bytes) -> None:
    """Keys that no model has are ignored, also beside blocks."""
    with pytest.warns(small.runtime("DriftWarning"), match=rf"names: expected str, found {TEXT}$"):
        movie = small.decode(b'{"id":1,"title":"x","names":{"DE":"y",%s:"z"}}' % key, "MovieDetails")
    assert movie.names == {"DE": "y"}
    body = b'{"id":1,"title":"x",%s:1,"credits":{"cast":[{"id":1,"name":"y",%s:1}]}}' % (key, key)
    assert small.decode(body, "MovieDetails", "raise", ("credits",)).credits.cast[0].name == "y"
    with pytest.warns(small.runtime("DriftWarning"), match=f"found {TEXT}$"):
        assert small.decode(b'{"value":{%s:1}}' % key, "Change").value is None


def test_unreadable_tag_selects_the_fallback(small: Small) -> None:
    body = b'{"page":1,"results":[{"media_type":"\xff","id":7}],"total_pages":1,"total_results":1}'
    entry = small.decode(body, "MultiSearchPage", "ignore").results[0]
    assert (entry.id, entry.media_type) == (7, None)


@pytest.mark.parametrize("answer", [b'"\xff"', rb'"\ud800"', b"1e400"])
def test_unreadable_answer_has_another_type(small: Small, answer: bytes) -> None:
    with pytest.raises(small.runtime("DriftError"), match=r"MovieDetails at \$: expected MovieDetails, found"):
        small.decode(answer, "MovieDetails", "ignore")


@pytest.mark.parametrize(
    "odd", [b'"\xff', b'{"id":1,"title":"\xff"', rb'{"title":"\ud800\q"}', b"{\xff:1}", rb'{"x":"\ud8zz"}']
)
def test_text_with_unreadable_parts_must_be_json(small: Small, odd: bytes) -> None:
    for append in ((), ("credits",)):
        with pytest.raises(small.runtime("NotJSONError"), match="the answer of op is not JSON"):
            small.decode(odd, "MovieDetails", append=append)


def test_keys_beside_unreadable_text_are_found(small: Small) -> None:
    """The values are the bytes of the answer."""
    values = {
        "año": rb'"\\ud800"',
        "a/b": b'"\xff\xc3\xb1"',
        "語": rb'{"\ud800":["\u00f1\\\u00f1"]}',
        "x": b'"\xc4\x80"',
    }
    body = b"{%s}" % b",".join(json.dumps(key, ensure_ascii=False).encode() + b":" + one for key, one in values.items())
    read = small.module("runtime.presence").top_level(body)
    assert {key: bytes(value) for key, value in read.items()} == values
    assert list(small.module("runtime.presence").top_level(rb'{"a\u00f1o":"\ud800"}')) == ["año"]
