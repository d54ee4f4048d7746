"""What films, series and people are made of: texts, pictures, credits, releases, offers, reviews, edits.

The classes are the file format: `msgspec` reads the data files straight into them and refuses a misspelt key or a
number where a word belongs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record that cannot change: all servers of a process share one catalogue."""


class TranslatedText(Record, frozen=True, kw_only=True):
    """A title and its texts in one language of one country; an empty title says that the original one is used."""

    language: str
    country: str
    title: str = ""
    overview: str = ""
    tagline: str = ""
    homepage: str = ""
    runtime: int = 0


class Image(Record, frozen=True, kw_only=True):
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
    """A role; the order of the list is the order of billing.

    In a series `seasons` are those with the role, all but the specials when none is named.
    """

    person: int
    character: str
    credit_id: str
    cast_id: int | None = None
    seasons: tuple[int, ...] = ()


class CrewCredit(Record, frozen=True, kw_only=True):
    """A job behind the camera."""

    person: int
    department: str
    job: str
    credit_id: str


class Creator(Record, frozen=True, kw_only=True):
    """Somebody who thought up a series."""

    person: int
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

    def by_way(self) -> Mapping[str, tuple[int, ...]]:
        """Return the providers of each way to watch that somebody offers."""
        return {way: held for way in self.__struct_fields__ if (held := getattr(self, way))}


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

    @property
    def day(self) -> date:
        """The day of the edit."""
        return date.fromisoformat(self.time[:10])


class FieldChanges(Record, frozen=True, kw_only=True):
    """The edits of one field."""

    key: str
    items: tuple[ChangedValue, ...]


class ExternalIds(Record, frozen=True, kw_only=True):
    """The names of a title or person elsewhere; the IMDb's of films, series and people stand in their own records."""

    imdb: str | None = None
    wikidata: str | None = None
    facebook: str | None = None
    instagram: str | None = None
    twitter: str | None = None
    tiktok: str | None = None
    youtube: str | None = None
    freebase: str | None = None
    freebase_mid: str | None = None
    tvdb: int | None = None
    tvrage: int | None = None
