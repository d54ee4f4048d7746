# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Configuration(Model):
    """Image base URLs and sizes, and the field names used in changes."""

    change_keys: list[str] = field(factory=empty_list)
    """Names of the fields that can occur in changes."""

    images: ImageConfiguration
    """Base URLs and sizes of images."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .image_configuration import ImageConfiguration
