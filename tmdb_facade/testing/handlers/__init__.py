"""What answers each operation, one module for each of TMDB's groups."""

from __future__ import annotations

from tmdb_facade.testing.routing import Route

from . import (
    account,
    authentication,
    configuration,
    lists,
    movies,
    ratings,
    search,
    v4_account,
    v4_auth,
    v4_list_items,
    v4_lists,
)

ROUTES: tuple[Route, ...] = (
    *account.ROUTES,
    *authentication.ROUTES,
    *configuration.ROUTES,
    *lists.ROUTES,
    *movies.ROUTES,
    *ratings.ROUTES,
    *search.ROUTES,
    *v4_account.ROUTES,
    *v4_auth.ROUTES,
    *v4_list_items.ROUTES,
    *v4_lists.ROUTES,
)
# What TMDB answers although no document of it says so.
UNDOCUMENTED: tuple[Route, ...] = (*account.UNDOCUMENTED, *authentication.UNDOCUMENTED)
