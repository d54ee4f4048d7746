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
    and the model decodes it in `__attrs_post_init__`: first the tag, then the object as the member of this tag. An object
    without a tag has the tag that is beside it in the enclosing object, else that of the first deciding key that it has.
    Every other object becomes the fallback member, whose `kind` is the tag.
    """

    def __init__(
        self,
        name: str,
        package: str,
        *,
        tag: str,
        members: Mapping[str, str],
        fallback: str,
        enclosing_tags: Mapping[str, str] | None = None,
        deciding_keys: Mapping[str, str] | None = None,
    ) -> None:
        """Create a union. Its members are imported when they are used.

        Args:
            name: The union's name.
            package: The package of the models.
            tag: The key that distinguishes the members.
            members: `module:Class` of each tag, relative to the package.
            fallback: `module:Class` of the member for every other tag.
            enclosing_tags: The tags of enclosing objects that differ from those of the members, and the latter.
            deciding_keys: The tag of an object without a tag by a key that it has, the most specific key first.
        """
        self.name = name
        self.tag = tag
        self._package = package
        self._members = dict(members)
        self._fallback = fallback
        self._enclosing_tags = enclosing_tags or {}
        self._deciding_keys = deciding_keys or {}
        self._read: Callable[[msgspec.Raw, object], T] | None = None

    @property
    def tags(self) -> tuple[str, ...]:
        """The known tags."""
        return tuple(self._members)

    def member(self, tag: object) -> type[T]:
        """Return the member of a tag."""
        where = self._members.get(tag, self._fallback) if isinstance(tag, str) else self._fallback
        module, _, name = where.partition(":")
        return cast("type[T]", getattr(import_module(f"{self._package}.{module}"), name))

    def find_tag(self, value: Mapping[str, object], enclosing: object = None) -> str | None:
        """Return the tag of an object, or None if nothing determines it.

        Args:
            value: The object.
            enclosing: The tag of the enclosing object.
        """
        tag = value.get(self.tag)
        if tag is not None:
            return tag if isinstance(tag, str) else None
        if isinstance(enclosing, str) and (tag := self._enclosing_tags.get(enclosing, enclosing)) in self._members:
            return tag
        return next((tag for key, tag in self._deciding_keys.items() if key in value), None)

    def with_tag(self, value: Any, enclosing: object = None) -> Any:
        """Return an object with its tag, if something else determines it. Other values are unchanged.

        Args:
            value: The value of a field.
            enclosing: The tag of the enclosing object.
        """
        fields: Any = value
        tag = self.find_tag(cast("dict[str, object]", value), enclosing) if isinstance(value, dict) else None
        return fields if tag is None else {**fields, self.tag: tag}

    def labelled(self, made: T, tag: str | None) -> T:
        """Return a decoded object, with its tag in `kind` if it is the fallback member."""
        if tag not in self._members:
            cast("Any", made).kind = tag
        return made

    def one(self, value: T, enclosing: object = None) -> T:
        """Decode a field with an object. Decoded values are returned unchanged.

        Args:
            value: The undecoded object.
            enclosing: The tag of the enclosing object.

        Raises:
            msgspec.ValidationError: The JSON does not fit the model that its tag selects.
        """
        return self._reader()(value, enclosing) if isinstance(value, msgspec.Raw) else value

    def maybe(self, value: T | None, enclosing: object = None) -> T | None:
        """Decode a field with an object or null. Decoded values are returned unchanged.

        Args:
            value: The undecoded object.
            enclosing: The tag of the enclosing object.

        Raises:
            msgspec.ValidationError: The JSON does not fit the model that its tag selects.
        """
        if isinstance(value, msgspec.Raw) and bytes(value) == b"null":
            return None
        return None if value is None else self.one(value, enclosing)

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
        return [read(cast("msgspec.Raw", value), None) for value in values]

    def mapped(self, values: dict[str, T] | None) -> dict[str, T]:
        """Decode a field with a map of objects. Decoded values are returned unchanged.

        Raises:
            msgspec.ValidationError: A value contradicts the member of its tag.
        """
        if not values:
            return {}
        return dict(zip(values, self.many(list(values.values())), strict=True))

    def _reader(self) -> Callable[[msgspec.Raw, object], T]:
        """Return the function that decodes an object, which is created on first use."""
        if self._read is None:

            class Tag(msgspec.Struct, rename={"tag": self.tag}):
                tag: str | None = None

            peek = msgspec.json.Decoder(Tag).decode
            keys = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
            known: dict[str | None, Callable[[msgspec.Raw], T]]
            known = {tag: new_decoder(self.member(tag)).decode for tag in self._members}
            fallback = new_decoder(self.member(None)).decode

            def read(value: msgspec.Raw, enclosing: object) -> T:
                tag = peek(value).tag
                if tag is None:
                    tag = self.find_tag({**keys(value), self.tag: None}, enclosing)
                member = known.get(tag)
                return member(value) if member else self.labelled(fallback(value), tag)

            self._read = read
        return self._read


#: The union of each field that contains one. Defined at run time, because msgspec evaluates annotations of a class.
Unions: TypeAlias = Mapping[str, TaggedUnion[Any]]
