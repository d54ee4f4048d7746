# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Gravatar(Model):
    """An avatar image at Gravatar."""

    hash: str | None = None
    """Gravatar's hash of the user's email address."""
