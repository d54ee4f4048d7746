# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic

from attrs import define, field

from ..append import SeasonBlocks
from ..runtime.details import Appendable, AppendedBlock, Details
from ..runtime.values import Date, empty_list

if TYPE_CHECKING:
    from ..append import (
        SeasonHasAccountStates,
        SeasonHasAggregateCredits,
        SeasonHasCredits,
        SeasonHasExternalIds,
        SeasonHasImages,
        SeasonHasTranslations,
        SeasonHasVideos,
        SeasonHasWatchProviders,
    )
    from .aggregate_credits import AggregateCredits
    from .season_account_states import SeasonAccountStates
    from .season_credits import SeasonCredits
    from .season_external_ids import SeasonExternalIds
    from .season_images import SeasonImages
    from .season_translations import SeasonTranslations
    from .videos import Videos
    from .watch_providers import WatchProviders


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class SeasonDetails(Details, Generic[SeasonBlocks]):
    """A season's details, with the blocks appended to the request."""

    air_date: Date | None = None
    """Air date of the first episode; null if unknown."""

    episodes: list[SeasonEpisode] = field(factory=empty_list)
    """Episodes of the season."""

    id: int
    """TMDB's id of the season."""

    name: str
    """Name in the requested language."""

    networks: list[Network] = field(factory=empty_list)
    """Networks on which the season first airs. Returned since 2025."""

    overview: str | None = None
    """Plot summary in the requested language; empty if there is no translation."""

    poster_path: str | None = None
    """Path of the main poster; null if there is none."""

    season_number: int
    """Season number; 0 contains the specials."""

    vote_average: float | None = None
    """Average user rating from 0 to 10; 0 if there are no votes."""

    __appendable__: ClassVar[Appendable] = {
        "account_states": AppendedBlock("season_account_states:SeasonAccountStates", "SeasonAppend.ACCOUNT_STATES"),
        "aggregate_credits": AppendedBlock("aggregate_credits:AggregateCredits", "SeasonAppend.AGGREGATE_CREDITS"),
        "credits": AppendedBlock("season_credits:SeasonCredits", "SeasonAppend.CREDITS"),
        "external_ids": AppendedBlock("season_external_ids:SeasonExternalIds", "SeasonAppend.EXTERNAL_IDS"),
        "images": AppendedBlock("season_images:SeasonImages", "SeasonAppend.IMAGES"),
        "translations": AppendedBlock("season_translations:SeasonTranslations", "SeasonAppend.TRANSLATIONS"),
        "videos": AppendedBlock("videos:Videos", "SeasonAppend.VIDEOS"),
        "watch/providers": AppendedBlock("watch_providers:WatchProviders", "SeasonAppend.WATCH_PROVIDERS"),
    }

    @property
    def account_states(self: SeasonDetails[SeasonHasAccountStates]) -> SeasonAccountStates:
        """A user's or guest's ratings of the episodes of a season."""
        block: SeasonAccountStates = self._block("account_states")
        return block

    @property
    def aggregate_credits(self: SeasonDetails[SeasonHasAggregateCredits]) -> AggregateCredits:
        """The cast and crew of all episodes of a TV series or season, one entry per person."""
        block: AggregateCredits = self._block("aggregate_credits")
        return block

    @property
    def credits(self: SeasonDetails[SeasonHasCredits]) -> SeasonCredits:
        """The regular cast and crew of a season."""
        block: SeasonCredits = self._block("credits")
        return block

    @property
    def external_ids(self: SeasonDetails[SeasonHasExternalIds]) -> SeasonExternalIds:
        """External ids of a season; null or empty if TMDB has none."""
        block: SeasonExternalIds = self._block("external_ids")
        return block

    @property
    def images(self: SeasonDetails[SeasonHasImages]) -> SeasonImages:
        """The images of a season."""
        block: SeasonImages = self._block("images")
        return block

    @property
    def translations(self: SeasonDetails[SeasonHasTranslations]) -> SeasonTranslations:
        """The translations of a season."""
        block: SeasonTranslations = self._block("translations")
        return block

    @property
    def videos(self: SeasonDetails[SeasonHasVideos]) -> Videos:
        """The videos of a movie, TV series, season or episode."""
        block: Videos = self._block("videos")
        return block

    @property
    def watch_providers(self: SeasonDetails[SeasonHasWatchProviders]) -> WatchProviders:
        """The watch providers of a movie, TV series or season, by country."""
        block: WatchProviders = self._block("watch/providers")
        return block


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .network import Network
from .season_episode import SeasonEpisode
