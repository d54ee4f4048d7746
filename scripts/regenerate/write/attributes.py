"""Attribute names of the fields and blocks of models, and argument names of parameters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from scripts.json_io import Json
from scripts.regenerate.bases.content_rating_lookups import ContentRatingLookups
from scripts.regenerate.bases.release_date_lookups import ReleaseDateLookups
from scripts.regenerate.document import block_series
from scripts.regenerate.name.naming import HELPERS
from scripts.regenerate.name.python_names import python_names
from scripts.regenerate.runtime.details import Details
from scripts.regenerate.runtime.model import Model

#: Names that the class of a model uses in its body, or that attrs uses in its `__init__`.
CLASS_BODY = frozenset(
    {
        *HELPERS,
        *(
            "append",
            "block_property",
            "bool",
            "classmethod",
            "dict",
            "empty_list",
            "empty_map",
            "field",
            "float",
            "int",
        ),
        *("list", "models", "object", "overload", "property", "str", "unions", "bytearray", "bytes"),
        *("Mapping", "NotImplementedError", "OnDrift", "Sequence", "TYPE_CHECKING", "_Blocks"),
        *("NOTHING", "self"),
        # The methods of every model. Names with two underscores are none of a field.
        *(name for name in dir(Details) if not name.startswith("__")),
    }
)
#: The classes that a component can name as `x-base`: models with methods of their own.
BASES: Mapping[str, type[Model]] = {one.__name__: one for one in (ContentRatingLookups, ReleaseDateLookups)}
#: Names that a function `request`, a `details` method, or a function that passes arguments on to both uses.
FUNCTION_BODY = frozenset(
    {
        *("Request", "body", "dict", "json_body", "operation", "path_integer", "path_segment", "path_text"),
        *(
            "query_date",
            "query_flag",
            "query_integer",
            "query_number",
            "query_text",
            "query_value",
            "query_values",
            "str",
        ),
        *("api", "append", "append_seasons", "append_text", "blocks", "choice", "choose_languages", "details"),
        *("endpoint", "languages", "languages_text", "models", "seasons", "self"),
    }
)


def field_attributes(schema: Json, components: Collection[str]) -> dict[str, str]:
    """Return the attribute of each field of a model by TMDB's name, without fields in whose place a block stands.

    Args:
        schema: The component.
        components: The names of all components, which annotations in the class refer to.
    """
    blocks = block_attributes(schema, components)
    fields = [key for key in schema.get("properties", {}) if key not in blocks]
    return python_names(fields, {*CLASS_BODY, *components, *blocks.values(), *_base_methods(schema)})


def _base_methods(schema: Json) -> set[str]:
    """Return the names of the methods that a model inherits from its own base class, besides those of every model."""
    base = BASES.get(schema.get("x-base", ""), Details)
    return {name for name in dir(base) if not name.startswith("__")}


def block_attributes(schema: Json, components: Collection[str]) -> dict[str, str]:
    """Return the attribute of each appendable block of a model by TMDB's name, without parameters.

    Args:
        schema: The component.
        components: The names of all components, which annotations in the class refer to.
    """
    return python_names(map(block_series, schema.get("x-append", {})), {*CLASS_BODY, *components})


def parent_prefix(component: str, schemas: Mapping[str, Json]) -> str:
    """Return the prefix of the markers and constants of a details component, which no other component has.

    Args:
        component: The component.
        schemas: All components.
    """
    prefix = component.removesuffix("Details")
    # The module of the model imports `{prefix}Blocks`, and those of components.
    return (
        component if (prefix in schemas and "x-append" in schemas[prefix]) or f"{prefix}Blocks" in schemas else prefix
    )


def argument_names(parameters: Iterable[Json]) -> dict[tuple[str, str], str]:
    """Return the argument of each parameter of an operation by its place (`path` or `query`) and TMDB's name.

    A parameter of the query gets another name than one of the path, which comes first in a request.
    """
    named: dict[tuple[str, str], str] = {}
    for place in ("path", "query"):
        names = [str(parameter["name"]) for parameter in parameters if parameter["in"] == place]
        arguments = python_names(dict.fromkeys(names), {*FUNCTION_BODY, *named.values()})
        named |= {(place, name): argument for name, argument in arguments.items()}
    return named
