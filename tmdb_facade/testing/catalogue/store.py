"""The catalogue of an embedded TMDB."""

from __future__ import annotations

from functools import reduce
from pathlib import Path

from .buildable import BuildableCatalogue
from .catalogue_data import CatalogueError

_BUILTIN = "builtin"


class Catalogue(BuildableCatalogue):
    """The immutable data of an embedded TMDB; servers can share it.

    Movies, series and people are sorted by popularity, since most lists have that order. Mappings by id, as other
    catalogues have them, are used as they are.
    """

    @classmethod
    def from_folders(cls, *folders: str, root: Path | None = None) -> Catalogue:
        """Load the catalogues of folders, and lay each over those before it, as `merged` does.

            Catalogue.from_folders("builtin", "tests/answers")

        Args:
            folders: Folders as for `load`; `builtin` is the built-in catalogue, and `./builtin` a folder of this name.
            root: The folder that relative paths start from; by default the current one.

        Returns:
            A catalogue without problems.

        Raises:
            CatalogueError: No folder is passed, one cannot be loaded, or the records contradict each other.
        """
        from . import builtin
        from .loader import load
        from .relations import problems

        if not folders:
            raise CatalogueError("pass at least one folder, or 'builtin'")
        start = root or Path()
        catalogue = reduce(
            Catalogue.merged, (builtin() if name == _BUILTIN else load(start / name) for name in folders)
        )
        # The built-in catalogue has no problems, and would be read as a whole to find out.
        if {*folders} != {_BUILTIN} and (wrong := problems(catalogue)):
            raise CatalogueError("\n".join([f"{' and '.join(folders)} is not consistent:", *wrong]))
        return catalogue

    @classmethod
    def from_answers(cls, *sources: Path | str, language: str = "en-US") -> Catalogue:
        """Make a catalogue of real answers that were saved.

        It has a record of each movie, series, person and so on that the answers name: a full one of details, a thin one
        of a row in a list. Where answers contradict each other, details win against rows, and later ones against earlier
        ones. Answers in several languages become translations, and error answers are ignored. Reference data that the
        answers lack, such as genres and countries, is the built-in one.

        Args:
            sources: Files and folders: JSON (a body, or an object of `request` and `response`), JSON Lines, and vcrpy's
                cassettes, also compressed with gzip. A folder's files are read in the order of their paths.
            language: The language of bodies that are saved without their request.

        Returns:
            A catalogue without problems. Extend it, or lay it over another one with `builtin().merged(...)`.

        Raises:
            CatalogueError: A file cannot be read, or it cannot be told which request a body answers.
        """
        from . import blank
        from .answers import catalogue_of

        return catalogue_of(sources, blank(), language)
