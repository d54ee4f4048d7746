"""A list of languages, the preferred first: what is asked of TMDB for it, and in which order things are chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from tmdb_facade._core.request.comma_lists import include_text, join_names, refuse_text, split_names

TRANSLATIONS = "translations"
IMAGES = "images"

#: How TMDB names what has no words: nothing, or a code that stands for nothing.
WORDLESS = frozenset({"", "xx"})

_TAG = re.compile(r"([A-Za-z]{2})(?:-([A-Za-z]{2}))?")


class InLanguage(Protocol):
    """A translation or an image."""

    @property
    def iso_639_1(self) -> str | None: ...
    @property
    def iso_3166_1(self) -> str | None: ...


T = TypeVar("T", bound=InLanguage)


class Tag(NamedTuple):
    """A language, perhaps as it is used in one region.

    Attributes:
        language: ISO 639-1, lower case; empty for what has no words.
        region: ISO 3166-1, upper case; empty for the language wherever it is used.
    """

    language: str
    region: str = ""

    def __str__(self) -> str:
        """Write it as TMDB does: `pt-BR`, `pt`."""
        return f"{self.language}-{self.region}" if self.region else self.language


def tag_of(thing: InLanguage) -> Tag:
    """Tell the language of a translation or an image."""
    language = (thing.iso_639_1 or "").lower()
    return Tag("" if language in WORDLESS else language, (thing.iso_3166_1 or "").upper())


class Languages:
    """Languages in the order in which they are wanted.

    Attributes:
        order: All of them, each once; the tag without a language stands for images without words.
        tags: Those of texts.
    """

    def __init__(self, languages: Sequence[str | None]) -> None:
        """Read a list as a user writes it.

        Args:
            languages: As in `["pt-BR", "pt", "en-US"]`; `None` among them is the place of images without words, which
                otherwise come last.

        Raises:
            ValueError: The list names no language, or something in it is none.
            TypeError: A single text was passed in the place of a list.
        """
        refuse_text(languages)
        order = dict.fromkeys(Tag("") if language is None else _read_tag(language) for language in languages)
        self.tags = tuple(tag for tag in order if tag.language)
        if not self.tags:
            raise ValueError('languages needs at least one language, as in ["pt-BR", "en-US"]')
        order.setdefault(Tag(""))
        self.order = tuple(order)

    @property
    def images(self) -> list[str | None]:
        """The languages of images, as `include_image_language` takes them: TMDB knows no regions there."""
        return [*dict.fromkeys(tag.language for tag in self.tags), None]

    def matches(self, wanted: Tag, things: Sequence[T]) -> Iterator[T]:
        """List what fits a language of the list, the best first.

        What is of that very region comes first, then what is of the language alone: of no region, of the region that
        the language has its code from (`pt-PT`), of any other. A region that has a place of its own in the list waits
        for it: with `["es-MX", "en-US", "es-ES"]`, the Spanish of Spain comes after English.

        Args:
            wanted: A language of the list.
            things: Translations or images; those that fit alike stay in their order.
        """
        near: list[tuple[int, T]] = []
        for thing in things:
            tag = tag_of(thing)
            if tag == wanted:
                yield thing
            elif tag.language == wanted.language and tag not in self.order:
                distance = ("", tag.language.upper(), tag.region).index(tag.region)
                near.append((distance, thing))
        for _, thing in sorted(near, key=lambda entry: entry[0]):
            yield thing

    def pick(self, things: Sequence[T]) -> T | None:
        """Choose the first that fits the first language that any fits; `None` where none fits."""
        return next((thing for tag in self.order for thing in self.matches(tag, things)), None)


class LanguageChoice(NamedTuple):
    """What a details call sends for the languages that were asked for.

    Attributes:
        language: The language of the call.
        blocks: The blocks to append.
        images: The languages of appended images.
        languages: The list; `None` where one language, or none, was asked for.
        hidden: Whether the translations come for the list's sake only.
    """

    language: str | None
    blocks: str | None
    images: str | None
    languages: Languages | None
    hidden: bool


def choose_languages(
    languages: Sequence[str | None] | None,
    language: str | None,
    blocks: str | None,
    include_image_language: Sequence[str | None] | None = None,
) -> LanguageChoice:
    """Tell what a details call sends.

    Args:
        languages: The user's list, or `None`.
        language: The user's one language, or `None`.
        blocks: The blocks that the user asked for, comma separated.
        include_image_language: The languages of images that the user asked for.

    Returns:
        With a list: its first language, the translations among the blocks and, where images are among them, images in
        the languages of the list, unless the user said which. Otherwise what the user asked for.

    Raises:
        ValueError: Both a language and a list were passed, or the list is empty or names what is no language.
        TypeError: A single text was passed in the place of a list.
    """
    images = include_text(include_image_language)
    if languages is None:
        return LanguageChoice(language, blocks, images, None, hidden=False)
    if language is not None:
        raise ValueError("pass language or languages, not both: the first of languages is the language of the call")
    wanted = Languages(languages)
    names = split_names(blocks)
    if images is None and IMAGES in names:
        images = include_text(wanted.images)
    hidden = TRANSLATIONS not in names
    if hidden:
        names.append(TRANSLATIONS)
    return LanguageChoice(str(wanted.tags[0]), join_names(names), images, wanted, hidden)


def _read_tag(text: str) -> Tag:
    match = _TAG.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no language: write ISO 639-1, perhaps with ISO 3166-1, as in 'pt' or 'pt-BR'")
    language, region = match.groups("")
    if language.lower() in WORDLESS:
        raise ValueError(f"{text!r} stands for no language: write None for images without words")
    return Tag(language.lower(), region.upper())
