"""Write docs/coverage.md, the table of client methods and the TMDB operations they call.

    python -m scripts.facade_coverage          # write it
    python -m scripts.facade_coverage --check  # only compare it; exit code 1 if it is out of date

The rows come from calling every method (see scripts/ledger), the operations from the prepared document.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scripts.ledger.document import Document, DocumentOperation, prepared_document
from scripts.ledger.methods import blocks_of, constants_of, methods
from scripts.ledger.recording import RecordedCall, record_sync
from scripts.ledger.reviewed import REVIEWED
from scripts.paths import ROOT
from scripts.text_templates import render_template
from scripts.written_files import parse_check, write_or_compare
from tmdb_facade import TMDB

OUTPUT = ROOT / "docs" / "coverage.md"
AUTH = {
    "application": "",
    "guest_or_session": "user session or guest session",
    "session": "user session",
    "user_token": "user access token instead",
}


class CoverageRow(NamedTuple):
    """An operation and the methods that call it.

    Attributes:
        operation: The operation.
        methods: The methods that call it, the one with the operation's name first.
        paged: The methods among them that return a pager.
        blocks: The number of blocks that can be appended to it and their constants class, or "".
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
        return self.methods[0].rpartition(".")[0]


def read_rows(document: Document, calls: Iterable[RecordedCall]) -> list[CoverageRow]:
    """Return one row per operation of a document, in its order, from the requests that the methods sent."""
    reached: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for call in calls:
        for sent in call.sent:
            if (operation := document.find(sent.method, sent.path)) is not None:
                reached[operation.title][call.method] = call.paged
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
    """Return the content of docs/coverage.md; `number` is the number of methods."""
    return render_template(
        "templates/coverage.md.jinja",
        rows=rows,
        number=number,
        v3=sum(row.operation.path.startswith("/3/") for row in rows),
        auth=AUTH,
        reviewed=REVIEWED,
    )


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit code."""
    check = parse_check(__doc__, arguments)
    document = prepared_document()
    with tempfile.TemporaryDirectory() as folder:
        rows = read_rows(document, record_sync(document, folder))
    print(f"{len(rows)} operations, {sum(bool(row.methods) for row in rows)} covered")
    text = render_coverage(rows, len(methods(TMDB)))
    return 0 if write_or_compare(OUTPUT, text, "make coverage", check=check) else 1


if __name__ == "__main__":
    sys.exit(main())
