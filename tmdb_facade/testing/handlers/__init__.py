"""What answers each operation, one module for each of TMDB's groups."""

from __future__ import annotations

from tmdb_facade.testing.routing import Route

from . import account, authentication, configuration, movies, ratings, search, v4_account, v4_auth

ROUTES: tuple[Route, ...] = (
    *account.ROUTES,
    *authentication.ROUTES,
    *configuration.ROUTES,
    *movies.ROUTES,
    *ratings.ROUTES,
    *search.ROUTES,
    *v4_account.ROUTES,
    *v4_auth.ROUTES,
)
# What TMDB answers although no document of it says so.
UNDOCUMENTED: tuple[Route, ...] = (*account.UNDOCUMENTED, *authentication.UNDOCUMENTED)
