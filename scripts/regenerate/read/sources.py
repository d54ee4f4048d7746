"""The operations of the corrected upstream documents, and how each gets its names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.json_io import Json
from scripts.regenerate.document import METHODS
from scripts.regenerate.name.naming import operation_key


@dataclass(frozen=True, slots=True)
class Source:
    """One operation as the corrected upstream document has it.

    Attributes:
        key: Method and path without the names of its parameters.
        method: HTTP method, lower case.
        path: Path template.
        node: The operation, parameters of its path included.
        document: The document it stands in, for its `$ref`s.
    """

    key: str
    method: str
    path: str
    node: Json
    document: Json


@dataclass(slots=True)
class Prepared:
    """One operation of the prepared document while it is made.

    Attributes:
        source: Where it comes from.
        row: Its row in `operations.yaml`, empty for one that is not listed.
        tag: Its tag.
        name: Its name within the tag.
        node: The operation of the prepared document, empty until it is made.
    """

    source: Source
    row: Json
    tag: str
    name: str
    node: Json

    @property
    def id(self) -> str:
        """Its operationId."""
        return f"{self.tag}_{self.name}"


def sources(documents: Iterable[Json]) -> list[Source]:
    """Return the operations of some documents, sorted by path and method."""
    found: dict[str, Source] = {}
    for document in documents:
        for path, item in document["paths"].items():
            for method in METHODS:
                if method in item:
                    parameters = [*item.get("parameters", []), *item[method].get("parameters", [])]
                    key = operation_key(method, path)
                    found[key] = Source(key, method, path, {**item[method], "parameters": parameters}, document)
    return sorted(found.values(), key=lambda source: (source.path, METHODS.index(source.method)))
