"""The facts that the embedded TMDB answers from: a few dozen films, some series, and their people."""

from __future__ import annotations

from .loader import DATA, CatalogueError, load
from .relations import orphans, problems
from .store import Catalogue

__all__ = ["DATA", "Catalogue", "CatalogueError", "blank", "builtin", "load", "orphans", "problems"]


def builtin() -> Catalogue:
    """Return the catalogue that comes with the package; it is read once and shared, since nothing can change it."""
    global _builtin
    if _builtin is None:
        _builtin = load()
    return _builtin


_builtin: Catalogue | None = None


def blank() -> Catalogue:
    """Return a catalogue without films, series and people: only what is the same everywhere, as genres and countries.

    It is where a catalogue of one's own begins:

        TMDBServer(blank().extended(movies=[Movie(id=1, original_title="Mine", original_language="en")]))
    """
    full = builtin()
    return Catalogue(
        configuration=full.configuration,
        genres=full.genres.values(),
        providers=full.providers.values(),
        countries=full.countries.values(),
        languages=full.languages.values(),
        certifications=full.certifications,
        departments=full.departments,
    )
