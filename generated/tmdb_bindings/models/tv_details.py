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
    """The full record of one series, with the blocks that were appended to the call."""

    adult: bool
    """Whether TMDB marks the series as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null without one."""

    created_by: list[TVCreator] = field(factory=empty_list)
    """The people credited as creators."""

    episode_run_time: list[int] = field(factory=empty_list)
    """Usual lengths of an episode in minutes; often empty."""

    first_air_date: Date | None = None
    """Day the first episode aired; null when unknown."""

    genres: list[Genre] = field(factory=empty_list)
    homepage: str
    """Official website; empty without one."""

    id: int
    """TMDB's id of the series."""

    in_production: bool
    """Whether further episodes are being made."""

    languages: list[str] = field(factory=empty_list)
    """ISO 639-1 codes of the languages the series was broadcast in."""

    last_air_date: Date | None = None
    """Day of the most recent episode; null before the first one."""

    last_episode_to_air: Episode | None = None
    """The most recent episode; null before the first one."""

    name: str
    """Name in the requested language, else the original one."""

    networks: list[Network] = field(factory=empty_list)
    """The broadcasters and platforms that show it first."""

    next_episode_to_air: Episode | None = None
    """The next scheduled episode; null when none is announced."""

    number_of_episodes: int
    """Episodes so far, without the specials of season 0."""

    number_of_seasons: int
    """Seasons so far, without season 0."""

    origin_country: list[str] = field(factory=empty_list)
    """ISO 3166-1 codes of the countries the series is from."""

    original_language: str
    """ISO 639-1 code of the language the series was made in."""

    original_name: str
    """Name in the original language."""

    overview: str | None = None
    """Plot in the requested language; empty without a translation."""

    popularity: float
    """TMDB's score of current interest; open-ended and recalculated daily."""

    poster_path: str | None = None
    """Path of the main poster; null without one."""

    production_companies: list[Company] = field(factory=empty_list)
    production_countries: list[ProductionCountry] = field(factory=empty_list)
    seasons: list[Season] = field(factory=empty_list)
    """All seasons; season 0 holds the specials."""

    softcore: bool | None = None
    """Whether TMDB marks the series as softcore. Sent since 2026."""

    spoken_languages: list[Language] = field(factory=empty_list)
    status: str
    """State of the series, such as `Returning Series`, `Ended` or `Canceled`."""

    tagline: str
    """Advertising line in the requested language; empty without one."""

    type: str
    """Kind of series, such as `Scripted`, `Miniseries` or `Talk Show`."""

    vote_average: float
    """Mean user rating from 0 to 10; 0 without votes."""

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
        """What the account or guest session did with a film, series or episode."""
        block: AccountStates = self._block("account_states")
        return block

    @property
    def aggregate_credits(self: TVDetails[TVHasAggregateCredits]) -> AggregateCredits:
        """Cast and crew over all episodes of a series or a season, each person once."""
        block: AggregateCredits = self._block("aggregate_credits")
        return block

    @property
    def alternative_titles(self: TVDetails[TVHasAlternativeTitles]) -> TVAlternativeTitles:
        """The other titles that a series is known by."""
        block: TVAlternativeTitles = self._block("alternative_titles")
        return block

    @property
    def changes(self: TVDetails[TVHasChanges]) -> Changes:
        """The edits of one record, by field."""
        block: Changes = self._block("changes")
        return block

    @property
    def content_ratings(self: TVDetails[TVHasContentRatings]) -> ContentRatings:
        """The age ratings of a series, country by country."""
        block: ContentRatings = self._block("content_ratings")
        return block

    @property
    def credits(self: TVDetails[TVHasCredits]) -> TVCredits:
        """Cast and crew of a series, as of its latest season."""
        block: TVCredits = self._block("credits")
        return block

    @property
    def episode_groups(self: TVDetails[TVHasEpisodeGroups]) -> EpisodeGroups:
        """The other orders in which the episodes of a series can be watched."""
        block: EpisodeGroups = self._block("episode_groups")
        return block

    @property
    def external_ids(self: TVDetails[TVHasExternalIds]) -> TVExternalIds:
        """A series' ids elsewhere; null or empty where TMDB knows none."""
        block: TVExternalIds = self._block("external_ids")
        return block

    @property
    def images(self: TVDetails[TVHasImages]) -> TVImages:
        """The images of a series."""
        block: TVImages = self._block("images")
        return block

    @property
    def keywords(self: TVDetails[TVHasKeywords]) -> TVKeywords:
        """The keywords of a series."""
        block: TVKeywords = self._block("keywords")
        return block

    @property
    def lists(self: TVDetails[TVHasLists]) -> UserListPage:
        """One page of lists, of an account or with a film or series on them."""
        block: UserListPage = self._block("lists")
        return block

    @property
    def recommendations(self: TVDetails[TVHasRecommendations]) -> TVShowPage:
        """One page of series."""
        block: TVShowPage = self._block("recommendations")
        return block

    @property
    def reviews(self: TVDetails[TVHasReviews]) -> ReviewPage:
        """One page of the reviews of a film or series."""
        block: ReviewPage = self._block("reviews")
        return block

    @property
    def screened_theatrically(self: TVDetails[TVHasScreenedTheatrically]) -> ScreenedTheatrically:
        """The episodes of a series that were shown in cinemas."""
        block: ScreenedTheatrically = self._block("screened_theatrically")
        return block

    @property
    def similar(self: TVDetails[TVHasSimilar]) -> TVShowPage:
        """One page of series."""
        block: TVShowPage = self._block("similar")
        return block

    @property
    def translations(self: TVDetails[TVHasTranslations]) -> TVTranslations:
        """All translations of a series."""
        block: TVTranslations = self._block("translations")
        return block

    @property
    def videos(self: TVDetails[TVHasVideos]) -> Videos:
        """The videos of a film, series, season or episode."""
        block: Videos = self._block("videos")
        return block

    @property
    def watch_providers(self: TVDetails[TVHasWatchProviders]) -> WatchProviders:
        """Where a film, series or season can be watched, country by country."""
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
