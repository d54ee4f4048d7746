# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Countries: their codes, and the certification of a title in one."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .extensions import argument_error
from .parameters import ParameterError, as_integer, describe_value

# The form of ISO 3166-1.
_COUNTRY = re.compile(r"[A-Z]{2}")
_LONGEST_WORD: Final = 20


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


def country_code(value: object, name: str) -> str:
    """Validate the code of a country.

    Args:
        value: A code of ISO 3166-1, such as `BR`.
        name: The parameter's name, for error messages.

    Returns:
        The code.

    Raises:
        ParameterError: The value has another type or form.
    """
    if isinstance(value, str) and _COUNTRY.fullmatch(value):
        return value
    # A word that might be meant as a country, and no other text.
    is_word = isinstance(value, str) and len(value) <= _LONGEST_WORD and value.isalpha()
    shown = repr(value) if is_word or as_integer(value) is not None else describe_value(value)
    problem = f"must be an upper-case ISO 3166-1 code such as 'BR', got {shown}"
    if isinstance(value, str) and _COUNTRY.fullmatch(value.upper()):
        problem += f"; write {value.upper()!r}"
    raise ParameterError(name, problem)


def check_countries(country: str, fallbacks: tuple[str, ...]) -> list[str]:
    """Validate all countries before any is looked up, so that a wrong fallback does not wait for its first use."""
    try:
        return [country_code(code, "country") for code in (country, *fallbacks)]
    except ParameterError as error:
        raise argument_error(error.parameter, error.problem) from None
