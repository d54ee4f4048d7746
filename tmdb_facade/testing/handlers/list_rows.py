"""Rows of movies, TV series and people in lists, with TMDB's keys."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import CastCredit, CrewCredit, Movie, Person, Series
from tmdb_facade.testing.catalogue.reference import Company
from tmdb_facade.testing.protocol.language import Locale, backdrop_path, name_in, poster_path, translation
from tmdb_facade.testing.protocol.request_context import JSONObject

KNOWN_FOR = 3
# Release types: limited theatrical and theatrical.
THEATRICAL = frozenset({2, 3})


def movie_row(movie: Movie, locale: Locale, region: str = "") -> JSONObject:
    """Return the row of a movie. With a region, `release_date` is that of its release there."""
    text = translation(movie, locale)
    return {
        "adult": movie.adult,
        "backdrop_path": backdrop_path(movie, locale),
        "genre_ids": movie.genres,
        "id": movie.id,
        "original_language": movie.original_language,
        "original_title": movie.original_title,
        "overview": text.overview,
        "popularity": movie.popularity,
        "poster_path": poster_path(movie, locale),
        "release_date": _release_day(movie, region) or "",
        "softcore": movie.softcore,
        "title": text.title or movie.original_title,
        "video": movie.video,
        "vote_average": movie.vote_average,
        "vote_count": movie.vote_count,
    }


def _release_day(movie: Movie, region: str) -> date | None:
    """Return the first theatrical release in a region, else its first release there, else the movie's release date."""
    there = movie.releases.get(region.upper(), ()) if region else ()
    days = [one.date for one in there if one.type in THEATRICAL] or [one.date for one in there]
    return min(days, default=movie.release_date)


def series_row(series: Series, locale: Locale) -> JSONObject:
    """Return the row of a TV series."""
    text = translation(series, locale)
    return {
        "adult": series.adult,
        "backdrop_path": backdrop_path(series, locale),
        "first_air_date": series.first_air_date or "",
        "genre_ids": series.genres,
        "id": series.id,
        "name": text.title or series.original_name,
        "origin_country": series.origin_countries,
        "original_language": series.original_language,
        "original_name": series.original_name,
        "overview": text.overview,
        "popularity": series.popularity,
        "poster_path": poster_path(series, locale),
        "softcore": series.softcore,
        "vote_average": series.vote_average,
        "vote_count": series.vote_count,
    }


def person_row(person: Person) -> JSONObject:
    """Return the fields of a person that all lists share. Names are not translated."""
    return {
        "adult": person.adult,
        "gender": person.gender,
        "id": person.id,
        "known_for_department": person.department,
        "name": person.name,
        "original_name": person.original_name or person.name,
        "popularity": person.popularity,
        "profile_path": person.profile_path,
    }


def listed_person_row(person: Person, catalogue: Catalogue, locale: Locale) -> JSONObject:
    """Return the row of a person in a list of people, with `known_for`."""
    known_for = [mixed_row(title, catalogue, locale) for title in known_titles(person, catalogue)]
    return {**person_row(person), "known_for": known_for}


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
    """Return the titles with most votes among a person's credits, limited to the person's department if it has any."""
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


def crew_rows(catalogue: Catalogue, jobs: Iterable[CrewCredit]) -> list[JSONObject]:
    """Return the rows of jobs."""
    return [
        {
            **person_row(catalogue.people[job.person]),
            "credit_id": job.credit_id,
            "department": job.department,
            "job": job.job,
        }
        for job in jobs
    ]


def genres(catalogue: Catalogue, numbers: Iterable[int], locale: Locale) -> list[JSONObject]:
    """Return genres with their localized names."""
    return [{"id": number, "name": name_in(catalogue.genres[number].names, locale)} for number in numbers]


def company(one: Company) -> JSONObject:
    """Return the row of a company or network."""
    return {"id": one.id, "logo_path": one.logo_path, "name": one.name, "origin_country": one.origin_country}


def countries(catalogue: Catalogue, codes: Iterable[str]) -> list[JSONObject]:
    """Return countries with their English names."""
    return [{"iso_3166_1": code, "name": catalogue.countries[code].english_name} for code in codes]


def languages(catalogue: Catalogue, codes: Iterable[str]) -> list[JSONObject]:
    """Return languages with their English and native names."""
    spoken = [catalogue.languages[code] for code in codes]
    return [{"english_name": one.english_name, "iso_639_1": one.code, "name": one.name} for one in spoken]
