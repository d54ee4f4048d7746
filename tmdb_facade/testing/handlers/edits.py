"""Edits of records in a range of days, from the catalogue or generated."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue.records import (
    ChangedValue,
    Episode,
    FieldChanges,
    Movie,
    Person,
    Season,
    Series,
)
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.state.credentials import digest

from .list_rows import fields

LONGEST_RANGE = timedelta(days=14)
DEFAULT_RANGE = timedelta(days=1)
# `date` cannot represent the day before 0001-01-01, nor the one after 9999-12-31.
_SECOND_DAY, _LAST_DAY_BUT_ONE = date(1, 1, 2), date(9999, 12, 30)
# The days from one generated edit of a record to its next: at most the length of the longest range.
_PERIOD = 14


def changes(context: RequestContext, record: Movie | Series | Season | Episode | Person) -> JSONObject:
    """Return the record's own edits of a range of at most 14 days, by default those of the last day with edits.

    Raises:
        Refusal: The range is longer than 14 days (422, code 20).
    """
    start, end = change_range(context)
    own = record.changes
    if isinstance(record, Movie | Series | Person):
        own = (*own, *_generated(context, record, start, end))
    shown: list[JSONObject] = []
    for change in own:
        items = [item for item in change.items if start <= item.day <= end]
        if items:
            shown.append({"key": change.key, "items": [_changed(item) for item in items]})
    return {"changes": shown}


def is_edited(context: RequestContext, record: Movie | Series | Person, start: date, end: date) -> bool:
    """Return whether a record or one of its parts was edited in a range of days."""
    edits = (item for change in record.all_changes for item in change.items)
    return any(start <= item.day <= end for item in edits) or bool(_generated(context, record, start, end))


def change_range(context: RequestContext) -> tuple[date, date]:
    """Return the first and last day of a request for changes, by default up to the last day with edits.

    Without an end or a start, the range is a day long. One that ends before its start is empty.

    Raises:
        Refusal: The range is longer than 14 days (422, code 20).
    """
    start, end = context.day("start_date"), context.day("end_date")
    if start is not None and end is None:
        end = min(start, _LAST_DAY_BUT_ONE) + DEFAULT_RANGE
    end = end or context.catalogue.last_edited or datetime.now(UTC).date()
    start = start or max(end, _SECOND_DAY) - DEFAULT_RANGE
    if end - start > LONGEST_RANGE:
        raise Refusal.of(TMDBCode.INVALID_DATE_RANGE)
    return start, end


def _generated(
    context: RequestContext, record: Movie | Series | Person, start: date, end: date
) -> tuple[FieldChanges, ...]:
    """Return the edits of a record in a past range in which the catalogue has none of its kind."""
    catalogue = context.catalogue
    known = catalogue.edit_days[type(record)]
    if not catalogue.configuration.edited_daily or any(start <= day <= end for day in known):
        return ()
    first, last = start.toordinal(), min(end, context.state.clock.now().date()).toordinal()
    days = range(first + (record.id - first) % _PERIOD, last + 1, _PERIOD)
    items = tuple(_update(record, date.fromordinal(day)) for day in days)
    return (FieldChanges(key="title" if isinstance(record, Movie) else "name", items=items),) if items else ()


def _update(record: Movie | Series | Person, day: date) -> ChangedValue:
    if isinstance(record, Movie):
        name = record.original_title
    else:
        name = record.original_name if isinstance(record, Series) else record.name
    return ChangedValue(
        id=digest(f"{type(record).__name__} {record.id} on {day}", 24),
        action="updated",
        time=f"{day} 12:00:00 UTC",
        value=name,
    )


def _changed(item: ChangedValue) -> JSONObject:
    values = fields(item, "value", "original_value")
    return {
        **fields(item, "id", "action", "time"),
        "iso_639_1": item.language,
        "iso_3166_1": item.country,
        **{name: value for name, value in values.items() if value is not None},
    }
