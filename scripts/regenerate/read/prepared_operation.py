"""The operations from which the prepared document is built."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from scripts.json_io import Json
from scripts.regenerate.document import METHODS, operations
from scripts.regenerate.name.naming import operation_key


@dataclass(slots=True)
class PreparedOperation:
    """An operation of the prepared document under construction.

    Attributes:
        key: Method and path without names of parameters.
        method: HTTP method, lower case.
        path: Path template.
        upstream: The operation of the corrected upstream document, with the parameters of its path.
        document: The upstream document, to resolve references.
        row: The entry in `operations.yaml`, empty if there is none.
        tag: The tag.
        name: The name within the tag.
        block: The block of `parent` that its answer can be, or "".
        parent: The details operation that can append it.
        node: The operation of the prepared document.
    """

    key: str
    method: str
    path: str
    upstream: Json
    document: Json
    row: Json = field(default_factory=dict[str, Any])
    tag: str = ""
    name: str = ""
    block: str = ""
    parent: PreparedOperation | None = None
    node: Json = field(default_factory=dict[str, Any])

    @property
    def id(self) -> str:
        """The operation id."""
        return f"{self.tag}_{self.name}"


def list_operations(documents: Iterable[Json]) -> list[PreparedOperation]:
    """Return the operations of documents, sorted by path and method."""
    found: dict[str, PreparedOperation] = {}
    for document in documents:
        for path, method, operation in operations(document):
            shared = document["paths"][path].get("parameters", [])
            node = {**operation, "parameters": [*shared, *operation.get("parameters", [])]}
            key = operation_key(method, path)
            found[key] = PreparedOperation(key, method, path, node, document)
    return sorted(found.values(), key=lambda operation: (operation.path, METHODS.index(operation.method)))
