"""The bindings of the small document, as the tests use them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest

#: The small prepared document: every kind of schema, parameter and operation, and little of each.
DOCUMENT = Path(__file__).parent / "small.json"
PACKAGE = "small_bindings"


class Small:
    """The package that is made of the small document.

    Its names are known at run time only, so they are looked up here and are of type `Any`.
    """

    def __init__(self, folder: Path) -> None:
        """Keep where the package lies."""
        self.folder = folder

    def module(self, name: str) -> Any:
        """Import a module of the package."""
        return import_module(f"{PACKAGE}.{name}")

    def model(self, name: str) -> Any:
        """Import a model."""
        return getattr(self.module("models"), name)

    def runtime(self, name: str) -> Any:
        """Import a public name of the runtime."""
        return getattr(self.module("runtime"), name)

    @staticmethod
    def differences(caught: pytest.WarningsRecorder) -> list[Any]:
        """Give what the caught warnings tell."""
        return [cast("Any", warning.message).difference for warning in caught]

    def decode(self, body: bytes, model: str, policy: str = "warn", append: tuple[str, ...] = ()) -> Any:
        """Decode an answer of an operation `op` as a model."""
        drift = self.runtime("Drift")(policy)
        return self.runtime("decode")(body, self.model(model), operation="op", drift=drift, append=append)
