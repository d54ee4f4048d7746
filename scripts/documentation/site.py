"""Build the documentation site into build/docs/site and check its links.

The pages are those of `docs/`, the changelog and similar files, and a reference made from docstrings; `docs/site.yaml.jinja` has
the settings and the navigation. Neither the build nor the site fetches anything from the network. Every link, anchor and
public name of the built pages is checked.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from scripts.documentation.assemble import assemble
from scripts.documentation.reference import public_names
from scripts.paths import ROOT

#: Elements and attributes whose URLs a browser fetches; it only follows links.
FETCHED = {("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src"), ("source", "src")}


def main() -> int:
    """Build the site and print its path or its faults; return the exit code."""
    site, messages = build_site(ROOT / "build" / "docs")
    if messages:
        print(messages)
        return 1
    found = list(faults(site))
    print(*found, sep="\n", end="\n" if found else "")
    pages = len(list(site.rglob("*.html")))
    print(f"{pages} pages, {len(found)} faults: {site.relative_to(ROOT)}/index.html")
    return 1 if found else 0


def build_site(goal: Path) -> tuple[Path, str]:
    """Build the site into a folder; a warning is an error.

    Returns:
        The folder of the site and the builder's messages.
    """
    configuration = assemble(goal)
    site = goal / "site"
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean", "-f", configuration.name]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "generated"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONPATH": paths}
    run = subprocess.run(
        command, cwd=goal, env=environment, text=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return site, run.stdout if run.returncode or "No issues found" not in run.stdout else ""


class Html(HTMLParser):
    """The anchors, links and fetched URLs of a page."""

    def __init__(self, text: str) -> None:
        """Parse a page."""
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect the anchors and URLs of an element."""
        for name, value in attrs:
            if name == "id":
                self.anchors.add(value or "")
            elif (tag, name) in FETCHED:
                self.fetched.append(value or "")
            elif name == "href":
                self.links.append(value or "")


def faults(site: Path, names: Iterable[str] | None = None) -> Iterator[str]:
    """Yield one line per fault of a built site.

    Args:
        site: Its folder.
        names: The names that the reference must contain; by default every public name.
    """
    pages = {path: Html(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        # The error page is served under any URL, so its links are absolute.
        if path.name != "404.html":
            yield from (
                f"{path.relative_to(site)}: {target}: {reason}"
                for target in [*page.links, *page.fetched]
                if (reason := _problem(path, target, pages))
            )
        yield from (f"{path.relative_to(site)}: fetches {target}" for target in page.fetched if urlsplit(target).netloc)
    documented = set[str]().union(*(page.anchors for page in pages.values()))
    required = public_names() if names is None else set(names)
    yield from (f"{name} is on no page of the reference" for name in sorted(required - documented))


def _problem(path: Path, target: str, pages: dict[Path, Html]) -> str | None:
    """Return the fault of a link inside the site, or None."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    goal = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if goal.is_dir():
        goal /= "index.html"
    if not goal.exists():
        return "no such page"
    if parts.fragment and goal in pages and unquote(parts.fragment) not in {*pages[goal].anchors, "__top"}:
        return "no such anchor"
    return None


if __name__ == "__main__":
    sys.exit(main())
