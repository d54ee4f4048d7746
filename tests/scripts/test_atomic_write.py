"""What is committed is written whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.atomic_write import replace_tree, write_text


def names(folder: Path) -> list[str]:
    """List what a folder holds."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """And nothing is left beside it."""
    path = tmp_path / "table.md"

    write_text(path, "one\n")
    write_text(path, "two: ä\n")

    assert path.read_bytes() == "two: ä\n".encode()
    assert names(tmp_path) == ["table.md"]


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the disk is full after half of it."""
    path = tmp_path / "table.md"
    write_text(path, "one\n")

    def write_half(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[: len(data) // 2])
        raise OSError("no space left")

    monkeypatch.setattr(Path, "write_bytes", write_half)
    with pytest.raises(OSError, match="no space left"):
        write_text(path, "two\n")

    assert path.read_text() == "one\n"
    assert names(tmp_path) == ["table.md"]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_folder_is_replaced_as_a_whole(tmp_path: Path, is_there: bool) -> None:
    """What the new one lacks is gone, also what an earlier run left when it was ended."""
    made, place = tmp_path / "made", tmp_path / "place"
    made.mkdir()
    (made / "new.py").write_text("")
    (tmp_path / ".place.new").mkdir()
    (tmp_path / ".place.old").mkdir()
    (tmp_path / ".place.old" / "older.py").write_text("")
    if is_there:
        place.mkdir()
        (place / "old.py").write_text("")

    replace_tree(made, place)

    assert names(place) == names(made) == ["new.py"]
    assert names(tmp_path) == ["made", "place"]


@pytest.mark.parametrize("step", ["copytree", "rename"])
def test_a_folder_that_cannot_be_replaced_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Whether the copy fails, or the last step."""
    made, place = tmp_path / "made", tmp_path / "place"
    for folder, name in ((made, "new.py"), (place, "old.py")):
        folder.mkdir()
        (folder / name).write_text("")
    rename = Path.rename

    def refused(*_: object) -> None:
        raise OSError("no space left")

    def refused_at_the_end(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError("no space left")
        return rename(self, target)

    if step == "copytree":
        monkeypatch.setattr(shutil, "copytree", refused)
    else:
        monkeypatch.setattr(Path, "rename", refused_at_the_end)
    with pytest.raises(OSError, match="no space left"):
        replace_tree(made, place)

    assert names(place) == ["old.py"]
    assert names(tmp_path) == ["made", "place"]
