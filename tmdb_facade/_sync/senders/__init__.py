# Made from tmdb_facade/_async/senders/__init__.py by `make sync`: edit that file, never this one.
"""The path of a request to TMDB: retries, hooks and log, credentials, and the HTTP library."""
