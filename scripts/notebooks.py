"""Run the notebooks in examples/ on the embedded TMDB, and write their outputs.

With --check, the outputs are compared with the committed ones, but for the pixels of plots, which depend on the fonts of the machine.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import Any

from nbclient import NotebookClient

from scripts.paths import name_of, project_files
from scripts.written_files import parse_check, write_or_compare

#: Imported by name, because its functions have no types.
nbformat: Any = importlib.import_module("nbformat")
COMMAND = "make notebooks"
#: For each cell, on a slow machine.
SECONDS = 300
PIXELS = "image/png"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def main(arguments: list[str] | None = None) -> int:
    """Write or compare the notebooks; return 1 if one is out of date."""
    check = parse_check(__doc__, arguments)
    paths = project_files(".ipynb")
    current = [write_or_compare(path, executed(path, keep_pixels=check), COMMAND, check=check) for path in paths]
    print(f"{len(paths)} notebooks: {', '.join(map(name_of, paths))}")
    return 0 if all(current) else 1


def executed(path: Path, *, keep_pixels: bool) -> str:
    """Run a notebook in its folder and return its text.

    Args:
        path: The notebook.
        keep_pixels: Whether plots that a cell has drawn before stay as they are.
    """
    # The notebook must not call TMDB itself, whose answers change, nor in another language.
    for name in [name for name in os.environ if name.startswith("TMDB_")]:
        del os.environ[name]
    notebook = nbformat.read(path, as_version=4)
    before = [pixels(cell) for cell in notebook["cells"]]
    client = NotebookClient(notebook, timeout=SECONDS, kernel_name="python3", record_timing=False)
    client.execute(cwd=str(path.parent))
    for number, cell in enumerate(notebook["cells"]):
        if keep_pixels and len(before[number]) == len(pixels(cell)):
            for image, old in zip(pixels(cell), before[number], strict=True):
                image[PIXELS] = old[PIXELS]
    notebook["metadata"] = METADATA
    text: str = nbformat.writes(notebook)
    return text + "\n"


def pixels(cell: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the contents of a cell's outputs that are plots."""
    return [output["data"] for output in cell.get("outputs", []) if PIXELS in output.get("data", {})]


if __name__ == "__main__":
    sys.exit(main())
