# Made from tmdb_facade/_async/rate/__init__.py by `make sync`: edit that file, never this one.
"""Limiters that share a rate limit between the callers of a process, between processes and between machines."""
