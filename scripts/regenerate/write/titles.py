"""The properties of movies and TV series that give both the attributes of `Title`, the protocol in the runtime."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from scripts.json_io import Json
from scripts.regenerate.read.titles import SHARED_NAMES
from scripts.regenerate.write.annotations import annotation


def title_properties(schema: Json, attributes: Mapping[str, str], blocks: Collection[str]) -> list[dict[str, str]]:
    """Return the properties of a model that is a title. A field or block of the same name takes precedence.

    A field that TMDB has removed has no property.

    Args:
        schema: The component; `x-title` is its media type.
        attributes: The attribute of each field by TMDB's name.
        blocks: The attributes of its blocks.
    """
    kind = schema.get("x-title")
    if kind is None:
        return []
    properties = [
        {
            "name": name,
            "annotation": _annotation(fields[kind], schema),
            "value": f"self.{attributes[fields[kind]]}",
            "description": description.format(field=f"`{attributes[fields[kind]]}`"),
        }
        for name, (fields, description) in SHARED_NAMES.items()
        if fields[kind] in attributes
    ]
    tag = json.dumps(kind)
    about = f"Media type: always `{kind}`."
    properties.append({"name": "media_type", "annotation": f"Literal[{tag}]", "value": tag, "description": about})
    taken = {*attributes.values(), *blocks}
    return [found for found in properties if found["name"] not in taken]


def _annotation(field: str, schema: Json) -> str:
    written = annotation(schema["properties"][field])
    return written if field in schema.get("required", ()) else f"{written} | None"
