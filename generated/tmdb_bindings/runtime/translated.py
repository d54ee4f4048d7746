# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Rows with translated texts: titles in lists, episodes, seasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from .model import Model, field_names, json_keys

#: The key of a row's note about languages in dictionaries and JSON.
NOTE = "localization"


class Translated(Model):
    """Base class of rows whose title and overview are translated.

    A row can have a note about the languages of its texts. It is no field, as TMDB does not send it, and equality ignores
    it. `to_dict`, `from_dict`, `replace`, pickles and copies keep it.
    """

    __slots__ = ("__localization__",)

    # Only for type checkers, because msgspec evaluates every annotation that it finds on a class.
    if TYPE_CHECKING:
        #: The languages of the texts. Unset if one language was requested, as the decoder does not set it.
        __localization__: Model

    def to_dict(self) -> dict[str, Any]:
        """Convert the model, and its note about languages if it has one, to JSON types."""
        note = getattr(self, "__localization__", None)
        return super().to_dict() if note is None else {**super().to_dict(), NOTE: note.to_dict()}

    def _copy_with(self, changes: Mapping[str, object]) -> Self:
        made = super()._copy_with(changes)
        if (note := getattr(self, "__localization__", None)) is not None:
            made.__localization__ = note
        return made

    def __getstate__(self) -> dict[str, Any]:
        """Return the values by field name and the languages of the texts, for pickle and copy."""
        note = getattr(self, "__localization__", None)
        state = super().__getstate__()
        return state if note is None else {**state, "__localization__": note}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Restore the values and the languages of the texts."""
        super().__setstate__(state)
        if "__localization__" in state:
            self.__localization__ = state["__localization__"]


def translated_rows(answer: object) -> Iterator[Translated]:
    """Yield the rows with translated texts in the lists of an answer, nested lists included.

    Args:
        answer: A page, or another answer with lists of rows.
    """
    if not isinstance(answer, Model):
        return
    for name in field_names(type(answer)):
        value: object = getattr(answer, name)
        if isinstance(value, list):
            for entry in cast("list[object]", value):
                if isinstance(entry, Translated):
                    yield entry
                yield from translated_rows(entry)


def restore_notes(value: object, plain: object, read: Callable[[object], Model]) -> None:
    """Set the notes about languages of a model's rows, which the decoder does not know.

    Args:
        value: The model that was decoded from the dictionary, or a list of models.
        plain: The dictionary, or list of dictionaries.
        read: Decodes a note.
    """
    if isinstance(value, Model) and isinstance(plain, dict):
        entries = cast("dict[str, object]", plain)
        if isinstance(value, Translated) and NOTE in entries:
            value.__localization__ = read(entries[NOTE])
        for name, key in json_keys(type(value)).items():
            restore_notes(getattr(value, name), entries.get(key), read)
    elif isinstance(value, list) and isinstance(plain, list):
        values, parts = cast("list[object]", value), cast("list[object]", plain)
        if len(values) == len(parts):
            for one, part in zip(values, parts, strict=True):
                restore_notes(one, part, read)
