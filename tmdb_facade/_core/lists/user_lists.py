"""User lists: the pages of a version 3 list, and writes to a version 4 list."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

from tmdb_bindings.models.list_details import ListDetails
from tmdb_facade._core.request.validation import check_list, check_list_item, check_text, invalid
from tmdb_facade.errors import NotFoundError, TMDBError

if TYPE_CHECKING:
    from tmdb_bindings.models import (
        ListItem,
        MediaKindLike,
        V4ListItemComment,
        V4ListItemKey,
        V4ListItemsBody,
        V4UpdateItemsBody,
    )

#: TMDB documents no limit; this many items certainly fit into one request.
ITEMS_PER_REQUEST = 500

#: The error for an item that is not on a list; TMDB sends the same one for a list that does not exist.
NOT_ON_LIST: Final = NotFoundError

T = TypeVar("T")


class ListPage(ListDetails):
    """A page of a list, with its items as `results`, which pagers read."""

    __slots__ = ()

    @property
    def results(self) -> list[ListItem]:
        """The items."""
        return self.items


def item_bodies(items: Iterable[tuple[MediaKindLike, int]]) -> list[V4ListItemsBody]:
    """Build the bodies that add or remove items.

    Args:
        items: Media type and id of each.

    Returns:
        The bodies of as few requests as possible, in order; none for no items.
    """
    keys: list[V4ListItemKey] = [
        {"media_type": kind, "media_id": number}
        for kind, number in [check_list_item("items", item) for item in check_list("items", items)]
    ]
    return [{"items": part} for part in _parts(keys)]


def comment_bodies(comments: Mapping[tuple[MediaKindLike, int], str]) -> list[V4UpdateItemsBody]:
    """Build the bodies that comment on items.

    Args:
        comments: The comment on each item, by its media type and id.

    Returns:
        The bodies of as few requests as possible, in order; none for no comments.
    """
    if not isinstance(comments, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise invalid("comments", "a mapping such as {('movie', 550): 'Twice.'}", comments)
    rows: list[V4ListItemComment] = [
        {"media_type": kind, "media_id": number, "comment": check_text("comments", comment)}
        for (kind, number), comment in [(check_list_item("comments", item), text) for item, text in comments.items()]
    ]
    return [{"items": part} for part in _parts(rows)]


@contextmanager
def note_partial_write(results: Sequence[object]) -> Generator[None]:
    """Add a note to an error of a write that stopped halfway.

    Args:
        results: TMDB's results so far, one for each item.
    """
    try:
        yield
    except TMDBError as error:
        if results:
            error.add_note(
                f"TMDB had processed {len(results)} items before this error; read the list to see its state."
            )
        raise


def _parts(rows: list[T]) -> Iterator[list[T]]:
    for start in range(0, len(rows), ITEMS_PER_REQUEST):
        yield rows[start : start + ITEMS_PER_REQUEST]
