"""Production companies and networks, which are much alike."""

from __future__ import annotations

from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.reference import Company, Logo
from tmdb_facade.testing.paging import page
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.rows import movie_row
from tmdb_facade.testing.wanted import found_in


def company(call: Call) -> JSONObject:
    """One company."""
    found = _company(call)
    parent = call.catalogue.companies[found.parent] if found.parent else None
    return {
        "description": found.description,
        **_details(found),
        "parent_company": parent and {"id": parent.id, "logo_path": parent.logo_path, "name": parent.name},
    }


def company_names(call: Call) -> JSONObject:
    """Other names of the company."""
    return _names(_company(call))


def company_images(call: Call) -> JSONObject:
    """The logos of the company."""
    return _images(_company(call))


def company_movies(call: Call) -> JSONObject:
    """The company's films, which TMDB's documents no longer mention."""
    found, locale = _company(call), call.locale
    movies = [movie for movie in call.catalogue.movies.values() if found.id in movie.companies and not movie.adult]
    return {"id": found.id, **page(call, movies, lambda movie: movie_row(movie, locale))}


def network(call: Call) -> JSONObject:
    """One network."""
    return _details(_network(call))


def network_names(call: Call) -> JSONObject:
    """Other names of the network."""
    return _names(_network(call))


def network_images(call: Call) -> JSONObject:
    """The logos of the network."""
    return _images(_network(call))


def _company(call: Call) -> Company:
    return found_in(call.catalogue.companies, call.id("company_id"))


def _network(call: Call) -> Company:
    return found_in(call.catalogue.networks, call.id("network_id"))


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
