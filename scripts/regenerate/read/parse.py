"""Parser of upstream documents, which are OpenAPI 3 in JSON or YAML."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from scripts.json_io import InputError, Json, is_list, is_mapping
from scripts.regenerate.document import operations
from scripts.regenerate.read.formats import find_problem
from scripts.regenerate.read.normal_form import MOST_VALUES, normal_form

#: The maximum depth of nested values. TMDB's documents have 25 levels.
DEEPEST = 400


def parse(data: bytes, name: str) -> Json:
    """Parse an OpenAPI document.

    Args:
        data: The bytes of the document.
        name: The document's name for error messages.

    Returns:
        The normal form of the document.

    Raises:
        InputError: The document is not OpenAPI 3 in JSON or YAML.
        RecursionError: The document is nested too deeply.
    """
    try:
        text = data.decode(json.detect_encoding(data))
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not JSON: byte {error.start} is not {error.encoding.upper()}") from error
    # A YAML document in braces is rare; a damaged JSON document is not.
    document = _json(text, name, len(data)) if text.lstrip()[:1] in {"{", "[", "<", ""} else _yaml(text, name)
    node: Json = document if is_mapping(document) else {}
    version = node.get("openapi", f"Swagger {node['swagger']}" if "swagger" in node else "missing")
    if not str(version).startswith("3."):
        raise InputError(f"{name}: not OpenAPI 3: `openapi` is {version}")
    _check_size(node, name)
    _validate(node, name)
    result = normal_form(node, name)
    # References can hide an invalid part.
    _validate(result, name)
    if not operations(result):
        raise InputError(f"{name}: not OpenAPI: there are no operations")
    return result


def _validate(document: Json, name: str) -> None:
    if problem := find_problem(document, "upstream"):
        raise InputError(f"{name}: not OpenAPI: {problem}")


def _check_size(document: Json, name: str) -> None:
    """Reject a document that is too deep or too large; a few aliases in YAML can stand for billions of values."""
    count, level = 0, [document]
    for _ in range(DEEPEST):
        level = [inner for value in level for inner in _inner(value)]
        count += len(level)
        if not level:
            return
        if count > MOST_VALUES:
            raise InputError(f"{name}: too large: more than {MOST_VALUES:,} values")
    raise InputError(f"{name}: not OpenAPI: nested too deeply: more than {DEEPEST} levels")


def _inner(value: Any) -> Iterable[Any]:
    return value.values() if is_mapping(value) else value if is_list(value) else ()


def _json(text: str, name: str, size: int) -> Any:
    try:
        return json.loads(text, parse_constant=_number_of_json, parse_float=_number_of_json)
    except json.JSONDecodeError as error:
        if _ends_too_early(error):
            raise InputError(f"{name}: truncated: the JSON is incomplete after {size} bytes") from error
        raise InputError(f"{name}: not JSON: {error.msg} in line {error.lineno}, column {error.colno}") from error
    except ValueError as error:  # NaN, and integers of thousands of digits
        raise InputError(f"{name}: not JSON: {error}") from error


def _number_of_json(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text} is not a number of JSON")
    return number


def _ends_too_early(error: json.JSONDecodeError) -> bool:
    """Return whether the text starts as JSON but is incomplete, unlike a web page or an empty file."""
    text = error.doc.strip()
    closing = {"{": "}", "[": "]"}.get(text[:1])
    return closing is not None and (not text.endswith(closing) or error.pos >= len(error.doc.rstrip()))


if TYPE_CHECKING:
    from yaml import SafeLoader as _Loader
else:
    # The fast loader, if PyYAML was built with libyaml.
    _Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Yaml12Loader(_Loader):
    """Loader of YAML 1.2, in which `NO` is a country and `2026-03-23` a text. Keys are always text."""

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Return the content of a mapping."""
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, ScalarNode):
                raise yaml.MarkedYAMLError(problem="a key is not a text", problem_mark=key.start_mark)
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"key {key.value!r} is duplicated", problem_mark=key.start_mark)
            seen.add(key.value)
        self.flatten_mapping(node)
        for key, _ in node.value:
            key.tag = "tag:yaml.org,2002:str"
        return super().construct_mapping(node, deep)


_KINDS = (
    ("null", r"~|null|Null|NULL|", ("~", "n", "N", "")),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]{1,40}", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("merge", r"<<", "<"),
)
_Yaml12Loader.yaml_implicit_resolvers = {
    character: [
        (f"tag:yaml.org,2002:{kind}", re.compile(f"(?:{pattern})$"))
        for kind, pattern, first in _KINDS
        if character in first
    ]
    for character in {character for _, _, first in _KINDS for character in first}
}


def _number(loader: _Yaml12Loader, node: Node) -> int | float:
    text = str(node.value)
    return int(text) if re.fullmatch(r"[-+]?[0-9]+", text) else float(text)


for _tag in ("int", "float"):
    _Yaml12Loader.add_constructor(f"tag:yaml.org,2002:{_tag}", _number)


def _yaml(text: str, name: str) -> Any:
    try:
        return yaml.load(text, Loader=_Yaml12Loader)
    except (yaml.YAMLError, ValueError) as error:
        mark: Any = getattr(error, "problem_mark", None)
        place = f" in line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        reason = " ".join(str(getattr(error, "problem", None) or error).split())
        raise InputError(f"{name}: neither JSON nor YAML: {reason}{place}") from error
