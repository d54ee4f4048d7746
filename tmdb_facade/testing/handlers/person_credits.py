"""What a person did: their credits in films, in series, in both; and a single credit by its id."""

from __future__ import annotations

from collections.abc import Callable

from tmdb_facade.testing.catalogue.credits import Credit
from tmdb_facade.testing.catalogue.records import CastCredit, Movie, Series
from tmdb_facade.testing.protocol.language import Locale
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .list_rows import movie_row, person_row, series_row
from .lookup import found_in, person_of
from .tv_shared import episode_row, season_row


def movie_credits(context: RequestContext) -> JSONObject:
    """The person's films."""
    return _credits(context, lambda held: isinstance(held.title, Movie), with_kind=False)


def tv_credits(context: RequestContext) -> JSONObject:
    """The person's series."""
    return _credits(context, lambda held: isinstance(held.title, Series), with_kind=False)


def combined_credits(context: RequestContext) -> JSONObject:
    """The person's films and series, told apart by `media_type`."""
    return _credits(context, lambda held: True, with_kind=True)


def details(context: RequestContext) -> JSONObject:
    """One credit: who, in what, as whom.

    Raises:
        Refusal: There is no such credit.
    """
    held = found_in(context.catalogue.credits_by_id, context.path["credit_id"])
    credit, acted = held.credit, isinstance(held.credit, CastCredit)
    return {
        "credit_type": "cast" if acted else "crew",
        "department": "Acting" if isinstance(credit, CastCredit) else credit.department,
        "job": "Actor" if isinstance(credit, CastCredit) else credit.job,
        "media": _media(held, context.locale),
        "media_type": kind_of(held),
        "id": credit.credit_id,
        "person": {**person_row(context.catalogue.people[credit.person]), "media_type": "person"},
    }


def kind_of(held: Credit) -> str:
    """The `media_type` of what a credit is for."""
    return "movie" if isinstance(held.title, Movie) else "tv"


def _credits(context: RequestContext, wanted: Callable[[Credit], bool], *, with_kind: bool) -> JSONObject:
    person, locale = person_of(context), context.locale
    cast: list[JSONObject] = []
    crew: list[JSONObject] = []
    for held in filter(wanted, context.catalogue.credits_of[person.id]):
        row = _row(held, locale)
        if with_kind:
            row["media_type"] = kind_of(held)
        (cast if isinstance(held.credit, CastCredit) else crew).append(row)
    return {"id": person.id, "cast": cast, "crew": crew}


def _row(held: Credit, locale: Locale) -> JSONObject:
    title, credit = held.title, held.credit
    row: JSONObject = {"credit_id": credit.credit_id}
    if isinstance(title, Movie):
        row |= movie_row(title, locale)
        if isinstance(credit, CastCredit):
            row["order"] = title.cast.index(credit)
    else:
        row |= series_row(title, locale)
        row["episode_count"] = len(held.episodes)
        row["first_credit_air_date"] = _first_day(held)
    if isinstance(credit, CastCredit):
        return {**row, "character": credit.character}
    return {**row, "department": credit.department, "job": credit.job}


def _first_day(held: Credit) -> str | None:
    days = [str(episode.air_date) for _, episode in held.episodes if episode.air_date]
    return min(days, default=None)


def _media(held: Credit, locale: Locale) -> JSONObject:
    title, credit = held.title, held.credit
    row: JSONObject = {"media_type": kind_of(held)}
    if isinstance(credit, CastCredit):
        row["character"] = credit.character
    if isinstance(title, Movie):
        return {**row, **movie_row(title, locale)}
    row |= series_row(title, locale)
    # Who is there for whole seasons has these, who is a guest has the episodes.
    seasons = {season.number: season for season, _ in held.episodes} if held.regular else {}
    row["seasons"] = [
        {**season_row(season, locale), "media_type": "tv_season", "show_id": title.id} for season in seasons.values()
    ]
    row["episodes"] = [
        {**episode_row(title, season, episode, locale), "media_type": "tv_episode"}
        for season, episode in held.episodes
        if not held.regular
    ]
    return row


ROUTES = (Route("GET", "/3/credit/{credit_id}", details),)
