# Made from tmdb_facade/_async/senders/__init__.py by `make sync`: edit that file, never this one.
"""The chain that sends a request: retries, decoding, hooks and log, credentials, engine."""
