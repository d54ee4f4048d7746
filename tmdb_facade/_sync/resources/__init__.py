# Made from tmdb_facade/_async/resources/__init__.py by `make sync`: edit that file, never this one.
"""The client's namespaces, one module each."""
