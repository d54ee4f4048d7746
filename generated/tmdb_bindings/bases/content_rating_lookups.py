# Kept in scripts/regenerate/bases/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/bases/, if a component names it as `x-base`.
"""Look-ups by country in the content ratings of a TV series: certifications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..runtime.countries import CountryCertification, check_countries
from ..runtime.model import Model

if TYPE_CHECKING:
    # The package of the model that has this base, which imports this module.
    from tmdb_bindings.models import ContentRating


class ContentRatingLookups(Model):
    """Look-ups in the content ratings of a TV series."""

    __slots__ = ()

    if TYPE_CHECKING:
        results: list[ContentRating]

    def certification(self, country: str, *fallbacks: str) -> CountryCertification | None:
        """Return the certification of a country, or of the first fallback that has one.

            found = series.content_ratings.certification("US", "GB")

        Args:
            country: ISO 3166-1 code of the country, such as `US`.
            *fallbacks: Codes of the countries to try next, in order.

        Returns:
            The certification and its country; `None` if none of the countries has one. If TMDB lists a country twice, the
            first entry wins.

        Raises:
            InvalidArgumentError: A code is not of two upper-case letters.
        """
        for code in check_countries(country, fallbacks):
            for entry in self.results:
                if entry.iso_3166_1 == code and (text := (entry.rating or "").strip()):
                    return CountryCertification(code, text, tuple(entry.descriptors))
        return None
