# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic

from attrs import define, field

from ..append import TVBlocks
from ..runtime.details import Appendable, AppendedBlock, Details
from ..runtime.values import Date, empty_list

if TYPE_CHECKING:
    from ..append import (
        TVHasAccountStates,
        TVHasAggregateCredits,
        TVHasAlternativeTitles,
        TVHasChanges,
        TVHasContentRatings,
        TVHasCredits,
        TVHasEpisodeGroups,
        TVHasExternalIds,
        TVHasImages,
        TVHasKeywords,
        TVHasLists,
        TVHasRecommendations,
        TVHasReviews,
        TVHasScreenedTheatrically,
        TVHasSeason,
        TVHasSimilar,
        TVHasTranslations,
        TVHasVideos,
        TVHasWatchProviders,
    )
    from .account_states import AccountStates
    from .aggregate_credits import AggregateCredits
    from .changes import Changes
    from .content_ratings import ContentRatings
    from .episode_groups import EpisodeGroups
    from .review_page import ReviewPage
    from .screened_theatrically import ScreenedTheatrically
    from .season_details import SeasonDetails
    from .tv_alternative_titles import TVAlternativeTitles
    from .tv_credits import TVCredits
    from .tv_external_ids import TVExternalIds
    from .tv_images import TVImages
    from .tv_keywords import TVKeywords
    from .tv_show_page import TVShowPage
    from .tv_translations import TVTranslations
    from .user_list_page import UserListPage
    from .videos import Videos
    from .watch_providers import WatchProviders


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TVDetails(Details, Generic[TVBlocks]):
    """A TV series' details, with the blocks appended to the request."""

    adult: bool
    """Whether TMDB marks the series as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null if there is none."""

    created_by: list[TVCreator] = field(factory=empty_list)
    """Creators of the series."""

    episode_run_time: list[int] = field(factory=empty_list)
    """Typical episode runtimes in minutes; often empty."""

    first_air_date: Date | None = None
    """Air date of the first episode; null if unknown."""

    genres: list[Genre] = field(factory=empty_list)
    """Genres of the series; empty if unknown."""

    homepage: str
    """URL of the official website; empty if there is none."""

    id: int
    """TMDB's id of the series."""

    in_production: bool
    """Whether more episodes are in production."""

    languages: list[str] = field(factory=empty_list)
    """ISO 639-1 codes of the languages of the broadcasts."""

    last_air_date: Date | None = None
    """Air date of the latest episode; null if none has aired."""

    last_episode_to_air: Episode | None = None
    """The latest episode; null if none has aired."""

    name: str
    """Name in the requested language; the original one if there is no translation."""

    networks: list[Network] = field(factory=empty_list)
    """Networks on which the series first airs."""

    next_episode_to_air: Episode | None = None
    """The next scheduled episode; null if there is none."""

    number_of_episodes: int
    """Number of episodes, without the specials of season 0."""

    number_of_seasons: int
    """Number of seasons, without season 0."""

    origin_country: list[str] = field(factory=empty_list)
    """ISO 3166-1 codes of the countries of origin."""

    original_language: str
    """ISO 639-1 code of the original language."""

    original_name: str
    """Name in the original language."""

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

    seasons: list[Season] = field(factory=empty_list)
    """All seasons; season 0 contains the specials."""

    softcore: bool | None = None
    """Whether TMDB marks the series as softcore. Returned since 2026."""

    spoken_languages: list[Language] = field(factory=empty_list)
    """Languages spoken in the series; empty if unknown."""

    status: str
    """Status of the series, such as `Returning Series`, `Ended` or `Canceled`."""

    tagline: str
    """Tagline in the requested language; empty if there is none."""

    type: str
    """Kind of series, such as `Scripted`, `Miniseries` or `Talk Show`."""

    vote_average: float
    """Average user rating from 0 to 10; 0 if there are no votes."""

    vote_count: int
    """Number of user ratings."""

    __appendable__: ClassVar[Appendable] = {
        "account_states": AppendedBlock("account_states:AccountStates", "TVAppend.ACCOUNT_STATES"),
        "aggregate_credits": AppendedBlock("aggregate_credits:AggregateCredits", "TVAppend.AGGREGATE_CREDITS"),
        "alternative_titles": AppendedBlock("tv_alternative_titles:TVAlternativeTitles", "TVAppend.ALTERNATIVE_TITLES"),
        "changes": AppendedBlock("changes:Changes", "TVAppend.CHANGES"),
        "content_ratings": AppendedBlock("content_ratings:ContentRatings", "TVAppend.CONTENT_RATINGS"),
        "credits": AppendedBlock("tv_credits:TVCredits", "TVAppend.CREDITS"),
        "episode_groups": AppendedBlock("episode_groups:EpisodeGroups", "TVAppend.EPISODE_GROUPS"),
        "external_ids": AppendedBlock("tv_external_ids:TVExternalIds", "TVAppend.EXTERNAL_IDS"),
        "images": AppendedBlock("tv_images:TVImages", "TVAppend.IMAGES"),
        "keywords": AppendedBlock("tv_keywords:TVKeywords", "TVAppend.KEYWORDS"),
        "lists": AppendedBlock("user_list_page:UserListPage", "TVAppend.LISTS"),
        "recommendations": AppendedBlock("tv_show_page:TVShowPage", "TVAppend.RECOMMENDATIONS"),
        "reviews": AppendedBlock("review_page:ReviewPage", "TVAppend.REVIEWS"),
        "screened_theatrically": AppendedBlock(
            "screened_theatrically:ScreenedTheatrically", "TVAppend.SCREENED_THEATRICALLY"
        ),
        "similar": AppendedBlock("tv_show_page:TVShowPage", "TVAppend.SIMILAR"),
        "translations": AppendedBlock("tv_translations:TVTranslations", "TVAppend.TRANSLATIONS"),
        "videos": AppendedBlock("videos:Videos", "TVAppend.VIDEOS"),
        "watch/providers": AppendedBlock("watch_providers:WatchProviders", "TVAppend.WATCH_PROVIDERS"),
        "season/{season_number}": AppendedBlock("season_details:SeasonDetails", "TVAppend.season"),
    }

    @property
    def account_states(self: TVDetails[TVHasAccountStates]) -> AccountStates:
        """A user's or guest's favorite, rating and watchlist state of a movie, TV series or episode."""
        block: AccountStates = self._block("account_states")
        return block

    @property
    def aggregate_credits(self: TVDetails[TVHasAggregateCredits]) -> AggregateCredits:
        """The cast and crew of all episodes of a TV series or season, one entry per person."""
        block: AggregateCredits = self._block("aggregate_credits")
        return block

    @property
    def alternative_titles(self: TVDetails[TVHasAlternativeTitles]) -> TVAlternativeTitles:
        """The alternative titles of a TV series."""
        block: TVAlternativeTitles = self._block("alternative_titles")
        return block

    @property
    def changes(self: TVDetails[TVHasChanges]) -> Changes:
        """The changes of one record, grouped by field."""
        block: Changes = self._block("changes")
        return block

    @property
    def content_ratings(self: TVDetails[TVHasContentRatings]) -> ContentRatings:
        """The content ratings of a TV series, by country."""
        block: ContentRatings = self._block("content_ratings")
        return block

    @property
    def credits(self: TVDetails[TVHasCredits]) -> TVCredits:
        """The cast and crew of the latest season of a TV series."""
        block: TVCredits = self._block("credits")
        return block

    @property
    def episode_groups(self: TVDetails[TVHasEpisodeGroups]) -> EpisodeGroups:
        """The episode groups (alternative episode orders) of a TV series."""
        block: EpisodeGroups = self._block("episode_groups")
        return block

    @property
    def external_ids(self: TVDetails[TVHasExternalIds]) -> TVExternalIds:
        """External ids of a TV series; null or empty if TMDB has none."""
        block: TVExternalIds = self._block("external_ids")
        return block

    @property
    def images(self: TVDetails[TVHasImages]) -> TVImages:
        """The images of a TV series."""
        block: TVImages = self._block("images")
        return block

    @property
    def keywords(self: TVDetails[TVHasKeywords]) -> TVKeywords:
        """The keywords of a TV series."""
        block: TVKeywords = self._block("keywords")
        return block

    @property
    def lists(self: TVDetails[TVHasLists]) -> UserListPage:
        """One page of the lists of an account, or of the lists that contain a movie or TV series."""
        block: UserListPage = self._block("lists")
        return block

    @property
    def recommendations(self: TVDetails[TVHasRecommendations]) -> TVShowPage:
        """One page of TV series."""
        block: TVShowPage = self._block("recommendations")
        return block

    @property
    def reviews(self: TVDetails[TVHasReviews]) -> ReviewPage:
        """One page of the reviews of a movie or TV series."""
        block: ReviewPage = self._block("reviews")
        return block

    @property
    def screened_theatrically(self: TVDetails[TVHasScreenedTheatrically]) -> ScreenedTheatrically:
        """The episodes of a TV series that were screened in theaters."""
        block: ScreenedTheatrically = self._block("screened_theatrically")
        return block

    @property
    def similar(self: TVDetails[TVHasSimilar]) -> TVShowPage:
        """One page of TV series."""
        block: TVShowPage = self._block("similar")
        return block

    @property
    def translations(self: TVDetails[TVHasTranslations]) -> TVTranslations:
        """The translations of a TV series."""
        block: TVTranslations = self._block("translations")
        return block

    @property
    def videos(self: TVDetails[TVHasVideos]) -> Videos:
        """The videos of a movie, TV series, season or episode."""
        block: Videos = self._block("videos")
        return block

    @property
    def watch_providers(self: TVDetails[TVHasWatchProviders]) -> WatchProviders:
        """The watch providers of a movie, TV series or season, by country."""
        block: WatchProviders = self._block("watch/providers")
        return block

    def season(self: TVDetails[TVHasSeason], season_number: int) -> SeasonDetails:
        """A season of the series, with its episodes."""
        block: SeasonDetails = self._block(f"season/{season_number}")
        return block


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .company import Company
from .episode import Episode
from .genre import Genre
from .language import Language
from .network import Network
from .production_country import ProductionCountry
from .season import Season
from .tv_creator import TVCreator
