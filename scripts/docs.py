"""Build the documentation site into build/docs/site, and check what was built.

Its pages are those of `docs/`, the changelog and the like, and a reference made from the docstrings; its settings and
navigation stand in `docs/site.yaml`. Nothing is fetched from the network, neither here nor by who reads the site.
"""

from __future__ import annotations

import sys

from documentation.reference import ROOT
from documentation.site import build, faults


def main() -> int:
    """Print where the site is, or what is wrong; the exit code tells which."""
    site, complaint = build(ROOT / "build" / "docs")
    if complaint:
        print(complaint)
        return 1
    found = list(faults(site))
    print(*found, sep="\n", end="\n" if found else "")
    pages = len(list(site.rglob("*.html")))
    print(f"{pages} pages, {len(found)} faults: {site.relative_to(ROOT)}/index.html")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
