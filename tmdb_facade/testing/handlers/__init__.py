"""What answers each operation, one module for each of TMDB's groups."""

from __future__ import annotations

from tmdb_facade.testing.routing import Route

from . import configuration, movies, search

ROUTES: tuple[Route, ...] = (*configuration.ROUTES, *movies.ROUTES, *search.ROUTES)
