"""Rows of movies, TV series and people in lists, with TMDB's keys."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import (
    CastCredit,
    CrewCredit,
    ExternalIds,
    Movie,
    Person,
    Release,
    Series,
    Titled,
)
from tmdb_facade.testing.catalogue.reference import Company, Language
from tmdb_facade.testing.protocol.language import (
    Locale,
    backdrop_path,
    name_in,
    person_name,
    poster_path,
    translation,
)
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

KNOWN_FOR = 3
# Release types: limited theatrical and theatrical.
THEATRICAL = frozenset({2, 3})


def fields(record: object, *names: str) -> JSONObject:
    """Return the fields of a record whose names are TMDB's too."""
    return {name: getattr(record, name) for name in names}


def external_ids(ids: ExternalIds, *sites: str) -> JSONObject:
    """Return the ids on other sites, with keys such as `imdb_id`."""
    return {f"{site}_id": getattr(ids, site) for site in sites}


def movie_row(movie: Movie, locale: Locale, region: str = "") -> JSONObject:
    """Return the row of a movie. With a region, `release_date` is that of its release there."""
    return {
        **_shared_fields(movie, locale),
        "original_title": movie.original_title,
        "release_date": release_day(movie, region) or "",
        "title": localized_title(movie, locale),
        "video": movie.video,
    }


def release_day(movie: Movie, region: str) -> date | None:
    """Return the first theatrical release in a region, else its first release there, else the movie's release date."""
    there = movie.releases.get(region.upper(), ()) if region else ()
    days = [one.date for one in there if one.type in THEATRICAL] or [one.date for one in there]
    return min(days, default=movie.release_date)


def releases_in(context: RequestContext, movie: Movie) -> list[Release]:
    """Return a movie's releases in the `region` of the request, or in all countries without one.

    A movie without recorded releases counts as released in every country on its release date.
    """
    region = context.query.get("region", "").upper()
    recorded = [one for country, there in movie.releases.items() if region in ("", country) for one in there]
    everywhere = not movie.releases and (not region or region in context.catalogue.countries)
    return [Release(date=movie.release_date)] if everywhere and movie.release_date else recorded


def series_row(series: Series, locale: Locale) -> JSONObject:
    """Return the row of a TV series."""
    return {
        **_shared_fields(series, locale),
        "first_air_date": series.first_air_date or "",
        "name": localized_title(series, locale),
        "origin_country": series.origin_countries,
        "original_name": series.original_name,
    }


def _shared_fields(title: Titled, locale: Locale) -> JSONObject:
    return {
        **fields(title, "adult", "id", "original_language", "popularity", "softcore", "vote_average", "vote_count"),
        "backdrop_path": backdrop_path(title, locale),
        "genre_ids": title.genres,
        "overview": translation(title, locale).overview,
        "poster_path": poster_path(title, locale),
    }


def title_row(title: Movie | Series, locale: Locale) -> JSONObject:
    """Return the row of a movie or TV series."""
    return movie_row(title, locale) if isinstance(title, Movie) else series_row(title, locale)


def title_details(title: Movie | Series, catalogue: Catalogue, locale: Locale) -> JSONObject:
    """Return the fields that the details of movies and TV series share."""
    text = translation(title, locale)
    row = title_row(title, locale)
    del row["genre_ids"]
    return {
        **row,
        "genres": [{"id": number, "name": name_in(catalogue.genres[number].names, locale)} for number in title.genres],
        "homepage": text.homepage or title.homepage,
        "production_companies": [company(catalogue.companies[number]) for number in title.companies],
        "production_countries": [
            {"iso_3166_1": code, "name": catalogue.countries[code].english_name} for code in title.production_countries
        ],
        "spoken_languages": [language(catalogue.languages[code]) for code in title.spoken_languages],
        "status": title.status,
        "tagline": text.tagline,
    }


def person_row(person: Person, locale: Locale) -> JSONObject:
    """Return the fields of a person that all lists share."""
    return {
        **fields(person, "adult", "gender", "id", "popularity", "profile_path"),
        "known_for_department": person.department,
        "name": person_name(person, locale),
        "original_name": person.original_name or person.name,
    }


def listed_person_row(person: Person, catalogue: Catalogue, locale: Locale) -> JSONObject:
    """Return the row of a person in a list of people, with `known_for`."""
    known_for = [mixed_row(title, catalogue, locale) for title in known_titles(person, catalogue)]
    return {**person_row(person, locale), "known_for": known_for}


def mixed_row(record: Movie | Series | Person, catalogue: Catalogue, locale: Locale) -> JSONObject:
    """Return the row of a record in a list of mixed kinds, with `media_type`."""
    match record:
        case Movie():
            return {**movie_row(record, locale), "media_type": "movie"}
        case Series():
            return {**series_row(record, locale), "media_type": "tv"}
        case Person():
            return {**listed_person_row(record, catalogue, locale), "media_type": "person"}


def known_titles(person: Person, catalogue: Catalogue) -> list[Movie | Series]:
    """Return the titles that a person is known for.

    By default, these are the titles with most votes among the person's credits, limited to the person's department if it
    has any.
    """
    if person.known_for is not None:
        return [
            catalogue.movies[number] if kind == "movie" else catalogue.series[number]
            for kind, number in person.known_for
        ]
    # By class and id: a movie and a series may have the same id.
    own: dict[tuple[type, int], Movie | Series] = {}
    other: dict[tuple[type, int], Movie | Series] = {}
    for entry in catalogue.credits_of[person.id]:
        title, credit = entry.title, entry.credit
        department = "Acting" if isinstance(credit, CastCredit) else credit.department
        (own if department == person.department else other)[type(title), title.id] = title
    titles = own or other
    return sorted(titles.values(), key=lambda title: (-title.vote_count, title.id))[:KNOWN_FOR]


def localized_title(title: Movie | Series, locale: Locale) -> str:
    """Return a title in a language, else the original one."""
    original = title.original_title if isinstance(title, Movie) else title.original_name
    return translation(title, locale).title or original


def crew_rows(catalogue: Catalogue, jobs: Iterable[CrewCredit], locale: Locale) -> list[JSONObject]:
    """Return the rows of jobs."""
    return [
        {**person_row(catalogue.people[job.person], locale), **fields(job, "credit_id", "department", "job")}
        for job in jobs
    ]


def company(one: Company) -> JSONObject:
    """Return the row of a company or network."""
    return fields(one, "id", "logo_path", "name", "origin_country")


def language(one: Language) -> JSONObject:
    """Return the row of a language."""
    return {"english_name": one.english_name, "iso_639_1": one.code, "name": one.name}
