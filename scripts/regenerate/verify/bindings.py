"""Import and use every part of a generated package: `python -m scripts.regenerate.verify.bindings PACKAGE DOCUMENT`.

Each problem is one line of the output.
"""

from __future__ import annotations

import json
import pickle
import pkgutil
import sys
import types
import typing
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from enum import EnumType
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from scripts.json_io import Json, load
from scripts.regenerate.document import is_object, operations, success
from scripts.regenerate.verify.samples import Samples

T = TypeVar("T")

#: Arguments of requests by type. Other types are texts or aliases of literals.
_ARGUMENTS: dict[Any, object] = {
    bool: True,
    date: date(2026, 1, 31),
    datetime: datetime(2026, 1, 31, tzinfo=UTC),
    float: 1.5,
    int: 7,
}


class _Package:
    """A generated package and the document that it was generated from.

    Args:
        name: The package, which can be imported.
        document: The prepared document.
    """

    def __init__(self, name: str, document: Json) -> None:
        self._name = name
        self._document = document
        self._schemas: Json = document["components"]["schemas"]

    def import_modules(self) -> Iterator[str]:
        """Import every module. Yield the problems."""
        package = import_module(self._name)
        for found in pkgutil.walk_packages(package.__path__, f"{self._name}.", onerror=lambda _: None):
            yield from problems(found.name, import_module, found.name)

    def use(self) -> Iterator[str]:
        """Use every model, request body and operation. Yield the problems."""
        for name, schema in self._schemas.items():
            if not is_object(schema):
                check = self._check_name
            elif "x-request-body" in schema:
                check = self._check_body
            else:
                check = self._check_model
            yield from problems(f"models.{name}", check, name)
        for _, _, operation in operations(self._document):
            yield from problems(operation["operationId"], self._check_operation, operation)

    def _module(self, name: str) -> Any:
        return import_module(f"{self._name}.{name}")

    def _check_name(self, name: str) -> None:
        getattr(self._module("models"), name)

    def _check_body(self, name: str) -> None:
        found = getattr(self._module("models"), name)
        hints = typing.get_type_hints(found, localns=self._names())
        _expect(hints.keys() == self._schemas[name]["properties"].keys(), "its keys are not those of the document")

    def _check_model(self, name: str) -> None:
        model = getattr(self._module("models"), name)
        typing.get_type_hints(model)
        self._decode(Samples(self._schemas, "least").of_component(name), model)
        self._decode(Samples(self._schemas, "nulls").of_component(name), model)
        made = self._decode(Samples(self._schemas).of_component(name), model)
        expected = Samples(self._schemas, decoded=True).of_component(name)
        _expect(made.to_dict() == expected, "a decoded object has other values than its JSON")
        _expect(pickle.loads(pickle.dumps(made)) == made, "a pickled object is not equal to the object")

    def _check_operation(self, node: Json) -> None:
        facts = node["x-operation"]
        endpoint: Any = getattr(getattr(self._module("api"), facts["tag"]), facts["name"])
        arguments = {
            name: _argument(hint)
            for name, hint in typing.get_type_hints(endpoint.request, localns=self._names()).items()
            if name != "return"
        }
        request = endpoint.request(**arguments)
        listed = {parameter["name"] for parameter in node.get("parameters", []) if parameter["in"] == "query"}
        _expect(set(request.query) == listed, "its request does not have the parameters of the query")
        _expect("{" not in request.path, "its request does not have the parameters of the path")
        schema = success(node)
        answer = Samples(self._schemas).of_schema(schema or {})
        self._decode(answer, endpoint.response())

    def _decode(self, sample: object, type_: Any) -> Any:
        return self._module("runtime").strict_decoder(type_).decode(json.dumps(sample).encode())

    def _names(self) -> dict[str, Any]:
        """Return the names in annotations that modules only import for type checkers."""
        models = self._module("models")
        names: dict[str, Any] = {name: getattr(models, name) for name in models.__all__}
        return {**names, "date": date, "datetime": datetime, "JSONValue": Any}


def problems(where: str, check: Callable[[T], object], argument: T) -> Iterator[str]:
    """Call a function, and yield its error."""
    try:
        check(argument)
    except Exception as error:  # noqa: BLE001  (every problem is listed)
        yield f"{where}: {type(error).__name__}: {' '.join(str(error).split())}"


def print_problems(found: list[str]) -> int:
    """Print problems, one a line; return the exit code."""
    for problem in found:
        print(problem)
    return 1 if found else 0


def _argument(hint: Any) -> object:
    """Return an argument of a type; of a union, the first one."""
    choices = typing.get_args(hint)
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return _argument(choices[0])
    if isinstance(hint, EnumType):
        return next(iter(hint))
    return _ARGUMENTS.get(hint, choices[0] if choices else {} if typing.is_typeddict(hint) else "text")


def _expect(condition: bool, problem: str) -> None:
    if not condition:
        raise ValueError(problem)


def main(package: Path, document: Path) -> int:
    """Print the problems of a package; return the exit code.

    Args:
        package: The folder of the package, whose parent is on the module search path.
        document: The prepared document that it was generated from.
    """
    found = _Package(package.name, load(document))
    return print_problems(list(found.import_modules()) or list(found.use()))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
