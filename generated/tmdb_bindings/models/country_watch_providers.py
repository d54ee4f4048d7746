# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CountryWatchProviders(Model):
    """Where a title can be watched in one country; a way that nobody offers is absent."""

    ads: list[WatchProviderOffer] = field(factory=empty_list)
    """Free of charge with advertisements."""

    buy: list[WatchProviderOffer] = field(factory=empty_list)
    flatrate: list[WatchProviderOffer] = field(factory=empty_list)
    """Included in a subscription."""

    free: list[WatchProviderOffer] = field(factory=empty_list)
    """Free of charge."""

    link: str
    """URL of TMDB's page with the links to the offers."""

    rent: list[WatchProviderOffer] = field(factory=empty_list)


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .watch_provider_offer import WatchProviderOffer
