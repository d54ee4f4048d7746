"""Parts of movies, series and people: texts, images, credits, releases, watch providers, reviews and edits.

The classes are the file format: `msgspec` decodes the data files into them, and rejects unknown keys and wrong types.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An immutable record, since all servers of a process share one catalogue."""


class TranslatedText(Record, frozen=True, kw_only=True):
    """A translation for one language and country. An empty title means the original one."""

    language: str
    country: str
    title: str = ""
    overview: str = ""
    tagline: str = ""
    homepage: str = ""
    runtime: int = 0


class Image(Record, frozen=True, kw_only=True):
    """An image on TMDB's image server. One without a language shows no text."""

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
    """A role. The order of the list is the order of billing; `order` is its number, by default counted from 0.

    In a series, `seasons` are the seasons with the role; by default all except the specials. `episodes` is the number of
    episodes with it, by default counted.
    """

    person: int
    character: str
    credit_id: str
    cast_id: int | None = None
    order: int | None = None
    seasons: tuple[int, ...] = ()
    episodes: int | None = None


class CrewCredit(Record, frozen=True, kw_only=True):
    """A job in the crew; in a series, `episodes` is the number of episodes with it, by default counted."""

    person: int
    department: str
    job: str
    credit_id: str
    episodes: int | None = None


class Creator(Record, frozen=True, kw_only=True):
    """A creator of a series."""

    person: int
    credit_id: str


class AlternativeTitle(Record, frozen=True, kw_only=True):
    """An alternative title of a movie or series."""

    country: str
    title: str
    type: str = ""


class Release(Record, frozen=True, kw_only=True):
    """A release in one country. Types: 1 premiere, 2 limited, 3 theatrical, 4 digital, 5 physical, 6 TV."""

    date: date
    type: int = 3
    certification: str = ""
    note: str = ""
    language: str = ""


class CountryProviders(Record, frozen=True, kw_only=True):
    """The watch providers of a title in one country, as provider ids by offer type."""

    flatrate: tuple[int, ...] = ()
    free: tuple[int, ...] = ()
    ads: tuple[int, ...] = ()
    rent: tuple[int, ...] = ()
    buy: tuple[int, ...] = ()

    def by_type(self) -> Mapping[str, tuple[int, ...]]:
        """Return the providers of each offer type that has any."""
        return {
            offer_type: providers for offer_type in self.__struct_fields__ if (providers := getattr(self, offer_type))
        }


class Review(Record, frozen=True, kw_only=True):
    """A review. Authors are invented, except some that tests of other clients name.

    `avatar_path` is a path on TMDB's image server, or `/` and the URL of a Gravatar.
    """

    id: str
    author: str
    username: str
    content: str
    created_at: str
    updated_at: str
    rating: float | None = None
    avatar_path: str | None = None
    language: str = "en"


class ChangedValue(Record, frozen=True, kw_only=True):
    """An edit of a field. `value` and `original_value` are free-form, and depend on the action."""

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
    """Ids on other sites. The IMDb ids of movies, series and people are fields of their own records."""

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
