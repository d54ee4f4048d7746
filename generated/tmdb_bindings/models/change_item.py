# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import JSONValue, Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ChangeItem(Model):
    """One edit."""

    action: str
    """`added`, `updated` or `deleted`; other words occur."""

    id: str
    """TMDB's id of the edit."""

    iso_3166_1: str | None = None
    """ISO 3166-1 code of the region it concerns; empty for none."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the language it concerns; empty for none."""

    original_value: JSONValue = None
    """The value before: text, a number, a list or an object, by the field."""

    time: Timestamp
    """When it was made."""

    value: JSONValue = None
    """The value after: text, a number, a list or an object, by the field; absent after a deletion."""
