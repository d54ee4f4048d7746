"""Records that movies, series and people reference: companies, genres, countries and others."""

from __future__ import annotations

from datetime import date

from msgspec import field

from .records import Image, Record


class Collection(Record, frozen=True, kw_only=True):
    """A collection of movies; the movies reference it."""

    id: int
    names: dict[str, str]
    overviews: dict[str, str] = field(default_factory=dict[str, str])
    original_language: str = "en"
    poster_path: str | None = None
    backdrop_path: str | None = None
    posters: tuple[Image, ...] = ()
    backdrops: tuple[Image, ...] = ()


class OtherName(Record, frozen=True, kw_only=True):
    """An alternative name of a company or network."""

    name: str
    type: str = ""


class Logo(Record, frozen=True, kw_only=True):
    """A logo of a company or network. The type is the file extension of the original."""

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
    """A watch provider for movies, TV or both, with its display priority in each of its countries."""

    id: int
    name: str
    logo_path: str
    display_priority: int = 0
    display_priorities: dict[str, int] = field(default_factory=dict[str, int])
    of: tuple[str, ...] = ("movie", "tv")


class Country(Record, frozen=True, kw_only=True):
    """An ISO 3166-1 country with its time zones. `native_name` is the English name, and `names` has others by language."""

    code: str
    english_name: str
    native_name: str
    names: dict[str, str] = field(default_factory=dict[str, str])
    zones: tuple[str, ...] = ()


class DefaultNames(Record, frozen=True, kw_only=True):
    """What TMDB calls seasons and episodes without a name, such as `Staffel {}`; empty means the English name.

    Names for one country of a language precede those for all of its countries.
    """

    country: str = ""
    season: str = ""
    specials: str = ""
    episode: str = ""


class Language(Record, frozen=True, kw_only=True):
    """An ISO 639-1 language, and its main country if known."""

    code: str
    english_name: str
    name: str
    country: str = ""
    default_names: tuple[DefaultNames, ...] = ()


class Certification(Record, frozen=True, kw_only=True):
    """A certification of a country, for movies (`movie`) or TV series (`tv`). Meanings are in our own words."""

    country: str
    of: str
    certification: str
    meaning: str
    order: int


class Department(Record, frozen=True, kw_only=True):
    """A department and its jobs."""

    name: str
    jobs: tuple[str, ...]


class Genre(Record, frozen=True, kw_only=True):
    """A genre of movies, TV series or both, with its names by language."""

    id: int
    names: dict[str, str]
    of: tuple[str, ...]


class Named(Record, frozen=True, kw_only=True):
    """A keyword."""

    id: int
    name: str


class CatalogueList(Record, frozen=True, kw_only=True):
    """A user list. Users and their lists are invented."""

    id: int
    name: str
    description: str
    movies: tuple[int, ...] = ()
    series: tuple[int, ...] = ()
    favorite_count: int = 0
    poster_path: str | None = None
    backdrop_path: str | None = None
    language: str = "en"
    country: str = "US"


class ImageSizes(Record, frozen=True, kw_only=True):
    """Base URL and sizes of TMDB's image server."""

    base_url: str
    secure_base_url: str
    backdrop_sizes: tuple[str, ...]
    logo_sizes: tuple[str, ...]
    poster_sizes: tuple[str, ...]
    profile_sizes: tuple[str, ...]
    still_sizes: tuple[str, ...]


class DeletedRecord(Record, frozen=True, kw_only=True):
    """A movie (`movie`), series (`tv`) or person (`person`) that was deleted, or merged into another record."""

    kind: str
    id: int
    day: date
    merged_into: int | None = None


class Configuration(Record, frozen=True, kw_only=True):
    """The configuration.

    `day` is the current day for lists such as now playing, by default the real one. The built-in catalogue sets it, so
    that its movies stay in these lists. Change lists have the `deleted` records of their days, and with `edited_daily`
    generated edits for ranges of days without any, as people edit TMDB every day.
    """

    images: ImageSizes
    change_keys: tuple[str, ...]
    primary_translations: tuple[str, ...] = ()
    day: date | None = None
    edited_daily: bool = False
    deleted: tuple[DeletedRecord, ...] = ()
