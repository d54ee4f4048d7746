"""Records by id or code: the mappings of a catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeAlias, TypeVar, cast

from .records import Movie, Person, Series
from .reference import Country, Language


class _Identified(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=_Identified)
T = TypeVar("T", Movie, Series, Person)
C = TypeVar("C", Country, Language)
Records: TypeAlias = Iterable[R] | Mapping[int, R]


def by_id(records: Records[R]) -> Mapping[int, R]:
    """Return records by id."""
    if isinstance(records, Mapping):
        return cast("Mapping[int, R]", records)
    return {record.id: record for record in records}


def by_code(records: Iterable[C] | Mapping[str, C]) -> Mapping[str, C]:
    """Return countries or languages by code."""
    if isinstance(records, Mapping):
        return cast("Mapping[str, C]", records)
    return {record.code: record for record in records}


def most_popular_first(records: Records[T]) -> Mapping[int, T]:
    """Return records by id, sorted by popularity."""
    if isinstance(records, Mapping):
        return cast("Mapping[int, T]", records)
    return by_id(sorted(records, key=_popularity))


def _popularity(record: Movie | Series | Person) -> tuple[float, int]:
    return -record.popularity, record.id
