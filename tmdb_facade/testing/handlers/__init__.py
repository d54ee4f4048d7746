"""Handlers of all operations, one module per group of TMDB's paths."""

from __future__ import annotations

from tmdb_facade.testing.protocol.routing import Route

from . import (
    account,
    auth,
    changes,
    collections,
    companies,
    configuration,
    discover,
    episode_groups,
    find,
    lists,
    movies,
    old_names,
    people,
    person_credits,
    ratings,
    reference,
    reviews,
    search,
    trending,
    tv,
    tv_episodes,
    tv_seasons,
    v4_account,
    v4_auth,
    v4_list_items,
    v4_lists,
)

ROUTES: tuple[Route, ...] = (
    *account.ROUTES,
    *auth.ROUTES,
    *changes.ROUTES,
    *collections.ROUTES,
    *companies.ROUTES,
    *configuration.ROUTES,
    *discover.ROUTES,
    *episode_groups.ROUTES,
    *find.ROUTES,
    *lists.ROUTES,
    *movies.ROUTES,
    *people.ROUTES,
    *person_credits.ROUTES,
    *ratings.ROUTES,
    *reference.ROUTES,
    *reviews.ROUTES,
    *search.ROUTES,
    *trending.ROUTES,
    *tv.ROUTES,
    *tv_episodes.ROUTES,
    *tv_seasons.ROUTES,
    *v4_account.ROUTES,
    *v4_auth.ROUTES,
    *v4_list_items.ROUTES,
    *v4_lists.ROUTES,
)
# Operations that TMDB serves but does not document.
UNDOCUMENTED: tuple[Route, ...] = (
    *account.UNDOCUMENTED,
    *auth.UNDOCUMENTED,
    *companies.UNDOCUMENTED,
    *find.UNDOCUMENTED,
    *old_names.ROUTES,
)
