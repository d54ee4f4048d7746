"""Write tmdb_facade/_exports.py: for each public module, the module that defines each of its names.

    python -m scripts.lazy_exports          # write it
    python -m scripts.lazy_exports --check  # only compare it; exit code 1 when it differs

The names are those that the public modules import under `TYPE_CHECKING`. At run time nothing is imported there, and
`tmdb_facade/_lazy.py` looks the names up in the table.
"""

from __future__ import annotations

import argparse
import ast
import sys
from pathlib import Path

from scripts.atomic_write import write_text
from scripts.paths import ROOT

#: The public modules whose names are imported lazily.
MODULES = (
    "tmdb_facade",
    "tmdb_facade.models",
    "tmdb_facade.resources",
    "tmdb_facade.testing",
    "tmdb_facade.types",
)
TABLE = Path("tmdb_facade/_exports.py")
HEADER = '''# Written by `make sync` from the imports of the public modules: edit those, never this file.
"""For each public module, the module that defines each of its names; `*` stands for all names of that module."""

EXPORTS: dict[str, dict[str, str]] = {
'''


def main(arguments: list[str] | None = None) -> int:
    """Run the program.

    Returns:
        0, or 1 when `--check` found a difference.
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the table differs")
    check: bool = parser.parse_args(arguments).check
    table = format_table({module: read_exports(module_file(module), module) for module in MODULES})
    is_current = (ROOT / TABLE).is_file() and (ROOT / TABLE).read_text("utf-8") == table
    if check and not is_current:
        print(f"{TABLE} is out of date: run `make sync`", file=sys.stderr)
        return 1
    if not is_current:
        write_text(ROOT / TABLE, table)
    print(f"{TABLE} is up to date")
    return 0


def module_file(module: str) -> Path:
    """Return the source file of a module."""
    path = ROOT.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def read_exports(path: Path, module: str) -> dict[str, str]:
    """Read the imports under `TYPE_CHECKING` of a public module.

    Args:
        path: The source file.
        module: The module's name, to which relative imports are relative.

    Returns:
        The defining module of each name.
    """
    exports: dict[str, str] = {}
    for block in ast.parse(path.read_text("utf-8")).body:
        if not (isinstance(block, ast.If) and isinstance(block.test, ast.Name) and block.test.id == "TYPE_CHECKING"):
            continue
        for node in block.body:
            if isinstance(node, ast.ImportFrom):
                source = f"{module}.{node.module}" if node.level else node.module or ""
                for alias in node.names:
                    # A submodule is exported as itself.
                    exports[alias.name] = f"{source}.{alias.name}" if source == module else source
    return dict(sorted(exports.items()))


def format_table(exports: dict[str, dict[str, str]]) -> str:
    """Return the source of the table."""
    lines = [HEADER]
    for module, names in exports.items():
        lines += [f'    "{module}": {{\n', *(f'        "{name}": "{names[name]}",\n' for name in names), "    },\n"]
    return "".join([*lines, "}\n"])


if __name__ == "__main__":
    sys.exit(main())
