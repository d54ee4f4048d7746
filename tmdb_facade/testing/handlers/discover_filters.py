"""Filters of discover: a comma means AND, a pipe means OR. An absent parameter lets every record pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias, TypeVar

from tmdb_facade.testing.catalogue.records import CountryProviders, Movie, Series
from tmdb_facade.testing.protocol.request_context import RequestContext

T = TypeVar("T")
Filter: TypeAlias = Callable[[T], bool]
# All values of one order have the same type and compare; type checkers cannot express that.
Order: TypeAlias = Callable[[T], Any]

MOST_POPULAR_FIRST = "popularity.desc"


def matching(records: Iterable[T], filters: Iterable[Filter[T]]) -> list[T]:
    """Return the records that pass all filters, in order."""
    all_filters = list(filters)
    return [record for record in records if all(passes(record) for passes in all_filters)]


def in_order(context: RequestContext, records: list[T], orders: Mapping[str, Order[T]]) -> Sequence[T]:
    """Sort by `sort_by`. An unknown order means the default, most popular first."""
    name, _, direction = (context.query.get("sort_by") or MOST_POPULAR_FIRST).partition(".")
    if name not in orders or direction not in ("asc", "desc"):
        name, _, direction = MOST_POPULAR_FIRST.partition(".")
    return sorted(records, key=orders[name], reverse=direction == "desc")


def includes(context: RequestContext, name: str, values: Callable[[T], Iterable[object]]) -> Filter[T]:
    """Build a `with_...` filter: `1,2` requires both values, `1|2` one of them.

    Args:
        context: The request.
        name: The query parameter.
        values: Returns the values of a record.

    Returns:
        The filter.
    """
    parts = context.query.get(name, "").split(",")
    groups = [group for part in parts if (group := _values(part, "|"))]
    if not groups:
        return lambda record: True

    def passes(record: T) -> bool:
        texts = {str(value) for value in values(record) if value is not None}
        return all(texts & group for group in groups)

    return passes


def excludes(context: RequestContext, name: str, values: Callable[[T], Iterable[object]]) -> Filter[T]:
    """Build a `without_...` filter: a record with any of the values fails."""
    excluded = _values(context.query.get(name, "").replace("|", ","), ",")
    return lambda record: not excluded & {str(value) for value in values(record)}


def _values(text: str, separator: str) -> frozenset[str]:
    """Return the values of a list, without the spaces around them."""
    return frozenset(value for one in text.split(separator) if (value := one.strip()))


def by_value(context: RequestContext, name: str, value: Callable[[T], float]) -> Filter[T]:
    """Build an inclusive range filter from `name.gte` and `name.lte`."""
    least, most = _number(context, f"{name}.gte"), _number(context, f"{name}.lte")
    return lambda record: (least is None or value(record) >= least) and (most is None or value(record) <= most)


def between(context: RequestContext, name: str, days: Callable[[T], Iterable[date | None]]) -> Filter[T]:
    """Build a date range filter from `name.gte` and `name.lte`: a record passes if one of its days is in the range.

    Raises:
        Refusal: A parameter is not a date (400, code 23).
    """
    first, last = context.day(f"{name}.gte"), context.day(f"{name}.lte")
    if first is None and last is None:
        return lambda record: True
    return lambda record: any(
        day is not None and (first is None or first <= day) and (last is None or day <= last) for day in days(record)
    )


def in_year(context: RequestContext, name: str, days: Callable[[T], Iterable[date | None]]) -> Filter[T]:
    """Build a filter for a year: one of a record's days has to be in it."""
    year = context.number(name)
    return lambda record: year is None or any(day is not None and day.year == year for day in days(record))


def by_votes(context: RequestContext) -> Filter[Movie | Series]:
    """Build the filter for vote average and vote count."""
    average: Filter[Movie | Series] = by_value(context, "vote_average", lambda title: title.vote_average)
    count: Filter[Movie | Series] = by_value(context, "vote_count", lambda title: title.vote_count)
    return lambda title: average(title) and count(title)


def by_watch_providers(context: RequestContext) -> Filter[Movie | Series]:
    """Build the filter for watch providers. Without `watch_region` every title passes."""
    region = context.query.get("watch_region", "").upper()
    if not region:
        return lambda title: True
    by_type: Filter[CountryProviders] = includes(context, "with_watch_monetization_types", CountryProviders.by_type)
    included: Filter[CountryProviders] = includes(context, "with_watch_providers", _providers)
    not_excluded: Filter[CountryProviders] = excludes(context, "without_watch_providers", _providers)
    no_providers = CountryProviders()

    def passes(title: Movie | Series) -> bool:
        providers = title.watch_providers.get(region, no_providers)
        return by_type(providers) and included(providers) and not_excluded(providers)

    return passes


def _providers(providers: CountryProviders) -> list[int]:
    return [number for numbers in providers.by_type().values() for number in numbers]


def _number(context: RequestContext, name: str) -> float | None:
    try:
        return float(context.query[name])
    except (KeyError, ValueError):
        return None
