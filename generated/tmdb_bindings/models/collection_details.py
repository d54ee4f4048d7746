# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic

from attrs import define, field

from ..append import CollectionBlocks
from ..runtime.details import Appendable, AppendedBlock, Details
from ..runtime.values import empty_list

if TYPE_CHECKING:
    from ..append import CollectionHasImages, CollectionHasTranslations
    from .collection_images import CollectionImages
    from .collection_translations import CollectionTranslations


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CollectionDetails(Details, Generic[CollectionBlocks]):
    """A collection's details, with the blocks appended to the request."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null if there is none."""

    id: int
    """TMDB's id of the collection."""

    name: str
    """Name in the requested language."""

    original_language: str | None = None
    """ISO 639-1 code of the original language. Returned since 2025."""

    original_name: str | None = None
    """Name in the original language. Returned since 2025."""

    overview: str | None = None
    """Overview in the requested language; empty if there is no translation."""

    parts: list[Movie] = field(factory=empty_list)
    """The movies of the collection, in TMDB's order."""

    poster_path: str | None = None
    """Path of the main poster; null if there is none."""

    __appendable__: ClassVar[Appendable] = {
        "images": AppendedBlock("collection_images:CollectionImages", "CollectionAppend.IMAGES"),
        "translations": AppendedBlock(
            "collection_translations:CollectionTranslations", "CollectionAppend.TRANSLATIONS"
        ),
    }

    @property
    def images(self: CollectionDetails[CollectionHasImages]) -> CollectionImages:
        """The images of a collection."""
        block: CollectionImages = self._block("images")
        return block

    @property
    def translations(self: CollectionDetails[CollectionHasTranslations]) -> CollectionTranslations:
        """The translations of a collection."""
        block: CollectionTranslations = self._block("translations")
        return block


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .movie import Movie
