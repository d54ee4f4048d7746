# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Video(Model):
    """A video on another site, such as a trailer."""

    id: str
    """TMDB's id of the video."""

    iso_3166_1: str
    """ISO 3166-1 code of the region."""

    iso_639_1: str
    """ISO 639-1 code of the language."""

    key: str
    """Id of the video on its site."""

    name: str
    """Title of the video."""

    official: bool
    """Whether the video is an official one."""

    published_at: Timestamp
    """Time of publication on the site."""

    site: str
    """Name of the site, such as `YouTube` or `Vimeo`."""

    size: int
    """Vertical resolution in pixels, such as 1080."""

    type: str
    """Kind of video, such as `Trailer`, `Teaser`, `Clip` or `Featurette`."""
