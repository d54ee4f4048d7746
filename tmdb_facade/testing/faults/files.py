"""Files of faults, for `serve --faults FILE`."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import msgspec

from tmdb_facade.testing.json_input import read_json

from .api import Faults
from .documents import add_fault
from .rules import Fault


def load_faults(faults: Faults, path: Path | str) -> list[Fault]:
    """Add the faults of a JSON file.

    Args:
        faults: The faults of a server: `server.faults`.
        path: The file: an object as for `add_fault`, a list of them, or a HAR file.

    Returns:
        The faults.

    Raises:
        OSError: The file cannot be read.
        ValueError: The file is not JSON, or a fault is wrong. No fault is added.
    """
    try:
        document = read_json(path, object)
    except ValueError as error:
        raise ValueError(f"{path} is not JSON: {error}") from error
    is_list = isinstance(document, list)
    documents = cast("list[object]", document) if is_list else [document]
    added: list[Fault] = []
    for number, one in enumerate(documents, 1):
        try:
            added.append(add_fault(faults, msgspec.convert(one, dict[str, object])))
        except ValueError as error:
            for fault in added:
                fault.remove()
            place = f"{path}, fault {number}" if is_list else f"{path}"
            raise ValueError(f"{place}: {error}") from error
    return added
