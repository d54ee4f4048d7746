# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic

from attrs import define, field

from ..append import MovieBlocks
from ..runtime.details import Appendable, AppendedBlock, Details
from ..runtime.values import Date, empty_list

if TYPE_CHECKING:
    from ..append import (
        MovieHasAccountStates,
        MovieHasAlternativeTitles,
        MovieHasChanges,
        MovieHasCredits,
        MovieHasExternalIds,
        MovieHasImages,
        MovieHasKeywords,
        MovieHasLists,
        MovieHasRecommendations,
        MovieHasReleaseDates,
        MovieHasReviews,
        MovieHasSimilar,
        MovieHasTranslations,
        MovieHasVideos,
        MovieHasWatchProviders,
    )
    from .account_states import AccountStates
    from .changes import Changes
    from .movie_alternative_titles import MovieAlternativeTitles
    from .movie_credits import MovieCredits
    from .movie_external_ids import MovieExternalIds
    from .movie_images import MovieImages
    from .movie_keywords import MovieKeywords
    from .movie_page import MoviePage
    from .movie_release_dates import MovieReleaseDates
    from .movie_translations import MovieTranslations
    from .review_page import ReviewPage
    from .user_list_page import UserListPage
    from .videos import Videos
    from .watch_providers import WatchProviders


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class MovieDetails(Details, Generic[MovieBlocks]):
    """A movie's details, with the blocks appended to the request."""

    adult: bool
    """Whether TMDB marks the movie as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null if there is none."""

    belongs_to_collection: CollectionReference | None = None
    """The collection of the movie; null if there is none."""

    budget: int
    """Production cost in whole US dollars; 0 if unknown."""

    genres: list[Genre] = field(factory=empty_list)
    """Genres of the movie; empty if unknown."""

    homepage: str | None = None
    """URL of the official website; empty or null if there is none."""

    id: int
    """TMDB's id of the movie."""

    imdb_id: str | None = None
    """IMDb id, such as `tt0137523`; empty or null if unknown."""

    origin_country: list[str] = field(factory=empty_list)
    """ISO 3166-1 codes of the countries of origin. Returned since 2024."""

    original_language: str
    """ISO 639-1 code of the original language."""

    original_title: str
    """Title in the original language."""

    overview: str | None = None
    """Plot summary in the requested language; empty if there is no translation."""

    popularity: float
    """TMDB's popularity score; has no upper limit and is recalculated daily."""

    poster_path: str | None = None
    """Path of the main poster; null if there is none."""

    production_companies: list[Company] = field(factory=empty_list)
    """Production companies; empty if unknown."""

    production_countries: list[ProductionCountry] = field(factory=empty_list)
    """Production countries; empty if unknown."""

    release_date: Date | None = None
    """Date of the primary release; null if unknown."""

    revenue: int
    """Worldwide revenue in whole US dollars; 0 if unknown. Can exceed 32 bits."""

    runtime: int | None = None
    """Runtime in minutes; 0 if unknown."""

    softcore: bool | None = None
    """Whether TMDB marks the movie as softcore. Returned since 2026."""

    spoken_languages: list[Language] = field(factory=empty_list)
    """Languages spoken in the movie; empty if unknown."""

    status: str
    """Production status, such as `Released`, `Post Production` or `Rumored`."""

    tagline: str | None = None
    """Tagline in the requested language; empty if there is none."""

    title: str
    """Title in the requested language; the original one if there is no translation."""

    video: bool
    """Whether the entry is a video instead of a movie."""

    vote_average: float
    """Average user rating from 0 to 10; 0 if there are no votes."""

    vote_count: int
    """Number of user ratings."""

    __appendable__: ClassVar[Appendable] = {
        "account_states": AppendedBlock("account_states:AccountStates", "MovieAppend.ACCOUNT_STATES"),
        "alternative_titles": AppendedBlock(
            "movie_alternative_titles:MovieAlternativeTitles", "MovieAppend.ALTERNATIVE_TITLES"
        ),
        "changes": AppendedBlock("changes:Changes", "MovieAppend.CHANGES"),
        "credits": AppendedBlock("movie_credits:MovieCredits", "MovieAppend.CREDITS"),
        "external_ids": AppendedBlock("movie_external_ids:MovieExternalIds", "MovieAppend.EXTERNAL_IDS"),
        "images": AppendedBlock("movie_images:MovieImages", "MovieAppend.IMAGES"),
        "keywords": AppendedBlock("movie_keywords:MovieKeywords", "MovieAppend.KEYWORDS"),
        "lists": AppendedBlock("user_list_page:UserListPage", "MovieAppend.LISTS"),
        "recommendations": AppendedBlock("movie_page:MoviePage", "MovieAppend.RECOMMENDATIONS"),
        "release_dates": AppendedBlock("movie_release_dates:MovieReleaseDates", "MovieAppend.RELEASE_DATES"),
        "reviews": AppendedBlock("review_page:ReviewPage", "MovieAppend.REVIEWS"),
        "similar": AppendedBlock("movie_page:MoviePage", "MovieAppend.SIMILAR"),
        "translations": AppendedBlock("movie_translations:MovieTranslations", "MovieAppend.TRANSLATIONS"),
        "videos": AppendedBlock("videos:Videos", "MovieAppend.VIDEOS"),
        "watch/providers": AppendedBlock("watch_providers:WatchProviders", "MovieAppend.WATCH_PROVIDERS"),
    }

    @property
    def account_states(self: MovieDetails[MovieHasAccountStates]) -> AccountStates:
        """A user's or guest's favorite, rating and watchlist state of a movie, TV series or episode."""
        block: AccountStates = self._block("account_states")
        return block

    @property
    def alternative_titles(self: MovieDetails[MovieHasAlternativeTitles]) -> MovieAlternativeTitles:
        """The alternative titles of a movie."""
        block: MovieAlternativeTitles = self._block("alternative_titles")
        return block

    @property
    def changes(self: MovieDetails[MovieHasChanges]) -> Changes:
        """The changes of one record, grouped by field."""
        block: Changes = self._block("changes")
        return block

    @property
    def credits(self: MovieDetails[MovieHasCredits]) -> MovieCredits:
        """The cast and crew of a movie."""
        block: MovieCredits = self._block("credits")
        return block

    @property
    def external_ids(self: MovieDetails[MovieHasExternalIds]) -> MovieExternalIds:
        """External ids of a movie; null or empty if TMDB has none."""
        block: MovieExternalIds = self._block("external_ids")
        return block

    @property
    def images(self: MovieDetails[MovieHasImages]) -> MovieImages:
        """The images of a movie."""
        block: MovieImages = self._block("images")
        return block

    @property
    def keywords(self: MovieDetails[MovieHasKeywords]) -> MovieKeywords:
        """The keywords of a movie."""
        block: MovieKeywords = self._block("keywords")
        return block

    @property
    def lists(self: MovieDetails[MovieHasLists]) -> UserListPage:
        """One page of the lists of an account, or of the lists that contain a movie or TV series."""
        block: UserListPage = self._block("lists")
        return block

    @property
    def recommendations(self: MovieDetails[MovieHasRecommendations]) -> MoviePage:
        """One page of movies."""
        block: MoviePage = self._block("recommendations")
        return block

    @property
    def release_dates(self: MovieDetails[MovieHasReleaseDates]) -> MovieReleaseDates:
        """The release dates of a movie, by country."""
        block: MovieReleaseDates = self._block("release_dates")
        return block

    @property
    def reviews(self: MovieDetails[MovieHasReviews]) -> ReviewPage:
        """One page of the reviews of a movie or TV series."""
        block: ReviewPage = self._block("reviews")
        return block

    @property
    def similar(self: MovieDetails[MovieHasSimilar]) -> MoviePage:
        """One page of movies."""
        block: MoviePage = self._block("similar")
        return block

    @property
    def translations(self: MovieDetails[MovieHasTranslations]) -> MovieTranslations:
        """The translations of a movie."""
        block: MovieTranslations = self._block("translations")
        return block

    @property
    def videos(self: MovieDetails[MovieHasVideos]) -> Videos:
        """The videos of a movie, TV series, season or episode."""
        block: Videos = self._block("videos")
        return block

    @property
    def watch_providers(self: MovieDetails[MovieHasWatchProviders]) -> WatchProviders:
        """The watch providers of a movie, TV series or season, by country."""
        block: WatchProviders = self._block("watch/providers")
        return block


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .collection_reference import CollectionReference
from .company import Company
from .genre import Genre
from .language import Language
from .production_country import ProductionCountry
