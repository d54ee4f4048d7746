"""Matching of titles: which search result is the movie or TV series that a user means. Pure functions, without requests."""
