"""Access to the bindings of the small document."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest

#: The small prepared document, with every kind of schema, parameter and operation.
DOCUMENT = Path(__file__).parent / "small.json"
PACKAGE = "small_bindings"


class Small:
    """The package generated from the small document.

    Its names have the type `Any`, because they only exist at run time.
    """

    def __init__(self, folder: Path) -> None:
        """Store the folder of the package."""
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
        """Return the differences of the warnings."""
        return [cast("Any", warning.message).difference for warning in caught]

    def decode(self, body: bytes, model: str, policy: str = "warn", append: tuple[str, ...] = ()) -> Any:
        """Decode an answer of the operation `op` as a model."""
        drift = self.runtime("Drift")(policy)
        return self.runtime("decode")(body, self.model(model), operation="op", drift=drift, append=append)
