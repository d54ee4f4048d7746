"""User lists: the pages of a version 3 list, and writes to a version 4 list."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar, cast

from tmdb_bindings.models.list_details import ListDetails
from tmdb_facade._core.request.validation import check_choice, check_number
from tmdb_facade.errors import NotFoundError, TMDBError

if TYPE_CHECKING:
    from tmdb_bindings.models import (
        ListItem,
        MediaKind,
        V4ListItemComment,
        V4ListItemKey,
        V4ListItemsBody,
        V4UpdateItemsBody,
    )

#: TMDB names no limit; this many fit into one request without a doubt.
ITEMS_PER_REQUEST = 500

#: What TMDB's word for "not on this list" becomes, which is its word for "no such list" too.
NOT_ON_LIST: Final = NotFoundError

T = TypeVar("T")


class ListPage(ListDetails):
    """A list with a page of its items, which are its results too: that is what pagers ask of a page."""

    __slots__ = ()

    @property
    def results(self) -> list[ListItem]:
        """The items."""
        return self.items


def item_bodies(items: Iterable[tuple[MediaKind, int]]) -> list[V4ListItemsBody]:
    """Write items for adding or removing.

    Args:
        items: Kind and id of each.

    Returns:
        The bodies of as few requests as possible, in order; none for no items.
    """
    keys: list[V4ListItemKey] = [
        {"media_type": kind, "media_id": number} for kind, number in [_check_item(item) for item in items]
    ]
    return [{"items": part} for part in _parts(keys)]


def comment_bodies(comments: Mapping[tuple[MediaKind, int], str]) -> list[V4UpdateItemsBody]:
    """Write comments on items.

    Args:
        comments: The comment on each item, by its kind and id.

    Returns:
        The bodies of as few requests as possible, in order; none for no comments.
    """
    rows: list[V4ListItemComment] = [
        {"media_type": kind, "media_id": number, "comment": comment}
        for (kind, number), comment in [(_check_item(item), comment) for item, comment in comments.items()]
    ]
    return [{"items": part} for part in _parts(rows)]


@contextmanager
def note_partial_write(results: Sequence[object]) -> Generator[None]:
    """Add to an error what the requests before it did: a write of many items can stop halfway.

    Args:
        results: What TMDB has answered so far, an entry for each item.
    """
    try:
        yield
    except TMDBError as error:
        if results:
            error.add_note(f"TMDB had answered for {len(results)} items before this; see what is on the list.")
        raise


def _check_item(item: object) -> tuple[MediaKind, int]:
    """Refuse what names no film or series.

    Raises:
        TypeError: It is no pair of a kind and an id.
        ValueError: The kind is none that a list can hold.
    """
    pair = cast("Sequence[object]", item)
    if not isinstance(item, tuple | list) or len(pair) != 2:
        raise TypeError(f'an item is a pair of kind and id, as in ("movie", 550), not {item!r}')
    kind, number = pair
    check_choice("the kind of an item", kind, ("movie", "tv"))
    check_number("the id of an item", number)
    return cast("tuple[MediaKind, int]", (kind, number))


def _parts(rows: list[T]) -> Iterator[list[T]]:
    for start in range(0, len(rows), ITEMS_PER_REQUEST):
        yield rows[start : start + ITEMS_PER_REQUEST]
