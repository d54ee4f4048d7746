"""The short forms in which films, series and people stand in lists, with the keys that TMDB gives them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import CastCredit, Movie, Person, Series
from tmdb_facade.testing.catalogue.reference import Company
from tmdb_facade.testing.protocol.language import Locale, backdrop_path, name_in, poster_path, translation
from tmdb_facade.testing.protocol.request_context import JSONObject

KNOWN_FOR = 3
# The types of releases in cinemas, limited ones among them.
IN_CINEMAS = frozenset({2, 3})


def movie_row(movie: Movie, locale: Locale, region: str = "") -> JSONObject:
    """A film in a list; with a region, the day is that of its release there."""
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
    """The day on which a film came to the cinemas of a region, or was first to be had there; else its first one of all."""
    there = movie.releases.get(region.upper(), ()) if region else ()
    days = [one.date for one in there if one.type in IN_CINEMAS] or [one.date for one in there]
    return min(days, default=movie.release_date)


def series_row(series: Series, locale: Locale) -> JSONObject:
    """A series in a list."""
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
    """What every mention of a person says; names are not translated."""
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
    """A person in a list of people, with what they are known for."""
    known_for = [mixed_row(title, catalogue, locale) for title in known_titles(person, catalogue)]
    return {**person_row(person), "known_for": known_for}


def mixed_row(record: Movie | Series | Person, catalogue: Catalogue, locale: Locale) -> JSONObject:
    """A film, a series or a person in a list of all kinds, told apart by `media_type`."""
    match record:
        case Movie():
            return {**movie_row(record, locale), "media_type": "movie"}
        case Series():
            return {**series_row(record, locale), "media_type": "tv"}
        case Person():
            return {**listed_person_row(record, catalogue, locale), "media_type": "person"}


def known_titles(person: Person, catalogue: Catalogue) -> list[Movie | Series]:
    """The titles that a person is known for: those with most votes, of the work of their own department first."""
    # By kind and id: a film and a series may have the same number.
    own: dict[tuple[type, int], Movie | Series] = {}
    other: dict[tuple[type, int], Movie | Series] = {}
    for held in catalogue.credits_of[person.id]:
        title, credit = held.title, held.credit
        department = "Acting" if isinstance(credit, CastCredit) else credit.department
        (own if department == person.department else other)[type(title), title.id] = title
    titles = own or other
    return sorted(titles.values(), key=lambda title: (-title.vote_count, title.id))[:KNOWN_FOR]


def genres(catalogue: Catalogue, numbers: Iterable[int], locale: Locale) -> list[JSONObject]:
    """Genres by their names in a language."""
    return [{"id": number, "name": name_in(catalogue.genres[number].names, locale)} for number in numbers]


def company(one: Company) -> JSONObject:
    """A company or network."""
    return {"id": one.id, "logo_path": one.logo_path, "name": one.name, "origin_country": one.origin_country}


def countries(catalogue: Catalogue, codes: Iterable[str]) -> list[JSONObject]:
    """Countries by their English names."""
    return [{"iso_3166_1": code, "name": catalogue.countries[code].english_name} for code in codes]


def languages(catalogue: Catalogue, codes: Iterable[str]) -> list[JSONObject]:
    """Languages by their English and their own names."""
    spoken = [catalogue.languages[code] for code in codes]
    return [{"english_name": one.english_name, "iso_639_1": one.code, "name": one.name} for one in spoken]
