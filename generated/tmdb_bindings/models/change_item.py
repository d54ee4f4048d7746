# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import JSONValue, Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ChangeItem(Model):
    """A single change of a field."""

    action: str
    """`added`, `updated` or `deleted`; other values occur."""

    id: str
    """TMDB's id of the change."""

    iso_3166_1: str | None = None
    """ISO 3166-1 code of the changed region; empty if the change has none."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the changed language; empty if the change has none."""

    original_value: JSONValue = None
    """Value before the change: a string, number, list or object, depending on the field."""

    time: Timestamp
    """Time of the change."""

    value: JSONValue = None
    """Value after the change: a string, number, list or object, depending on the field; missing after a deletion."""
