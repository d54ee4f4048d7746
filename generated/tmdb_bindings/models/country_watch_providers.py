# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CountryWatchProviders(Model):
    """The watch providers of a title in one country; offer types without a provider are missing."""

    ads: list[WatchProviderOffer] = field(factory=empty_list)
    """Providers that offer the title free with ads."""

    buy: list[WatchProviderOffer] = field(factory=empty_list)
    """Providers that sell the title."""

    flatrate: list[WatchProviderOffer] = field(factory=empty_list)
    """Providers that include the title in a subscription."""

    free: list[WatchProviderOffer] = field(factory=empty_list)
    """Providers that offer the title for free."""

    link: str
    """URL of TMDB's page with the links to the offers."""

    rent: list[WatchProviderOffer] = field(factory=empty_list)
    """Providers that rent the title out."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .watch_provider_offer import WatchProviderOffer
