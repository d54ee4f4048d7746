"""Run the checks that are not tests, two at a time, and print the output of those that fail.

`python -m scripts.checks.run` runs all checks, `python -m scripts.checks.run mypy links` only the named ones.
"""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

from scripts.paths import ROOT

# The description of each check, and the arguments of Python that run it. The slow checks start first, so that they do not
# run alone at the end.
CHECKS = {
    "pyright": ("strict types, pyright", "-m pyright"),
    "mypy": ("strict types, mypy", "-m mypy"),
    "fuzz": ("the embedded TMDB's answers to fuzzed requests are valid", "-m scripts.checks.fuzz"),
    "regenerate": ("generated files are up to date", "-m scripts.regenerate --check"),
    "wheel": ("the built wheel works and is fully typed", "-m scripts.checks.wheel"),
    "docs": ("the documentation builds and its links work", "-m scripts.documentation.site"),
    "openapi": (
        "openapi/tmdb.json is valid",
        "tools/node.py redocly lint --config openapi/redocly.yaml openapi/tmdb.json",
    ),
    "sync": ("the sync client is up to date", "-m scripts.sync_twin --check"),
    "exports": ("the table of lazy exports is up to date", "-m scripts.lazy_exports --check"),
    "docstrings": ("the methods' docstrings have the shared sentences", "-m scripts.shared_docstrings --check"),
    "coverage": ("docs/coverage.md is up to date", "-m scripts.facade_coverage --check"),
    "format": ("the code is formatted", "-m ruff format --check --quiet"),
    "lint": ("the linter finds nothing", "-m ruff check --quiet"),
    "links": ("links and anchors work", "-m scripts.checks.links"),
    "hygiene": ("no secrets, no paths of one machine", "-m scripts.checks.hygiene"),
    "workflows": ("workflows, issue forms and citation are valid", "-m scripts.checks.workflows"),
    "names": ("each public name is defined once", "-m scripts.checks.names"),
}


def main(names: list[str]) -> int:
    """Run the named checks, or all; return 1 if one failed and 2 for an unknown name."""
    if unknown := [name for name in names if name not in CHECKS]:
        print(f"unknown check: {', '.join(unknown)}; choose from {', '.join(CHECKS)}", file=sys.stderr)
        return 2
    failed: list[str] = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        # The order of the table is the fastest, not that of the command line.
        running = [pool.submit(check, name) for name in CHECKS if not names or name in names]
        for future in as_completed(running):
            name, passed, seconds, output = future.result()
            print(f"{'ok  ' if passed else 'FAIL'}  {name:<10}  {seconds:5.1f} s  {CHECKS[name][0]}", flush=True)
            if not passed:
                failed.append(name)
                print(output.rstrip(), flush=True)
    print(
        f"{len(running) - len(failed)} checks passed, {len(failed)} failed{': ' if failed else ''}{', '.join(failed)}"
    )
    return 1 if failed else 0


def check(name: str) -> tuple[str, bool, float, str]:
    """Run one check; return its name, whether it passed, the seconds and the output."""
    start = time.monotonic()
    command = [sys.executable, *CHECKS[name][1].split()]
    outcome = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return name, outcome.returncode == 0, time.monotonic() - start, outcome.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
