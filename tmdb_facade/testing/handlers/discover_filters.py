"""The filters of discovering: a comma means all, a pipe means any; what is absent lets everything pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias, TypeVar

from tmdb_facade.testing.catalogue.records import Movie, Offers, Series
from tmdb_facade.testing.protocol.request_context import RequestContext

T = TypeVar("T")
Filter: TypeAlias = Callable[[T], bool]
# The values of one order are all of one kind, so that they compare: mypy and pyright cannot be told that.
Order: TypeAlias = Callable[[T], Any]

MOST_POPULAR_FIRST = "popularity.desc"


def matching(records: Iterable[T], filters: Iterable[Filter[T]]) -> list[T]:
    """Return the records that pass all filters, in their order."""
    held = list(filters)
    return [record for record in records if all(passes(record) for passes in held)]


def in_order(context: RequestContext, found: list[T], orders: Mapping[str, Order[T]]) -> Sequence[T]:
    """Sort by `sort_by`; an order that is not there is the usual one, most popular first."""
    name, _, direction = (context.query.get("sort_by") or MOST_POPULAR_FIRST).partition(".")
    if name not in orders or direction not in ("asc", "desc"):
        name, _, direction = MOST_POPULAR_FIRST.partition(".")
    return sorted(found, key=orders[name], reverse=direction == "desc")


def includes(context: RequestContext, name: str, values: Callable[[T], Iterable[object]]) -> Filter[T]:
    """Make a filter of `with_...`: `1,2` wants both, `1|2` one of them.

    Args:
        context: The request.
        name: The parameter.
        values: What a record has.

    Returns:
        The filter.
    """
    text = context.query.get(name, "")
    groups = [frozenset(part.split("|")) for part in text.split(",")] if text else []
    if not groups:
        return lambda record: True

    def passes(record: T) -> bool:
        held = {str(value) for value in values(record) if value is not None}
        return all(held & group for group in groups)

    return passes


def excludes(context: RequestContext, name: str, values: Callable[[T], Iterable[object]]) -> Filter[T]:
    """Make a filter of `without_...`: nothing with any of the values passes."""
    unwanted = frozenset(context.query.get(name, "").replace("|", ",").split(","))
    return lambda record: not unwanted & {str(value) for value in values(record)}


def by_value(context: RequestContext, name: str, value: Callable[[T], float]) -> Filter[T]:
    """Make a filter of `name.gte` and `name.lte` for a number; both ends are included."""
    least, most = _number(context, f"{name}.gte"), _number(context, f"{name}.lte")
    return lambda record: (least is None or value(record) >= least) and (most is None or value(record) <= most)


def between(context: RequestContext, name: str, days: Callable[[T], Iterable[date | None]]) -> Filter[T]:
    """Make a filter of `name.gte` and `name.lte` for days: one of them has to be from the first to the last.

    Raises:
        Refusal: One of the two is not a date (400, code 23).
    """
    first, last = context.day(f"{name}.gte"), context.day(f"{name}.lte")
    if first is None and last is None:
        return lambda record: True
    return lambda record: any(
        day is not None and (first is None or first <= day) and (last is None or day <= last) for day in days(record)
    )


def rated(context: RequestContext) -> Filter[Movie | Series]:
    """Make the filter for the number of votes and what they say."""
    average: Filter[Movie | Series] = by_value(context, "vote_average", lambda title: title.vote_average)
    count: Filter[Movie | Series] = by_value(context, "vote_count", lambda title: title.vote_count)
    return lambda title: average(title) and count(title)


def offered(context: RequestContext) -> Filter[Movie | Series]:
    """Make the filter for who offers a title, and how; without `watch_region` it lets everything pass."""
    region = context.query.get("watch_region", "").upper()
    if not region:
        return lambda title: True
    ways: Filter[Offers] = includes(context, "with_watch_monetization_types", Offers.by_way)
    by: Filter[Offers] = includes(context, "with_watch_providers", _providers)
    not_by: Filter[Offers] = excludes(context, "without_watch_providers", _providers)
    nobody = Offers()

    def passes(title: Movie | Series) -> bool:
        offers = title.watch_providers.get(region, nobody)
        return ways(offers) and by(offers) and not_by(offers)

    return passes


def _providers(offers: Offers) -> list[int]:
    return [number for held in offers.by_way().values() for number in held]


def _number(context: RequestContext, name: str) -> float | None:
    try:
        return float(context.query[name])
    except (KeyError, ValueError):
        return None
