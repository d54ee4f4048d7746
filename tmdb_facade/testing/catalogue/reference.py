"""What films, series and people refer to: companies, genres, countries and the like."""

from __future__ import annotations

from .records import Record


class Collection(Record, frozen=True, kw_only=True):
    """A series of films; its films point to it."""

    id: int
    names: dict[str, str]
    poster_path: str | None = None
    backdrop_path: str | None = None


class Company(Record, frozen=True, kw_only=True):
    """A production company or a network."""

    id: int
    name: str
    logo_path: str | None = None
    origin_country: str = ""


class Provider(Record, frozen=True, kw_only=True):
    """A watch provider."""

    id: int
    name: str
    logo_path: str
    display_priority: int = 0


class Country(Record, frozen=True, kw_only=True):
    """A country of ISO 3166-1."""

    code: str
    english_name: str
    native_name: str


class Language(Record, frozen=True, kw_only=True):
    """A language of ISO 639-1, and the country that its bare code stands for."""

    code: str
    english_name: str
    name: str
    country: str


class Genre(Record, frozen=True, kw_only=True):
    """A genre of films, of series or of both, named in several languages."""

    id: int
    names: dict[str, str]
    of: tuple[str, ...]


class Named(Record, frozen=True, kw_only=True):
    """A keyword."""

    id: int
    name: str


class UserList(Record, frozen=True, kw_only=True):
    """A list that a user keeps; users and their lists are invented."""

    id: int
    name: str
    description: str
    movies: tuple[int, ...]
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
    """What `/3/configuration` says."""

    images: ImageSizes
    change_keys: tuple[str, ...]
