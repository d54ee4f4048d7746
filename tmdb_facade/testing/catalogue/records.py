"""Records of movies, series, seasons, episodes and people. They reference other records by id.

Derived data (a person's credits, a collection's movies, a genre's name) is not stored; `Catalogue` computes it.
"""

from __future__ import annotations

from datetime import date

from msgspec import field

from .parts import AlternativeTitle as AlternativeTitle
from .parts import CastCredit as CastCredit
from .parts import ChangedValue as ChangedValue
from .parts import CountryProviders as CountryProviders
from .parts import Creator as Creator
from .parts import CrewCredit as CrewCredit
from .parts import ExternalIds as ExternalIds
from .parts import FieldChanges as FieldChanges
from .parts import Image as Image
from .parts import Record as Record
from .parts import Release as Release
from .parts import Review as Review
from .parts import TranslatedText as TranslatedText
from .parts import Video as Video

#: Ids are positive 32-bit integers; TMDB answers other numbers with a separate status code.
LARGEST_ID = 2**31 - 1


class Edited(Record, frozen=True, kw_only=True):
    """A record with a history of edits."""

    changes: tuple[FieldChanges, ...] = ()

    @property
    def all_changes(self) -> tuple[FieldChanges, ...]:
        """The edits of the record and its parts."""
        return self.changes


class Titled(Edited, frozen=True, kw_only=True):
    """The fields that movies and series share.

    A thin record has only what recorded answers contain, perhaps no more than the row of a list; `gaps` asks less of it.
    """

    id: int
    imdb_id: str | None = None
    original_language: str
    origin_countries: tuple[str, ...] = ()
    adult: bool = False
    softcore: bool = False
    homepage: str = ""
    popularity: float = 0.0
    vote_average: float = 0.0
    vote_count: int = 0
    genres: tuple[int, ...] = ()
    companies: tuple[int, ...] = ()
    production_countries: tuple[str, ...] = ()
    spoken_languages: tuple[str, ...] = ()
    keywords: tuple[int, ...] = ()
    external_ids: ExternalIds = field(default_factory=ExternalIds)
    translations: tuple[TranslatedText, ...] = ()
    cast: tuple[CastCredit, ...] = ()
    crew: tuple[CrewCredit, ...] = ()
    posters: tuple[Image, ...] = ()
    backdrops: tuple[Image, ...] = ()
    logos: tuple[Image, ...] = ()
    videos: tuple[Video, ...] = ()
    alternative_titles: tuple[AlternativeTitle, ...] = ()
    watch_providers: dict[str, CountryProviders] = field(default_factory=dict[str, CountryProviders])
    reviews: tuple[Review, ...] = ()
    # Ids of other movies or series. By default, the server computes them.
    recommendations: tuple[int, ...] | None = None
    similar: tuple[int, ...] | None = None
    thin: bool = False

    @property
    def credits(self) -> tuple[CastCredit | CrewCredit, ...]:
        """The cast, then the crew, without those of single episodes."""
        return (*self.cast, *self.crew)


class Movie(Titled, frozen=True, kw_only=True):
    """A movie."""

    original_title: str
    video: bool = False
    status: str = "Released"
    release_date: date | None = None
    runtime: int = 0
    budget: int = 0
    revenue: int = 0
    collection: int | None = None
    releases: dict[str, tuple[Release, ...]] = field(default_factory=dict[str, tuple[Release, ...]])

    @property
    def release_days(self) -> tuple[date, ...]:
        """The days of all releases, and the release date."""
        days = (release.date for releases in self.releases.values() for release in releases)
        return (*days, self.release_date) if self.release_date else tuple(days)


class Episode(Edited, frozen=True, kw_only=True):
    """An episode. Without an id or a name it gets generated ones."""

    number: int
    id: int = 0
    name: str = ""
    air_date: date | None = None
    runtime: int | None = None
    type: str = "standard"
    production_code: str = ""
    vote_average: float = 0.0
    vote_count: int = 0
    screened_theatrically: bool = False
    external_ids: ExternalIds = field(default_factory=ExternalIds)
    translations: tuple[TranslatedText, ...] = ()
    crew: tuple[CrewCredit, ...] = ()
    guest_stars: tuple[CastCredit, ...] = ()
    stills: tuple[Image, ...] = ()
    videos: tuple[Video, ...] = ()

    @property
    def credits(self) -> tuple[CastCredit | CrewCredit, ...]:
        """The guest stars, then the crew."""
        return (*self.guest_stars, *self.crew)


