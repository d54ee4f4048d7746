"""Requests on their way to TMDB: their form, failures, retries and bodies."""
