"""v4 accounts: favorites, watchlists, ratings and recommendations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from tmdb_facade.testing.catalogue.records import Movie, Series
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state.records import Account, Kind, Mark

from .identity import v4_account
from .list_rows import title_row
from .paging import page
from .ratings_and_marks import marked_route

_ACCOUNT = "/4/account/{account_object_id}"
_KINDS: tuple[Kind, ...] = ("movie", "tv")


def _account_rating(mark: Mark) -> JSONObject:
    return {"account_rating": {"created_at": f"{mark.at:%Y-%m-%dT%H:%M:%S}.000Z", "value": mark.value}}


def _recommendations(kind: Kind, context: RequestContext) -> JSONObject:
    titles: Mapping[int, Movie | Series] = context.catalogue.movies if kind == "movie" else context.catalogue.series
    recommended = _recommended(v4_account(context), kind, titles)
    return page(context, recommended, lambda one: title_row(one, context.locale))


def _recommended(user: Account, kind: Kind, titles: Mapping[int, Movie | Series]) -> list[Movie | Series]:
    """Return unmarked titles that share genres with the user's favorites and ratings, best match first."""
    known = {mark.id for marks in (user.favorites, user.ratings) for mark in marks.values() if mark.kind == kind}
    liked = [genre for number in known & set(titles) for genre in titles[number].genres]
    scores = {one.id: sum(map(liked.count, one.genres)) for one in titles.values() if not one.adult}
    recommended = [titles[number] for number, score in scores.items() if score and number not in known]
    return sorted(recommended, key=lambda one: -scores[one.id])


ROUTES = tuple(
    route
    for kind in _KINDS
    for route in (
        marked_route(f"{_ACCOUNT}/{kind}/favorites", lambda context: v4_account(context).favorites, kind),
        marked_route(f"{_ACCOUNT}/{kind}/rated", lambda context: v4_account(context).ratings, kind, _account_rating),
        Route("GET", f"{_ACCOUNT}/{kind}/recommendations", partial(_recommendations, kind), max_age=0),
        marked_route(f"{_ACCOUNT}/{kind}/watchlist", lambda context: v4_account(context).watchlist, kind),
    )
)
