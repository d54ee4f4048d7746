"""TMDB's rules of language: which title, which text, which picture.

There is no fallback from one region to another, nor to English: a language without a translation gives the original
title and empty texts. Only a bare language (`de`) stands for its main country (`de-DE`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tmdb_facade.testing.catalogue.records import Image, Titled, TranslatedText

_UNTRANSLATED = TranslatedText(language="", country="")


class Locale(NamedTuple):
    """A language as it is asked for; the country is empty when only the language was named."""

    language: str
    country: str

    @classmethod
    def parse(cls, text: str) -> Locale:
        """Read `de-DE` or `de`; an empty text is TMDB's default, `en-US`."""
        language, _, country = (text or "en-US").partition("-")
        return cls(language.lower(), country.upper())


def translation(title: Titled, locale: Locale) -> TranslatedText:
    """Return the texts of a film or series in a language; empty ones when it has none there."""
    for held in title.translations:
        if held.language == locale.language and locale.country in ("", held.country):
            return held
    return _UNTRANSLATED


def name_in(names: Mapping[str, str], locale: Locale) -> str:
    """Return a name that is kept by language; the English one where there is no other."""
    return names.get(locale.language) or names["en"]


def poster_path(title: Titled, locale: Locale) -> str | None:
    """Return the poster to show: in the language asked for, else in the original one, else the best rated."""
    posters = best_first(title.posters)
    for language in (locale.language, title.original_language):
        for poster in posters:
            if poster.language == language:
                return poster.path
    return posters[0].path if posters else None


def backdrop_path(title: Titled, locale: Locale) -> str | None:
    """Return the backdrop to show: one without text, else in the language asked for, else the best rated."""
    backdrops = best_first(title.backdrops)
    for language in (None, locale.language):
        for backdrop in backdrops:
            if backdrop.language == language:
                return backdrop.path
    return backdrops[0].path if backdrops else None


def best_first(images: Iterable[Image]) -> Sequence[Image]:
    """Sort pictures by their votes, best first; equals stay in the catalogue's order."""
    return sorted(images, key=lambda image: -image.vote_average)


def languages_shown(default: str | None, included: tuple[str, ...] | None) -> frozenset[str | None] | None:
    """Say which languages a list of pictures or videos is limited to.

    Args:
        default: The language of the request, or None when none limits the list.
        included: What `include_image_language` or `include_video_language` names, where `null` stands for no language.

    Returns:
        The languages, or None for all. An explicit list is the whole list: the request's own language is not added.
    """
    if included is not None:
        return frozenset(None if code == "null" else code.partition("-")[0].lower() for code in included)
    return None if default is None else frozenset([default])
