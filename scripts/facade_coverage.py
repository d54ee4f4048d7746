"""Writes docs/coverage.md: which method of the client reaches which operation of TMDB.

    python -m scripts.facade_coverage          # write it
    python -m scripts.facade_coverage --check  # only compare; exit code 1 when it is stale

The rows come from calling every method (scripts/ledger), the facts of an operation from the prepared document.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scripts.atomic_write import write_text
from scripts.ledger.document import Document, DocumentOperation, prepared_document
from scripts.ledger.findings import CONVERTED, EXTRAS, SILENT, UNSENT
from scripts.ledger.methods import blocks_of, constants_of, methods
from scripts.ledger.recording import RecordedCall, record_sync
from scripts.paths import ROOT
from tmdb_facade import TMDB

OUTPUT = ROOT / "docs" / "coverage.md"
AUTH = {
    "application": "",
    "guest_or_session": "session of a user or a guest",
    "session": "session of a user",
    "user_token": "token of a user in its place",
}
NO_NAMESPACE = "Not reached"


class CoverageRow(NamedTuple):
    """An operation, and how it is reached.

    Attributes:
        operation: The operation.
        methods: The methods that ask for it, the one that is named like it first.
        paged: Those of them that give a pager.
        blocks: How many blocks can be appended to it, with their class of constants, or "".
        appended: The constants that append it, in Markdown.
    """

    operation: DocumentOperation
    methods: list[str]
    paged: list[str]
    blocks: str
    appended: str

    @property
    def namespace(self) -> str:
        """The namespace of the first method."""
        return self.methods[0].rpartition(".")[0] if self.methods else NO_NAMESPACE


def read_rows(document: Document, calls: Iterable[RecordedCall]) -> list[CoverageRow]:
    """Say of every operation how it is reached.

    Args:
        document: The document that has the operations.
        calls: What the methods sent.

    Returns:
        One row an operation, in the document's order.
    """
    reached: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for call in calls:
        for sent in call.sent:
            if (asked := document.find(sent.method, sent.path)) is not None:
                reached[asked.title][call.method] = call.paged
    functions = {method.name: method.function for method in methods(TMDB)}
    rows: list[CoverageRow] = []
    appended: defaultdict[str, list[str]] = defaultdict(list)
    for title, operation in document.operations.items():
        own = f"{operation.record['tag']}_{operation.record['name']}"
        namesakes = {name for name in reached[title] if name.replace(".", "_") == own}
        names = [*namesakes, *sorted(reached[title].keys() - namesakes)]
        constants = constants_of(functions[names[0]]) if names else None
        if constants is not None:
            for constant, block in blocks_of(constants).items():
                appended[f"GET {operation.path}/{block}"].append(f"`{constants.__name__}.{constant}`")
        for block in operation.blocks:
            if "{" in block and names:
                appended[f"GET {operation.path}/{block}"].append(f"`seasons=` of `tmdb.{names[0]}`")
        blocks = f"{len(blocks_of(constants))} of `{constants.__name__}`" if constants is not None else ""
        rows.append(CoverageRow(operation, names, [name for name in names if reached[title][name]], blocks, ""))
    return [row._replace(appended=", ".join(appended[row.operation.title])) for row in rows]


def render_coverage(rows: Sequence[CoverageRow], number: int) -> str:
    """Write the file's content.

    Args:
        rows: One row an operation.
        number: How many methods there are.

    Returns:
        Markdown.
    """
    reached = sum(bool(row.methods) for row in rows)
    v3 = sum(row.operation.path.startswith("/3/") for row in rows)
    lines = [_HEAD.format(operations=len(rows), v3=v3, v4=len(rows) - v3, number=number, reached=reached)]
    for namespace in sorted({row.namespace for row in rows}, key=lambda name: (name == NO_NAMESPACE, name)):
        lines += [f"## {namespace if namespace == NO_NAMESPACE else f'`tmdb.{namespace}`'}", ""]
        table = [_cells(row) for row in rows if row.namespace == namespace]
        lines += [*_table(("operation", "method", "pages", "append", "needs beside the token or key"), table), ""]
    lines += ["## Beside the document", "", *_beside()]
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Run the program.

    Returns:
        0, or 1 when `--check` found that the file is stale.
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file is stale")
    check: bool = parser.parse_args(arguments).check
    document = prepared_document()
    with tempfile.TemporaryDirectory() as folder:
        rows = read_rows(document, record_sync(document, folder))
    text = render_coverage(rows, len(methods(TMDB)))
    if not check:
        write_text(OUTPUT, text)
    elif not OUTPUT.is_file() or OUTPUT.read_text(encoding="utf-8") != text:
        print("docs/coverage.md is stale: python -m scripts.facade_coverage writes it anew")
        return 1
    print(f"{len(rows)} operations, {sum(bool(row.methods) for row in rows)} of them reached")
    return 0


def _cells(row: CoverageRow) -> tuple[str, ...]:
    operation, record = row.operation, row.operation.record
    return (
        f"[`{operation.title}`]({operation.reference})",
        ", ".join(f"`tmdb.{name}`" for name in row.methods) or "none yet",
        _pages(row),
        ", ".join(filter(None, (row.appended, row.blocks and f"takes {row.blocks}"))),
        AUTH[record["auth"]],
    )


def _pages(row: CoverageRow) -> str:
    record = row.operation.record
    if record["paging"] == "none":
        return ""
    size = f"one page of {record['page_size']}" if record["paging"] == "single" else f"{record['page_size']} a page"
    if row.paged == row.methods:
        return size
    return f"{size}, by {', '.join(f'`tmdb.{name}`' for name in row.paged) or 'no method'}"


def _beside() -> list[str]:
    rows = [
        *((f"sent, and not documented: `{key}`", why) for key, why in EXTRAS.items()),
        *((f"documented, and not sent: `{key}`", why) for key, why in UNSENT.items()),
        *((f"sent in another form: `{key}`", why) for key, why in CONVERTED.items()),
        *((f"asks the API nothing: `tmdb.{name}`", why) for name, why in SILENT.items()),
    ]
    return ["Looked at by people, and held to what the methods send:", "", *_table(("what", "why"), rows)]


def _table(titles: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    return [f"| {' | '.join(cells)} |" for cells in (titles, ("---",) * len(titles), *rows)]


_HEAD = """\
# Coverage

Which method of the client reaches which operation of TMDB. Written by `make coverage`, by calling every method and looking at
what it sends; the same calls are compared with the prepared document in `make test`.

{operations} operations ({v3} of version 3, {v4} of version 4), {reached} of them reached; {number} methods in each client, sync and async.

- **pages**: how many entries a page has. Such a method gives a pager, which walks over all of them.
- **append**: the constants that bring the answer along with a details call, or how many blocks a details call takes.
- **needs**: what an operation needs beside the application's token or key.
"""


if __name__ == "__main__":
    sys.exit(main())
