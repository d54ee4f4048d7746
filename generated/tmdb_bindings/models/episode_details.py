# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic

from attrs import define, field

from ..append import EpisodeBlocks
from ..runtime.details import Appendable, AppendedBlock, Details
from ..runtime.values import Date, empty_list

if TYPE_CHECKING:
    from ..append import (
        EpisodeHasAccountStates,
        EpisodeHasCredits,
        EpisodeHasExternalIds,
        EpisodeHasImages,
        EpisodeHasTranslations,
        EpisodeHasVideos,
    )
    from .account_states import AccountStates
    from .episode_credits import EpisodeCredits
    from .episode_external_ids import EpisodeExternalIds
    from .episode_images import EpisodeImages
    from .episode_translations import EpisodeTranslations
    from .videos import Videos


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class EpisodeDetails(Details, Generic[EpisodeBlocks]):
    """An episode's details, with the blocks appended to the request."""

    air_date: Date | None = None
    """Air date; null if unknown."""

    crew: list[CrewMember] = field(factory=empty_list)
    """Crew of the episode, one entry per person and job; can be empty."""

    episode_number: int
    """Episode number within the season."""

    episode_type: str | None = None
    """Role in the season: `standard`, `mid_season` or `finale`. Missing in some answers."""

    guest_stars: list[CastMember] = field(factory=empty_list)
    """Guest stars of the episode; can be empty."""

    id: int
    """TMDB's id of the episode."""

    name: str
    """Name in the requested language."""

    overview: str | None = None
    """Plot summary in the requested language; empty if there is no translation."""

    production_code: str | None = None
    """Production code; usually empty."""

    runtime: int | None = None
    """Runtime in minutes; null if unknown."""

    season_number: int
    """Season number; 0 contains the specials."""

    show_id: int | None = None
    """TMDB's id of the series; missing in some answers."""

    still_path: str | None = None
    """Path of the main still; null if there is none."""

    vote_average: float | None = None
    """Average user rating from 0 to 10; 0 if there are no votes."""

    vote_count: int | None = None
    """Number of user ratings."""

    __appendable__: ClassVar[Appendable] = {
        "account_states": AppendedBlock("account_states:AccountStates", "EpisodeAppend.ACCOUNT_STATES"),
        "credits": AppendedBlock("episode_credits:EpisodeCredits", "EpisodeAppend.CREDITS"),
        "external_ids": AppendedBlock("episode_external_ids:EpisodeExternalIds", "EpisodeAppend.EXTERNAL_IDS"),
        "images": AppendedBlock("episode_images:EpisodeImages", "EpisodeAppend.IMAGES"),
        "translations": AppendedBlock("episode_translations:EpisodeTranslations", "EpisodeAppend.TRANSLATIONS"),
        "videos": AppendedBlock("videos:Videos", "EpisodeAppend.VIDEOS"),
    }

    @property
    def account_states(self: EpisodeDetails[EpisodeHasAccountStates]) -> AccountStates:
        """A user's or guest's favorite, rating and watchlist state of a movie, TV series or episode."""
        block: AccountStates = self._block("account_states")
        return block

    @property
    def credits(self: EpisodeDetails[EpisodeHasCredits]) -> EpisodeCredits:
        """The cast, crew and guest stars of an episode."""
        block: EpisodeCredits = self._block("credits")
        return block

    @property
    def external_ids(self: EpisodeDetails[EpisodeHasExternalIds]) -> EpisodeExternalIds:
        """External ids of an episode; null or empty if TMDB has none."""
        block: EpisodeExternalIds = self._block("external_ids")
        return block

    @property
    def images(self: EpisodeDetails[EpisodeHasImages]) -> EpisodeImages:
        """The images of an episode."""
        block: EpisodeImages = self._block("images")
        return block

    @property
    def translations(self: EpisodeDetails[EpisodeHasTranslations]) -> EpisodeTranslations:
        """The translations of an episode."""
        block: EpisodeTranslations = self._block("translations")
        return block

    @property
    def videos(self: EpisodeDetails[EpisodeHasVideos]) -> Videos:
        """The videos of a movie, TV series, season or episode."""
        block: Videos = self._block("videos")
        return block


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .cast_member import CastMember
from .crew_member import CrewMember
