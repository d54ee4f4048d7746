"""Language preferences: the parameters for a list of languages, and the order of preference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from tmdb_facade._core.request.comma_lists import join_names, languages_text, split_names
from tmdb_facade._core.request.validation import check_languages
from tmdb_facade.errors import InvalidArgumentError

TRANSLATIONS = "translations"
IMAGES = "images"

#: The maximum number of languages of a list. Each costs a request for a page that lacks texts in those before it.
MAX_LIST_LANGUAGES = 5

#: The details whose rows are localized too.
DETAILS_WITH_ROWS = frozenset({"CollectionDetails", "SeasonDetails", "TVDetails"})

# TMDB's codes for images without text.
_NO_LANGUAGE_CODES = frozenset({"", "xx"})


class HasLanguage(Protocol):
    """A translation or an image: anything with a language."""

    @property
    def iso_639_1(self) -> str | None: ...
    @property
    def iso_3166_1(self) -> str | None: ...


T = TypeVar("T", bound=HasLanguage)


class LanguageTag(NamedTuple):
    """A language, optionally of one region.

    Attributes:
        language: ISO 639-1, lower case; empty for images without text.
        region: ISO 3166-1, upper case; empty for the language of any region.
    """

    language: str
    region: str = ""

    def __str__(self) -> str:
        """Return TMDB's form: `pt-BR`, `pt`."""
        return f"{self.language}-{self.region}" if self.region else self.language


def tag_of(item: HasLanguage) -> LanguageTag:
    """Return the language of a translation or an image."""
    language = (item.iso_639_1 or "").lower()
    return LanguageTag("" if language in _NO_LANGUAGE_CODES else language, (item.iso_3166_1 or "").upper())


class Languages:
    """Languages in order of preference.

    Attributes:
        order: All tags, each once; the tag without a language stands for images without text.
        tags: The tags with a language.
    """

    def __init__(self, languages: Sequence[str | None]) -> None:
        """Parse a caller's list.

        Args:
            languages: Languages such as `["pt-BR", "pt", "en-US"]`; `None` in the list is the position of images
                without text, which otherwise come last.

        Raises:
            InvalidArgumentError: The value is not a list of at least one language.
        """
        order = dict.fromkeys(parse_tag(language) for language in check_languages("languages", languages))
        self.tags: tuple[LanguageTag, ...] = tuple(tag for tag in order if tag.language)
        if not self.tags:
            raise InvalidArgumentError("languages", "must contain at least one language, such as ['pt-BR', 'en-US']")
        order.setdefault(LanguageTag(""))
        self.order: tuple[LanguageTag, ...] = tuple(order)

    @property
    def images(self) -> list[str | None]:
        """The languages for `include_image_language`, which has no regions."""
        return [*dict.fromkeys(tag.language for tag in self.tags), None]

    def matches(self, preferred: LanguageTag, items: Sequence[T]) -> Iterator[T]:
        """Yield the items that match a language of the list, the best first.

        Items of the same region come first, then other items of the language: those without a region, those of the
        language's own region (`pt-PT`), those of any other. A region that is in the list itself keeps its position:
        with `["es-MX", "en-US", "es-ES"]`, the Spanish of Spain comes after English.

        Args:
            preferred: A language of the list.
            items: Translations or images; equally good items keep their order.
        """
        near: list[tuple[int, T]] = []
        for item in items:
            tag = tag_of(item)
            if tag == preferred:
                yield item
            elif tag.language == preferred.language and tag not in self.order:
                near.append((region_distance(tag), item))
        for _, item in sorted(near, key=lambda entry: entry[0]):
            yield item

    def pick(self, items: Sequence[T]) -> T | None:
        """Return the best item in the first language that any item matches; `None` if none matches."""
        return next((item for tag in self.order for item in self.matches(tag, items)), None)


class LanguageChoice(NamedTuple):
    """The parameters of a details call for its language preferences.

    Attributes:
        language: The language of the call.
        blocks: The blocks to append.
        images: The languages of appended images.
        languages: The list; `None` for a call without a list.
        hidden: Whether the translations are appended only for the list.
    """

    language: str | None
    blocks: str | None
    images: str | None
    languages: Languages | None
    hidden: bool


def choose_list_languages(language: str | None, languages: Sequence[str | None] | None) -> Languages | None:
    """Return the languages of a list's rows.

    Args:
        language: The caller's single language, or `None`.
        languages: The caller's list, or `None`.

    Returns:
        The languages, or `None` for one language.

    Raises:
        InvalidArgumentError: Both a language and a list were passed, or the list contains other values than languages, or
            more than 5.
    """
    if languages is None:
        return None
    preferred = _preferred(language, languages)
    if len(preferred.tags) > MAX_LIST_LANGUAGES:
        raise InvalidArgumentError(
            "languages",
            f"must contain at most {MAX_LIST_LANGUAGES} languages, got {len(preferred.tags)}: each may need a request "
            "for each page",
        )
    return preferred


def choose_languages(
    languages: Sequence[str | None] | None,
    language: str | None,
    blocks: str | None,
    include_image_language: Sequence[str | None] | None = None,
) -> LanguageChoice:
    """Return the parameters of a details call.

    Args:
        languages: The caller's list, or `None`.
        language: The caller's single language, or `None`.
        blocks: The caller's blocks, comma-separated.
        include_image_language: The caller's languages of images.

    Returns:
        With a list: its first language, the translations as an additional block and, if images are appended, the
        languages of the list for images, unless the caller passed others. Otherwise the caller's arguments.

    Raises:
        InvalidArgumentError: Both a language and a list were passed, or a list contains other values than languages.
    """
    images = languages_text("include_image_language", include_image_language)
    if languages is None:
        return LanguageChoice(language, blocks, images, None, hidden=False)
    preferred = _preferred(language, languages)
    names = split_names(blocks)
    if images is None and IMAGES in names:
        images = languages_text("include_image_language", preferred.images)
    hidden = TRANSLATIONS not in names
    if hidden:
        names.append(TRANSLATIONS)
    return LanguageChoice(str(preferred.tags[0]), join_names(names), images, preferred, hidden)


def _preferred(language: str | None, languages: Sequence[str | None]) -> Languages:
    if language is not None:
        raise InvalidArgumentError(
            "languages", "cannot be combined with language=: the first of languages is the language of the call"
        )
    return Languages(languages)


def region_distance(tag: LanguageTag) -> int:
    """Return how far a translation is from another region of its language: 0 without a region, 1 for `pt-PT`, else 2."""
    return ("", tag.language.upper(), tag.region).index(tag.region)


def parse_tag(text: str | None) -> LanguageTag:
    """Return a validated language as a tag; `None` is the tag of images without text."""
    language, _, region = (text or "").partition("-")
    return LanguageTag(language.lower(), region.upper())
