"""Generate the sync client and its tests from the async ones.

    python -m scripts.sync_twin          # write tmdb_facade/_sync, the sync tests and the sync scenarios
    python -m scripts.sync_twin --check  # only compare the trees; exit code 1 if they differ

Async names are replaced wherever they occur, also in strings, comments and docstrings: those in the table below by their
sync name, others by the name without "Async". `async` and `await` are removed. A line that still mentions async
afterwards is reported: exit code 2, and nothing is written.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.atomic_write import replace_tree
from scripts.paths import ROOT
from scripts.written_files import compare_trees, parse_check

#: Each async folder and its sync twin.
TREES = {
    Path("tmdb_facade/_async"): Path("tmdb_facade/_sync"),
    Path("tests/facade/_async"): Path("tests/facade/_sync"),
    Path("scripts/scenarios/_async"): Path("scripts/scenarios/_sync"),
}

#: The sync name of each async name. Other names that start with "Async" lose this prefix.
NAMES = {
    "_async": "_sync",
    # With its package, because "tasks" is also an English word.
    "_runtime.engine_tasks": "_runtime.engine_threads",
    "_runtime.exchange_tasks": "_runtime.exchange_threads",
    "_runtime.hook_tasks": "_runtime.hook_threads",
    "_runtime.login_tasks": "_runtime.login_threads",
    "_runtime.many_tasks": "_runtime.many_threads",
    "_runtime.network_tasks": "_runtime.network_threads",
    "_runtime.redis_tasks": "_runtime.redis_threads",
    "_runtime.tasks": "_runtime.threads",
    # Our own functions
    "async_transport_over": "transport_over",
    "observes_async_transport": "observes_transport",
    "open_async_pool": "open_pool",
    # httpx and httpcore
    "AsyncByteStream": "SyncByteStream",
    "aclose": "close",
    "aiter_raw": "iter_raw",
    "aiter_bytes": "iter_bytes",
    "aiter_stream": "iter_stream",
    "handle_async_request": "handle_request",
    # Python
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "aiter": "iter",
    "anext": "next",
}
_ASYNC_WORDS = re.compile(rf"\b({'|'.join(map(re.escape, NAMES))}|Async[A-Z]\w*)\b|\b(?:async|await) (?=\S)")
_LEFTOVER = re.compile(r"\b(async|await|asyncio)\b")
HEADER = "# Made from {source} by `make sync`: edit that file, never this one.\n"


class TwinError(Exception):
    """Async source that cannot be converted."""


def main(arguments: list[str] | None = None) -> int:
    """Run the program.

    Returns:
        0, 1 if `--check` found a difference, or 2 if the source cannot be converted.
    """
    check = parse_check(__doc__, arguments)
    try:
        with tempfile.TemporaryDirectory() as folder:
            made = make_twins(Path(folder))
            differences = [line for twin, tree in made.items() for line in compare_trees(tree, ROOT / twin, twin)]
            if check:
                print("\n".join([*differences, "run `make sync`"]) if differences else "the sync twin is up to date")
                return 1 if differences else 0
            for twin, tree in made.items():
                replace_tree(tree, ROOT / twin)
    except TwinError as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(differences) or "the sync twin was up to date")
    return 0


def make_twins(folder: Path) -> dict[Path, Path]:
    """Convert every tree.

    Args:
        folder: The folder for the results.

    Returns:
        The converted tree of each twin, by the twin's path in the project.

    Raises:
        TwinError: A source cannot be converted, or a row of the table is unused.
    """
    made = {twin: folder / twin for tree, twin in TREES.items() if (ROOT / tree).is_dir()}
    problems: list[str] = []
    unused = set(NAMES)
    for tree, twin in TREES.items():
        for path in sorted((ROOT / tree).rglob("*.py")):
            text = path.read_text("utf-8")
            unused -= set(_ASYNC_WORDS.findall(text))
            source = path.relative_to(ROOT)
            converted = convert(text)
            problems += find_leftovers(converted, source)
            target = made[twin] / path.relative_to(ROOT / tree)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(HEADER.format(source=source) + converted, "utf-8")
    problems += [f"the name {name} in the table of sync_twin.py is unused" for name in sorted(unused)]
    if problems:
        raise TwinError("\n".join(problems))
    for tree in made.values():
        format_tree(tree)
    return made


def convert(text: str) -> str:
    """Return the sync form of async source text."""
    return _ASYNC_WORDS.sub(lambda match: NAMES.get(match[0], match[0].removeprefix("Async")) if match[1] else "", text)


def format_tree(tree: Path) -> None:
    """Format a converted tree: shorter names change line breaks and the order of imports.

    Args:
        tree: The converted tree, outside the project.

    Raises:
        TwinError: The converted code is not valid Python.
    """
    settings = ["--quiet", "--no-cache", "--config", str(ROOT / "pyproject.toml"), str(tree)]
    for command in (["check", "--select", "I", "--fix"], ["format"]):
        ruff = [sys.executable, "-m", "ruff", *command, *settings]
        done = subprocess.run(ruff, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            raise TwinError(f"{tree.name}: ruff: {done.stdout}{done.stderr}")


def find_leftovers(text: str, name: Path) -> Iterator[str]:
    """Yield a message for each async word that is left in the converted text of a file."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := _LEFTOVER.search(line):
            yield f"{name}:{number}: {found[0]} is left: {line.strip()}"


if __name__ == "__main__":
    sys.exit(main())
