"""Check every relative link and anchor in the Markdown files, without network access."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from scripts.paths import ROOT, name_of, project_files

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def main() -> int:
    """Print the broken links; return 1 if there are any."""
    documents = project_files(".md")
    checked, broken = 0, 0
    for document in documents:
        for line, target in links(document):
            checked += 1
            if reason := problem(document, target):
                broken += 1
                print(f"{name_of(document)}:{line}: {target}: {reason}")
    print(f"{checked} links in {len(documents)} Markdown files, {broken} broken")
    return 1 if broken else 0


def links(document: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and target of every link and image that stays inside the project."""
    for block in parse_markdown(document):
        for token in block.children or ():
            target = token.attrGet("href") if token.type == "link_open" else token.attrGet("src")
            if isinstance(target, str) and not ELSEWHERE.match(target):
                yield (block.map or [0])[0] + 1, target


@cache
def parse_markdown(document: Path) -> list[Token]:
    """Return the tokens of a Markdown file, including tables."""
    return MarkdownIt("commonmark").enable("table").parse(document.read_text(encoding="utf-8"))


def problem(document: Path, target: str) -> str | None:
    """Return the fault of a link, or None."""
    path, _, anchor = unquote(target).partition("#")
    goal = (document.parent / path).resolve() if path else document
    if not goal.is_relative_to(ROOT):
        return "leads out of the project"
    if not goal.exists():
        return "no such file"
    if anchor and goal.suffix == ".md" and anchor not in anchors(goal):
        return "no such heading"
    return None


@cache
def anchors(document: Path) -> frozenset[str]:
    """Return the anchors of a document's headings as code hosts make them; repeated ones are numbered."""
    found: list[str] = []
    tokens = parse_markdown(document)
    for opening, content in pairwise(tokens):
        if opening.type == "heading_open":
            text = "".join(child.content for child in content.children or ())
            found.append(re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-"))
    numbered = [f"{anchor}-{found[:index].count(anchor)}" for index, anchor in enumerate(found)]
    return frozenset([*found, *numbered])


if __name__ == "__main__":
    sys.exit(main())
