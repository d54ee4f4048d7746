"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def target_file(target: str | os.PathLike[str], name: str) -> Path:
    """Tell where a file goes.

    Args:
        target: A file's path, or a folder that is there.
        name: What the file is called in a folder.

    Returns:
        The file's path.
    """
    path = Path(target)
    return path / name if path.is_dir() else path


@contextmanager
def whole_file(path: Path) -> Generator[BinaryIO]:
    """Write a file under a temporary name beside it, and rename it when all is written.

    Whoever looks meanwhile, or after an error, finds the old file or none.

    Args:
        path: The file's path; its folder has to be there.

    Yields:
        What to write to.
    """
    # Beside it: a file can be renamed only within one file system. Opened plainly, so that it has usual permissions.
    part = path.with_name(f".{path.name[:200]}.{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            yield file
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
