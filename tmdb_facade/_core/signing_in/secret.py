"""A secret that tracebacks do not show."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
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


class WithoutFrames:
    """A `with` block whose errors do not refer to the frames below it: their variables contain secrets."""

    def __enter__(self) -> None:
        """Enter the block."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Raise the error of the block again, without the frames that it has passed."""
        if error is None:
            return
        without_frames(error)
        try:
            raise error
        finally:
            del error, traceback  # this frame is one of the error's now


def private(call: Callable[[], T]) -> T:
    """Call a function whose error must not refer to its frames.

    Args:
        call: A function without arguments, whose closure contains no secret in clear.

    Returns:
        Its result.
    """
    with WithoutFrames():
        return call()


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
