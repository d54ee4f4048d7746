"""Operations of the corrected upstream documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.json_io import Json
from scripts.regenerate.document import METHODS, operations
from scripts.regenerate.name.naming import operation_key


@dataclass(frozen=True, slots=True)
class Source:
    """An operation of a corrected upstream document.

    Attributes:
        key: Method and path without names of parameters.
        method: HTTP method, lower case.
        path: Path template.
        node: The operation, with the parameters of its path.
        document: The document, to resolve references.
    """

    key: str
    method: str
    path: str
    node: Json
    document: Json


@dataclass(slots=True)
class Prepared:
    """An operation of the prepared document under construction.

    Attributes:
        source: The upstream operation.
        row: The entry in `operations.yaml`, empty if there is none.
        tag: The tag.
        name: The name within the tag.
        node: The operation of the prepared document, empty at first.
    """

    source: Source
    row: Json
    tag: str
    name: str
    node: Json

    @property
    def id(self) -> str:
        """The operation id."""
        return f"{self.tag}_{self.name}"


def sources(documents: Iterable[Json]) -> list[Source]:
    """Return the operations of documents, sorted by path and method."""
    found: dict[str, Source] = {}
    for document in documents:
        for path, method, operation in operations(document):
            shared = document["paths"][path].get("parameters", [])
            node = {**operation, "parameters": [*shared, *operation.get("parameters", [])]}
            key = operation_key(method, path)
            found[key] = Source(key, method, path, node, document)
    return sorted(found.values(), key=lambda source: (source.path, METHODS.index(source.method)))
