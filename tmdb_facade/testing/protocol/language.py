"""TMDB's language rules for titles, texts and images.

There is no fallback from one region to another, nor to English: without a translation the title is the original one and
texts are empty. Only a bare language (`de`) matches its main country (`de-DE`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tmdb_facade.testing.catalogue.records import Episode, Image, Person, Season, Titled, TranslatedText

_UNTRANSLATED = TranslatedText(language="", country="")


class Locale(NamedTuple):
    """A requested language; the country is empty if the request names only the language."""

    language: str
    country: str

    @classmethod
    def parse(cls, text: str) -> Locale:
        """Parse `de-DE` or `de`; an empty text is TMDB's default, `en-US`."""
        language, _, country = (text or "en-US").partition("-")
        return cls(language.lower(), country.upper())

    def matches(self, language: str, country: str) -> bool:
        """Return whether a translation for a language and country is requested."""
        return self.language == language and self.country in ("", country)


def translation(record: Titled | Season | Episode, locale: Locale) -> TranslatedText:
    """Return the texts of a record in a language; empty texts if it has no such translation."""
    return next(
        (text for text in record.translations if locale.matches(text.language, text.country)),
        _UNTRANSLATED,
    )


def person_name(person: Person, locale: Locale) -> str:
    """Return a person's name in a language, else the original name, in whatever script it is."""
    if locale.language == "en":
        return person.name
    for code, name in person.names.items():
        language, _, country = code.partition("-")
        if locale.matches(language, country):
            return name
    return person.original_name or person.name


def name_in(names: Mapping[str, str], locale: Locale) -> str:
    """Return the name in a language; by default the English name."""
    return names.get(locale.language) or names["en"]


def poster_path(title: Titled, locale: Locale) -> str | None:
    """Return the poster in the requested language, else in the original language, else the best rated."""
    return best_path(title.posters, locale.language, title.original_language)


def backdrop_path(title: Titled, locale: Locale) -> str | None:
    """Return a backdrop without text, else one in the requested language, else the best rated."""
    return best_path(title.backdrops, None, locale.language)


def best_path(images: Iterable[Image], *languages: str | None) -> str | None:
    """Return the path of the best image in the first of the languages that has any, else of the best image."""
    best = best_first(images)
    preferred = [image for language in languages for image in best if image.language == language]
    return next((image.path for image in (*preferred, *best)), None)


def best_first(images: Iterable[Image]) -> Sequence[Image]:
    """Return images sorted by votes, best first; equal votes keep the catalogue's order."""
    return sorted(images, key=lambda image: -image.vote_average)


def languages_shown(default: str | None, included: tuple[str, ...] | None) -> frozenset[str | None] | None:
    """Return the languages that a list of images or videos is limited to.

    Args:
        default: The language of the request, or None if it does not limit the list.
        included: The values of `include_image_language` or `include_video_language`; `null` means no language.

    Returns:
        The languages, or None for all. `included` replaces `default`: the request's own language is not added.
    """
    if included is not None:
        return frozenset(None if code == "null" else code.partition("-")[0].lower() for code in included)
    return None if default is None else frozenset([default])
