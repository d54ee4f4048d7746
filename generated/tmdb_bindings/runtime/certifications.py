# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""The certification of a country, and the validation of countries."""

from __future__ import annotations

from typing import NamedTuple

from .errors import argument_error
from .parameters import ParameterError, country_code


class CountryCertification(NamedTuple):
    """A certification (age rating), and the country that it comes from.

    Attributes:
        country: ISO 3166-1 code of the country.
        certification: The certification in the country's system, such as `PG-13` or `16`; never empty.
        descriptors: Reasons for the certification; usually empty.
    """

    country: str
    certification: str
    descriptors: tuple[str, ...] = ()


def check_countries(country: str, fallbacks: tuple[str, ...]) -> list[str]:
    """Validate all countries before any is looked up, so that a wrong fallback does not wait for its first use."""
    try:
        return [country_code(code, "country") for code in (country, *fallbacks)]
    except ParameterError as error:
        raise argument_error(error) from None
