"""Run the tests of a project."""

from __future__ import annotations

import pytest

from tests.projects import Loaded


def run(project: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """Run the tests of a project."""
    result = project.runpytest_inprocess(*arguments, plugins=project.plugins)
    for plugin in project.plugins:
        if isinstance(plugin, Loaded):
            plugin.put_back(project.path)
    return result
