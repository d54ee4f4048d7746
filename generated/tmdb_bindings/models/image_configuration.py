# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ImageConfiguration(Model):
    """Base URLs and sizes of images. `w500` is a width and `h632` a height in pixels; `original` is the unscaled
    image.
    """

    backdrop_sizes: list[str] = field(factory=empty_list)
    """Sizes of backdrops, such as `w780`."""

    base_url: str
    """Base URL over HTTP, with a trailing slash."""

    logo_sizes: list[str] = field(factory=empty_list)
    """Sizes of logos, such as `w154`."""

    poster_sizes: list[str] = field(factory=empty_list)
    """Sizes of posters, such as `w500`."""

    profile_sizes: list[str] = field(factory=empty_list)
    """Sizes of profile images, such as `h632`."""

    secure_base_url: str
    """Base URL over HTTPS, with a trailing slash."""

    still_sizes: list[str] = field(factory=empty_list)
    """Sizes of episode stills, such as `w300`."""
