"""The short forms in which films, series and people stand in lists, with the keys that TMDB gives them."""

from __future__ import annotations

from datetime import date

from .call import JSONObject
from .catalogue import Catalogue
from .catalogue.records import CastCredit, Movie, Person, Show
from .language import Locale, backdrop_path, poster_path, translation

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


def show_row(show: Show, locale: Locale) -> JSONObject:
    """A series in a list."""
    text = translation(show, locale)
    return {
        "adult": show.adult,
        "backdrop_path": backdrop_path(show, locale),
        "first_air_date": show.first_air_date or "",
        "genre_ids": show.genres,
        "id": show.id,
        "name": text.title or show.original_name,
        "origin_country": show.origin_countries,
        "original_language": show.original_language,
        "original_name": show.original_name,
        "overview": text.overview,
        "popularity": show.popularity,
        "poster_path": poster_path(show, locale),
        "softcore": show.softcore,
        "vote_average": show.vote_average,
        "vote_count": show.vote_count,
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


def mixed_row(record: Movie | Show | Person, catalogue: Catalogue, locale: Locale) -> JSONObject:
    """A film, a series or a person in a list of all kinds, told apart by `media_type`."""
    match record:
        case Movie():
            return {**movie_row(record, locale), "media_type": "movie"}
        case Show():
            return {**show_row(record, locale), "media_type": "tv"}
        case Person():
            return {**listed_person_row(record, catalogue, locale), "media_type": "person"}


def known_titles(person: Person, catalogue: Catalogue) -> list[Movie | Show]:
    """The titles that a person is known for: those with most votes, of the work of their own department first."""
    # By kind and id: a film and a series may have the same number.
    own: dict[tuple[type, int], Movie | Show] = {}
    other: dict[tuple[type, int], Movie | Show] = {}
    for held in catalogue.credits_of[person.id]:
        title, credit = held.title, held.credit
        department = "Acting" if isinstance(credit, CastCredit) else credit.department
        (own if department == person.department else other)[type(title), title.id] = title
    titles = own or other
    return sorted(titles.values(), key=lambda title: (-title.vote_count, title.id))[:KNOWN_FOR]
