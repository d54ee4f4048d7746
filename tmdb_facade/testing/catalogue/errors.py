"""The error of catalogues."""

from __future__ import annotations


class CatalogueError(ValueError):
    """A catalogue cannot be loaded or is invalid. The message names the file or the record."""
