"""Mappings whose records are read when they are first used, so that a large catalogue does not slow the start."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from functools import cached_property
from pathlib import Path
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class _LazyMapping(Mapping[K, V]):
    """A mapping that reads all its records when it is first used."""

    @abstractmethod
    def _read_all(self) -> Mapping[K, V]: ...

    @cached_property
    def _all(self) -> Mapping[K, V]:
        return self._read_all()

    def __getitem__(self, key: K) -> V:
        return self._all[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    # Those of `Mapping` look up each key, which takes longer.
    def values(self) -> ValuesView[V]:
        return self._all.values()

    def items(self) -> ItemsView[K, V]:
        return self._all.items()


class LazyFile(_LazyMapping[K, V]):
    """The records of one file."""

    def __init__(self, read: Callable[[], Mapping[K, V]]) -> None:
        """Create the mapping.

        Args:
            read: Reads the records.
        """
        self._read = read

    def _read_all(self) -> Mapping[K, V]:
        return self._read()


class LazyFolder(_LazyMapping[int, V]):
    """The records of a folder, each in its own file, whose name starts with the id: `550-fight-club.json`.

    Looking up an id reads only the file of this record. The order of the records needs all files.
    """

    def __init__(self, folder: Path, read: Callable[[Path], V], in_order: Callable[[list[V]], Mapping[int, V]]) -> None:
        """List the files.

        Args:
            folder: The folder.
            read: Reads the record of a file.
            in_order: Sorts all records, and returns them by id.
        """
        self._paths = {int(path.name.partition("-")[0]): path for path in folder.glob("*.json")}
        self._read = read
        self._in_order = in_order
        self._records: dict[int, V] = {}

    def __getitem__(self, key: int) -> V:
        record = self._records.get(key)
        # Two threads may read the same record: both get the one that was stored first.
        return record or self._records.setdefault(key, self._read(self._paths[key]))

    def __contains__(self, key: object) -> bool:
        return key in self._paths

    def __len__(self) -> int:
        return len(self._paths)

    def _read_all(self) -> Mapping[int, V]:
        return self._in_order([self[number] for number in self._paths])
