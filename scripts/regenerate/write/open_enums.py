"""Values that the templates print for the enums of answers, and for the parameters that take them."""

from __future__ import annotations

from scripts.json_io import Json
from scripts.regenerate.document import is_vocabulary


def open_enums(document: Json) -> list[Json]:
    """Return the values for `open_enum.py.jinja`, one for each vocabulary.

    Args:
        document: The prepared document.
    """
    schemas: dict[str, Json] = document["components"]["schemas"]
    return [_open_enum(name, schema) for name, schema in schemas.items() if is_vocabulary(schema)]


def enum_aliases(document: Json) -> list[Json]:
    """Return the values for `enum_alias.py.jinja`, one for each enum of parameters that also takes a vocabulary's members.

    Args:
        document: The prepared document.
    """
    schemas: dict[str, Json] = document["components"]["schemas"]
    return [
        {
            "name": name,
            "description": schema["description"],
            "values": schema["enum"],
            "vocabulary": schema["x-vocabulary"],
        }
        for name, schema in schemas.items()
        if "x-vocabulary" in schema
    ]


def _open_enum(name: str, schema: Json) -> Json:
    values = schema["x-extensible-enum"]
    labels = dict(zip(values, schema["x-enum-descriptions"], strict=True))
    return {
        "name": name,
        "base": "OpenIntEnum" if schema["type"] == "integer" else "OpenStrEnum",
        "description": schema["description"],
        "members": list(zip(schema["x-enum-varnames"], values, strict=True)),
        # A word without a label is its own.
        "labels": {value: label for value, label in labels.items() if value != label},
    }