class Season(Edited, frozen=True, kw_only=True):
    """A season of a series. Episodes without a record are generated, up to `episode_count`.

    The cast and the crew are those of the series by default.
    """

    id: int
    number: int
    name: str
    episode_count: int
    air_date: date | None = None
    poster_path: str | None = None
    vote_average: float = 0.0
    object_id: str = ""
    cast: tuple[CastCredit, ...] | None = None
    crew: tuple[CrewCredit, ...] | None = None
    external_ids: ExternalIds = field(default_factory=ExternalIds)
    translations: tuple[TranslatedText, ...] = ()
    posters: tuple[Image, ...] = ()
    videos: tuple[Video, ...] = ()
    watch_providers: dict[str, CountryProviders] = field(default_factory=dict[str, CountryProviders])
    episodes: tuple[Episode, ...] = ()

    @property
    def credits(self) -> tuple[CastCredit | CrewCredit, ...]:
        """The season's own cast, then its own crew."""
        return (*(self.cast or ()), *(self.crew or ()))


class GroupPart(Record, frozen=True, kw_only=True):
    """A part of an episode group; each episode is a season number and an episode number.

    `order` is the part's number; by default they are counted from 1.
    """

    id: str
    name: str
    order: int | None = None
    episodes: tuple[tuple[int, int], ...]
    locked: bool = True


class EpisodeGroup(Record, frozen=True, kw_only=True):
    """An alternative order of episodes. Types: 1 original air date, 2 absolute, 3 DVD, 4 digital, 5 story arc, 6 production, 7 TV."""

    id: str
    name: str
    type: int
    description: str = ""
    network: int | None = None
    parts: tuple[GroupPart, ...] = ()


class Series(Titled, frozen=True, kw_only=True):
    """A TV series.

    `other_cast` and `other_crew` are credits of single episodes that no episode's record has.
    """

    original_name: str
    status: str
    type: str
    in_production: bool = False
    first_air_date: date | None = None
    last_air_date: date | None = None
    episode_run_time: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()
    networks: tuple[int, ...] = ()
    creators: tuple[Creator, ...] = ()
    other_cast: tuple[CastCredit, ...] = ()
    other_crew: tuple[CrewCredit, ...] = ()
    seasons: tuple[Season, ...] = ()
    content_ratings: dict[str, str] = field(default_factory=dict[str, str])
    episode_groups: tuple[EpisodeGroup, ...] = ()

    @property
    def all_changes(self) -> tuple[FieldChanges, ...]:
        """The edits of the series, its seasons and their episodes."""
        of_seasons = (change for season in self.seasons for change in season.changes)
        of_episodes = (change for season in self.seasons for episode in season.episodes for change in episode.changes)
        return (*self.changes, *of_seasons, *of_episodes)


class TaggedImage(Image, frozen=True, kw_only=True):
    """An image of a movie or series (`movie` or `tv`, and its id) that shows a person."""

    id: str
    image_type: str
    media_type: str
    media: int


class Person(Edited, frozen=True, kw_only=True):
    """A person. Genders: 0 not set, 1 female, 2 male, 3 non-binary. The department of new people is not known.

    `name` is the English name, and `names` has others by language and country, such as `zh-CN`.
    """

    id: int
    name: str
    original_name: str = ""
    names: dict[str, str] = field(default_factory=dict[str, str])
    gender: int = 0
    department: str | None = "Acting"
    popularity: float = 0.0
    profile_path: str | None = None
    adult: bool = False
    imdb_id: str | None = None
    birthday: date | None = None
    deathday: date | None = None
    place_of_birth: str | None = None
    homepage: str | None = None
    also_known_as: tuple[str, ...] = ()
    # Kinds (`movie` or `tv`) and ids. By default, the server computes them.
    known_for: tuple[tuple[str, int], ...] | None = None
    biographies: dict[str, str] = field(default_factory=dict[str, str])
    external_ids: ExternalIds = field(default_factory=ExternalIds)
    profiles: tuple[Image, ...] = ()
    tagged_images: tuple[TaggedImage, ...] = ()
