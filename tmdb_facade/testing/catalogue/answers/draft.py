"""The facts of saved answers, merged: what answers say about each record, before the records are built."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeAlias

# Answers are JSON, which the records validate in the end.
Fields: TypeAlias = "dict[str, Any]"

# How much an answer knows about a record: its details more than a row of a list, a row more than a mention.
MENTION, ROW, DETAILS = range(3)

_EMPTY: tuple[object, ...] = (None, "", [], {}, ())


class DraftEntry:
    """What answers say about one record.

    The value of an answer that knows more wins; among equals, the later one. An empty value replaces no other.

    Attributes:
        fields: The values by field of the record.
        texts: Translated texts by language and country.
        images: Images by kind, such as `posters`, and path.
        credits: Credits by their id, which lists of a person's credits add to those of the title.
        members: Ids of keywords and companies, which lists of their movies add to those of the title.
        source: The last file that said something about the record, for error messages.
        is_thin: Whether only rows of lists and mentions in other records have said something about the record.
    """

    def __init__(self) -> None:
        """Create an entry without facts."""
        self.fields: Fields = {}
        self.texts: dict[tuple[str, str], Fields] = {}
        self.images: dict[str, dict[str, Fields]] = defaultdict(dict)
        self.credits: dict[str, Fields] = {}
        self.members: dict[str, list[int]] = defaultdict(list)
        self.source: str = ""
        self.is_thin: bool = True
        self._ranks: dict[str, int] = {}

    def update(self, rank: int, source: str, fields: Mapping[str, Any]) -> None:
        """Merge the fields of an answer."""
        self.source = source
        self.is_thin = self.is_thin and rank < DETAILS
        for name, value in fields.items():
            known, old = self._ranks.get(name, -1), self.fields.get(name)
            if (rank >= known or old in _EMPTY) and (value not in _EMPTY or old in _EMPTY):
                self.fields[name] = value
                self._ranks[name] = max(rank, known)

    def lengthen(self, source: str, name: str, items: list[Any]) -> None:
        """Merge a list: the longest one wins, since answers may be filtered."""
        self.source = source
        self.is_thin = False
        if len(items) >= len(self.fields.get(name, ())):
            self.fields[name] = items

    def add_text(self, language: tuple[str, str], fields: Mapping[str, Any]) -> None:
        """Merge translated texts; empty ones replace nothing."""
        known = self.texts.setdefault(language, {})
        known.update({name: value for name, value in fields.items() if value or name not in known})

    def add_images(self, kind: str, images: Iterable[Fields]) -> None:
        """Merge images by path."""
        for image in images:
            known = self.images[kind].setdefault(image["path"], image)
            known.update(image)


class Draft:
    """What answers say about all records, by id."""

    def __init__(self) -> None:
        """Create an empty draft."""
        self.movies: dict[int, DraftEntry] = defaultdict(DraftEntry)
        self.series: dict[int, DraftEntry] = defaultdict(DraftEntry)
        self.people: dict[int, DraftEntry] = defaultdict(DraftEntry)
        self.collections: dict[int, DraftEntry] = defaultdict(DraftEntry)
        self.companies: dict[int, DraftEntry] = defaultdict(DraftEntry)
        self.networks: dict[int, DraftEntry] = defaultdict(DraftEntry)
        self.keywords: dict[int, DraftEntry] = defaultdict(DraftEntry)
        self.genres: dict[int, DraftEntry] = defaultdict(DraftEntry)
        self.providers: dict[int, DraftEntry] = defaultdict(DraftEntry)
        self.countries: dict[str, DraftEntry] = defaultdict(DraftEntry)
        self.languages: dict[str, DraftEntry] = defaultdict(DraftEntry)
        self.lists: dict[int, DraftEntry] = defaultdict(DraftEntry)
        # By series and number; episodes by series, season and number.
        self.seasons: dict[tuple[int, int], DraftEntry] = defaultdict(DraftEntry)
        self.episodes: dict[tuple[int, int, int], DraftEntry] = defaultdict(DraftEntry)
        self.configuration: Fields = {}
        # The days on which answers were recorded.
        self.days: list[date] = []
        # Edits of seasons and episodes, by kind and id: these answers name nothing else.
        self.edited: dict[tuple[str, int], DraftEntry] = defaultdict(DraftEntry)
        self.departments: list[Fields] = []
        # Of movies (`movie`) and series (`tv`).
        self.certifications: dict[str, list[Fields]] = {}

    def titles(self, kind: str) -> dict[int, DraftEntry]:
        """Return the movies (`movie`) or the TV series (`tv`)."""
        return self.movies if kind == "movie" else self.series

    def thin_records(self) -> dict[str, frozenset[int]]:
        """Return the ids of thin records by the catalogue's name of their kind."""
        kinds = {
            "movies": self.movies,
            "series": self.series,
            "people": self.people,
            "collections": self.collections,
            "companies": self.companies,
            "networks": self.networks,
        }
        with_seasons = {series_id for series_id, _ in self.seasons}
        thin = {name: {number for number, entry in entries.items() if entry.is_thin} for name, entries in kinds.items()}
        return {name: frozenset(ids - with_seasons if name == "series" else ids) for name, ids in thin.items()}


class AnswerReading(NamedTuple):
    """An answer while it is read.

    Attributes:
        draft: The facts so far.
        source: The name of its file.
        language: The language and the country of its texts.
    """

    draft: Draft
    source: str
    language: tuple[str, str]

    def update(self, entry: DraftEntry, rank: int, fields: Mapping[str, Any]) -> None:
        """Merge fields into an entry."""
        entry.update(rank, self.source, fields)


# Reads a block of a record of some kind (`movie`, `tv`, `season`, `episode` or `person`) into its entry.
Block: TypeAlias = "Callable[[AnswerReading, str, DraftEntry, Mapping[str, Any]], None]"


def picked(body: Mapping[str, Any], names: Mapping[str, str]) -> Fields:
    """Return the values of an answer by field of a record, without null; `names` has the answer's key of each field."""
    return {field: body[key] for field, key in names.items() if body.get(key) is not None}


def same(*names: str) -> Mapping[str, str]:
    """Return a mapping for `picked` of fields that have the answer's names."""
    return {name: name for name in names}
