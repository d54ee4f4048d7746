"""Localization of details: each text and image is in the first preferred language that has it.

The rows of lists have the same rule (`rows.py`), with the list in other languages as their translations.

TMDB does not fall back to other languages: without a translation, it sends the original title or a numbered name
(`Episode 2`), and empty texts. The list of translations distinguishes these from real ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from attrs import define, field

from tmdb_bindings import models
from tmdb_bindings.runtime import Details, Model, Translated
from tmdb_facade._core.images import DEFAULT_SETTINGS
from tmdb_facade._core.languages.preferences import IMAGES, TRANSLATIONS, HasLanguage, Languages, LanguageTag, tag_of
from tmdb_facade._core.request.validation import invalid
from tmdb_facade.errors import InvalidArgumentError

#: The name of the block for an answer's `Localization`; TMDB has no block with this name.
BLOCK = "localization"

D = TypeVar("D", bound=Details)


class TitleFields(NamedTuple):
    """The fields of a class that concern its title.

    Attributes:
        field: The title in the details.
        key: The title in a translation.
        original: The original title in the details.
        number: The number in the details from which TMDB builds a missing name.
        assumed: The language of the original title if the details do not contain it.
    """

    field: str
    key: str
    original: str = ""
    number: str = ""
    assumed: str = ""


# People are missing: an empty name in their translations means that the name is the same in that language.
TITLES: Mapping[str, TitleFields] = {
    "MovieDetails": TitleFields("title", "title", original="original_title"),
    "TVDetails": TitleFields("name", "name", original="original_name"),
    "SeasonDetails": TitleFields("name", "name", number="season_number"),
    "EpisodeDetails": TitleFields("name", "name", number="episode_number"),
    "CollectionDetails": TitleFields("name", "title", original="original_name", assumed="en"),
}
TEXTS = ("overview", "tagline", "biography", "homepage")


class TranslationLike(HasLanguage, Protocol):
    """A translation of any class; the fields of its data differ."""

    @property
    def data(self) -> Any: ...


class Text(NamedTuple):
    """A text and its language; `None` if TMDB does not send the language."""

    text: str
    source: str | None


def _no_languages() -> list[str]:
    return []


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Localization(Model):
    """The languages of an answer's texts, and the images that were chosen for them."""

    languages: list[str]
    """The requested languages in order of preference."""

    sources: dict[str, str | None]
    """The language of each non-empty text, by field: `{"title": "pt-BR", "overview": "pt-PT"}`.

    An original title without a translation has its language without a region (`ja`). `None` means that TMDB sent the text
    for the first language without listing it among the translations, as it does with many homepages.
    """

    poster: models.Image | None = None
    """The poster. Images are set only if images were appended, and there is one in these languages or without text."""

    backdrop: models.Image | None = None
    """The backdrop."""

    logo: models.Image | None = None
    """The logo."""

    still: models.Image | None = None
    """The still of an episode."""

    profile: models.Image | None = None
    """The profile image of a person."""

    absent: list[str] = field(factory=_no_languages)
    """The languages in which a row was missing from its list, as the list had changed between the requests; TMDB may have
    texts in these languages. Always empty for details."""


def localization(details: Details | Translated) -> Localization:
    """Return the languages of an answer's texts and the chosen images.

        movie = tmdb.movies.details(550, languages=["pt-BR", "pt-PT", "en-US"])
        print(movie.title, localization(movie).sources["title"])

    Args:
        details: The answer of a `details` method, or a row of a list, of a call with `languages=[...]`.

    Returns:
        The sources and images; rows have no images.

    Raises:
        InvalidArgumentError: The call had no `languages=[...]`.
    """
    found = getattr(details, "__localization__", None) or getattr(details, "__blocks__", {}).get(BLOCK)
    if not isinstance(details, Details | Translated):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise invalid("details", "details, or a row of a list that has texts in several languages", details)
    if not isinstance(found, Localization):
        raise InvalidArgumentError(
            "details", f"must come from a call with languages=[...], got a {type(details).__name__} in one language"
        )
    return found


def localize(details: D, languages: Languages, *, hidden: bool) -> D:
    """Localize an answer: fill in its texts and choose its images.

    Args:
        details: The answer for the first of the languages, with its translations; it is changed.
        languages: The languages.
        hidden: Whether to remove the translations, because the caller did not append them.

    Returns:
        The same answer.
    """
    blocks = details.__blocks__
    # TMDB may have omitted the block, which is reported already.
    block = getattr(details, TRANSLATIONS, None)
    translations: Sequence[TranslationLike] = block.translations if block is not None else []
    sources = fill_texts(details, TITLES.get(type(details).__name__), translations, languages)
    localized = Localization(languages=[str(tag) for tag in languages.tags], sources=sources)
    images = getattr(details, IMAGES, None)
    for kind in DEFAULT_SETTINGS.sizes:
        image: models.Image | None = languages.pick(getattr(images, f"{kind}s", []))
        if image is not None:
            setattr(localized, kind, image)
            # The details of titles have no path of a logo.
            if hasattr(details, f"{kind}_path"):
                setattr(details, f"{kind}_path", image.file_path)
    if hidden:
        del blocks[TRANSLATIONS]
    blocks[BLOCK] = localized
    return details


