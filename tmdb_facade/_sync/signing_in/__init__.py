# Made from tmdb_facade/_async/signing_in/__init__.py by `make sync`: edit that file, never this one.
"""Logins: from a request token to a user's credentials."""
