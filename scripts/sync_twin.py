"""Generate the sync client and its tests from the async ones.

    python -m scripts.sync_twin          # write tmdb_facade/_sync, the sync tests and the sync scenarios
    python -m scripts.sync_twin --check  # only compare the trees; exit code 1 if they differ

`unasync` converts the files with the table of names below. Code that it would convert wrongly, or differently under
another Python, is reported with its line: exit code 2, and nothing is written.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tempfile
import tokenize
from collections.abc import Iterable, Iterator
from pathlib import Path

import unasync  # type: ignore[import-untyped]  # no types

from scripts.atomic_write import replace_tree
from scripts.paths import ROOT
from scripts.written_files import parse_check

#: Each async folder and its sync twin.
TREES = {
    Path("tmdb_facade/_async"): Path("tmdb_facade/_sync"),
    Path("tests/facade/_async"): Path("tests/facade/_sync"),
    Path("scripts/scenarios/_async"): Path("scripts/scenarios/_sync"),
}

#: The sync name of each async name. `unasync` adds Python's own (`__aenter__`, `AsyncIterator`, ...).
NAMES = {
    # our classes
    "AsyncAuthorizing": "Authorizing",
    "AsyncChainedPager": "ChainedPager",
    "AsyncDataFrames": "DataFrames",
    "AsyncDateWindowsPager": "DateWindowsPager",
    "AsyncImageServer": "ImageServer",
    "AsyncNamespaces": "Namespaces",
    "AsyncNetwork": "Network",
    "AsyncPageSource": "PageSource",
    "AsyncPagedList": "PagedList",
    "AsyncPager": "Pager",
    "AsyncReplaying": "Replaying",
    "AsyncReporting": "Reporting",
    "AsyncRequester": "Requester",
    "AsyncResource": "Resource",
    "AsyncRetrying": "Retrying",
    "AsyncSender": "Sender",
    "AsyncSlicedPager": "SlicedPager",
    "AsyncTMDB": "TMDB",
    "AsyncUserClient": "UserClient",
    # our modules
    "_async": "_sync",
    "tasks": "threads",
    # httpx
    "AsyncBaseTransport": "BaseTransport",
    "AsyncByteStream": "SyncByteStream",
    "AsyncClient": "Client",
    "aclose": "close",
    "aiter_bytes": "iter_bytes",
    "aread": "read",
    "handle_async_request": "handle_request",
    # httpx-retries
    "asleep": "sleep",
}
#: The classes of namespaces follow one pattern, so they need no rows.
RESOURCE = re.compile(r"Async(\w+Resource)")
#: The names of Python that `unasync` converts.
PYTHON_NAMES: dict[str, str] = dict(unasync.Rule("", "").token_replacements)

_ASYNC_NAME = re.compile(r"Async[A-Z]\w*")
_LEFTOVER = re.compile(r"\b(async|await|asyncio|_async|Async[A-Z]\w*)\b")
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
            made = make_twins(ROOT, Path(folder))
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


def make_twins(root: Path, folder: Path) -> dict[Path, Path]:
    """Convert every tree.

    Args:
        root: The project's root.
        folder: The folder for the results.

    Returns:
        The converted tree of each twin, by the twin's path in the project.

    Raises:
        TwinError: A source cannot be converted, or a row of the table is unused.
    """
    sources = [path for tree in TREES if (root / tree).is_dir() for path in sorted((root / tree).rglob("*.py"))]
    problems = [problem for path in sources for problem in find_traps(path, path.relative_to(root))]
    used = {name for path in sources for name in re.findall(r"\w+", path.read_text("utf-8"))}
    problems += [f"the name {name} in the table of sync_twin.py is unused" for name in NAMES if name not in used]
    if problems:
        raise TwinError("\n".join(problems))
    made: dict[Path, Path] = {}
    for source, twin in TREES.items():
        if (root / source).is_dir():
            convert_tree(root, source, twin, folder)
            made[twin] = folder / twin
    leftovers = [line for tree in made.values() for line in find_leftovers(tree, folder)]
    if leftovers:
        raise TwinError("\n".join(leftovers))
    return made


def find_traps(path: Path, name: Path) -> Iterator[str]:
    """Yield a message for each construct of a source file that `unasync` would convert wrongly.

    Args:
        path: The source file.
        name: Its name in messages.
    """
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        where = f"{name}:{getattr(node, 'lineno', 0)}"
        match node:
            case ast.JoinedStr():
                # Before Python 3.12 an f-string is one token, so names in it are not converted.
                for part in ast.walk(node):
                    if isinstance(part, ast.Await) or _converted(_name_of(part)):
                        yield f"{where}: {ast.unparse(part)} in an f-string: assign it to a variable first"
            case ast.Import() | ast.ImportFrom() if any(
                module.split(".")[0] == "asyncio"
                for module in [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
            ):
                yield f"{where}: asyncio: move what differs between the clients to tmdb_facade/_runtime"
            case ast.Constant(value=str() as text) if text.startswith("Async") and not _converted(text):
                yield f"{where}: {text!r}: a string is only converted if it is exactly a name"
            case ast.Constant(value=str() as text) if re.fullmatch(r"[\w.]+", text) and any(
                _converted(part) for part in text.split(".")[:-1] + text.split(".")[1:]
            ):
                yield f"{where}: {text!r}: a dotted name in a string is not converted"
            case ast.AST() if (found := _ASYNC_NAME.fullmatch(_name_of(node))) and not _converted(found[0]):
                yield f"{where}: {found[0]} is not in the table of sync_twin.py"
            case _:
                pass


def _name_of(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
            return name
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return name
        case _:
            return ""


def _converted(name: str) -> bool:
    return name in NAMES or name in PYTHON_NAMES or bool(RESOURCE.fullmatch(name))


def names_in(files: Iterable[Path]) -> dict[str, str]:
    """Return the table of names plus the names of the resources in some files."""
    found = {match for path in files for match in re.findall(rf"\b{RESOURCE.pattern}\b", path.read_text("utf-8"))}
    return NAMES | {f"Async{name}": name for name in sorted(found)}


def convert_tree(root: Path, source: Path, twin: Path, folder: Path) -> None:
    """Convert one tree into a folder, including comments and docstrings."""
    shutil.copytree(root / source, folder / source, ignore=shutil.ignore_patterns("__pycache__"))
    files = sorted((folder / source).rglob("*.py"))
    names = names_in(files)
    rule = unasync.Rule(fromdir=f"{folder / source}/", todir=f"{folder / twin}/", additional_replacements=names)
    unasync.unasync_files([str(path) for path in files], [rule])  # pyright: ignore[reportUnknownMemberType]  (unasync has no types)
    for path in files:
        inside = path.relative_to(folder / source)
        made = folder / twin / inside
        text = HEADER.format(source=source / inside) + convert_texts(made, names)
        made.write_text(text, "utf-8")
    shutil.rmtree(folder / source)
    format_tree(root, folder / twin)


def convert_texts(path: Path, names: dict[str, str]) -> str:
    """Return a file's source with the table of names applied to its comments and docstrings."""
    # In prose, "tasks" is an English word.
    words = re.compile(rf"\b({'|'.join(sorted(names.keys() - {'tasks'}))})\b|\b(?:await|async) (?=\w)")
    lines = path.read_text("utf-8").splitlines(keepends=True)
    with path.open("rb") as file:
        tokens = list(tokenize.tokenize(file.readline))
    for token in reversed(tokens):
        text = token.type == tokenize.COMMENT or (token.type == tokenize.STRING and token.string.startswith('"""'))
        if text:
            (first, start), (last, end) = token.start, token.end
            made = words.sub(lambda match: names.get(match[0], ""), token.string)
            lines[first - 1 : last] = [lines[first - 1][:start] + made + lines[last - 1][end:]]
            # The tokens are replaced from the end, so the positions of earlier ones stay valid.
    return "".join(lines)


