"""Search for the values that the target of an overlay's action selects.

python-jsonpath parses the targets. Its own search takes four seconds for the overlays of TMDB's documents, so names, `*`, `..` and
filters that compare them are searched here; a target with anything else is left to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeAlias

from jsonpath import CompoundJSONPath, JSONPath, JSONPathEnvironment
from jsonpath.filter import (
    UNDEFINED,
    BaseExpression,
    BooleanLiteral,
    FilterExpression,
    FloatLiteral,
    InfixExpression,
    IntegerLiteral,
    Nil,
    PrefixExpression,
    RelativeFilterQuery,
    StringLiteral,
)
from jsonpath.segments import JSONPathRecursiveDescentSegment
from jsonpath.selectors import Filter, JSONPathSelector, NameSelector, WildcardSelector

from scripts.json_io import is_list, is_mapping
from scripts.regenerate.read.parse import DEEPEST

#: The keys and positions that lead to a value of a document.
Place: TypeAlias = tuple[str | int, ...]
_Node: TypeAlias = tuple[Place, Any]


class _Environment(JSONPathEnvironment):
    # `..` visits documents of any depth that the parser accepts.
    max_recursion_depth = DEEPEST + 1


_ENVIRONMENT = _Environment()


class _UnsupportedError(Exception):
    """A target uses more of JSONPath than is searched here."""


def find_places(target: str, document: Any) -> list[Place]:
    """Return the places of the values that a target selects, in the order of the document.

    Args:
        target: A JSONPath.
        document: The document to search.

    Raises:
        JSONPathError: The target is not a JSONPath.
    """
    return _compiled(target)(document)


# A test applies the same overlays to hundreds of documents.
@cache
def _compiled(target: str) -> Callable[[Any], list[Place]]:
    path = _ENVIRONMENT.compile(target)
    try:
        search = _search(path)
    except _UnsupportedError:
        return lambda document: [match.parts for match in path.finditer(document)]
    return lambda document: [place for place, _ in search(document)]


def _search(path: JSONPath | CompoundJSONPath) -> Callable[[Any], list[_Node]]:
    if not isinstance(path, JSONPath) or path.pseudo_root:
        raise _UnsupportedError
    steps = [
        (isinstance(segment, JSONPathRecursiveDescentSegment), [_select(selector) for selector in segment.selectors])
        for segment in path.segments
    ]

    def search(document: Any) -> list[_Node]:
        nodes: list[_Node] = [((), document)]
        for is_descent, selects in steps:
            if is_descent:
                nodes = [inner for node in nodes for inner in _descendants(node)]
            nodes = [found for node in nodes for select in selects for found in select(node)]
        return nodes

    return search


def _items(value: Any) -> Iterator[tuple[str | int, Any]]:
    yield from value.items() if is_mapping(value) else enumerate(value) if is_list(value) else ()


def _descendants(node: _Node) -> Iterator[_Node]:
    """Yield an object or list, and those in it."""
    yield node
    place, value = node
    for key, inner in _items(value):
        if is_mapping(inner) or is_list(inner):
            yield from _descendants(((*place, key), inner))


def _select(selector: JSONPathSelector) -> Callable[[_Node], Iterator[_Node]]:
    """Return the function that yields the children of a value that a selector selects."""
    if isinstance(selector, NameSelector):
        name = selector.name
        return lambda node: iter([((*node[0], name), node[1][name])] if is_mapping(node[1]) and name in node[1] else [])
    if isinstance(selector, WildcardSelector):
        return lambda node: (((*node[0], key), inner) for key, inner in _items(node[1]))
    if isinstance(selector, Filter):
        test = _test(selector.expression)
        return lambda node: (((*node[0], key), inner) for key, inner in _items(node[1]) if test(inner))
    raise _UnsupportedError


def _test(expression: BaseExpression) -> Callable[[Any], bool]:
    """Return the function that tests a value with the expression of a filter."""
    if isinstance(expression, FilterExpression):
        return _test(expression.expression)
    if isinstance(expression, PrefixExpression) and expression.operator == "!":
        right = _test(expression.right)
        return lambda value: not right(value)
    if isinstance(expression, InfixExpression) and expression.logical:
        one, other = _test(expression.left), _test(expression.right)
        if expression.operator == "&&":
            return lambda value: one(value) and other(value)
        return lambda value: one(value) or other(value)
    if isinstance(expression, InfixExpression) and expression.operator in {"==", "!="}:
        first, second, operator = _operand(expression.left), _operand(expression.right), expression.operator
        return lambda value: _ENVIRONMENT.compare(first(value), operator, second(value))
    if isinstance(expression, RelativeFilterQuery) and expression.path.segments:
        search = _search(expression.path)
        return lambda value: bool(search(value))
    raise _UnsupportedError


def _operand(expression: BaseExpression) -> Callable[[Any], Any]:
    """Return the function that returns one side of a comparison: a constant, or the value at a path of names."""
    if isinstance(expression, Nil):
        return lambda _: None
    if isinstance(expression, StringLiteral | IntegerLiteral | FloatLiteral | BooleanLiteral):
        constant = expression.value
        return lambda _: constant
    if not isinstance(expression, RelativeFilterQuery):
        raise _UnsupportedError
    names = [_name(selector) for segment in expression.path.segments for selector in segment.selectors]

    def value_at(value: Any) -> Any:
        for name in names:
            if not is_mapping(value) or name not in value:
                return UNDEFINED
            value = value[name]
        return value

    return value_at


def _name(selector: JSONPathSelector) -> str:
    if not isinstance(selector, NameSelector):
        raise _UnsupportedError
    return selector.name
