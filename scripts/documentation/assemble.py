"""Assemble the sources of the documentation site: the pages of `docs/` with site links, and the reference."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from scripts.documentation.reference import (
    index_pages,
    linked_names,
    model_pages,
    namespace_classes,
    namespace_pages,
    subject_pages,
)
from scripts.paths import ROOT
from scripts.written_files import render_template

DOCS = ROOT / "docs"
#: Pages outside `docs/` and their names in the site.
ELSEWHERE = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "benchmarks/README.md": "benchmarks.md",
}

LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([^()\s]+)\)")
#: Inline code that is not part of a link.
NAME = re.compile(r"(?<![\[`])`([A-Za-z_][\w.]*)(?:\(\))?`(?![\]`])")
FENCE = re.compile(r"^ *```")


def assemble(goal: Path) -> Path:
    """Write the sources and the configuration of the site into a folder, which is replaced.

    Returns:
        The path of the configuration.
    """
    sources = goal / "pages"
    shutil.rmtree(goal, ignore_errors=True)
    pages = {path: path.relative_to(DOCS) for path in sorted(DOCS.rglob("*.md"))}
    pages |= {ROOT / name: Path(target) for name, target in ELSEWHERE.items()}
    names = linked_names()
    for path, target in pages.items():
        _write(sources / target, with_site_links(path, pages, names))
    shutil.copytree(DOCS / "assets", sources / "assets")
    namespaces, models = list(namespace_pages()), list(model_pages())
    for page in (*index_pages(), *subject_pages(), *namespaces, *models):
        _write(sources / "reference" / f"{page.name}.md", page.text)
    # The package to which `griffe_names.py` adds the namespaces.
    _write(goal / "code" / "tmdb.py", '"""The namespaces of the client."""\n')
    configuration = goal / "mkdocs.yml"
    settings = render_template(
        "site.yaml.jinja",
        code=[str(ROOT), str(ROOT / "generated"), str(goal / "code")],
        extension=str(Path(__file__).with_name("griffe_names.py")),
        classes={name: f"{kind.__module__}.{kind.__qualname__}" for name, kind in namespace_classes().items()},
        namespaces={page.title: f"reference/{page.name}.md" for page in namespaces},
        models={page.title: f"reference/{page.name}.md" for page in models},
        decisions={_title(path): pages[path] for path in sorted((DOCS / "decisions").glob("[0-9]*.md"))},
    )
    _write(configuration, settings)
    return configuration


def with_site_links(path: Path, pages: Mapping[Path, Path], names: Mapping[str, str]) -> str:
    """Return the text of a page with the links of the site.

    Args:
        path: The page.
        pages: The path of each page in the site. Links to other files become plain text.
        names: The anchors of the reference by the names that are linked to it wherever they occur as inline code.
    """

    def site_link(match: re.Match[str]) -> str:
        text, target = match.groups()
        name, _, anchor = target.partition("#")
        file = (path.parent / name).resolve()
        if not name or not file.exists():
            return match[0]
        if file.is_dir():
            file /= "README.md"
        if file not in pages:
            return text
        relative = Path(os.path.relpath(pages[file], pages[path].parent)).as_posix()
        return f"[{text}]({relative}{'#' if anchor else ''}{anchor})"

    def name_link(match: re.Match[str]) -> str:
        goal = names.get(match[1])
        return f"[{match[0]}][{goal}]" if goal else match[0]

    lines = path.read_text(encoding="utf-8").split("\n")
    in_code = False
    for number, line in enumerate(lines):
        if FENCE.match(line):
            in_code = not in_code
        elif not in_code:
            lines[number] = LINK.sub(site_link, line)
            if not line.startswith("#"):
                lines[number] = NAME.sub(name_link, lines[number])
    return "\n".join(lines)


def _title(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
