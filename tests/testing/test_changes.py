"""The range of days of a request for changes."""

from __future__ import annotations

import httpx
import pytest

from tests.testing.calls import error, get
from tmdb_facade.testing import TMDBServer, builtin

RECORDS = ("movie/550", "tv/1399", "person/287", "tv/season/3624", "tv/episode/63056")
LISTS = ("movie", "tv", "person")


def days(api: httpx.Client, path: str, **query: str) -> list[str]:
    """Return the days of the edits of a record, in order."""
    changes = get(api, f"/3/{path}/changes", **query)["changes"]
    return sorted({item["time"][:10] for change in changes for item in change["items"]})


@pytest.mark.parametrize("path", [*RECORDS, *LISTS])
def test_range_beyond_14_days_is_code_20(api: httpx.Client, path: str) -> None:
    assert error(api, f"/3/{path}/changes", start_date="2026-01-01", end_date="2026-01-16") == (422, 20)
    get(api, f"/3/{path}/changes", start_date="2026-01-01", end_date="2026-01-15")


@pytest.mark.parametrize("path", [*RECORDS, *LISTS])
@pytest.mark.parametrize("name", ["start_date", "end_date"])
@pytest.mark.parametrize("day", ["2015-06-20", "2035-01-01", "0001-01-01", "9999-12-31"])
def test_one_end_of_the_range_is_enough(api: httpx.Client, path: str, name: str, day: str) -> None:
    """The other end is a day away, so that the range is never too long."""
    get(api, f"/3/{path}/changes", **{name: day})


def test_range_follows_its_start(api: httpx.Client) -> None:
    """Recorded on 2026-08-06: `/3/movie/19995/changes?start_date=2024-12-24` has the edits of that day."""
    edited = days(api, "movie/550", start_date="2015-06-20", end_date="2015-06-30")
    assert edited
    for day in edited:
        assert days(api, "movie/550", start_date=day)[0] == day
        assert days(api, "movie/550", end_date=day)[-1] == day
    assert days(api, "movie/550", start_date="2015-06-30") == []


def test_range_that_ends_before_it_starts_is_empty(api: httpx.Client) -> None:
    assert days(api, "movie/550", start_date="2026-01-15", end_date="2026-01-05") == []
    assert get(api, "/3/movie/changes", start_date="2026-01-15", end_date="2026-01-05")["total_results"] == 0


@pytest.mark.parametrize("path", [*RECORDS, *LISTS])
@pytest.mark.parametrize("day", ["yesterday", "20260105", "2026-02-30", "2026-1-5"])
def test_invalid_day_is_code_23(api: httpx.Client, path: str, day: str) -> None:
    assert error(api, f"/3/{path}/changes", start_date=day) == (400, 23)
    assert error(api, f"/3/{path}/changes", end_date=day) == (400, 23)


def test_time_after_a_day_is_ignored(api: httpx.Client) -> None:
    query = {"start_date": "2026-01-05T12:30:00Z", "end_date": "2026-01-15 00:00"}
    assert get(api, "/3/movie/changes", **query) == get(
        api, "/3/movie/changes", start_date="2026-01-05", end_date="2026-01-15"
    )


def test_range_is_by_default_the_last_day_with_edits(api: httpx.Client, server: TMDBServer) -> None:
    last = builtin().last_edited
    assert last is not None
    assert get(api, "/3/movie/changes") == get(api, "/3/movie/changes", end_date=str(last))
