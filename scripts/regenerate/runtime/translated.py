# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Rows with translated texts: titles in lists, episodes, seasons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from .model import Model, field_names


class Translated(Model):
    """Base class of rows whose title and overview are translated.

    A row can have a note about the languages of its texts. It is no field: neither equality nor `to_dict` includes it, as
    TMDB does not send it. Pickles and copies keep it.
    """

    __slots__ = ("__localization__",)

    # Only for type checkers, because msgspec evaluates every annotation that it finds on a class.
    if TYPE_CHECKING:
        #: The languages of the texts. Unset if one language was requested, as the decoder does not set it.
        __localization__: Model

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
