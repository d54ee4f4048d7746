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
    """A person's details, with the blocks appended to the request."""

    adult: bool
    """Whether TMDB marks the person as an adult performer."""

    also_known_as: list[str] = field(factory=empty_list)
    """Other names and spellings; can be empty."""

    biography: str | None = None
    """Biography in the requested language; empty if there is no translation."""

    birthday: Date | None = None
    """Date of birth; null if unknown."""

    deathday: Date | None = None
    """Date of death; null if the person is alive or the date is unknown."""

    gender: int
    """Gender: 0 not specified, 1 female, 2 male, 3 non-binary."""

    homepage: str | None = None
    """URL of the person's website; null if there is none."""

    id: int
    """TMDB's id of the person."""

    imdb_id: str | None = None
    """IMDb id, such as `nm0000093`; null if unknown."""

    known_for_department: str | None = None
    """Department of most of the person's credits, such as `Acting`; null for a new entry."""

    name: str
    """Name of the person."""

    place_of_birth: str | None = None
    """Place of birth as free text; null if unknown."""

    popularity: float
    """TMDB's popularity score; has no upper limit and is recalculated daily."""

    profile_path: str | None = None
    """Path of the main profile image; null if there is none."""

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
        """The changes of one record, grouped by field."""
        block: Changes = self._block("changes")
        return block

    @property
    def combined_credits(self: PersonDetails[PersonHasCombinedCredits]) -> PersonCombinedCredits:
        """The movie and TV credits of a person."""
        block: PersonCombinedCredits = self._block("combined_credits")
        return block

    @property
    def external_ids(self: PersonDetails[PersonHasExternalIds]) -> PersonExternalIds:
        """External ids of a person; null or empty if TMDB has none."""
        block: PersonExternalIds = self._block("external_ids")
        return block

    @property
    def images(self: PersonDetails[PersonHasImages]) -> PersonImages:
        """The profile images of a person."""
        block: PersonImages = self._block("images")
        return block

    @property
    def movie_credits(self: PersonDetails[PersonHasMovieCredits]) -> PersonMovieCredits:
        """The movie credits of a person."""
        block: PersonMovieCredits = self._block("movie_credits")
        return block

    @property
    def tagged_images(self: PersonDetails[PersonHasTaggedImages]) -> TaggedImagePage:
        """The images with a person tagged in them. TMDB returns the same images for every page number."""
        block: TaggedImagePage = self._block("tagged_images")
        return block

    @property
    def translations(self: PersonDetails[PersonHasTranslations]) -> PersonTranslations:
        """The translations of a person."""
        block: PersonTranslations = self._block("translations")
        return block

    @property
    def tv_credits(self: PersonDetails[PersonHasTVCredits]) -> PersonTVCredits:
        """The TV credits of a person."""
        block: PersonTVCredits = self._block("tv_credits")
        return block
