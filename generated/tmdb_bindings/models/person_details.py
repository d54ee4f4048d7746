# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic

from attrs import define, field

from ..append import PersonBlocks
from ..runtime.details import Appendable, AppendedBlock, Details
from ..runtime.values import Date, empty_list

if TYPE_CHECKING:
    from ..append import (
        PersonHasChanges,
        PersonHasCombinedCredits,
        PersonHasExternalIds,
        PersonHasImages,
        PersonHasMovieCredits,
        PersonHasTaggedImages,
        PersonHasTranslations,
        PersonHasTVCredits,
    )
    from .changes import Changes
    from .person_combined_credits import PersonCombinedCredits
    from .person_external_ids import PersonExternalIds
    from .person_images import PersonImages
    from .person_movie_credits import PersonMovieCredits
    from .person_translations import PersonTranslations
    from .person_tv_credits import PersonTVCredits
    from .tagged_image_page import TaggedImagePage


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class PersonDetails(Details, Generic[PersonBlocks]):
    """The full record of one person, with the blocks that were appended to the call."""

    adult: bool
    """Whether TMDB marks the person as an adult performer."""

    also_known_as: list[str] = field(factory=empty_list)
    """Other names and spellings."""

    biography: str | None = None
    """Life in the requested language; empty without a translation."""

    birthday: Date | None = None
    """Null when unknown."""

    deathday: Date | None = None
    """Null for the living and when unknown."""

    gender: int
    """0 not stated, 1 female, 2 male, 3 non-binary."""

    homepage: str | None = None
    """Own website; null without one."""

    id: int
    """TMDB's id of the person."""

    imdb_id: str | None = None
    """IMDb's id, such as `nm0000093`; null when unknown."""

    known_for_department: str | None = None
    """Department of most credits, such as `Acting`; null for a new entry."""

    name: str
    place_of_birth: str | None = None
    """Null when unknown."""

    popularity: float
    """TMDB's score of current interest; open-ended and recalculated daily."""

    profile_path: str | None = None
    """Path of the main portrait; null without one."""

    __appendable__: ClassVar[Appendable] = {
        "changes": AppendedBlock("changes:Changes", "PersonAppend.CHANGES"),
        "combined_credits": AppendedBlock(
            "person_combined_credits:PersonCombinedCredits", "PersonAppend.COMBINED_CREDITS"
        ),
        "external_ids": AppendedBlock("person_external_ids:PersonExternalIds", "PersonAppend.EXTERNAL_IDS"),
        "images": AppendedBlock("person_images:PersonImages", "PersonAppend.IMAGES"),
        "movie_credits": AppendedBlock("person_movie_credits:PersonMovieCredits", "PersonAppend.MOVIE_CREDITS"),
        "tagged_images": AppendedBlock("tagged_image_page:TaggedImagePage", "PersonAppend.TAGGED_IMAGES"),
        "translations": AppendedBlock("person_translations:PersonTranslations", "PersonAppend.TRANSLATIONS"),
        "tv_credits": AppendedBlock("person_tv_credits:PersonTVCredits", "PersonAppend.TV_CREDITS"),
    }

    @property
    def changes(self: PersonDetails[PersonHasChanges]) -> Changes:
        """The edits of one record, by field."""
        block: Changes = self._block("changes")
        return block

    @property
    def combined_credits(self: PersonDetails[PersonHasCombinedCredits]) -> PersonCombinedCredits:
        """The films and series of a person."""
        block: PersonCombinedCredits = self._block("combined_credits")
        return block

    @property
    def external_ids(self: PersonDetails[PersonHasExternalIds]) -> PersonExternalIds:
        """A person's ids elsewhere; null or empty where TMDB knows none."""
        block: PersonExternalIds = self._block("external_ids")
        return block

    @property
    def images(self: PersonDetails[PersonHasImages]) -> PersonImages:
        """The portraits of a person."""
        block: PersonImages = self._block("images")
        return block

    @property
    def movie_credits(self: PersonDetails[PersonHasMovieCredits]) -> PersonMovieCredits:
        """The films of a person."""
        block: PersonMovieCredits = self._block("movie_credits")
        return block

    @property
    def tagged_images(self: PersonDetails[PersonHasTaggedImages]) -> TaggedImagePage:
        """The images in which a person is tagged. TMDB answers the same page whatever page is asked for."""
        block: TaggedImagePage = self._block("tagged_images")
        return block

    @property
    def translations(self: PersonDetails[PersonHasTranslations]) -> PersonTranslations:
        """All translations of a person."""
        block: PersonTranslations = self._block("translations")
        return block

    @property
    def tv_credits(self: PersonDetails[PersonHasTVCredits]) -> PersonTVCredits:
        """The series of a person."""
        block: PersonTVCredits = self._block("tv_credits")
        return block
