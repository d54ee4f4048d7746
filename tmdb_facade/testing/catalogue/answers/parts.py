"""Parts of records: languages with their countries, translations, images, dates and credit ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

import msgspec

from tmdb_facade.testing.catalogue.store import Catalogue

from .draft import Draft, DraftEntry, Fields

R = TypeVar("R")

_SIZES = {"backdrops": (3840, 2160), "stills": (3840, 2160), "logos": (1000, 500)}
_POSTER_SIZE = (2000, 3000)


def records_of(kind: type[R], fields: Mapping[str, Any]) -> R:
    """Convert fields to a record, without those that it does not have, and without values that are null.

    Raises:
        msgspec.ValidationError: A value has another type.
    """
    names: tuple[str, ...] = getattr(kind, "__struct_fields__", ())
    known = {
        name: _dated(name, fields[name])
        for name in names
        if fields.get(name) is not None or (name == "department" and name in fields)
    }
    return msgspec.convert(known, kind, strict=False)


def _dated(name: str, value: Any) -> Any:
    """Return a date without its time, or None if it is none; other values unchanged."""
    if not (name.endswith("_date") or name in ("birthday", "deathday")) or not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


class Places:
    """The country of each language, and the languages and countries that answers mention."""

    def __init__(self, draft: Draft, base: Catalogue) -> None:
        """Create an object that adds what it meets to the draft."""
        self._draft = draft
        self._base = base
        pairs = (pair.partition("-") for pair in reversed(base.configuration.primary_translations))
        self._main = {language: country for language, _, country in pairs}
        self._main |= {code: one.country for code, one in base.languages.items() if one.country}

    def country_of(self, language: str, country: str | None) -> str:
        """Return the country of a language, by default its main one."""
        self.language(language)
        return self.country(country or self._main.get(language) or "US")

    def language(self, code: str) -> str:
        """Return a language, after adding it if it is unknown."""
        if code not in self._base.languages:
            _ = self._draft.languages[code]
        return code

    def country(self, code: str) -> str:
        """Return a country, after adding it if it is unknown."""
        if code not in self._base.countries:
            _ = self._draft.countries[code]
        return code

    def translations(self, entry: DraftEntry) -> list[Fields]:
        """Return the translations of a title, season or episode."""
        found: dict[tuple[str, str], Fields] = {}
        for (language, country), text in entry.texts.items():
            key = language, self.country_of(language, country)
            fields = {name: value for name, value in text.items() if value is not None}
            found[key] = {**found.get(key, {}), **fields, "language": key[0], "country": key[1]}
        return list(found.values())

    def image(self, image: Fields) -> Fields:
        """Return an image with both or neither of language and country."""
        language = image.get("language") or None
        country = self.country_of(language, image.get("country")) if language else None
        return {**image, "language": language, "country": country}

    def video(self, video: Fields) -> Fields:
        """Return a video with its language and country."""
        language = video.get("language") or "en"
        country = self.country_of(language, video.get("country"))
        return {**video, "language": language, "country": country, "published_at": video.get("published_at") or ""}


def images(entry: DraftEntry, kind: str, places: Places, original: str | None = None) -> list[Fields]:
    """Return the images of a record.

    One that only details or rows name has the usual size, and the language in which TMDB shows it: the original one if
    that is among several.
    """
    built: list[Fields] = []
    for image in entry.images.get(kind, {}).values():
        width, height = _SIZES.get(kind, _POSTER_SIZE)
        shown: Iterable[tuple[str, str]] = image.get("shown_in", ())
        if shown and "language" not in image:
            language, country = next((one for one in shown if one[0] == original), next(iter(shown)))
            image = {**image, "language": language, "country": country}
        fields = {name: value for name, value in image.items() if name != "shown_in" and value is not None}
        built.append(places.image({"width": width, "height": height, **fields}))
    return built


class Once:
    """Ids that each record needs for itself: in answers of several years, some have moved to another record."""

    def __init__(self) -> None:
        """Create an object that has seen no id."""
        self._known: set[object] = set()

    def first(self, kind: str, number: object) -> bool:
        """Return whether an id is set and new."""
        if not number or (kind, number) in self._known:
            return False
        self._known.add((kind, number))
        return True


class CreditIds:
    """Ensures that each credit of a catalogue has its own id, as in TMDB's answers, where some repeat."""

    def __init__(self) -> None:
        """Create an object that has seen no credit."""
        self._owners: dict[str, tuple[str, int]] = {}

    def unique(self, credit: Fields, scope: str, *, shared: bool = False) -> Fields:
        """Return a credit with an id of its own.

        Args:
            credit: The credit.
            scope: The title, or the episodes of a series.
            shared: Whether another credit of this person may have the id, as in several seasons or episodes.
        """
        number, person = str(credit.get("credit_id") or ""), int(credit["person"])
        owner = self._owners.get(number)
        if number and (owner is None or (shared and owner == (scope, person))):
            self._owners[number] = scope, person
            return credit
        job = credit.get("character") or credit.get("job")
        text = f"{scope} {person} {job} {number}"
        number = hashlib.sha256(text.encode()).hexdigest()[:24]
        while number in self._owners and not (shared and self._owners[number] == (scope, person)):
            number = hashlib.sha256(number.encode()).hexdigest()[:24]
        self._owners[number] = scope, person
        return {**credit, "credit_id": number}
