"""The option `--catalogue` of `serve` and `run`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from tmdb_facade.testing import Catalogue


class _Options(Protocol):
    """A parser, or a group of its options."""

    def add_argument(self, *names: str, **settings: Any) -> argparse.Action: ...


def add_catalogue_option(parser: _Options) -> None:
    """Add the option to a parser or a group of options."""
    parser.add_argument(
        "--catalogue",
        action="append",
        metavar="FOLDER",
        help="folder of a catalogue, or of answers that record has saved; 'builtin' is the built-in catalogue. "
        "Repeated, the last one wins: --catalogue builtin --catalogue FOLDER",
    )


def catalogue_of(options: argparse.Namespace) -> Catalogue | None:
    """Return the catalogue of the option; None, for the built-in one, without the option.

    Raises:
        CatalogueError: A folder cannot be loaded, or the records contradict each other.
    """
    if not options.catalogue:
        return None
    from tmdb_facade.testing import Catalogue

    return Catalogue.from_folders(*options.catalogue)
