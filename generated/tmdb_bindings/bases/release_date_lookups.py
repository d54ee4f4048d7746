# Kept in scripts/regenerate/bases/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/bases/, if a component names it as `x-base`.
"""Look-ups by country in the release dates of a movie: certifications and dates."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal

from ..runtime.countries import CountryCertification, check_countries
from ..runtime.extensions import argument_error
from ..runtime.lazy import lazy_module
from ..runtime.model import Model
from ..runtime.open_enums import OpenIntEnum
from ..runtime.parameters import as_integer

if TYPE_CHECKING:
    from tmdb_bindings import models
else:
    # The package of the model that has this base, which imports this module.
    models = lazy_module("tmdb_bindings.models")

# The kinds of releases by the weight of their certification: that of cinemas is the country's official one, while shops,
# channels and festivals often have another for their own edition.
_WEIGHTS = {3: 0, 2: 1, 4: 2, 5: 3, 6: 4, 1: 5}

# The date of a release without one, which its type denies.
_LAST = datetime.datetime.max.replace(tzinfo=datetime.UTC)


class ReleaseDateLookups(Model):
    """Look-ups in the release dates of a movie."""

    __slots__ = ()

    # Only for type checkers, because msgspec evaluates every annotation that it finds on a class.
    if TYPE_CHECKING:
        results: list[models.CountryReleaseDates]

    def certification(self, country: str, *fallbacks: str) -> CountryCertification | None:
        """Return the certification of a country, or of the first fallback that has one.

            found = movie.release_dates.certification("US", "GB")

        A country can have several releases. The first of these with a certification wins: theatrical, limited theatrical,
        digital, physical, TV, premiere. Among releases of one kind, those without a note come first, because a note often
        names another edition, then the earliest.

        Args:
            country: ISO 3166-1 code of the country, such as `US`.
            *fallbacks: Codes of the countries to try next, in order.

        Returns:
            The certification and its country; `None` if none of the countries has one.

        Raises:
            InvalidArgumentError: A code is not of two upper-case letters.
        """
        for code in check_countries(country, fallbacks):
            for release in sorted(self._of(code), key=_weight):
                if text := (release.certification or "").strip():
                    return CountryCertification(code, text, tuple(release.descriptors))
        return None

    def releases(
        self, country: str, *types: models.ReleaseType | Literal[1, 2, 3, 4, 5, 6]
    ) -> list[models.ReleaseDate]:
        """Return the releases in a country, the earliest first.

        Args:
            country: ISO 3166-1 code of the country, such as `DE`.
            *types: Kinds of releases, such as `ReleaseType.DIGITAL`. Defaults to all.

        Returns:
            The releases of any of these kinds; empty if there are none.

        Raises:
            InvalidArgumentError: The code is not of two upper-case letters, or TMDB has no such kind.
        """
        (code,) = check_countries(country, ())
        kinds = [_release_type(one) for one in types]
        found = [release for release in self._of(code) if not kinds or release.type in kinds]
        return sorted(found, key=lambda release: _or_last(release.release_date))

    def date(self, country: str, *types: models.ReleaseType | Literal[1, 2, 3, 4, 5, 6]) -> datetime.date | None:
        """Return the date of the first release in a country.

            movie.release_dates.date("DE", ReleaseType.THEATRICAL, ReleaseType.THEATRICAL_LIMITED)

        Args:
            country: ISO 3166-1 code of the country, such as `DE`.
            *types: Kinds of releases, such as `ReleaseType.DIGITAL`. Defaults to all, also premieres at festivals.

        Returns:
            The earliest date of a release of any of these kinds, so re-releases do not matter; `None` if there is none.

        Raises:
            InvalidArgumentError: The code is not of two upper-case letters, or TMDB has no such kind.
        """
        first = min((_or_last(release.release_date) for release in self.releases(country, *types)), default=_LAST)
        return None if first is _LAST else first.date()

    def _of(self, country: str) -> list[models.ReleaseDate]:
        return [release for entry in self.results if entry.iso_3166_1 == country for release in entry.release_dates]


def _release_type(value: int) -> int:
    number = as_integer(value)
    # A member of the enum can be a kind that TMDB has added since.
    if number is None or (number not in _WEIGHTS and not isinstance(value, OpenIntEnum)):
        shown = type(value).__name__ if number is None else str(number)
        problem = f"must be members of ReleaseType, or numbers from 1 to {len(_WEIGHTS)}, got {shown}"
        raise argument_error("types", problem)
    return number


def _weight(release: models.ReleaseDate) -> tuple[int, bool, datetime.datetime]:
    has_note = bool((release.note or "").strip())
    return _WEIGHTS.get(release.type, len(_WEIGHTS)), has_note, _or_last(release.release_date)


def _or_last(date: datetime.datetime | None) -> datetime.datetime:
    return date or _LAST
