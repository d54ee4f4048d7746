"""A secret that tracebacks do not show."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Secret(Generic[T]):
    """A value without a `repr`: tracebacks and error reports show the variables of each frame."""

    __slots__ = ("_value",)

    def __init__(self, value: T) -> None:
        self._value: T | None = value

    def get(self) -> T:
        """Return the value.

        Raises:
            RuntimeError: It was erased.
        """
        if self._value is None:
            raise RuntimeError("the secret was erased")
        return self._value

    def erase(self) -> None:
        """Forget the value, for all that refer to this object."""
        self._value = None

    def __repr__(self) -> str:
        return "<Secret>"


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
