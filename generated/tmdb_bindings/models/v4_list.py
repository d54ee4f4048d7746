# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class V4List(Model):
    """A list of an account as a row. Numbers stand here where the list's details have words and booleans."""

    account_object_id: str | None = None
    """The author's object id, 24 hexadecimal digits."""

    adult: int | None = None
    """1 when the list holds adult content, else 0."""

    average_rating: float | None = None
    """Mean of the items' ratings, 0 to 10."""

    backdrop_path: str | None = None
    """Path of the backdrop; null without one."""

    created_at: Timestamp | None = None
    description: str | None = None
    """Can be empty."""

    featured: int | None = None
    """1 when TMDB features the list, else 0."""

    id: int
    """TMDB's id of the list."""

    iso_3166_1: str | None = None
    """ISO 3166-1 code of the list's region."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the list's language."""

    name: str
    number_of_items: int | None = None
    poster_path: str | None = None
    """Path of the poster; null without one."""

    public: int | None = None
    """1 when everybody can see the list, else 0."""

    revenue: int | str | None = None
    """Sum of the items' revenues in whole US dollars."""

    runtime: int | str | None = None
    """Sum of the items' lengths in minutes."""

    sort_by: int | None = None
    """TMDB's number of the order."""

    updated_at: Timestamp | None = None
