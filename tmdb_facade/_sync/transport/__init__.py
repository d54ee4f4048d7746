# Made from tmdb_facade/_async/transport/__init__.py by `make sync`: edit that file, never this one.
"""How requests reach TMDB: layers around the network, each with one concern."""
