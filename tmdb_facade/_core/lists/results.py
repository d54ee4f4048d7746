"""The results of `details_many`: for each id, details or the error."""

from __future__ import annotations

from typing import Generic, NamedTuple, NoReturn, TypeAlias, TypeVar

from tmdb_facade._core.base_error import TMDBError

K = TypeVar("K")
D = TypeVar("D")
K_co = TypeVar("K_co", covariant=True)
D_co = TypeVar("D_co", covariant=True)


class DetailsSuccess(NamedTuple, Generic[K_co, D_co]):
    """The details of an id.

    Attributes:
        id: The id as it was passed; a tuple of numbers for a season or an episode.
        value: The details.
        error: `None`.
    """

    id: K_co
    value: D_co
    error: None = None

    def unwrap(self) -> D_co:
        """Return the details."""
        return self.value


class DetailsFailure(NamedTuple, Generic[K_co]):
    """The error of an id.

    Attributes:
        id: The id as it was passed; a tuple of numbers for a season or an episode.
        error: The error that `details` would have raised, such as `NotFoundError`.
        value: `None`.
    """

    id: K_co
    error: TMDBError
    value: None = None

    def unwrap(self) -> NoReturn:
        """Raise the error.

        Raises:
            TMDBError: The error of this id.
        """
        raise self.error


#: A result of `details_many`: `if result.error is None` narrows it to a success.
DetailsResult: TypeAlias = DetailsSuccess[K, D] | DetailsFailure[K]
