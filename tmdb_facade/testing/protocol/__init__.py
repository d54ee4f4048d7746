"""The protocol of TMDB's API: requests, routes, refusals, headers and languages."""
