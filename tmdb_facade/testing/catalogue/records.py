"""What a film, a series and a person hold: facts, each kept in one place, and references by id to the rest.

The classes are the file format: `msgspec` reads the data files straight into them and refuses a misspelt key or a
number where a word belongs. What follows from other records (a person's credits, a collection's films, a genre's name)
is not repeated here; `Catalogue` derives it.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from msgspec import Struct, field


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record that cannot change: all servers of a process share one catalogue."""


class Translation(Record, frozen=True, kw_only=True):
    """A title and its texts in one language of one country; an empty title says that the original one is used."""

    language: str
    country: str
    title: str = ""
    overview: str = ""
    tagline: str = ""
    homepage: str = ""
    runtime: int = 0


class Picture(Record, frozen=True, kw_only=True):
    """An image on TMDB's image host; one without a language shows no text."""

    path: str
    width: int
    height: int
    language: str | None = None
    country: str | None = None
    vote_average: float = 0.0
    vote_count: int = 0


class Video(Record, frozen=True, kw_only=True):
    """A trailer, clip or featurette on another site."""

    id: str
    key: str
    name: str
    language: str
    country: str
    published_at: str
    site: str = "YouTube"
    size: int = 1080
    type: str = "Trailer"
    official: bool = True


class CastCredit(Record, frozen=True, kw_only=True):
    """A role; the order of the list is the order of billing."""

    person: int
    character: str
    credit_id: str
    cast_id: int | None = None


class CrewCredit(Record, frozen=True, kw_only=True):
    """A job behind the camera."""

    person: int
    department: str
    job: str
    credit_id: str


class AlternativeTitle(Record, frozen=True, kw_only=True):
    """A title that a film or series is known by as well."""

    country: str
    title: str
    type: str = ""


class Release(Record, frozen=True, kw_only=True):
    """A release in one country; types run from 1 (premiere) over 3 (theatrical) to 6 (television)."""

    date: date
    type: int = 3
    certification: str = ""
    note: str = ""
    language: str = ""


class Offers(Record, frozen=True, kw_only=True):
    """Who shows, lends or sells a title in one country, as provider ids."""

    flatrate: tuple[int, ...] = ()
    free: tuple[int, ...] = ()
    ads: tuple[int, ...] = ()
    rent: tuple[int, ...] = ()
    buy: tuple[int, ...] = ()


class Review(Record, frozen=True, kw_only=True):
    """A review; authors are invented."""

    id: str
    author: str
    username: str
    content: str
    created_at: str
    updated_at: str
    rating: float | None = None
    language: str = "en"


class ChangedValue(Record, frozen=True, kw_only=True):
    """One edit of one field; `value` and `original_value` are free-form and absent as the action has it."""

    id: str
    action: str
    time: str
    language: str = ""
    country: str = ""
    value: object = None
    original_value: object = None


class Change(Record, frozen=True, kw_only=True):
    """The edits of one field."""

    key: str
    items: tuple[ChangedValue, ...]


class ExternalIds(Record, frozen=True, kw_only=True):
    """The names of a title or person elsewhere."""

    wikidata: str | None = None
    facebook: str | None = None
    instagram: str | None = None
    twitter: str | None = None


class Movie(Record, frozen=True, kw_only=True):
    """A film."""

    id: int
    imdb_id: str | None = None
    original_title: str
    original_language: str
    origin_countries: tuple[str, ...] = ()
    adult: bool = False
    softcore: bool = False
    video: bool = False
    status: str = "Released"
    release_date: date | None = None
    runtime: int = 0
    budget: int = 0
    revenue: int = 0
    homepage: str = ""
    popularity: float = 0.0
    vote_average: float = 0.0
    vote_count: int = 0
    genres: tuple[int, ...] = ()
    companies: tuple[int, ...] = ()
    production_countries: tuple[str, ...] = ()
    spoken_languages: tuple[str, ...] = ()
    collection: int | None = None
    keywords: tuple[int, ...] = ()
    external_ids: ExternalIds = field(default_factory=ExternalIds)
    translations: tuple[Translation, ...] = ()
    cast: tuple[CastCredit, ...] = ()
    crew: tuple[CrewCredit, ...] = ()
    posters: tuple[Picture, ...] = ()
    backdrops: tuple[Picture, ...] = ()
    logos: tuple[Picture, ...] = ()
    videos: tuple[Video, ...] = ()
    alternative_titles: tuple[AlternativeTitle, ...] = ()
    releases: dict[str, tuple[Release, ...]] = field(default_factory=dict[str, tuple[Release, ...]])
    watch_providers: dict[str, Offers] = field(default_factory=dict[str, Offers])
    reviews: tuple[Review, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def credits(self) -> tuple[CastCredit | CrewCredit, ...]:
        """The roles, then the jobs."""
        return (*self.cast, *self.crew)


class Season(Record, frozen=True, kw_only=True):
    """A season of a series, without its episodes."""

    id: int
    number: int
    name: str
    episode_count: int
    air_date: date | None = None
    poster_path: str | None = None
    vote_average: float = 0.0


class Show(Record, frozen=True, kw_only=True):
    """A series."""

    id: int
    imdb_id: str | None = None
    original_name: str
    original_language: str
    origin_countries: tuple[str, ...] = ()
    adult: bool = False
    softcore: bool = False
    status: str
    type: str
    in_production: bool = False
    first_air_date: date | None = None
    last_air_date: date | None = None
    homepage: str = ""
    popularity: float = 0.0
    vote_average: float = 0.0
    vote_count: int = 0
    genres: tuple[int, ...] = ()
    companies: tuple[int, ...] = ()
    production_countries: tuple[str, ...] = ()
    spoken_languages: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    networks: tuple[int, ...] = ()
    creators: tuple[int, ...] = ()
    seasons: tuple[Season, ...] = ()
    translations: tuple[Translation, ...] = ()
    cast: tuple[CastCredit, ...] = ()
    posters: tuple[Picture, ...] = ()
    backdrops: tuple[Picture, ...] = ()


class Person(Record, frozen=True, kw_only=True):
    """A person; genders are 0 (not said), 1 (female), 2 (male) and 3 (non-binary)."""

    id: int
    name: str
    original_name: str = ""
    gender: int = 0
    department: str = "Acting"
    popularity: float = 0.0
    profile_path: str | None = None
    adult: bool = False
    imdb_id: str | None = None
    birthday: date | None = None
    deathday: date | None = None
    place_of_birth: str | None = None
    also_known_as: tuple[str, ...] = ()
    biographies: dict[str, str] = field(default_factory=dict[str, str])


class Titled(Protocol):
    """What films and series have in common where titles, texts and pictures are chosen by language."""

    @property
    def original_language(self) -> str:
        """The language it was made in."""
        ...

    @property
    def translations(self) -> tuple[Translation, ...]:
        """Its titles and texts."""
        ...

    @property
    def posters(self) -> tuple[Picture, ...]:
        """Its posters."""
        ...

    @property
    def backdrops(self) -> tuple[Picture, ...]:
        """Its backdrops."""
        ...
