"""Client options, hooks, raw responses, and calls of any operation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, assert_type

import httpx

from tmdb_bindings import api
from tmdb_facade import (
    ALTERNATE_BASE_URL,
    TMDB,
    AsyncPager,
    AsyncTMDB,
    MovieAppend,
    Pager,
    RawResponse,
    RequestEvent,
    ResponseEvent,
)
from tmdb_facade.models import (
    ChangedItem,
    Configuration,
    Movie,
    MovieDetails,
    MoviePage,
    MultiSearchResult,
    TVShow,
    V4List,
)
from tmdb_facade.resources import AsyncMoviesResource, MoviesResource
from tmdb_facade.types import UNCHANGED, Answer, JSONValue, Model, MovieHasCredits, OnDrift, Page, QueryValue, Unchanged


def sync_client(tmdb: TMDB) -> None:
    """Check the types of raw responses and of `call`."""
    assert_type(tmdb.call(api.configuration.details), Configuration)
    assert_type(tmdb.call(api.movies.details, 550, language="de"), MovieDetails)
    assert_type(tmdb.call(api.movies.popular, page=2), MoviePage)
    assert_type(tmdb.call(api.configuration.primary_translations), list[str])
    assert_type(tmdb.call_raw(api.movies.details, 550, language="de").parsed, MovieDetails)
    assert_type(tmdb.paginate(api.movies.popular, language="de"), Pager[Movie])
    assert_type(tmdb.call(api.movies.details, {"movie_id": 550, "language": None}), MovieDetails)
    assert_type(tmdb.call(api.movies.details, 550, extra_query={"x": 1}, user_agent="app/1"), MovieDetails)
    assert_type(tmdb.call(api.movies.details, 550, extra_headers={"x-key": "1"}), MovieDetails)
    assert_type(tmdb.call(api.movies.details, 550, language="de", user_agent="app/1"), MovieDetails)
    assert_type(tmdb.paginate(api.discover.movies, {"vote_average.gte": 7, "with_genres": "28|12"}), Pager[Movie])
    assert_type(tmdb.paginate(api.discover.tv, {"sort_by": "name.asc"}, extra_query={"x": True}).first(), TVShow | None)
    assert_type(tmdb.request("GET", "/3/movie/550", query={"language": "de"}), JSONValue)
    own: dict[str, QueryValue] = {"vote_average.gte": 7.5, "include_adult": False, "air_date.gte": date(2026, 1, 31)}
    assert_type(tmdb.paginate(api.discover.movies, own).page(1).results, Sequence[Movie])
    assert_type(tmdb.with_options(extra_query=own, extra_headers={"x-key": None}, user_agent=None), TMDB)
    assert_type(tmdb.paginate(api.search.multi, query="x").first(), MultiSearchResult | None)
    for changed in tmdb.paginate(api.changes.movies).limit(5):
        assert_type(changed, ChangedItem)

    raw = tmdb.with_raw_response(tmdb.search.movies("x").page, 3)
    assert_type(raw, RawResponse[MoviePage])
    assert_type(raw.parsed.results, list[Movie])
    assert_type(raw.status, int)
    assert_type(raw.headers, Mapping[str, str])
    assert_type(raw.body, bytes)
    assert_type(raw.json(), JSONValue)
    assert_type(raw.answers, tuple[Answer, ...])
    assert_type(tmdb.with_raw_response(tmdb.configuration.details).parsed, Configuration)
    assert_type(tmdb.with_raw_response(lambda: tmdb.movies.details(550, append=["credits"])).parsed, MovieDetails[Any])
    appended = tmdb.with_raw_response(lambda: tmdb.movies.details(550, append=MovieAppend.CREDITS))
    assert_type(appended, RawResponse[MovieDetails[MovieHasCredits]])

    assert_type(tmdb.with_options(language=None, timeout=3), TMDB)
    assert_type(tmdb.with_options(on_drift="ignore").movies.details(550), MovieDetails)
    assert_type(tmdb.movies, MoviesResource)


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    assert_type(await tmdb.call(api.movies.details, 550), MovieDetails)
    assert_type(await tmdb.call(api.movies.details, {"movie_id": 550}, user_agent="app/1"), MovieDetails)
    assert_type(tmdb.paginate(api.discover.movies, {"vote_average.gte": 7}), AsyncPager[Movie])
    assert_type(await tmdb.request("DELETE", "/4/list/1", body={"items": []}), JSONValue)
    assert_type((await tmdb.call_raw(api.movies.popular, page=2)).parsed, MoviePage)
    assert_type(tmdb.paginate(api.v4_account.lists, "4bc8"), AsyncPager[V4List])
    assert_type(await tmdb.paginate(api.movies.similar, 550).page(2), Page[Movie])
    raw = await tmdb.with_raw_response(tmdb.movies.details, 550, language="de")
    assert_type(raw, RawResponse[MovieDetails])
    assert_type(tmdb.with_options(max_retries=0), AsyncTMDB)
    assert_type(await tmdb.with_options(max_retries=0).movies.details(550), MovieDetails)
    assert_type(tmdb.movies, AsyncMoviesResource)


def on_request(event: RequestEvent) -> None:
    """Check the attributes of a request event."""
    assert_type(event.attempt, int)


def on_response(event: ResponseEvent) -> None:
    """Check the attributes of a response event."""
    assert_type(event.status, int | None)
    assert_type(event.request.operation, str)


async def clients() -> None:
    """Construct clients with every option."""
    with TMDB("token", language="pt-BR", region="BR", timeout=30, on_drift="raise") as tmdb:
        assert_type(tmdb, TMDB)
    TMDB(api_key="key", base_url="https://api.tmdb.org", transport=httpx.MockTransport(lambda _: httpx.Response(200)))
    TMDB(http_client=httpx.Client(), timeout=httpx.Timeout(30)).close()
    TMDB(base_url=ALTERNATE_BASE_URL, proxy="http://127.0.0.1:8080", max_retries=0, on_response=on_response).close()
    TMDB(session_id="session", on_request=on_request).close()
    async with AsyncTMDB(http_client=httpx.AsyncClient()) as other:
        assert_type(other, AsyncTMDB)


def derived_client(tmdb: TMDB, policy: OnDrift, language: str | Unchanged | None = UNCHANGED) -> TMDB:
    """Forward options, or leave them unchanged."""
    return tmdb.with_options(on_drift=policy, language=language)


def save(model: Model) -> str:
    """Accept any model."""
    assert_type(model.to_dict(), dict[str, Any])
    return model.to_json()


def user_functions(movie: Movie, details: MovieDetails[MovieHasCredits]) -> None:
    """Pass models and details to a function that accepts any model."""
    save(movie)
    save(details)
