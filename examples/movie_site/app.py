"""The pages of the web site."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

from tmdb_facade import (
    ATTRIBUTION,
    AsyncTMDB,
    InvalidArgumentError,
    MovieAppend,
    NotFoundError,
    PersonAppend,
    TMDBError,
    TVAppend,
    localization,
)
from tmdb_facade.models import MovieCastCredit, TVCastCredit

from .visitor import Visitor

FOLDER = Path(__file__).parent
POLICY = (
    "default-src 'none'; img-src 'self' https://image.tmdb.org; style-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
YEAR = 365 * 24 * 3600
#: The last page that TMDB has.
LAST_PAGE = 500
MESSAGES = {
    404: "There is no such page.",
    503: "The movie database does not answer at the moment. Try again in a minute.",
}
logger = logging.getLogger(__name__)
templates = Jinja2Templates(
    env=Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
)


def tmdb_of(request: Request) -> AsyncTMDB:
    """Return the client of the application."""
    tmdb: AsyncTMDB = request.state.tmdb
    return tmdb


async def home(request: Request) -> Response:
    """Show what a search finds, or what is trending."""
    tmdb, visitor = tmdb_of(request), Visitor.of(request)
    query = request.query_params.get("query", "").strip()
    if not query:
        trending = await tmdb.trending.all("week", languages=visitor.languages).page(1)
        return render(request, "home.html", visitor, {"query": "", "results": trending.results, "page": 1, "last": 1})
    number = request.query_params.get("page", "")[:9]  # int() refuses thousands of digits
    found = await tmdb.search.multi(query, languages=visitor.languages).page(int(number) if number.isdecimal() else 1)
    last = min(found.total_pages, LAST_PAGE)
    values = {"query": query, "results": found.results, "page": found.page, "last": last}
    return render(request, "home.html", visitor, values)


async def movie(request: Request) -> Response:
    """Show a movie."""
    tmdb, visitor = tmdb_of(request), Visitor.of(request)
    blocks = MovieAppend.CREDITS | MovieAppend.IMAGES | MovieAppend.RELEASE_DATES | MovieAppend.WATCH_PROVIDERS
    # `None` asks for images without text, too.
    languages = [*visitor.languages, None]
    found = await tmdb.movies.details(request.path_params["id"], languages=languages, append=blocks)
    regions = await tmdb.watch_providers.regions()  # from the cache, after the first visitor
    values = {
        "movie": found,
        "poster": localization(found).poster or found.poster_path,
        "certification": found.release_dates.certification(visitor.country, "US"),
        "providers": found.watch_providers.results.get(visitor.country),
        "countries": regions.results,
    }
    return render(request, "movie.html", visitor, values)


async def series(request: Request) -> Response:
    """Show a TV series."""
    tmdb, visitor = tmdb_of(request), Visitor.of(request)
    blocks = TVAppend.AGGREGATE_CREDITS | TVAppend.CONTENT_RATINGS | TVAppend.IMAGES | TVAppend.WATCH_PROVIDERS
    languages = [*visitor.languages, None]
    found = await tmdb.tv.details(request.path_params["id"], languages=languages, append=blocks)
    regions = await tmdb.watch_providers.regions()
    values = {
        "series": found,
        "poster": localization(found).poster or found.poster_path,
        "certification": found.content_ratings.certification(visitor.country, "US"),
        "providers": found.watch_providers.results.get(visitor.country),
        "countries": regions.results,
    }
    return render(request, "series.html", visitor, values)


async def person(request: Request) -> Response:
    """Show a person with their best known parts."""
    tmdb, visitor = tmdb_of(request), Visitor.of(request)
    found = await tmdb.people.details(
        request.path_params["id"], languages=visitor.languages, append=PersonAppend.COMBINED_CREDITS
    )
    # A series is listed once for each role in it.
    parts = {
        (part.media_type, part.id): part
        for part in found.combined_credits.cast
        if isinstance(part, MovieCastCredit | TVCastCredit)
    }
    known_for = sorted(parts.values(), key=lambda part: part.vote_count, reverse=True)
    return render(request, "person.html", visitor, {"person": found, "known_for": known_for[:12]})


def render(
    request: Request, template: str, visitor: Visitor, values: Mapping[str, object], status: int = 200
) -> Response:
    """Return a page, and remember the country that the visitor has chosen."""
    common = {"attribution": ATTRIBUTION, "images": tmdb_of(request).images, "visitor": visitor}
    headers = {"Content-Security-Policy": POLICY, "Vary": "Accept-Language, Cookie"}
    response = templates.TemplateResponse(request, template, {**common, **values}, status, headers)
    if "country" in request.query_params:
        secure = request.url.scheme == "https"
        response.set_cookie("country", visitor.country, max_age=YEAR, httponly=True, samesite="lax", secure=secure)
    return response


async def failed(request: Request, error: Exception) -> Response:
    """Show a page for an error: a wrong address, a wrong value in it, or a failure of TMDB."""
    match error:
        case NotFoundError():
            status, message = 404, MESSAGES[404]
        case InvalidArgumentError():
            status, message = 400, str(error)
        case HTTPException():
            status, message = error.status_code, MESSAGES.get(error.status_code, error.detail)
        case _:
            # Errors of this package contain no credentials, so that they can be logged.
            logger.error("%s: %s", request.url.path, error)
            status, message = 503, MESSAGES[503]
    values = {"heading": HTTPStatus(status).phrase, "message": message}
    response = render(request, "error.html", Visitor.of(request), values, status)
    if status == 503:
        response.headers["Retry-After"] = "60"
    return response


def create_app(connect: Callable[[], AsyncTMDB]) -> Starlette:
    """Return the application.

    Args:
        connect: Makes the client, when the application starts. It is closed when the application ends.
    """

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncGenerator[Mapping[str, AsyncTMDB]]:
        async with connect() as tmdb:
            yield {"tmdb": tmdb}

    return Starlette(
        routes=[
            Route("/", home, methods=["GET"]),
            Route("/movies/{id:int}", movie, methods=["GET"]),
            Route("/tv/{id:int}", series, methods=["GET"]),
            Route("/people/{id:int}", person, methods=["GET"]),
            Mount("/static", StaticFiles(directory=FOLDER / "static")),
        ],
        exception_handlers={HTTPException: failed, TMDBError: failed},
        lifespan=lifespan,
    )
