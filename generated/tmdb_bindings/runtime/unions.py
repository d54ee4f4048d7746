# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Tagged unions of models."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast

import msgspec

from .decoders import new_decoder

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class TaggedUnion(Generic[T]):
    """A union of models, which are distinguished by a tag.

    msgspec does not support unions of attrs classes. So a field with a union is undecoded JSON (`msgspec.Raw`) at first,
    and the model decodes it in `__attrs_post_init__`: first the tag, then the object as the member of this tag. An
    unknown or missing tag selects the fallback member.
    """

    def __init__(self, name: str, package: str, *, tag: str, members: Mapping[str, str], fallback: str) -> None:
        """Create a union. Its members are imported when they are used.

        Args:
            name: The union's name.
            package: The package of the models.
            tag: The key that distinguishes the members.
            members: `module:Class` of each tag, relative to the package.
            fallback: `module:Class` of the member for every other tag.
        """
        self.name = name
        self.tag = tag
        self._package = package
        self._members = dict(members)
        self._fallback = fallback
        self._read: Callable[[msgspec.Raw], T] | None = None

    @property
    def tags(self) -> tuple[str, ...]:
        """The known tags."""
        return tuple(self._members)

    def member(self, tag: object) -> type[T]:
        """Return the member of a tag."""
        where = self._members.get(tag, self._fallback) if isinstance(tag, str) else self._fallback
        module, _, name = where.partition(":")
        return cast("type[T]", getattr(import_module(f"{self._package}.{module}"), name))

    def one(self, value: T) -> T:
        """Decode a field with an object. Decoded values are returned unchanged.

        Raises:
            msgspec.ValidationError: The JSON does not fit the model that its tag selects.
        """
        return self._reader()(value) if isinstance(value, msgspec.Raw) else value

    def maybe(self, value: T | None) -> T | None:
        """Decode a field with an object or null. Decoded values are returned unchanged.

        Raises:
            msgspec.ValidationError: The JSON does not fit the model that its tag selects.
        """
        if isinstance(value, msgspec.Raw) and bytes(value) == b"null":
            return None
        return None if value is None else self.one(value)

    def many(self, values: list[T] | None) -> list[T]:
        """Decode a field with a list of objects. Decoded values are returned unchanged.

        Raises:
            msgspec.ValidationError: An entry contradicts the member of its tag.
        """
        if not values:
            return []
        if not isinstance(values[0], msgspec.Raw):
            return values
        read = self._read or self._reader()
        return [read(cast("msgspec.Raw", value)) for value in values]

    def mapped(self, values: dict[str, T] | None) -> dict[str, T]:
        """Decode a field with a map of objects. Decoded values are returned unchanged.

        Raises:
            msgspec.ValidationError: A value contradicts the member of its tag.
        """
        if not values:
            return {}
        return dict(zip(values, self.many(list(values.values())), strict=True))

    def _reader(self) -> Callable[[msgspec.Raw], T]:
        """Return the function that decodes an object, which is created on first use."""
        if self._read is None:

            class Tag(msgspec.Struct, rename={"tag": self.tag}):
                tag: str | None = None

            peek = msgspec.json.Decoder(Tag).decode
            known: dict[str | None, Callable[[msgspec.Raw], T]]
            known = {tag: self._decode_as(self.member(tag)) for tag in self._members}
            fallback: Callable[[msgspec.Raw], T] = self._decode_as(self.member(None))

            def read(value: msgspec.Raw) -> T:
                return known.get(peek(value).tag, fallback)(value)

            self._read = read
        return self._read

    def _decode_as(self, member: type[T]) -> Callable[[msgspec.Raw], T]:
        return new_decoder(member).decode


#: The union of each field that contains one. Defined at run time, because msgspec evaluates annotations of a class.
Unions: TypeAlias = Mapping[str, TaggedUnion[Any]]
