"""Production companies and networks."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.reference import Company, Logo
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .list_rows import fields, movie_row
from .lookup import found_in
from .paging import page


def company(context: RequestContext) -> JSONObject:
    """Return a company's details."""
    record = _company(context)
    parent = context.catalogue.companies[record.parent] if record.parent else None
    return {
        "description": record.description,
        **_details(record),
        "parent_company": parent and fields(parent, "id", "logo_path", "name"),
    }


def company_names(context: RequestContext) -> JSONObject:
    """Return the company's alternative names."""
    return _names(_company(context))


def company_images(context: RequestContext) -> JSONObject:
    """Return the company's logos."""
    return _images(_company(context))


def company_movies(context: RequestContext) -> JSONObject:
    """Return the company's movies. TMDB no longer documents this operation."""
    record, locale = _company(context), context.locale
    movies = [movie for movie in context.catalogue.movies.values() if record.id in movie.companies and not movie.adult]
    return {"id": record.id, **page(context, movies, lambda movie: movie_row(movie, locale))}


def network(context: RequestContext) -> JSONObject:
    """Return a network's details."""
    return _details(_network(context))


def network_names(context: RequestContext) -> JSONObject:
    """Return the network's alternative names."""
    return _names(_network(context))


def network_images(context: RequestContext) -> JSONObject:
    """Return the network's logos."""
    return _images(_network(context))


def _company(context: RequestContext) -> Company:
    return found_in(context.catalogue.companies, context.id("company_id"))


def _network(context: RequestContext) -> Company:
    return found_in(context.catalogue.networks, context.id("network_id"))


def _details(record: Company) -> JSONObject:
    return fields(record, "headquarters", "homepage", "id", "logo_path", "name", "origin_country")


def _names(record: Company) -> JSONObject:
    return {"id": record.id, "results": [fields(name, "name", "type") for name in record.alternative_names]}


def _images(record: Company) -> JSONObject:
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
    Route("GET", COMPANY, company, appends=True),
    Route("GET", f"{COMPANY}/alternative_names", company_names),
    Route("GET", f"{COMPANY}/images", company_images),
    Route("GET", NETWORK, network),
    Route("GET", f"{NETWORK}/alternative_names", network_names),
    Route("GET", f"{NETWORK}/images", network_images),
)
UNDOCUMENTED = (Route("GET", f"{COMPANY}/movies", company_movies),)
