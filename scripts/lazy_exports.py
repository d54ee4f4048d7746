"""Write tmdb_facade/_exports.py: for each public module, the module that defines each of its names.

    python -m scripts.lazy_exports          # write it
    python -m scripts.lazy_exports --check  # only compare it; exit code 1 if it is out of date

The names are those that the public modules import under `TYPE_CHECKING`. These imports do not run; at run time
`tmdb_facade/_lazy.py` looks the names up in the table.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from scripts.paths import ROOT
from scripts.written_files import parse_check, write_or_compare

#: The public modules whose names are imported lazily.
MODULES = (
    "tmdb_facade",
    "tmdb_facade.models",
    "tmdb_facade.resources",
    "tmdb_facade.stores",
    "tmdb_facade.testing",
    "tmdb_facade.types",
)
TABLE = Path("tmdb_facade/_exports.py")
HEADER = '''# Written by `make sync` from the imports of the public modules: edit those, never this file.
"""For each public module, the module that defines each of its names; `*` stands for all names of that module."""

EXPORTS: dict[str, dict[str, str]] = {
'''


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit code."""
    check = parse_check(__doc__, arguments)
    table = format_table({module: read_exports(module_file(module), module) for module in MODULES})
    return 0 if write_or_compare(ROOT / TABLE, table, "make sync", check=check) else 1


def module_file(module: str) -> Path:
    """Return the source file of a module."""
    path = ROOT.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def read_exports(path: Path, module: str) -> dict[str, str]:
    """Return the defining module of each name that a public module imports under `TYPE_CHECKING`.

    Args:
        path: The source file.
        module: The module's name, used to resolve relative imports.
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
