# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ParentCompany(Model):
    """The company that owns another company."""

    id: int
    """TMDB's id of the company."""

    logo_path: str | None = None
    """Path of the main logo; null if there is none."""

    name: str
    """Name of the company."""
