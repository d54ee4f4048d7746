"""Ids of other sites."""

from __future__ import annotations


def external_text(external_id: str | int) -> str:
    """Write an id as its site does.

    Args:
        external_id: As a user has it, perhaps copied with blanks around it, perhaps a number.

    Returns:
        The text.

    Raises:
        TypeError: It is neither text nor a whole number: a record without an id would look for `None`.
        ValueError: It is negative.
    """
    if isinstance(external_id, bool) or not isinstance(external_id, int | str):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise TypeError(f"an external id is text or a whole number, not {external_id!r}")
    if isinstance(external_id, int) and external_id < 0:
        raise ValueError(f"an external id is not negative, as {external_id} is")
    return str(external_id).strip()
