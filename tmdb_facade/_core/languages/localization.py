"""The texts and images of a details answer in the first of several languages that has them.

TMDB does not fall back: where a translation is missing, it sends the original title, or a counted name (`Episode 2`), and
empty texts. The list of translations tells the one from the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from attrs import define

from tmdb_bindings.runtime import Details, Model
from tmdb_facade._core.languages.preferences import IMAGES, TRANSLATIONS, InLanguage, Languages, Tag, tag_of

if TYPE_CHECKING:
    from tmdb_bindings.models import Image

#: Under which name the blocks of an answer hold how it was filled; TMDB has no block of this name.
BLOCK = "localization"

D = TypeVar("D", bound=Details)


class Title(NamedTuple):
    """Where a class has its title.

    Attributes:
        field: In the details.
        key: In a translation.
        original: The original title in the details.
        number: What TMDB makes a name of where none was given, in the details.
        assumed: The language of an original title that the details do not tell.
    """

    field: str
    key: str
    original: str = ""
    number: str = ""
    assumed: str = ""


# People have one name everywhere: an empty one in a translation says that it is written as usual there.
TITLES: Mapping[str, Title] = {
    "MovieDetails": Title("title", "title", original="original_title"),
    "TVDetails": Title("name", "name", original="original_name"),
    "SeasonDetails": Title("name", "name", number="season_number"),
    "EpisodeDetails": Title("name", "name", number="episode_number"),
    "CollectionDetails": Title("name", "title", original="original_name", assumed="en"),
}
TEXTS = ("overview", "tagline", "biography", "homepage")

#: The kinds of images: the list of all, and the field of the details that names the main one.
KINDS = {
    "poster": ("posters", "poster_path"),
    "backdrop": ("backdrops", "backdrop_path"),
    "logo": ("logos", ""),
    "still": ("stills", "still_path"),
    "profile": ("profiles", "profile_path"),
}


class Translation(InLanguage, Protocol):
    """A translation of anything; the fields of its data differ."""

    @property
    def data(self) -> Any: ...


class Text(NamedTuple):
    """A text, and the language that it came from; `None` where TMDB does not tell."""

    text: str
    source: str | None


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Localization(Model):
    """How the texts and images of an answer were chosen among several languages."""

    languages: list[str]
    """The languages that were asked for, the preferred first."""

    sources: dict[str, str | None]
    """The language of each text that is not empty, by field: `{"title": "pt-BR", "overview": "pt-PT"}`.

    An original title without a translation of its own has its language alone (`ja`). `None` says that TMDB sent the text
    for the first language without listing it among the translations, as it does with many homepages.
    """

    poster: Image | None = None
    """The poster; like all images, only where images were appended, and there is one in these languages or without words."""

    backdrop: Image | None = None
    """The backdrop."""

    logo: Image | None = None
    """The logo."""

    still: Image | None = None
    """The still of an episode."""

    profile: Image | None = None
    """The portrait of a person."""


def localization(details: Details) -> Localization:
    """Tell which language each text of an answer came from, and which images were chosen.

        film = tmdb.movies.details(550, languages=["pt-BR", "pt-PT", "en-US"])
        print(film.title, localization(film).sources["title"])

    Args:
        details: What a `details` method gave that was called with `languages=[...]`.

    Returns:
        The sources and images.

    Raises:
        ValueError: It was called without.
    """
    found = getattr(details, "__blocks__", {}).get(BLOCK)
    if not isinstance(found, Localization):
        raise ValueError(f"this {type(details).__name__} has one language: ask for it with languages=[...]")
    return found


def localize(details: D, languages: Languages, *, hidden: bool) -> D:
    """Fill an answer's texts and choose its images.

    Args:
        details: The answer for the first of the languages, its translations appended; it is changed.
        languages: The languages.
        hidden: Whether to take the translations out again, because the user did not ask for them.

    Returns:
        The same answer.
    """
    blocks = details.__blocks__
    block = getattr(details, TRANSLATIONS)
    translations: Sequence[Translation] = block.translations if block is not None else []
    sources: dict[str, str | None] = {}
    for field, found in _texts(details, translations, languages):
        setattr(details, field, found.text)
        sources[field] = found.source
    told = Localization(languages=[str(tag) for tag in languages.tags], sources=sources)
    images = getattr(details, IMAGES) if IMAGES in blocks else None
    for kind, (plural, path) in KINDS.items():
        image: Image | None = languages.pick(getattr(images, plural, []))
        if image is not None:
            setattr(told, kind, image)
            if path:
                setattr(details, path, image.file_path)
    if hidden:
        del blocks[TRANSLATIONS]
    blocks[BLOCK] = told
    return details


def _texts(details: Details, translations: Sequence[Translation], languages: Languages) -> Iterator[tuple[str, Text]]:
    """Choose the texts that there are, by field."""
    title = TITLES.get(type(details).__name__)
    if title is not None:
        found = _choose_title(details, title, translations, languages)
        if found.text:
            yield title.field, found
    for field in TEXTS:
        # Collections have homepages in their translations only.
        if not hasattr(details, field):
            continue
        own = getattr(details, field) or ""
        found = _choose_text(own, _Column(translations, field), languages, getattr(details, "original_language", None))
        if found.text:
            yield field, found


class _Column:
    """One field of all translations."""

    def __init__(self, translations: Sequence[Translation], key: str) -> None:
        self._translations = translations
        self._key = key

    def texts(self, languages: Languages, tag: Tag) -> list[tuple[Tag, str]]:
        """List the texts that fit a language and are not empty, the best first."""
        found = [
            (tag_of(translation), getattr(translation.data, self._key, None) or "")
            for translation in languages.matches(tag, self._translations)
        ]
        return [(tag, text) for tag, text in found if text.strip()]

    def has(self, wanted: Tag) -> bool:
        """Tell whether there is a translation for a language, be this field of it empty or not."""
        return any(tag_of(translation) == wanted for translation in self._translations)


def _choose_text(own: str, column: _Column, languages: Languages, original_language: str | None) -> Text:
    """Keep a text that TMDB sent; fill one that is empty."""
    found = [entry for tag in languages.tags for entry in column.texts(languages, tag)]
    if own.strip():
        # TMDB sends some texts of the original where the language has none, homepages above all.
        known = [*found, *(column.texts(languages, Tag(original_language)) if original_language else [])]
        return Text(own, next((str(tag) for tag, text in known if text == own), None))
    return next((Text(text, str(tag)) for tag, text in found), Text("", None))


def _choose_title(details: Details, title: Title, translations: Sequence[Translation], languages: Languages) -> Text:
    """Take the first title that someone translated, or that was the title in a language to begin with."""
    own: str = getattr(details, title.field) or ""
    number: int | None = getattr(details, title.number) if title.number else None
    column = _Column(translations, title.key)
    original, original_language = _original(details, title, own)
    preferred = languages.tags[0]
    counted = _is_counted(own, number)
    for tag in languages.tags:
        found = column.texts(languages, tag)
        if tag == preferred and own != original:
            # For a language without a region, TMDB chose one: a stable sort puts that first.
            found.sort(key=lambda entry: entry[1] != own)
        elif original and tag.language == original_language and not (found and found[0][0] == tag):
            return Text(original, str(tag) if column.has(tag) else original_language)
        for source, text in found:
            # A `Season 2` that someone wrote down is no better than `Temporada 2` in the preferred language.
            if source.language == preferred.language or not (counted and _is_counted(text, number)):
                return Text(text, str(source))
    if own == original or not own.strip():
        return Text(original, original_language or None)
    # TMDB counts in the language that it is asked for.
    return Text(own, str(preferred) if counted else None)


def _original(details: Details, title: Title, own: str) -> tuple[str, str]:
    """Tell the original title and its language; nothing for what has none."""
    original: str | None = getattr(details, title.original) if title.original else None
    language: str | None = getattr(details, "original_language", None)
    return (original, language) if original and language else (own if title.assumed else "", title.assumed)


def _is_counted(name: str, number: int | None) -> bool:
    """Tell whether a name is what TMDB calls a season or an episode without one: `Season 2`, `第 2 季`."""
    if number is None:
        return False
    if number == 0:
        return True  # the specials, whatever the word for them
    numbers = [int(digits) for digits in re.findall(r"\d+", name)]
    return numbers == [number] and len(re.findall(r"[^\W\d_]+", name)) <= 2
