"""A person's movie, TV and combined credits, and a credit's details."""

from __future__ import annotations

from types import UnionType

from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.credits import Credit
from tmdb_facade.testing.catalogue.records import CastCredit, Movie, Series
from tmdb_facade.testing.protocol.language import Locale
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .list_rows import person_row, title_row
from .lookup import found_in, person_of
from .tv_shared import episode_row, season_row


def combined_credits(context: RequestContext) -> JSONObject:
    """Return the person's movie and TV credits, with `media_type`."""
    return credits_of(Movie | Series, context, with_kind=True)


def details(context: RequestContext) -> JSONObject:
    """Return a credit's details.

    Raises:
        Refusal: The credit does not exist (404, code 34).
    """
    entry = found_in(context.catalogue.credits_by_id, context.path["credit_id"])
    credit, acted = entry.credit, isinstance(entry.credit, CastCredit)
    return {
        "credit_type": "cast" if acted else "crew",
        "department": "Acting" if isinstance(credit, CastCredit) else credit.department,
        "job": "Actor" if isinstance(credit, CastCredit) else credit.job,
        "media": _media(context.catalogue, entry, context.locale),
        "media_type": kind_of(entry),
        "id": credit.credit_id,
        "person": {**person_row(context.catalogue.people[credit.person], context.locale), "media_type": "person"},
    }


def kind_of(entry: Credit) -> str:
    """Return the `media_type` of a credit's title."""
    return "movie" if isinstance(entry.title, Movie) else "tv"


def credits_of(
    kind: type[Movie | Series] | UnionType, context: RequestContext, *, with_kind: bool = False
) -> JSONObject:
    """Return the person's credits of titles of a kind."""
    person, locale = person_of(context), context.locale
    cast: list[JSONObject] = []
    crew: list[JSONObject] = []
    for entry in context.catalogue.credits_of[person.id]:
        if not isinstance(entry.title, kind):
            continue
        row = _row(entry, locale)
        if with_kind:
            row["media_type"] = kind_of(entry)
        (cast if isinstance(entry.credit, CastCredit) else crew).append(row)
    return {"id": person.id, "cast": cast, "crew": crew}


def _row(entry: Credit, locale: Locale) -> JSONObject:
    title, credit = entry.title, entry.credit
    row = {**title_row(title, locale), "credit_id": credit.credit_id}
    if isinstance(title, Series):
        row |= {"episode_count": _episodes(entry), "first_credit_air_date": _first_day(entry)}
    elif isinstance(credit, CastCredit):
        row["order"] = title.cast.index(credit) if credit.order is None else credit.order
    if isinstance(credit, CastCredit):
        return {**row, "character": credit.character}
    return {**row, "department": credit.department, "job": credit.job}


def _episodes(entry: Credit) -> int:
    return len(entry.episodes) if entry.credit.episodes is None else entry.credit.episodes


def _first_day(entry: Credit) -> str | None:
    days = [str(episode.air_date) for _, episode in entry.episodes if episode.air_date]
    return min(days, default=None)


def _media(catalogue: Catalogue, entry: Credit, locale: Locale) -> JSONObject:
    title, credit = entry.title, entry.credit
    row: JSONObject = {"media_type": kind_of(entry)}
    if isinstance(credit, CastCredit):
        row["character"] = credit.character
    row |= title_row(title, locale)
    if isinstance(title, Movie):
        return row
    # Credits for whole seasons list seasons; credits of guests list episodes.
    seasons = {season.number: season for season, _ in entry.episodes} if entry.regular else {}
    row["seasons"] = [
        {**season_row(catalogue, title, season, locale), "media_type": "tv_season", "show_id": title.id}
        for season in seasons.values()
    ]
    row["episodes"] = [
        {**episode_row(catalogue, title, season, episode, locale), "media_type": "tv_episode"}
        for season, episode in entry.episodes
        if not entry.regular
    ]
    return row


ROUTES = (Route("GET", "/3/credit/{credit_id}", details),)
