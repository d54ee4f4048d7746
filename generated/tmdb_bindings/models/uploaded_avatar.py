# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class UploadedAvatar(Model):
    """An avatar image uploaded to TMDB."""

    avatar_path: str | None = None
    """Path of the avatar image, to be appended to an image base URL and a profile size; null if there is none."""
