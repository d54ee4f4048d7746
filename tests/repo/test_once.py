"""Values that the workers of a test run share."""

from __future__ import annotations

from pathlib import Path

from tests.once import Once


def test_once_makes_a_value_for_all_workers(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> list[int]:
        made.append(1)
        return [*made]

    workers = [Once(tmp_path), Once(tmp_path)]
    assert [worker("numbers", make) for worker in workers] == [[1], [1]]
    assert workers[1]("others", make) == [1, 1]
