# Made from tmdb_facade/_async/__init__.py by `make sync`: edit that file, never this one.
"""The client: all code that does I/O."""
