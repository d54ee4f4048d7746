# Made from tmdb_facade/_async/cache/__init__.py by `make sync`: edit that file, never this one.
"""Stores of the cache: in memory, in a file, or in Redis."""
