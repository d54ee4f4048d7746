"""What tests need that run other projects' tests within this process."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType


class Loaded:
    """A pytest plugin for such a run that notes what was imported in it.

    pytester forgets that afterwards, so the next test imports it anew: what this package imports late would then be there
    twice, with classes that are not those of the first, and some modules cannot be loaded twice at all.
    """

    def __init__(self) -> None:
        self._modules: dict[str, ModuleType] = {}

    def pytest_unconfigure(self) -> None:
        """Note it, before pytester forgets it."""
        self._modules |= sys.modules

    def put_back(self, projects: Path) -> None:
        """Let it stay imported.

        Args:
            projects: The folder of the projects, whose own files are forgotten all the same.
        """
        for name, module in self._modules.items():
            if not (getattr(module, "__file__", None) or "").startswith(str(projects)):
                sys.modules.setdefault(name, module)
