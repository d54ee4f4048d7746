"""Import the facade with a new module of details: `python -m scripts.regenerate.verify.facade PROJECT MODULE`.

The bindings are those on the module search path. Each problem is one line of the output.
"""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from scripts.regenerate.verify.bindings import print_problems, problems

_RESOURCES = "tmdb_facade._async.resources"
_DETAILS = f"{_RESOURCES}.details"


def facade_problems(module: Path) -> Iterator[str]:
    """Import the modules of the facade that call operations. Yield the problems.

    Args:
        module: The file of the new module of details.
    """
    resources = import_module(_RESOURCES)
    spec = spec_from_file_location(_DETAILS, module)
    if spec is None or spec.loader is None:
        raise ValueError(f"{module} is not a Python file")
    sys.modules[_DETAILS] = details = module_from_spec(spec)
    spec.loader.exec_module(details)
    for found in pkgutil.iter_modules(resources.__path__, f"{_RESOURCES}."):
        yield from problems(found.name, import_module, found.name)


def main(project: Path, module: Path) -> int:
    """Print the problems of a project's facade; return the exit code."""
    sys.path.insert(0, str(project))
    return print_problems(list(facade_problems(module)))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
