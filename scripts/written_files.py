"""Write a committed file, or compare it with its current content (`--check`)."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.atomic_write import write_text
from scripts.paths import ROOT

_TEMPLATES = Environment(
    loader=FileSystemLoader([ROOT / "scripts", ROOT / "docs"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def parse_check(documentation: str | None, arguments: list[str] | None) -> bool:
    """Parse the command line of a program whose only option is `--check`."""
    parser = argparse.ArgumentParser(description=(documentation or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a file is out of date")
    check: bool = parser.parse_args(arguments).check
    return check


def write_or_compare(path: Path, text: str, command: str, *, check: bool) -> bool:
    """Write a file, or only compare it, and print a message if it is out of date.

    Args:
        path: The file.
        text: Its new content.
        command: The command that writes the file, for the message.
        check: Whether to compare only.

    Returns:
        Whether the file has this content now.
    """
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return True
    if check:
        print(f"{os.path.relpath(path, ROOT)} is out of date: run `{command}`", file=sys.stderr)
        return False
    write_text(path, text)
    return True


def compare_trees(made: Path, committed: Path, name: Path) -> Iterator[str]:
    """Yield a message for each file that is missing, left over or different.

    Args:
        made: The generated file or folder.
        committed: The one in the project.
        name: Its name in messages.
    """
    new, old = _files(made), _files(committed)
    for path in sorted(new.keys() | old.keys()):
        shown = (name / path).as_posix()
        if path not in old:
            yield f"{shown}: missing"
        elif path not in new:
            yield f"{shown}: not generated"
        elif new[path].read_bytes() != old[path].read_bytes():
            yield f"{shown}: differs"


def _files(place: Path) -> dict[Path, Path]:
    if place.is_file():
        return {Path(): place}
    # Files of Python and operating systems, which git ignores too.
    return {
        path.relative_to(place): path
        for path in place.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name != ".DS_Store"
    }


def render_template(name: str, /, **values: object) -> str:
    """Return the text of a Jinja template, whose name is a path below `scripts/` or `docs/`."""
    return _TEMPLATES.get_template(name).render(values)
