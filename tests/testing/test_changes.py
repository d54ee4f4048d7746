"""The range of days of a request for changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import msgspec
import pytest

from tests.testing.calls import error, get
from tmdb_facade.testing import Catalogue, TMDBServer, builtin

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


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2018-01-01", "2018-01-10"),
        ("2018-01-01", "2018-01-15"),
        ("2024-02-29", "2024-02-29"),
        ("2015-06-23", "2015-06-26"),
    ],
)
def test_every_past_range_has_edits(api: httpx.Client, kind: str, start: str, end: str) -> None:
    """People edit TMDB every day. The tests of tmdb-java and TMDbLib ask for such ranges."""
    query = {"start_date": start, "end_date": end}
    edited = [row["id"] for row in get(api, f"/3/{kind}/changes", **query)["results"]]
    assert edited
    for number in edited[:3]:
        assert all(start <= day <= end for day in days(api, f"{kind}/{number}", **query))
        (change,) = get(api, f"/3/{kind}/{number}/changes", **query)["changes"]
        assert len({item["id"] for item in change["items"]}) == len(change["items"]) > 0


def test_records_are_edited_in_each_range_of_14_days_until_today(api: httpx.Client) -> None:
    today = datetime.now(UTC).date()
    query = {"start_date": str(today - timedelta(days=13)), "end_date": str(today)}
    assert {len(days(api, path, **query)) for path in ("movie/550", "tv/1399", "person/287")} == {1}
    # Two days, as midnight may come before the request.
    tomorrow = today + timedelta(days=2)
    assert get(api, "/3/movie/changes", start_date=str(tomorrow))["results"] == []


@pytest.mark.parametrize("edited_daily", [True, False])
def test_only_a_catalogue_that_is_edited_daily_has_generated_edits(edited_daily: bool) -> None:
    configuration = msgspec.structs.replace(builtin().configuration, edited_daily=edited_daily)
    languages = builtin().languages.values()
    catalogue = Catalogue(configuration=configuration, languages=languages).with_movie(1, "Untitled")
    server = TMDBServer(catalogue, any_key=True)
    query = {"api_key": "any", "start_date": "2018-01-01", "end_date": "2018-01-14"}
    with httpx.Client(transport=server.transport, base_url="http://tmdb") as client:
        edited = client.get("/3/movie/changes", params=query).json()["results"]
        edits = client.get("/3/movie/1/changes", params=query).json()["changes"]
    assert bool(edited) is bool(edits) is edited_daily
