"""Support for tests that run another project's tests in this process."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType


class Loaded:
    """A pytest plugin that remembers the modules imported in a pytester run.

    pytester forgets them afterwards, so the next test would import them again: classes of lazily imported modules would
    then exist twice, and some extension modules cannot be loaded twice at all.
    """

    def __init__(self) -> None:
        self._modules: dict[str, ModuleType] = {}

    def pytest_unconfigure(self) -> None:
        """Record the imported modules before pytester forgets them."""
        self._modules |= sys.modules

    def put_back(self, projects: Path) -> None:
        """Restore the recorded modules.

        Args:
            projects: The folder of the projects; modules from there are not restored.
        """
        for name, module in self._modules.items():
            if not (getattr(module, "__file__", None) or "").startswith(str(projects)):
                sys.modules.setdefault(name, module)
