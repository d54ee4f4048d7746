"""The columns of data frames, and the conversion of values."""

from __future__ import annotations

import datetime
from typing import Literal

import pandas
import polars
import pytest
from attrs import define, field

from tmdb_bindings import models
from tmdb_bindings.runtime import PartialDate
from tmdb_bindings.runtime.model import Model, field_keys, json_keys
from tmdb_bindings.runtime.values import Date, JSONValue, OnlyFalse, Timestamp, empty_list, empty_map
from tmdb_facade._core.frames.columns import Kind, ListOf, Struct, page_columns
from tmdb_facade._core.frames.dataframes import pandas_frame, polars_frame
from tmdb_facade._core.lists.user_lists import ListPage

PAGES = [
    model
    for name in models.__all__
    if isinstance(model := getattr(models, name), type)
    and issubclass(model, Model)
    and {"results", "total_pages"} <= set(field_keys(model))
] + [ListPage]


@define(slots=True, kw_only=True, eq=False, repr=False)
class Inner(Model):
    """An object in a row."""

    day: Date | None = None
    again: list[Inner] = field(factory=empty_list)


@define(slots=True, kw_only=True, eq=False, repr=False)
class Row(Model):
    """A row with a field of every type."""

    flag: bool | None = None
    count: int | None = None
    number: float | int | None = None
    code: int | str | None = None
    tag: Literal["movie"] = "movie"
    status: models.TVStatus | None = None
    gender: models.Gender | None = None
    day: Date | None = None
    time: Timestamp | None = None
    names: list[str] = field(factory=empty_list)
    inner: Inner | None = None
    rated: OnlyFalse | Inner = False
    links: dict[str, int] = field(factory=empty_map)
    free: JSONValue = None


@define(slots=True, kw_only=True, eq=False, repr=False)
class Rows(Model):
    """A page of rows."""

    results: list[Row] = field(factory=empty_list)


@define(slots=True, kw_only=True, eq=False, repr=False)
class Texts(Model):
    """A page without models."""

    results: list[str] = field(factory=empty_list)


FULL = Row(
    flag=True,
    count=3,
    number=2,
    code=7,
    status=models.TVStatus.ENDED,
    gender=models.Gender(2),
    day=datetime.date(1874, 12, 9),
    time=datetime.datetime(2026, 1, 2, 3, tzinfo=datetime.timezone(datetime.timedelta(hours=2))),
    names=["one"],
    inner=Inner(day=datetime.date(2001, 2, 3)),
    rated=Inner(),
    links={"one": 1},
    free=[1, None],
)


def test_page_columns_are_those_of_the_fields_in_order() -> None:
    inner = Struct({"day": Kind.DATE, "again": ListOf(Kind.JSON)})
    assert list(page_columns(Rows).items()) == [
        ("flag", Kind.BOOLEAN),
        ("count", Kind.INTEGER),
        ("number", Kind.NUMBER),
        ("code", Kind.TEXT),
        ("tag", Kind.TEXT),
        ("status", Kind.TEXT),
        ("gender", Kind.INTEGER),
        ("day", Kind.DATE),
        ("time", Kind.TIMESTAMP),
        ("names", ListOf(Kind.TEXT)),
        ("inner", inner),
        ("rated", Kind.JSON),
        ("links", Kind.JSON),
        ("free", Kind.JSON),
    ]


def test_page_columns_of_a_union_are_those_of_every_member() -> None:
    """The members come in the order of the union, and a shared field has one column."""
    columns = page_columns(models.MultiSearchPage)
    assert set(columns) == {
        key
        for member in (models.Movie, models.TVShow, models.Person, models.CollectionMatch, models.UnknownMedia)
        for key in json_keys(member).values()
    }
    assert list(columns)[: len(field_keys(models.Movie))] == list(field_keys(models.Movie).values())
    assert columns["media_type"] is Kind.TEXT


def test_page_columns_need_models() -> None:
    with pytest.raises(TypeError, match="the entries of Texts are not models"):
        page_columns(Texts)


