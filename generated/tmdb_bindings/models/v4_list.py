# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class V4List(Model):
    """A list of an account, without its items. Some fields are numbers that are booleans or strings in the list's
    details.
    """

    account_object_id: str | None = None
    """Object id of the creator's account, 24 hexadecimal digits."""

    adult: int | None = None
    """1 if the list contains adult content, else 0."""

    average_rating: float | None = None
    """Average rating of the items, from 0 to 10."""

    backdrop_path: str | None = None
    """Path of the backdrop; null if there is none."""

    created_at: Timestamp | None = None
    """Time of creation."""

    description: str | None = None
    """Description of the list; can be empty."""

    featured: int | None = None
    """1 if TMDB features the list, else 0."""

    id: int
    """TMDB's id of the list."""

    iso_3166_1: str | None = None
    """ISO 3166-1 code of the list's region."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the list's language."""

    name: str
    """Name of the list."""

    number_of_items: int | None = None
    """Number of items on the list."""

    poster_path: str | None = None
    """Path of the poster; null if there is none."""

    public: int | None = None
    """1 if the list is public, 0 if it is private."""

    revenue: int | str | None = None
    """Total revenue of the items in whole US dollars."""

    runtime: int | str | None = None
    """Total runtime of the items in minutes."""

    sort_by: int | None = None
    """Numeric code of the sort order."""

    updated_at: Timestamp | None = None
    """Time of the last change."""
