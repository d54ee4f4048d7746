"""The package's public names, version and import cost."""

from __future__ import annotations

import subprocess
import sys

import pytest

import tmdb_bindings.models
import tmdb_facade
from tmdb_facade import errors, models


def imported_by(code: str) -> set[str]:
    """Run code in a new process; return the packages that it imported."""
    program = f"{code}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


def test_import_of_the_package_loads_no_dependencies() -> None:
    """The HTTP library, the models and typing are loaded when a public name is first used."""
    deferred = {
        "tmdb_bindings",
        "httpx",
        "attrs",
        "attr",
        "msgspec",
        "typing",
        "typing_extensions",
        "asyncio",
        "enum",
        "ssl",
    }
    assert not deferred & (imported_by("import tmdb_facade") - imported_by("pass"))


@pytest.mark.parametrize("name", ["TMDB", "AsyncTMDB"])
def test_client_construction_loads_no_http_library(name: str) -> None:
    """The HTTP library and the models are loaded by the first request."""
    code = f"from tmdb_facade import {name}\n{name}('token').movies.popular()"
    assert not {"httpx", "httpcore", "attrs", "attr", "msgspec"} & imported_by(code)


def test_all_lists_exactly_the_importable_names() -> None:
    assert getattr(tmdb_facade, "__all__") == dir(tmdb_facade)  # noqa: B009  (type checkers do not see it)
    for name in dir(tmdb_facade):
        assert getattr(tmdb_facade, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = tmdb_facade.Nothing  # type: ignore[attr-defined]  # wrong on purpose


def test_errors_are_exported_by_the_package() -> None:
    missing = set(errors.__all__) - set(dir(tmdb_facade))
    # Difference is an attribute of errors.
    assert missing == {"Difference"}
    defined = {
        name for name, value in vars(errors).items() if isinstance(value, type) and value.__module__ == errors.__name__
    }
    assert defined <= set(errors.__all__)


def test_append_constants_are_exported_by_the_package() -> None:
    import tmdb_bindings.append

    constants = {name for name in vars(tmdb_bindings.append) if name.endswith("Append") and name != "Append"}
    assert constants == {name for name in dir(tmdb_facade) if name.endswith("Append")}


def test_models_are_the_generated_classes() -> None:
    assert dir(models) == sorted(tmdb_bindings.models.__all__)
    assert models.Movie is tmdb_bindings.models.Movie
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = models.Nothing  # type: ignore[attr-defined]  # wrong on purpose


def test_attribution_names_tmdb_and_denies_endorsement() -> None:
    assert "uses TMDB and the TMDB APIs" in tmdb_facade.ATTRIBUTION
    assert "not endorsed" in tmdb_facade.ATTRIBUTION
