"""Jinja templates of code and documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.paths import ROOT


def template_environment(*folders: Path) -> Environment:
    """Return the environment of the templates in some folders.

    A line that contains only a statement leaves no trace in the text, and an undefined name is an error.
    """
    return Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _documents() -> Environment:
    return template_environment(ROOT / "scripts", ROOT / "docs")


def render_template(name: str, /, **values: object) -> str:
    """Return the text of a template, whose name is a path below `scripts/` or `docs/`."""
    return _documents().get_template(name).render(values)
