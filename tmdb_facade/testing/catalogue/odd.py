"""The records of the built-in catalogue that break programs: no date, no poster, a thousand episodes, and so on."""

from __future__ import annotations

from functools import cache

import msgspec

from .loader import DATA
from .parts import Record

#: The ids of invented records. TMDB's own are far below, and generated episodes have higher ones.
INVENTED = range(900_000_000, 901_000_000)


class OddRecord(Record, frozen=True, kw_only=True):
    """A record that breaks programs.

    Attributes:
        kind: `movie`, `tv`, `tv/season`, `tv/episode_group`, `person`, `collection` or `review`.
        id: Its id.
        path: The path that answers it, such as `/3/movie/1744731`.
        what: What is odd about it.
        source: The day of the recording that it comes from, the public report, or `invented`.
    """

    kind: str
    id: int | str
    path: str
    what: str
    source: str


def odd_records() -> tuple[OddRecord, ...]:
    """Return the odd records of the built-in catalogue, for tests of programs that read TMDB.

        @pytest.mark.parametrize("odd", odd_records(), ids=lambda odd: odd.what)
        def test_page(odd): ...

    Returns:
        One entry for each odd thing; a record can be odd in several ways.
    """
    return _read()


@cache
def _read() -> tuple[OddRecord, ...]:
    return msgspec.json.decode((DATA / "odd.json").read_bytes(), type=tuple[OddRecord, ...])