@pytest.mark.parametrize("count", [2**63, -(2**63) - 1, 2**70])
def test_integer_beyond_the_column_is_missing(count: int) -> None:
    rows = [Row(count=count, number=count), Row(count=2**63 - 1)]
    assert polars_frame(rows, Rows)["count"].to_list() == [None, 2**63 - 1]
    assert polars_frame(rows, Rows)["number"][0] == float(count)
    assert list(pandas_frame(rows, Rows)["count"].isna()) == [True, False]
    assert pandas_frame(rows, Rows)["number"][0] == float(count)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_page_columns_of_every_list_have_fixed_types(page: type[Model]) -> None:
    columns = page_columns(page)
    assert "id" in columns
    assert Kind.JSON not in columns.values()
    assert list(pandas_frame([], page).columns) == polars_frame([], page).columns == list(columns)


def test_polars_frame_has_a_typed_value_for_every_field() -> None:
    frame = polars_frame([FULL], Rows)
    assert frame.row(0, named=True) == {
        "flag": True,
        "count": 3,
        "number": 2.0,
        "code": "7",
        "tag": "movie",
        "status": "Ended",
        "gender": 2,
        "day": datetime.date(1874, 12, 9),
        "time": datetime.datetime(2026, 1, 2, 1, tzinfo=datetime.UTC),
        "names": ["one"],
        "inner": {"day": datetime.date(2001, 2, 3), "again": []},
        "rated": '{"day":null,"again":[]}',
        "links": '{"one":1}',
        "free": "[1,null]",
    }
    assert frame.schema["number"] == polars.Float64
    assert frame.schema["time"] == polars.Datetime("us", "UTC")
    assert frame.schema["inner"] == polars.Struct({"day": polars.Date, "again": polars.List(polars.String)})


def test_pandas_frame_has_a_typed_value_for_every_field() -> None:
    frame = pandas_frame([FULL], Rows)
    assert {name: str(type_) for name, type_ in frame.dtypes.items()} == {
        "flag": "boolean",
        "count": "Int64",
        "number": "Float64",
        "code": "string",
        "tag": "string",
        "status": "string",
        "gender": "Int64",
        "day": "datetime64[us]",
        "time": "datetime64[us, UTC]",
        "names": "object",
        "inner": "object",
        "rated": "string",
        "links": "string",
        "free": "string",
    }
    row = frame.iloc[0]
    assert (row["flag"], row["count"], row["number"], row["code"]) == (True, 3, 2.0, "7")
    assert row["day"] == pandas.Timestamp(1874, 12, 9)
    assert row["time"] == pandas.Timestamp(2026, 1, 2, 1, tz="UTC")
    assert row["inner"] == {"day": datetime.date(2001, 2, 3), "again": []}
    assert row["free"] == "[1,null]"


def test_frames_have_the_same_schema_with_missing_values() -> None:
    """Whatever the values are, frames of one list can be concatenated."""
    empty = Row()
    for rows in ([], [empty], [empty, FULL]):
        assert polars_frame(rows, Rows).schema == polars_frame([FULL], Rows).schema
        assert list(pandas_frame(rows, Rows).dtypes) == list(pandas_frame([FULL], Rows).dtypes)
    joined = polars.concat([polars_frame([], Rows), polars_frame([empty], Rows), polars_frame([FULL], Rows)])
    assert joined["count"].to_list() == [None, 3]
    assert joined["inner"].to_list() == [None, {"day": datetime.date(2001, 2, 3), "again": []}]
    other = pandas.concat([pandas_frame([], Rows), pandas_frame([empty], Rows), pandas_frame([FULL], Rows)])
    assert str(other["count"].dtype) == "Int64"
    assert list(other["count"].isna()) == [True, False]
    assert list(other["flag"].isna()) == [True, False]
    assert list(other["time"].isna()) == [True, False]


def test_partial_date_is_its_first_day() -> None:
    row = Row(day=PartialDate(1945, 6))
    assert polars_frame([row], Rows)["day"].to_list() == [datetime.date(1945, 6, 1)]
    assert pandas_frame([row], Rows)["day"][0] == pandas.Timestamp(1945, 6, 1)


def test_date_before_the_range_of_nanoseconds_is_kept() -> None:
    row = Row(day=datetime.date(1001, 1, 1))
    assert polars_frame([row], Rows)["day"].to_list() == [datetime.date(1001, 1, 1)]
    assert pandas_frame([row], Rows)["day"][0].year == 1001
