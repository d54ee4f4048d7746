"""Production companies and networks, which are much alike."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.reference import Company, Logo
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .list_rows import movie_row
from .lookup import found_in
from .paging import page


def company(context: RequestContext) -> JSONObject:
    """One company."""
    found = _company(context)
    parent = context.catalogue.companies[found.parent] if found.parent else None
    return {
        "description": found.description,
        **_details(found),
        "parent_company": parent and {"id": parent.id, "logo_path": parent.logo_path, "name": parent.name},
    }


def company_names(context: RequestContext) -> JSONObject:
    """Other names of the company."""
    return _names(_company(context))


def company_images(context: RequestContext) -> JSONObject:
    """The logos of the company."""
    return _images(_company(context))


def company_movies(context: RequestContext) -> JSONObject:
    """The company's films, which TMDB's documents no longer mention."""
    found, locale = _company(context), context.locale
    movies = [movie for movie in context.catalogue.movies.values() if found.id in movie.companies and not movie.adult]
    return {"id": found.id, **page(context, movies, lambda movie: movie_row(movie, locale))}


def network(context: RequestContext) -> JSONObject:
    """One network."""
    return _details(_network(context))


def network_names(context: RequestContext) -> JSONObject:
    """Other names of the network."""
    return _names(_network(context))


def network_images(context: RequestContext) -> JSONObject:
    """The logos of the network."""
    return _images(_network(context))


def _company(context: RequestContext) -> Company:
    return found_in(context.catalogue.companies, context.id("company_id"))


def _network(context: RequestContext) -> Company:
    return found_in(context.catalogue.networks, context.id("network_id"))


def _details(found: Company) -> JSONObject:
    return {
        "headquarters": found.headquarters,
        "homepage": found.homepage,
        "id": found.id,
        "logo_path": found.logo_path,
        "name": found.name,
        "origin_country": found.origin_country,
    }


def _names(found: Company) -> JSONObject:
    return {"id": found.id, "results": [{"name": name.name, "type": name.type} for name in found.alternative_names]}


def _images(found: Company) -> JSONObject:
    return {"id": found.id, "logos": [_logo(logo) for logo in found.logos]}


def _logo(logo: Logo) -> JSONObject:
    return {
        "aspect_ratio": logo.width / logo.height,
        "file_path": logo.path,
        "height": logo.height,
        "id": logo.id,
        "file_type": logo.type,
        "vote_average": logo.vote_average,
        "vote_count": logo.vote_count,
        "width": logo.width,
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
