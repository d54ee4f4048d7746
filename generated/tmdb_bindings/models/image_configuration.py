# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ImageConfiguration(Model):
    """Base URLs and sizes of images. `w500` is a width and `h632` a height in pixels; `original` is unscaled."""

    backdrop_sizes: list[str] = field(factory=empty_list)
    base_url: str
    """URL by plain HTTP, with a slash at the end."""

    logo_sizes: list[str] = field(factory=empty_list)
    poster_sizes: list[str] = field(factory=empty_list)
    profile_sizes: list[str] = field(factory=empty_list)
    secure_base_url: str
    """URL by HTTPS, with a slash at the end."""

    still_sizes: list[str] = field(factory=empty_list)
