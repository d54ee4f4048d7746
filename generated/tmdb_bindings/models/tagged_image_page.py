# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TaggedImagePage(Model):
    """The images with a person tagged in them. TMDB returns the same images for every page number."""

    id: int | None = None
    """TMDB's id of the person; missing in an appended block."""

    page: int
    """Page number; can be 0."""

    results: list[TaggedImage] = field(factory=empty_list)
    """The tagged images; can be empty."""

    total_pages: int
    """Total number of pages, although TMDB returns the same page for each."""

    total_results: int
    """Total number of tagged images."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .tagged_image import TaggedImage
