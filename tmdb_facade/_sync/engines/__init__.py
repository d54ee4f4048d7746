# Made from tmdb_facade/_async/engines/__init__.py by `make sync`: edit that file, never this one.
"""Engines: the senders that send requests over the network. Only they use an HTTP library."""
