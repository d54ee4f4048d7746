# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
"""What can be appended to a details call, known to type checkers.

For each parent there is a base of its blocks, a marker for each block, and the constants that users pass: so a block that
was not requested, and a block of another parent, are errors in a type checker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ._runtime.append import Append

if TYPE_CHECKING:
    from typing import Never

    # typing's own has defaults from Python 3.13 on; at run time nobody needs them.
    from typing_extensions import TypeVar
else:
    from typing import TypeVar


class MovieBlock:
    """A block that `MovieDetails` can carry."""


class MovieHasCredits(MovieBlock):
    """Marks `MovieDetails` with `credits`."""


class MovieHasWatchProviders(MovieBlock):
    """Marks `MovieDetails` with `watch_providers`."""


if TYPE_CHECKING:
    #: The blocks that a `MovieDetails` carries; one without any fits wherever one is wanted.
    MovieBlocks = TypeVar("MovieBlocks", bound=MovieBlock, contravariant=True, default=Never)
else:
    MovieBlocks = TypeVar("MovieBlocks", bound=MovieBlock, contravariant=True)


class MovieAppend:
    """The blocks of `MovieDetails`; `|` joins them."""

    CREDITS: Final[Append[MovieHasCredits]] = Append("credits")
    """Cast of a film."""

    WATCH_PROVIDERS: Final[Append[MovieHasWatchProviders]] = Append("watch/providers")
    """Where to watch a film, by country."""


class TVBlock:
    """A block that `TVDetails` can carry."""


class TVHasCredits(TVBlock):
    """Marks `TVDetails` with `credits`."""


class TVHasSeason(TVBlock):
    """Marks `TVDetails` with `season`."""


if TYPE_CHECKING:
    #: The blocks that a `TVDetails` carries; one without any fits wherever one is wanted.
    TVBlocks = TypeVar("TVBlocks", bound=TVBlock, contravariant=True, default=Never)
else:
    TVBlocks = TypeVar("TVBlocks", bound=TVBlock, contravariant=True)


class TVAppend:
    """The blocks of `TVDetails`; `|` joins them."""

    CREDITS: Final[Append[TVHasCredits]] = Append("credits")
    """Cast of a film."""

    @staticmethod
    def season(season_number: int) -> Append[TVHasSeason]:
        """A season with its name."""
        return Append(f"season/{season_number}")