def fill_texts(
    record: Details | Translated,
    title: TitleFields | None,
    translations: Sequence[TranslationLike],
    languages: Languages,
) -> dict[str, str | None]:
    """Set each text of a record to the best one.

    Args:
        record: The record in the first of the languages; it is changed.
        title: The fields that concern its title; `None` if it has none.
        translations: Its translations.
        languages: The languages.

    Returns:
        The language of each non-empty text, by field.
    """
    sources: dict[str, str | None] = {}
    for name, found in _texts(record, title, translations, languages):
        setattr(record, name, found.text)
        sources[name] = found.source
    return sources


def _texts(
    details: Details | Translated,
    title: TitleFields | None,
    translations: Sequence[TranslationLike],
    languages: Languages,
) -> Iterator[tuple[str, Text]]:
    """Yield the texts by field."""
    if title is not None:
        found = _choose_title(details, title, translations, languages)
        if found.text:
            yield title.field, found
    for name in TEXTS:
        # Collections have homepages only in their translations.
        if not hasattr(details, name):
            continue
        own = getattr(details, name) or ""
        found = _choose_text(own, _Column(translations, name), languages, getattr(details, "original_language", None))
        if found.text:
            yield name, found


class _Column:
    """One field of all translations."""

    def __init__(self, translations: Sequence[TranslationLike], key: str) -> None:
        self._translations = translations
        self._key = key

    def texts(self, languages: Languages, tag: LanguageTag) -> list[tuple[LanguageTag, str]]:
        """Return the non-empty texts that match a language, the best first."""
        found = [
            (tag_of(translation), getattr(translation.data, self._key, None) or "")
            for translation in languages.matches(tag, self._translations)
        ]
        return [(tag, text) for tag, text in found if text.strip()]

    def has(self, tag: LanguageTag) -> bool:
        """Return whether a translation exists for a language, even if this field is empty."""
        return any(tag_of(translation) == tag for translation in self._translations)


def _choose_text(own: str, column: _Column, languages: Languages, original_language: str | None) -> Text:
    """Return the text that TMDB sent, or the best translation if it is empty."""
    found = [entry for tag in languages.tags for entry in column.texts(languages, tag)]
    if own.strip():
        # TMDB sends some texts of the original where the language has none, homepages above all.
        known = [*found, *(column.texts(languages, LanguageTag(original_language)) if original_language else [])]
        return Text(own, next((str(tag) for tag, text in known if text == own), None))
    return next((Text(text, str(tag)) for tag, text in found), Text("", None))


def _choose_title(
    details: Details | Translated, title: TitleFields, translations: Sequence[TranslationLike], languages: Languages
) -> Text:
    """Return the title in the first language that has a translation or is the original language."""
    own: str = getattr(details, title.field) or ""
    number: int | None = getattr(details, title.number) if title.number else None
    column = _Column(translations, title.key)
    original, original_language = _original(details, title, own)
    preferred = languages.tags[0]
    numbered = is_numbered(own, number)
    for tag in languages.tags:
        found = column.texts(languages, tag)
        if tag == preferred and own != original:
            # For a language without a region, TMDB chose a region: a stable sort puts its title first.
            found.sort(key=lambda entry: entry[1] != own)
        elif original and tag.language == original_language and not (found and found[0][0] == tag):
            return Text(original, str(tag) if column.has(tag) else original_language)
        for source, text in found:
            # `Season 2` in a translation is no better than TMDB's `Temporada 2` in the preferred language.
            if source.language == preferred.language or not (numbered and is_numbered(text, number)):
                return Text(text, str(source))
    if own == original or not own.strip():
        return Text(original, original_language or None)
    # TMDB builds numbered names in the requested language.
    return Text(own, str(preferred) if numbered else None)


def _original(details: Details | Translated, title: TitleFields, own: str) -> tuple[str, str]:
    """Return the original title and its language; empty texts if there is none."""
    original: str | None = getattr(details, title.original) if title.original else None
    language: str | None = getattr(details, "original_language", None)
    return (original, language) if original and language else (own if title.assumed else "", title.assumed)


def is_numbered(name: str, number: int | None) -> bool:
    """Return whether a name is TMDB's default for a season or an episode: `Season 2`, `第 2 季`."""
    if number is None:
        return False
    if number == 0:
        return True  # the specials, in any language
    numbers = [int(digits) for digits in re.findall(r"\d+", name)]
    return numbers == [number] and len(re.findall(r"[^\W\d_]+", name)) <= 2
