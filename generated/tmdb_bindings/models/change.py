# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Change(Model):
    """The changes of one field."""

    items: list[ChangeItem] = field(factory=empty_list)
    """The changes of the field, one entry per edit."""

    key: str
    """Name of the field, one of the configuration's `change_keys`."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .change_item import ChangeItem
