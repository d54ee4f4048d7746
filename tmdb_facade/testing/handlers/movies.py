"""Films: the popular ones, the details of one, and what can be appended to them."""

from __future__ import annotations

from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import Movie
from tmdb_facade.testing.catalogue.reference import Collection, Company
from tmdb_facade.testing.language import Locale, backdrop_path, name_in, poster_path, translation
from tmdb_facade.testing.paging import page
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.rows import movie_row, person_row

from . import movie_facts, movie_media, movie_relations


def popular(call: Call) -> JSONObject:
    """All films, most popular first."""
    locale = call.locale
    found = [movie for movie in call.catalogue.movies.values() if not movie.adult]
    return page(call, found, lambda movie: movie_row(movie, locale))


def details(call: Call) -> JSONObject:
    """One film."""
    movie, catalogue, locale = call.movie(), call.catalogue, call.locale
    text = translation(movie, locale)
    return {
        "adult": movie.adult,
        "backdrop_path": backdrop_path(movie, locale),
        "belongs_to_collection": _collection(catalogue.collections[movie.collection], locale)
        if movie.collection
        else None,
        "budget": movie.budget,
        "genres": [{"id": genre, "name": name_in(catalogue.genres[genre].names, locale)} for genre in movie.genres],
        "homepage": text.homepage or movie.homepage,
        "id": movie.id,
        "imdb_id": movie.imdb_id,
        "origin_country": movie.origin_countries,
        "original_language": movie.original_language,
        "original_title": movie.original_title,
        "overview": text.overview,
        "popularity": movie.popularity,
        "poster_path": poster_path(movie, locale),
        "production_companies": [_company(catalogue.companies[company]) for company in movie.companies],
        "production_countries": _countries(movie, catalogue),
        "release_date": movie.release_date or "",
        "revenue": movie.revenue,
        "runtime": movie.runtime,
        "softcore": movie.softcore,
        "spoken_languages": _languages(movie, catalogue),
        "status": movie.status,
        "tagline": text.tagline,
        "title": text.title or movie.original_title,
        "video": movie.video,
        "vote_average": movie.vote_average,
        "vote_count": movie.vote_count,
    }


def credits(call: Call) -> JSONObject:
    """Who is in it and who made it."""
    movie, people = call.movie(), call.catalogue.people
    return {
        "id": movie.id,
        "cast": [
            {
                **person_row(people[role.person]),
                "cast_id": role.cast_id if role.cast_id is not None else order + 1,
                "character": role.character,
                "credit_id": role.credit_id,
                "order": order,
            }
            for order, role in enumerate(movie.cast)
        ],
        "crew": [
            {
                **person_row(people[job.person]),
                "credit_id": job.credit_id,
                "department": job.department,
                "job": job.job,
            }
            for job in movie.crew
        ],
    }


def _collection(collection: Collection, locale: Locale) -> JSONObject:
    return {
        "id": collection.id,
        "name": name_in(collection.names, locale),
        "poster_path": collection.poster_path,
        "backdrop_path": collection.backdrop_path,
    }


def _company(company: Company) -> JSONObject:
    return {
        "id": company.id,
        "logo_path": company.logo_path,
        "name": company.name,
        "origin_country": company.origin_country,
    }


def _countries(movie: Movie, catalogue: Catalogue) -> list[JSONObject]:
    return [{"iso_3166_1": code, "name": catalogue.countries[code].english_name} for code in movie.production_countries]


def _languages(movie: Movie, catalogue: Catalogue) -> list[JSONObject]:
    spoken = [catalogue.languages[code] for code in movie.spoken_languages]
    return [
        {"english_name": language.english_name, "iso_639_1": language.code, "name": language.name}
        for language in spoken
    ]


ROUTES = (
    Route("GET", "/3/movie/popular", popular),
    Route("GET", "/3/movie/{movie_id}", details, appends=True),
    Route("GET", "/3/movie/{movie_id}/alternative_titles", movie_facts.alternative_titles),
    Route("GET", "/3/movie/{movie_id}/changes", movie_facts.changes, max_age=600),
    Route("GET", "/3/movie/{movie_id}/credits", credits),
    Route("GET", "/3/movie/{movie_id}/external_ids", movie_facts.external_ids),
    Route("GET", "/3/movie/{movie_id}/images", movie_media.images),
    Route("GET", "/3/movie/{movie_id}/keywords", movie_facts.keywords),
    Route("GET", "/3/movie/{movie_id}/lists", movie_relations.lists),
    Route("GET", "/3/movie/{movie_id}/recommendations", movie_relations.recommendations),
    Route("GET", "/3/movie/{movie_id}/release_dates", movie_facts.release_dates),
    Route("GET", "/3/movie/{movie_id}/reviews", movie_relations.reviews),
    Route("GET", "/3/movie/{movie_id}/similar", movie_relations.similar),
    Route("GET", "/3/movie/{movie_id}/translations", movie_facts.translations),
    Route("GET", "/3/movie/{movie_id}/videos", movie_media.videos),
    Route("GET", "/3/movie/{movie_id}/watch/providers", movie_media.watch_providers),
)
