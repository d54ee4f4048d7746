"""What a user imports: its names, its version, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import tmdb_bindings.models
import tmdb_facade
from tmdb_facade import errors, models

ROOT = Path(__file__).parents[2]


def imported_by(code: str) -> set[str]:
    """Run code in a new process, and tell which packages it imported."""
    program = f"{code}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_imports_nothing_heavy() -> None:
    """Neither the HTTP library nor the models nor typing, until a name of the package is used."""
    heavy = {"httpx", "attrs", "attr", "msgspec", "typing", "typing_extensions", "asyncio", "enum"}
    assert not heavy & (imported_by("import tmdb_facade") - imported_by("pass"))


@pytest.mark.parametrize("name", ["TMDB", "AsyncTMDB"])
def test_making_a_client_opens_nothing_heavy(name: str) -> None:
    """A client is cheap: the HTTP library and the models come with its first call."""
    code = f"from tmdb_facade import {name}\n{name}('token').movies.popular()"
    assert not {"httpx", "httpcore", "attrs", "attr", "msgspec"} & imported_by(code)


def test_every_public_name_is_there_and_no_other() -> None:
    """`__all__` is what `dir` shows and what can be imported."""
    assert getattr(tmdb_facade, "__all__") == dir(tmdb_facade)  # noqa: B009  (type checkers do not see it)
    for name in dir(tmdb_facade):
        assert getattr(tmdb_facade, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = tmdb_facade.Nothing  # type: ignore[attr-defined]  # wrong on purpose


def test_every_error_is_exported() -> None:
    """What a call can raise can be imported from the package."""
    missing = set(errors.__all__) - set(dir(tmdb_facade))
    # What an error holds, and a slip in a program rather than something to catch.
    assert missing == {"Difference", "MissingBlockError"}
    defined = {
        name for name, value in vars(errors).items() if isinstance(value, type) and value.__module__ == errors.__name__
    }
    assert defined <= set(errors.__all__)


def test_every_details_class_has_its_constants_exported() -> None:
    """What can be appended to can be named."""
    import tmdb_bindings.append

    constants = {name for name in vars(tmdb_bindings.append) if name.endswith("Append") and name != "Append"}
    assert constants == {name for name in dir(tmdb_facade) if name.endswith("Append")}


def test_the_models_are_the_generated_ones() -> None:
    """There is no second layer, and every one is at hand."""
    assert dir(models) == sorted(tmdb_bindings.models.__all__)
    assert models.Movie is tmdb_bindings.models.Movie
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = models.Nothing  # type: ignore[attr-defined]  # wrong on purpose


def test_the_version_is_the_distributions() -> None:
    """It is written twice, because reading the installed metadata costs more than the whole import."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == tmdb_facade.__version__


def test_the_attribution_is_the_one_that_tmdb_asks_for() -> None:
    """It names TMDB and says that it endorses nothing."""
    assert "uses TMDB and the TMDB APIs" in tmdb_facade.ATTRIBUTION
    assert "not endorsed" in tmdb_facade.ATTRIBUTION
