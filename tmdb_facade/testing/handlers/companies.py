"""Production companies and networks."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.reference import Company, Logo
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .list_rows import fields, movie_row
from .lookup import found_in, on
from .paging import page


def company(context: RequestContext) -> JSONObject:
    """Return a company's details."""
    record = _company(context)
    parent = context.catalogue.companies[record.parent] if record.parent else None
    return {
        "description": record.description,
        **_details(context, record),
        "parent_company": parent and fields(parent, "id", "logo_path", "name"),
    }


def company_movies(context: RequestContext) -> JSONObject:
    """Return the company's movies. TMDB no longer documents this operation."""
    record, locale = _company(context), context.locale
    movies = [movie for movie in context.catalogue.movies.values() if record.id in movie.companies and not movie.adult]
    return {"id": record.id, **page(context, movies, lambda movie: movie_row(movie, locale))}


def _company(context: RequestContext) -> Company:
    return found_in(context.catalogue.companies, context.id("company_id"))


def _network(context: RequestContext) -> Company:
    return found_in(context.catalogue.networks, context.id("network_id"))


def _details(context: RequestContext, record: Company) -> JSONObject:
    return fields(record, "headquarters", "homepage", "id", "logo_path", "name", "origin_country")


def _names(context: RequestContext, record: Company) -> JSONObject:
    return {"id": record.id, "results": [fields(name, "name", "type") for name in record.alternative_names]}


def _images(context: RequestContext, record: Company) -> JSONObject:
    return {"id": record.id, "logos": [_logo(logo) for logo in record.logos]}


def _logo(logo: Logo) -> JSONObject:
    return {
        **fields(logo, "height", "id", "vote_average", "vote_count", "width"),
        "aspect_ratio": logo.width / logo.height,
        "file_path": logo.path,
        "file_type": logo.type,
    }


COMPANY = "/3/company/{company_id}"
NETWORK = "/3/network/{network_id}"

ROUTES = (
    Route("GET", COMPANY, company, appends=True, fixed=True),
    Route("GET", f"{COMPANY}/alternative_names", on(_company, _names)),
    Route("GET", f"{COMPANY}/images", on(_company, _images)),
    Route("GET", NETWORK, on(_network, _details), appends=True),
    Route("GET", f"{NETWORK}/alternative_names", on(_network, _names)),
    Route("GET", f"{NETWORK}/images", on(_network, _images)),
)
UNDOCUMENTED = (Route("GET", f"{COMPANY}/movies", company_movies),)
