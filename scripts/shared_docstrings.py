"""Write the shared sentences into the docstrings of the client's methods.

    python -m scripts.shared_docstrings          # write them
    python -m scripts.shared_docstrings --check  # only compare them; exit code 1 when a docstring differs

In the docstrings under `tmdb_facade/_async/resources`, each entry of `Args:` and `Raises:` that has a sentence in
`scripts/shared_sentences.py` gets that sentence. Authors may leave such an entry empty: `language:`.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scripts.atomic_write import write_text
from scripts.paths import ROOT
from scripts.shared_sentences import ARGUMENTS, ERRORS, OWN_SENTENCES, PAGER, error_sentence

SOURCE = Path("tmdb_facade/_async/resources")
LINE_LENGTH = 120
#: How a generated module begins; the program that writes it writes its docstrings too.
GENERATED = "# Written by "
#: How the name of a pager's class begins, in a method's return annotation.
PAGER_CLASS = "AsyncPager"


class DocumentedMethod(NamedTuple):
    """A method with a docstring.

    Attributes:
        name: Its name after that of its module, such as `movies.details`.
        keys: What selects a sentence in `ERRORS`: its parameters, and `PAGER` if it returns one.
        lines: Where its docstring is, in the lines of its module.
        indent: The indentation of its docstring.
    """

    name: str
    keys: frozenset[str]
    lines: slice
    indent: int


def main(arguments: list[str] | None = None) -> int:
    """Run the program.

    Returns:
        0, or 1 when `--check` found a difference or an entry has no sentence.
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a docstring differs")
    check: bool = parser.parse_args(arguments).check
    sources = {path: path.read_text("utf-8") for path in sorted((ROOT / SOURCE).rglob("*.py"))}
    sources = {path: source for path, source in sources.items() if not source.startswith(GENERATED)}
    written = {path: write_sentences(source, path.stem) for path, source in sources.items()}
    problems = [problem for path, source in written.items() for problem in find_empty(source, path.stem)]
    names = {method.name for path, source in sources.items() for method in documented_methods(source, path.stem)}
    problems += find_unused("\n".join(sources.values()), names)
    for path, source in written.items():
        if source != sources[path] and check:
            problems.append(f"{path.relative_to(ROOT)}: a shared sentence differs: run `make sync`")
        elif source != sources[path]:
            write_text(path, source)
    print("\n".join(problems) or "the shared sentences are up to date", file=sys.stderr if problems else sys.stdout)
    return 1 if problems else 0


def write_sentences(source: str, module: str) -> str:
    """Return a module's source with the shared sentences in its docstrings."""
    lines = source.splitlines(keepends=True)
    for method in sorted(documented_methods(source, module), key=lambda method: -method.lines.start):
        lines[method.lines] = list(docstring_lines(lines[method.lines], method))
    return "".join(lines)


def documented_methods(source: str, module: str) -> Iterator[DocumentedMethod]:
    """Yield the methods of a module that have a docstring."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(node) is not None:
            docstring = node.body[0]
            keys = {argument.arg for argument in node.args.posonlyargs + node.args.args + node.args.kwonlyargs}
            if node.returns is not None and ast.unparse(node.returns).startswith(PAGER_CLASS):
                keys.add(PAGER)
            lines = slice(docstring.lineno - 1, docstring.end_lineno)
            yield DocumentedMethod(f"{module}.{node.name}", frozenset(keys), lines, docstring.col_offset)


def docstring_lines(lines: list[str], method: DocumentedMethod) -> Iterator[str]:
    """Yield the lines of a docstring, with the shared sentences in it."""
    section = ""
    replaced = False
    for line in lines:
        text = line.strip()
        depth = len(line) - len(line.lstrip()) - method.indent
        if depth > 4 and replaced:
            continue  # a further line of the sentence that was replaced
        if depth <= 0:
            section = text
        name = text.partition(":")[0] if depth == 4 and ":" in text else ""
        sentence = find_sentence(section, name, method)
        replaced = sentence is not None
        yield line if sentence is None else format_entry(name, sentence, method.indent + 4)


def find_sentence(section: str, name: str, method: DocumentedMethod) -> str | None:
    """Return the shared sentence of an entry; `None` if the method has its own."""
    if name in OWN_SENTENCES.get(method.name, ()):
        return None
    if section == "Args:":
        return ARGUMENTS.get(name)
    if section == "Raises:":
        return error_sentence(name, method.keys)
    return None


def format_entry(name: str, sentence: str, indent: int) -> str:
    """Return an entry as lines of the project's length."""
    first = " " * indent
    return (
        textwrap.fill(
            f"{name}: {sentence}",
            LINE_LENGTH,
            initial_indent=first,
            subsequent_indent=first + " " * 4,
            break_long_words=False,
            break_on_hyphens=False,
        )
        + "\n"
    )


def find_empty(source: str, module: str) -> Iterator[str]:
    """Yield a line for each entry that has neither a shared sentence nor one of its own."""
    for method in documented_methods(source, module):
        for line in source.splitlines()[method.lines]:
            if re.fullmatch(rf" {{{method.indent + 4}}}\w+: *", line):
                yield f"{method.name}: {line.strip()} has no sentence: write one, or add one to shared_sentences.py"


def find_unused(source: str, names: set[str]) -> Iterator[str]:
    """Yield a line for each row of the tables that no docstring needs."""
    entries = set(re.findall(r"^ +(\w+):", source, re.MULTILINE))
    for name in sorted((ARGUMENTS.keys() | ERRORS.keys()) - entries):
        yield f"shared_sentences.py: no docstring has an entry {name}"
    for name in sorted(OWN_SENTENCES.keys() - names):
        yield f"shared_sentences.py: there is no method {name}"


if __name__ == "__main__":
    sys.exit(main())
