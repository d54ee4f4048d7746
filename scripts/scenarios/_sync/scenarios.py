# Made from scripts/scenarios/_async/scenarios.py by `make sync`: edit that file, never this one.
"""The scenarios of the cassettes: calls together with the answers that they expect.

Each public function of these modules is a scenario; its cassette is in the folder of its module. `make record` records
the sync scenarios, the tests replay both. A scenario expects only what is true of the embedded and the live TMDB, and
restores the state of the account that it changes.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from scripts.scenarios._sync import catalogue, users
from scripts.scenarios._sync.source import Source

Scenario = Callable[[Source], Any]


def _scenarios() -> Iterator[tuple[str, Scenario]]:
    for group in (catalogue, users):
        for family in iter_modules(group.__path__):
            module = import_module(f"{group.__name__}.{family.name}")
            for name, found in vars(module).items():
                if inspect.isfunction(found) and found.__module__ == module.__name__:
                    yield f"{family.name}/{name}", found


#: All scenarios by the names of their cassettes, such as `movies/details`.
SCENARIOS = dict(_scenarios())
