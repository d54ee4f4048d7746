"""Similar and recommended movies and TV series."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from tmdb_facade.testing.catalogue.records import Movie, Series
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

from .list_rows import mixed_row, title_row
from .paging import page


def similar(context: RequestContext, title: Movie | Series) -> JSONObject:
    """Return titles that share genres and keywords, most similar first."""
    locale = context.locale
    found = _listed(context, title, title.similar, partial(_in_common, title))
    return page(context, found, lambda one: title_row(one, locale), fewest_pages=1)


def recommendations(context: RequestContext, title: Movie | Series) -> JSONObject:
    """Return titles of the same collection or network, with the same people, or of the same genres and keywords."""
    catalogue, locale = context.catalogue, context.locale
    found = _listed(context, title, title.recommendations, partial(_relatedness, title, _people(title)))
    return page(context, found, lambda one: mixed_row(one, catalogue, locale))


def _listed(
    context: RequestContext,
    title: Movie | Series,
    known: Sequence[int] | None,
    similarity: Callable[[Movie | Series], int],
) -> list[Movie | Series]:
    """Return the titles that the record lists, else those with a positive similarity, most similar first.

    The computed ones are without adult titles.
    """
    catalogue = context.catalogue
    titles: Mapping[int, Movie | Series] = catalogue.movies if isinstance(title, Movie) else catalogue.series
    if known is not None:
        return [titles[number] for number in known]
    scored = [(similarity(other), other) for other in titles.values() if other.id != title.id and not other.adult]
    # The catalogue sorts by popularity; the stable sort keeps that order among equals.
    return [other for score, other in sorted(scored, key=lambda entry: -entry[0]) if score > 0]


def _in_common(one: Movie | Series, other: Movie | Series) -> int:
    """Return the number of shared genres, plus twice that of shared keywords."""
    return len({*one.genres}.intersection(other.genres)) + 2 * len({*one.keywords}.intersection(other.keywords))


def _relatedness(one: Movie | Series, people: set[int], other: Movie | Series) -> int:
    """Return how much two titles have in common, for the people of the first."""
    score = 3 * len(people & _people(other)) + _in_common(one, other)
    if isinstance(one, Movie) and isinstance(other, Movie):
        return score + 10 * (one.collection is not None and one.collection == other.collection)
    if isinstance(one, Series) and isinstance(other, Series):
        return score + 2 * bool({*one.networks} & {*other.networks})
    return score


def _people(title: Movie | Series) -> set[int]:
    creators = title.creators if isinstance(title, Series) else ()
    return {credit.person for credit in (*title.credits, *creators)}
