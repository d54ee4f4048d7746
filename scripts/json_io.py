"""Reading and writing JSON and YAML so that the same content always gives the same bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeGuard

import yaml

# Documents are data of any depth; the functions that read them check what they need.
Json: TypeAlias = dict[str, Any]


class PipelineError(Exception):
    """Something that a person has to mend; its text is one line that says what and where."""


class InputError(PipelineError):
    """An upstream document that cannot be used: unreachable, damaged or of another format."""


class DataError(PipelineError):
    """Reviewed data (overlays, operations, enums, components) that contradicts itself."""


def is_mapping(value: object) -> TypeGuard[Json]:
    """Return whether a value of a document is an object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Return whether a value of a document is a list."""
    return isinstance(value, list)


if TYPE_CHECKING:
    from yaml import SafeLoader as _Loader
else:
    # The fast one, where PyYAML was built with it.
    _Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_Loader):
    """YAML without two of its traps: a repeated key that wins silently, and dates that are not strings."""


def _mapping(loader: Any, node: Any) -> Json:
    pairs = [
        (loader.construct_object(key, deep=True), loader.construct_object(value, deep=True))
        for key, value in node.value
    ]
    result: Json = {}
    for key, value in pairs:
        if key in result:
            raise DataError(f"key {key!r} occurs twice ({node.start_mark.name}, line {node.start_mark.line + 1})")
        result[key] = value
    return result


def _text(loader: Any, node: Any) -> str:
    return str(loader.construct_scalar(node))


_StrictLoader.add_constructor("tag:yaml.org,2002:map", _mapping)
_StrictLoader.add_constructor("tag:yaml.org,2002:timestamp", _text)


def dump(value: object, *, sort_keys: bool = False) -> str:
    """Return a value as JSON: one form for every file of the project.

    Args:
        value: What to write.
        sort_keys: True for a snapshot, whose order is TMDB's accident; False where the order is ours.
    """
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=sort_keys) + "\n"


def load(path: Path) -> Json:
    """Return a JSON object from a file of the project."""
    value = json.loads(path.read_text(encoding="utf-8"))
    if not is_mapping(value):
        raise DataError(f"{path}: not a JSON object")
    return value


def load_yaml(path: Path) -> Json:
    """Return the mapping that a YAML file of the project holds; an empty file is an empty mapping.

    Raises:
        DataError: The file is not YAML, holds no mapping, or repeats a key.
    """
    try:
        value: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=_StrictLoader)
    except yaml.YAMLError as error:
        raise DataError(f"{path.name}: not YAML: {' '.join(str(error).split())}") from error
    if value is None:
        return {}
    if not is_mapping(value):
        raise DataError(f"{path.name}: not a mapping")
    return value


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
