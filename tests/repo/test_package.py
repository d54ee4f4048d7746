"""The package's metadata, changelog and README agree."""

from __future__ import annotations

import importlib.metadata
import json
import re
import tomllib
from pathlib import Path

import tmdb_facade

PROJECT = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8"))


def test_version_matches_the_changelog_the_citation_and_the_metadata(root: Path) -> None:
    """The version is a literal, because reading the metadata takes longer than the whole import."""
    newest = re.search(r"^## (\d\S*)", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    cited = re.search(r"^version: (\S+)$", (root / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE)

    assert newest is not None
    assert cited is not None
    assert tmdb_facade.__version__ == cited[1]
    assert tmdb_facade.__version__ == newest[1]
    assert tmdb_facade.__version__ == PROJECT["project"]["version"]
    assert tmdb_facade.__version__ == importlib.metadata.version("tmdb-facade")


def test_changelog_versions_are_unique_and_newest_first(root: Path) -> None:
    headings = re.findall(r"^## (\d+)\.(\d+)\.(\d+)", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    versions = [tuple(map(int, version)) for version in headings]

    assert versions == sorted(set(versions), reverse=True)


def test_readme_contains_the_attribution(root: Path) -> None:
    assert tmdb_facade.ATTRIBUTION in (root / "README.md").read_text(encoding="utf-8")


def test_requires_python_matches_the_classifiers() -> None:
    prefix = "Programming Language :: Python :: 3."
    minors = [int(line.removeprefix(prefix)) for line in PROJECT["project"]["classifiers"] if line.startswith(prefix)]

    assert PROJECT["project"]["requires-python"] == f">=3.{min(minors)}"
    assert minors == list(range(min(minors), max(minors) + 1))


def test_development_dependencies_are_pinned() -> None:
    """The same checkout generates the same files everywhere."""
    groups = PROJECT["dependency-groups"].values()
    unpinned = [item for group in groups for item in group if isinstance(item, str) and "==" not in item]

    assert not unpinned


def test_node_tools_are_pinned_and_their_lock_names_no_registry(root: Path) -> None:
    lock = (root / "tools" / "package-lock.json").read_text(encoding="utf-8")
    dependencies = json.loads((root / "tools" / "package.json").read_text(encoding="utf-8"))["dependencies"]

    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in dependencies.values())
    assert '"resolved"' not in lock
