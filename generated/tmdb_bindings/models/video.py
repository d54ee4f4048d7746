# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Video(Model):
    """One video, by its key on the site that hosts it."""

    id: str
    """TMDB's id of the video."""

    iso_3166_1: str
    """ISO 3166-1 code of the region."""

    iso_639_1: str
    """ISO 639-1 code of the language."""

    key: str
    """The video's id on its site."""

    name: str
    official: bool
    """Whether the makers of the title published it."""

    published_at: Timestamp
    """When it was published on its site."""

    site: str
    """Such as `YouTube` or `Vimeo`."""

    size: int
    """Height in lines, such as 1080."""

    type: str
    """Such as `Trailer`, `Teaser`, `Clip` or `Featurette`."""
