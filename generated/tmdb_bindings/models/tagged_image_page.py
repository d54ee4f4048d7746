# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TaggedImagePage(Model):
    """The images in which a person is tagged. TMDB answers the same page whatever page is asked for."""

    id: int | None = None
    """TMDB's id of the person; absent when appended to the details."""

    page: int
    """Number of this page; can be 0."""

    results: list[TaggedImage] = field(factory=empty_list)
    total_pages: int
    total_results: int


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .tagged_image import TaggedImage
