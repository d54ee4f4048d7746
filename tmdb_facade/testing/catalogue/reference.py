"""What films, series and people refer to: companies, genres, countries and the like."""

from __future__ import annotations

from datetime import date

from msgspec import field

from .records import Image, Record


class Collection(Record, frozen=True, kw_only=True):
    """A series of films; its films point to it."""

    id: int
    names: dict[str, str]
    overviews: dict[str, str] = field(default_factory=dict[str, str])
    original_language: str = "en"
    poster_path: str | None = None
    backdrop_path: str | None = None
    posters: tuple[Image, ...] = ()
    backdrops: tuple[Image, ...] = ()


class OtherName(Record, frozen=True, kw_only=True):
    """A name that a company or network goes or went by."""

    name: str
    type: str = ""


class Logo(Record, frozen=True, kw_only=True):
    """A logo of a company or network; its type says whether the original is a drawing (`.svg`) or an image."""

    id: str
    path: str
    width: int
    height: int
    type: str = ".png"
    vote_average: float = 0.0
    vote_count: int = 0


class Company(Record, frozen=True, kw_only=True):
    """A production company or a network."""

    id: int
    name: str
    logo_path: str | None = None
    origin_country: str = ""
    description: str = ""
    headquarters: str = ""
    homepage: str = ""
    parent: int | None = None
    alternative_names: tuple[OtherName, ...] = ()
    logos: tuple[Logo, ...] = ()


class Provider(Record, frozen=True, kw_only=True):
    """A watch provider: what it has, and the countries where it is, with its place in their lists."""

    id: int
    name: str
    logo_path: str
    display_priority: int = 0
    display_priorities: dict[str, int] = field(default_factory=dict[str, int])
    of: tuple[str, ...] = ("movie", "tv")


class Country(Record, frozen=True, kw_only=True):
    """A country of ISO 3166-1, and its time zones."""

    code: str
    english_name: str
    native_name: str
    zones: tuple[str, ...] = ()


class Language(Record, frozen=True, kw_only=True):
    """A language of ISO 639-1, and the country that its bare code stands for where that is known."""

    code: str
    english_name: str
    name: str
    country: str = ""


class Certification(Record, frozen=True, kw_only=True):
    """An age rating of a country, for films (`movie`) or series (`tv`); what it means is told in our words."""

    country: str
    of: str
    certification: str
    meaning: str
    order: int


class Department(Record, frozen=True, kw_only=True):
    """The jobs of a department."""

    name: str
    jobs: tuple[str, ...]


class Genre(Record, frozen=True, kw_only=True):
    """A genre of films, of series or of both, named in several languages."""

    id: int
    names: dict[str, str]
    of: tuple[str, ...]


class Named(Record, frozen=True, kw_only=True):
    """A keyword."""

    id: int
    name: str


class CatalogueList(Record, frozen=True, kw_only=True):
    """A list that a user keeps; users and their lists are invented."""

    id: int
    name: str
    description: str
    movies: tuple[int, ...] = ()
    series: tuple[int, ...] = ()
    favorite_count: int = 0
    language: str = "en"
    country: str = "US"


class ImageSizes(Record, frozen=True, kw_only=True):
    """The sizes in which TMDB's image host gives each kind of image."""

    base_url: str
    secure_base_url: str
    backdrop_sizes: tuple[str, ...]
    logo_sizes: tuple[str, ...]
    poster_sizes: tuple[str, ...]
    profile_sizes: tuple[str, ...]
    still_sizes: tuple[str, ...]


class Configuration(Record, frozen=True, kw_only=True):
    """What `/3/configuration` says, and the languages that titles are mainly translated into.

    `day` is the day on which the lists of what is on look; the real one when it is not set. A catalogue that does not
    grow has nothing new to show on any later day.
    """

    images: ImageSizes
    change_keys: tuple[str, ...]
    primary_translations: tuple[str, ...] = ()
    day: date | None = None
