"""What the package says of itself agrees, wherever it says it."""

from __future__ import annotations

import importlib.metadata
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import tmdb_facade

PROJECT = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8"))


def test_one_version(root: Path) -> None:
    """The package, its metadata, the citation and the newest entry of the changelog name the same version."""
    newest = re.search(r"^## (\d\S*)", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    cited = re.search(r"^version: (\S+)$", (root / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE)

    assert newest is not None
    assert cited is not None
    assert tmdb_facade.__version__ == cited[1]
    assert tmdb_facade.__version__ == newest[1]
    assert tmdb_facade.__version__ == PROJECT["project"]["version"]
    assert tmdb_facade.__version__ == importlib.metadata.version("tmdb-facade")


def test_the_changelog_descends(root: Path) -> None:
    """The changelog's versions stand newest first, each once."""
    found = re.findall(r"^## (\d+)\.(\d+)\.(\d+)", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    versions = [tuple(map(int, version)) for version in found]

    assert versions == sorted(set(versions), reverse=True)


def test_the_attribution_is_the_readmes(root: Path) -> None:
    """TMDB's notice stands in the README word for word as the constant has it."""
    assert tmdb_facade.ATTRIBUTION in (root / "README.md").read_text(encoding="utf-8")


def test_pythons_are_those_of_the_classifiers() -> None:
    """The oldest Python that is named is the one that is required."""
    prefix = "Programming Language :: Python :: 3."
    minors = [int(line.removeprefix(prefix)) for line in PROJECT["project"]["classifiers"] if line.startswith(prefix)]

    assert PROJECT["project"]["requires-python"] == f">=3.{min(minors)}"
    assert minors == list(range(min(minors), max(minors) + 1))


def test_the_tools_that_decide_bytes_are_pinned() -> None:
    """Every development tool has one exact version: the same checkout makes the same files everywhere."""
    groups = PROJECT["dependency-groups"].values()
    loose = [item for group in groups for item in group if isinstance(item, str) and "==" not in item]

    assert not loose


def test_node_tools_are_pinned(root: Path) -> None:
    """The Node tools too, and their lock does not say where it was made."""
    lock = (root / "tools" / "package-lock.json").read_text(encoding="utf-8")
    wanted = json.loads((root / "tools" / "package.json").read_text(encoding="utf-8"))["dependencies"]

    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    assert '"resolved"' not in lock


def test_all_is_what_is_visible() -> None:
    """`__all__`, `dir()` and what can be had are the same names; each is there, and knows where it comes from."""
    for name in dir(tmdb_facade):
        assert getattr(tmdb_facade, name) is not None


def test_nothing_else_is_visible() -> None:
    """In a fresh process, no name without an underscore is visible that `__all__` does not promise."""
    program = "import tmdb_facade as t; print(sorted({n for n in dir(t) if n[0] != '_'} - set(t.__all__)))"
    outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert outcome.stdout.strip() == "[]"


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A lazy module answers a name it does not have as any module does."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(tmdb_facade, "nothing")  # noqa: B009  # a type checker would refuse the plain spelling


def test_importing_is_cheap() -> None:
    """`import tmdb_facade` loads neither the HTTP library nor the models nor what they need."""
    heavy = ["httpx", "attr", "attrs", "msgspec", "tmdb_bindings", "asyncio", "ssl"]
    program = f"import sys, tmdb_facade; print([name for name in {heavy} if name in sys.modules])"
    outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert outcome.stdout.strip() == "[]"
