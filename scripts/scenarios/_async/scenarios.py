"""What cassettes hold: calls with what must come back, so that a recording that no longer does so is seen at once.

Every public function of these modules is a scenario, and its cassette lies in the folder of its module. The sync ones
record (`make record`), the tests replay both. The facts hold of the embedded TMDB and of the live one, and what a
scenario changes of an account it changes back.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from scripts.scenarios._async import catalogue, users
from scripts.scenarios._async.source import Source

Scenario = Callable[[Source], Any]


def _scenarios() -> Iterator[tuple[str, Scenario]]:
    for group in (catalogue, users):
        for family in iter_modules(group.__path__):
            module = import_module(f"{group.__name__}.{family.name}")
            for name, found in vars(module).items():
                if inspect.isfunction(found) and found.__module__ == module.__name__:
                    yield f"{family.name}/{name}", found


#: All scenarios by the names of their cassettes, as in `movies/details`.
SCENARIOS = dict(_scenarios())
