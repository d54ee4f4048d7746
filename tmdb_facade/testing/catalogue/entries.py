"""Find the ids of a catalogue's records by a part of their names. TMDB's own search is in the handlers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from .store import Catalogue

EntryKind: TypeAlias = Literal["movie", "tv", "person", "collection", "company", "network", "keyword"]


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A record of a catalogue.

    Attributes:
        kind: The kind of record, as in TMDB's paths: a series is `tv`.
        id: The id.
        name: The English title or name, else the original one.
        date: The date of the release, of the first episode, or of the birth.
    """

    kind: EntryKind
    id: int
    name: str
    date: date | None = None


def find_entries(catalogue: Catalogue, text: str = "", *, limit: int = 20) -> list[CatalogueEntry]:
    """Find records by their id, or by a part of one of their names in any language.

    Case and accents do not matter. Complete names come first, then beginnings, then movies, series and people by
    popularity.

    Args:
        catalogue: The catalogue.
        text: The text; an empty one finds all records.
        limit: The number of records to return.

    Returns:
        The records.
    """
    wanted = _folded(text)
    ranked = [(rank, entry) for entry, names in _named(catalogue) if (rank := _rank(wanted, entry, names)) is not None]
    ranked.sort(key=lambda pair: pair[0])
    return [entry for _, entry in ranked[:limit]]


def _rank(wanted: str, entry: CatalogueEntry, names: Iterable[str]) -> int | None:
    if wanted == str(entry.id):
        return 0
    folded = [_folded(name) for name in names]
    if wanted in folded:
        return 1
    if any(name.startswith(wanted) for name in folded):
        return 2
    return 3 if any(wanted in name for name in folded) else None


def _named(catalogue: Catalogue) -> Iterator[tuple[CatalogueEntry, tuple[str, ...]]]:
    for movie in catalogue.movies.values():
        titles = {text.language: text.title for text in reversed(movie.translations) if text.title}
        name = titles.get("en", movie.original_title)
        yield (
            CatalogueEntry("movie", movie.id, name, movie.release_date),
            (name, movie.original_title, *titles.values()),
        )
    for series in catalogue.series.values():
        titles = {text.language: text.title for text in reversed(series.translations) if text.title}
        name = titles.get("en", series.original_name)
        yield (
            CatalogueEntry("tv", series.id, name, series.first_air_date),
            (name, series.original_name, *titles.values()),
        )
    for person in catalogue.people.values():
        names = (person.name, person.original_name, *person.also_known_as)
        yield CatalogueEntry("person", person.id, person.name, person.birthday), names
    for collection in catalogue.collections.values():
        names = tuple(collection.names.values())
        yield CatalogueEntry("collection", collection.id, collection.names.get("en", names[0])), names
    for company in catalogue.companies.values():
        yield CatalogueEntry("company", company.id, company.name), (company.name,)
    for network in catalogue.networks.values():
        yield CatalogueEntry("network", network.id, network.name), (network.name,)
    for keyword in catalogue.keywords.values():
        yield CatalogueEntry("keyword", keyword.id, keyword.name), (keyword.name,)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
