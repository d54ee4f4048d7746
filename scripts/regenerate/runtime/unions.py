# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Objects of several kinds in one list, told apart by a tag."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast

import msgspec

from .values import read_marked

if TYPE_CHECKING:
    from collections.abc import Callable

    from .model import Model

T = TypeVar("T")


class TaggedUnion(Generic[T]):
    """One union of models, and how its members are told apart.

    msgspec refuses a union of attrs classes. So a field of such a type reaches the model as undecoded JSON
    (`msgspec.Raw`), and the model has it read here as soon as it is made: first the tag alone, then the whole as the
    member that the tag names. A tag that nobody knows, or none, gives the fallback member.
    """

    def __init__(self, name: str, package: str, *, tag: str, members: Mapping[str, str], fallback: str) -> None:
        """Describe the union; nothing is imported yet.

        Args:
            name: The union's name.
            package: The package of the models' modules.
            tag: The key that tells the members apart.
            members: For each value of the tag, `module:Class` below the package.
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
        """The tags that are known."""
        return tuple(self._members)

    def member(self, tag: object) -> type[Model]:
        """Import the member that a tag names."""
        where = self._members.get(tag, self._fallback) if isinstance(tag, str) else self._fallback
        module, _, name = where.partition(":")
        return cast("type[Model]", getattr(import_module(f"{self._package}.{module}"), name))

    def one(self, value: T) -> T:
        """Decode a field that always holds one object; what is decoded already stays.

        Raises:
            msgspec.ValidationError: The JSON does not fit the member that its tag names.
        """
        return self._reader()(value) if isinstance(value, msgspec.Raw) else value

    def maybe(self, value: T | None) -> T | None:
        """Decode a field that holds one object or null; what is decoded already stays.

        Raises:
            msgspec.ValidationError: The JSON does not fit the member that its tag names.
        """
        if isinstance(value, msgspec.Raw) and bytes(value) == b"null":
            return None
        return None if value is None else self.one(value)

    def many(self, values: list[T] | None) -> list[T]:
        """Decode a field that holds a list of them; what is decoded already stays.

        Raises:
            msgspec.ValidationError: An entry does not fit the member that its tag names.
        """
        if not values:
            return []
        if not isinstance(values[0], msgspec.Raw):
            return values
        read = self._read or self._reader()
        return [read(cast("msgspec.Raw", value)) for value in values]

    def mapped(self, values: dict[str, T] | None) -> dict[str, T]:
        """Decode a field that holds a map of them; what is decoded already stays.

        Raises:
            msgspec.ValidationError: A value does not fit the member that its tag names.
        """
        if not values:
            return {}
        return dict(zip(values, self.many(list(values.values())), strict=True))

    def _reader(self) -> Callable[[msgspec.Raw], T]:
        """Make the function that decodes one object, once."""
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

    def _decode_as(self, member: type[Model]) -> Callable[[msgspec.Raw], Any]:
        return msgspec.json.Decoder(member, dec_hook=read_marked).decode


#: The union of each field that holds one. It exists at run time, because msgspec evaluates annotations on a class.
Unions: TypeAlias = Mapping[str, TaggedUnion[Any]]
