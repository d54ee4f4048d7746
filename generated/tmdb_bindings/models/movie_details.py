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
    """The full record of one film, with the blocks that were appended to the call."""

    adult: bool
    """Whether TMDB marks the film as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null without one."""

    belongs_to_collection: CollectionReference | None = None
    """The collection that the film is part of; null for a film on its own."""

    budget: int
    """Production cost in whole US dollars; 0 when unknown."""

    genres: list[Genre] = field(factory=empty_list)
    homepage: str | None = None
    """Official website; empty or null without one."""

    id: int
    """TMDB's id of the film."""

    imdb_id: str | None = None
    """IMDb's id, such as `tt0137523`; empty or null when unknown."""

    origin_country: list[str] = field(factory=empty_list)
    """ISO 3166-1 codes of the countries the film is from. Sent since 2024."""

    original_language: str
    """ISO 639-1 code of the language the film was made in."""

    original_title: str
    """Title in the original language."""

    overview: str | None = None
    """Plot in the requested language; empty without a translation."""

    popularity: float
    """TMDB's score of current interest; open-ended and recalculated daily."""

    poster_path: str | None = None
    """Path of the main poster; null without one."""

    production_companies: list[Company] = field(factory=empty_list)
    production_countries: list[ProductionCountry] = field(factory=empty_list)
    release_date: Date | None = None
    """Primary release; null when unknown."""

    revenue: int
    """Worldwide earnings in whole US dollars; 0 when unknown, can exceed 32 bits."""

    runtime: int | None = None
    """Length in minutes; 0 when unknown."""

    softcore: bool | None = None
    """Whether TMDB marks the film as softcore. Sent since 2026."""

    spoken_languages: list[Language] = field(factory=empty_list)
    status: str
    """State of the production, such as `Released`, `Post Production` or `Rumored`."""

    tagline: str | None = None
    """Advertising line in the requested language; empty without one."""

    title: str
    """Title in the requested language, else the original one."""

    video: bool
    """Whether the entry is a video rather than a film."""

    vote_average: float
    """Mean user rating from 0 to 10; 0 without votes."""

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
        """What the account or guest session did with a film, series or episode."""
        block: AccountStates = self._block("account_states")
        return block

    @property
    def alternative_titles(self: MovieDetails[MovieHasAlternativeTitles]) -> MovieAlternativeTitles:
        """The other titles that a film is known by."""
        block: MovieAlternativeTitles = self._block("alternative_titles")
        return block

    @property
    def changes(self: MovieDetails[MovieHasChanges]) -> Changes:
        """The edits of one record, by field."""
        block: Changes = self._block("changes")
        return block

    @property
    def credits(self: MovieDetails[MovieHasCredits]) -> MovieCredits:
        """Cast and crew of a film."""
        block: MovieCredits = self._block("credits")
        return block

    @property
    def external_ids(self: MovieDetails[MovieHasExternalIds]) -> MovieExternalIds:
        """A film's ids elsewhere; null or empty where TMDB knows none."""
        block: MovieExternalIds = self._block("external_ids")
        return block

    @property
    def images(self: MovieDetails[MovieHasImages]) -> MovieImages:
        """The images of a film."""
        block: MovieImages = self._block("images")
        return block

    @property
    def keywords(self: MovieDetails[MovieHasKeywords]) -> MovieKeywords:
        """The keywords of a film."""
        block: MovieKeywords = self._block("keywords")
        return block

    @property
    def lists(self: MovieDetails[MovieHasLists]) -> UserListPage:
        """One page of lists, of an account or with a film or series on them."""
        block: UserListPage = self._block("lists")
        return block

    @property
    def recommendations(self: MovieDetails[MovieHasRecommendations]) -> MoviePage:
        """One page of films."""
        block: MoviePage = self._block("recommendations")
        return block

    @property
    def release_dates(self: MovieDetails[MovieHasReleaseDates]) -> MovieReleaseDates:
        """The releases of a film, country by country."""
        block: MovieReleaseDates = self._block("release_dates")
        return block

    @property
    def reviews(self: MovieDetails[MovieHasReviews]) -> ReviewPage:
        """One page of the reviews of a film or series."""
        block: ReviewPage = self._block("reviews")
        return block

    @property
    def similar(self: MovieDetails[MovieHasSimilar]) -> MoviePage:
        """One page of films."""
        block: MoviePage = self._block("similar")
        return block

    @property
    def translations(self: MovieDetails[MovieHasTranslations]) -> MovieTranslations:
        """All translations of a film."""
        block: MovieTranslations = self._block("translations")
        return block

    @property
    def videos(self: MovieDetails[MovieHasVideos]) -> Videos:
        """The videos of a film, series, season or episode."""
        block: Videos = self._block("videos")
        return block

    @property
    def watch_providers(self: MovieDetails[MovieHasWatchProviders]) -> WatchProviders:
        """Where a film, series or season can be watched, country by country."""
        block: WatchProviders = self._block("watch/providers")
        return block


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .collection_reference import CollectionReference
from .company import Company
from .genre import Genre
from .language import Language
from .production_country import ProductionCountry
