"""A secret that tracebacks do not show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Secret(Generic[T]):
    """A value without a `repr`: tracebacks and error reports show the variables of each frame."""

    __slots__ = ("_content",)

    def __init__(self, value: T) -> None:
        self._content: tuple[T] | None = (value,)

    def get(self) -> T:
        """Return the value.

        Raises:
            RuntimeError: It was erased.
        """
        if self._content is None:
            raise RuntimeError("the secret was erased")
        return self._content[0]

    def erase(self) -> None:
        """Forget the value, for all that refer to this object."""
        self._content = None

    def __repr__(self) -> str:
        return "<Secret>"


def private(call: Callable[[], T]) -> T:
    """Call a function whose error must not refer to its frames: their variables contain its secrets.

    Args:
        call: A function without arguments, whose closure contains no secret in clear.

    Returns:
        Its result.
    """
    try:
        return call()
    except BaseException as error:  # noqa: BLE001  (it is raised below)
        without_frames(error)
        failed = error
    # Raised here: within the except block, the error would refer to itself as its context.
    try:
        raise failed
    finally:
        del failed  # it would refer to this frame, and the frame to it


def without_frames(error: BaseException) -> None:
    """Remove the frames from an error and its causes: their variables, such as the body of a request, contain secrets."""
    pending: list[BaseException | None] = [error]
    seen: set[int] = set()
    while pending:
        each = pending.pop()
        if each is not None and id(each) not in seen:
            seen.add(id(each))
            each.__traceback__ = None
            pending += each.__cause__, each.__context__
