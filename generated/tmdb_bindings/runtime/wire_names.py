# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Fields whose name in JSON is not the name of their attribute, such as `class` and `has-dash`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attrs import Attribute


class WireName(str):
    """A key of JSON whose value is stored in an attribute of another name.

    msgspec cannot rename the fields of attrs classes: it finds a field by the text of its name, and sets the attribute of
    this name. The text of this string is the key, whereas Python finds the attribute by its hash and equality.

    Attributes:
        attribute: The name of the attribute.
    """

    __slots__ = ("attribute",)

    attribute: str

    def __new__(cls, key: str, attribute: str) -> WireName:
        """Create the name of a field from its key and attribute."""
        made = super().__new__(cls, key)
        made.attribute = attribute
        # This stores the text as UTF-8 within the string, where msgspec expects it.
        msgspec.json.encode({made: None})
        return made

    def __eq__(self, other: object) -> bool:
        """Return whether the other object is the name of the attribute."""
        return self.attribute == other

    def __ne__(self, other: object) -> bool:
        """Return whether the other object is not the name of the attribute."""
        return self.attribute != other

    def __hash__(self) -> int:
        """Return the hash of the attribute's name."""
        return hash(self.attribute)


def use_wire_names(model: type[Any], keys: Mapping[str, str]) -> None:
    """Set the keys of the fields of an attrs class whose attributes have other names.

    Args:
        model: The class.
        keys: TMDB's key of each such attribute.
    """
    fields: tuple[Attribute[Any], ...] = model.__attrs_attrs__
    model.__attrs_attrs__ = type(fields)(
        field.evolve(name=WireName(keys[field.name], field.name), alias=field.name) if field.name in keys else field
        for field in fields
    )


def attribute_name(field: Attribute[Any]) -> str:
    """Return the attribute of a field."""
    return field.name.attribute if isinstance(field.name, WireName) else field.name


def wire_name(field: Attribute[Any]) -> str:
    """Return TMDB's key of a field."""
    return str(field.name)
