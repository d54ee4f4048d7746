"""How TMDB speaks: requests, routes, refusals, headers and languages."""
