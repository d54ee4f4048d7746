"""`write_text`, `replace_tree` and `replace_all` write committed files completely or not at all."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from scripts.atomic_write import exclusive_use, replace_all, replace_tree, write_text


def names(folder: Path) -> list[str]:
    """Return the names in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_write_text_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "table.md"

    write_text(path, "one\n")
    write_text(path, "two: ä\n")

    assert path.read_bytes() == "two: ä\n".encode()
    assert names(tmp_path) == ["table.md"]


def test_write_text_keeps_the_old_file_if_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
def test_replace_tree_replaces_the_whole_folder(tmp_path: Path, is_there: bool) -> None:
    """Leftovers of an interrupted run are removed too."""
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
def test_replace_tree_keeps_the_old_folder_if_a_step_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    made, place = tmp_path / "made", tmp_path / "place"
    for folder, name in ((made, "new.py"), (place, "old.py")):
        folder.mkdir()
        (folder / name).write_text("")
    rename = Path.rename

    def fail(*_: object) -> None:
        raise OSError("no space left")

    def fail_at_the_last_step(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError("no space left")
        return rename(self, target)

    if step == "copytree":
        monkeypatch.setattr(shutil, "copytree", fail)
    else:
        monkeypatch.setattr(Path, "rename", fail_at_the_last_step)
    with pytest.raises(OSError, match="no space left"):
        replace_tree(made, place)

    assert names(place) == ["old.py"]
    assert names(tmp_path) == ["made", "place"]


def test_replace_all_restores_every_place_if_one_fails(tmp_path: Path) -> None:
    """A place that was empty before is empty again."""
    (tmp_path / "old.md").write_text("old")
    for name in ("made_old.md", "made_new.md"):
        (tmp_path / name).write_text("made")
    places = {tmp_path / "old.md": tmp_path / "made_old.md", tmp_path / "new.md": tmp_path / "made_new.md"}

    with pytest.raises(FileNotFoundError):
        replace_all({**places, tmp_path / "other.md": tmp_path / "missing.md"})

    assert (tmp_path / "old.md").read_text() == "old"
    assert names(tmp_path) == ["old.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
@pytest.mark.parametrize("is_dangling", [True, False])
def test_replace_all_replaces_a_link_and_keeps_its_target(tmp_path: Path, is_dangling: bool) -> None:
    made, place, target = tmp_path / "made", tmp_path / "place", tmp_path / "target"
    made.mkdir()
    (made / "new.py").write_text("")
    place.symlink_to(target, target_is_directory=True)
    if not is_dangling:
        target.mkdir()

    replace_all({place: made})

    assert names(place) == ["new.py"]
    assert not place.is_symlink()
    assert names(tmp_path) == (["place"] if is_dangling else ["place", "target"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no advisory locks of folders")
def test_exclusive_use_rejects_a_second_program(tmp_path: Path) -> None:
    with exclusive_use(tmp_path), pytest.raises(BlockingIOError), exclusive_use(tmp_path):
        pass
    with exclusive_use(tmp_path), exclusive_use(tmp_path / "missing"):
        assert names(tmp_path) == []