def format_tree(root: Path, tree: Path) -> None:
    """Format a converted tree: shorter names change line breaks and the order of imports.

    Args:
        root: The project, whose settings apply.
        tree: The converted tree.

    Raises:
        TwinError: The converted code is not valid Python.
    """
    settings = ["--quiet", "--no-cache", "--config", str(root / "pyproject.toml"), str(tree)]
    for command in (["check", "--select", "I", "--fix"], ["format"]):
        ruff = [sys.executable, "-m", "ruff", *command, *settings]
        done = subprocess.run(ruff, cwd=root, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            raise TwinError(f"{tree.name}: ruff: {done.stdout}{done.stderr}")


def find_leftovers(tree: Path, folder: Path) -> Iterator[str]:
    """Yield a message for each async word that is left after the conversion."""
    for path in sorted(tree.rglob("*.py")):
        lines = path.read_text("utf-8").splitlines()
        for number, line in enumerate(lines[1:], 2):  # the first line names the async source
            if found := _LEFTOVER.search(line):
                yield f"{path.relative_to(folder)}:{number}: {found[0]} is left: {line.strip()}"


def compare_trees(made: Path, committed: Path, name: Path) -> Iterator[str]:
    """Yield a message for each file that is missing, left over or different.

    Args:
        made: The converted tree.
        committed: The tree in the project.
        name: The tree's name in messages.
    """
    expected = {path.relative_to(made): path.read_bytes() for path in made.rglob("*.py")}
    found = {
        path.relative_to(committed): path.read_bytes()
        for path in (committed.rglob("*") if committed.is_dir() else ())
        if path.is_file() and "__pycache__" not in path.parts
    }
    for path in sorted(expected.keys() | found.keys()):
        if path not in found:
            yield f"{name / path}: missing"
        elif path not in expected:
            yield f"{name / path}: has no async source"
        elif expected[path] != found[path]:
            yield f"{name / path}: out of date"


if __name__ == "__main__":
    sys.exit(main())
