"""Localization of the rows of lists: which languages to request, and the texts that each row gets from them.

TMDB sends no translations with a row, so the list is requested in further languages, whose rows are the translations. A
row needs another language if its overview is empty, or its title is not translated: it is the original title, whose
language is none of those requested so far, or a numbered name such as `Episode 2`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tmdb_bindings.runtime import Details, Translated, read_blocks, translated_rows
from tmdb_facade._core.endpoint import Request
from tmdb_facade._core.languages.localization import Localization, TitleFields, fill_texts, is_numbered
from tmdb_facade._core.languages.preferences import MAX_LIST_LANGUAGES, Languages, LanguageTag
from tmdb_facade._core.request.append import APPEND_PARAMETER
from tmdb_facade._core.request.comma_lists import join_names, split_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# The fields of the titles of rows. The first original title or number that a row has decides. TV series have the title of
# movies too, as a property.
_TITLES = (
    TitleFields("name", "title", original="original_name"),
    TitleFields("title", "title", original="original_title"),
    TitleFields("name", "title", number="episode_number"),
    TitleFields("name", "title", number="season_number"),
)
# The start of the names of appended seasons.
_SEASON = "season/"
# Parameters that concern only the other blocks of details.
_BLOCK_PARAMETERS = frozenset({APPEND_PARAMETER, "include_image_language", "include_video_language", "session_id"})


class RowTexts(NamedTuple):
    """The translated texts of a row; a title that is not translated is empty, as in TMDB's translations."""

    title: str
    overview: str


class RowTranslation(NamedTuple):
    """The texts of a row in one language."""

    iso_639_1: str
    iso_3166_1: str
    data: RowTexts


def request_in(request: Request, tag: LanguageTag) -> Request:
    """Return the request for the same rows in another language, without the blocks of details other than seasons."""
    query = dict(request.query)
    if APPEND_PARAMETER in request.operation.query:
        query = {name: value for name, value in query.items() if name not in _BLOCK_PARAMETERS}
        seasons = [name for name in split_names(request.query.get(APPEND_PARAMETER)) if name.startswith(_SEASON)]
        if seasons:
            query[APPEND_PARAMETER] = join_names(seasons) or ""
    return Request(request.operation, request.path, {**query, "language": str(tag)}, request.body)


class LocalizedRows:
    """The rows of an answer while their texts are collected."""

    def __init__(self, answer: object, languages: Languages) -> None:
        """Start with the answer in the first language; `fill` changes its rows."""
        self._languages = languages
        self._tags = languages.tags[:MAX_LIST_LANGUAGES]
        self._next = 1
        self._rows = [_Row(record, self._tags[0]) for record in _rows_of(answer)]

    def next_language(self) -> LanguageTag | None:
        """Return the next language that a row needs, or `None` if no row needs another one."""
        while self._next < len(self._tags):
            if any(row.needs(self._tags, self._next) for row in self._rows):
                return self._tags[self._next]
            self._next += 1
        return None

    def add(self, answer: object) -> None:
        """Add the answer in the language that `next_language` returned.

        Only rows that need the language get texts from it, so the texts of a row do not depend on the rows around it.
        """
        records = {key: record for record in _rows_of(answer) if (key := _key(record)) is not None}
        for row in self._rows:
            if row.needs(self._tags, self._next):
                row.add(self._tags[self._next], records.get(_key(row.record)))
        self._next += 1

    def fill(self) -> None:
        """Set the texts of the rows, and their languages."""
        names = [str(tag) for tag in self._languages.tags]
        for row in self._rows:
            sources = fill_texts(row.record, row.title, row.translations, self._languages)
            row.record.__localization__ = Localization(languages=list(names), sources=sources, absent=row.absent)


def _rows_of(answer: object) -> Iterator[Translated]:
    """Yield the rows of an answer whose texts are localized.

    The list of a series' seasons is omitted: their names are mostly numbered, and their overviews empty, so almost every
    call would need further requests.
    """
    if not (isinstance(answer, Details) and hasattr(answer, "seasons")):
        yield from translated_rows(answer)
        return
    for season in read_blocks(answer, _SEASON).values():
        yield from translated_rows(season)


class _Row:
    """A row and its texts in the languages so far."""

    __slots__ = ("absent", "record", "title", "translations")

    def __init__(self, record: Translated, tag: LanguageTag) -> None:
        self.record = record
        self.title = next((one for one in _TITLES if hasattr(record, one.original or one.number)), None)
        self.translations: list[RowTranslation] = []
        self.absent: list[str] = []
        self.add(tag, record)

    def add(self, tag: LanguageTag, record: Translated | None) -> None:
        """Add the row in another language; `None` if the list does not contain it."""
        if record is None:
            self.absent.append(str(tag))
        elif any(texts := RowTexts(_translated_title(record, self.title), getattr(record, "overview", None) or "")):
            self.translations.append(RowTranslation(*tag, texts))

    def needs(self, tags: Iterable[LanguageTag], index: int) -> bool:
        """Return whether a language could improve a text."""
        texts = [translation.data for translation in self.translations]
        if not any(one.overview.strip() for one in texts):
            return True
        if self.title is None or any(one.title.strip() for one in texts):
            return False
        # The title in the original language is the original one.
        original_language: str | None = getattr(self.record, "original_language", None)
        return original_language not in [tag.language for tag in tuple(tags)[: index + 1]]


def _translated_title(record: Translated, title: TitleFields | None) -> str:
    """Return the title of a row, or an empty text if it is the original title or a numbered name."""
    if title is None:
        return ""
    own: str = getattr(record, title.field) or ""
    if title.original:
        return "" if own == getattr(record, title.original) else own
    return "" if is_numbered(own, getattr(record, title.number)) else own


def _key(record: Translated) -> object:
    """Return the identity of a row; a movie and a series may have the same id."""
    number: object = getattr(record, "id", None)
    return None if number is None else (type(record), number)
