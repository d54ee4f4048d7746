# Made from scripts/scenarios/_async/users/__init__.py by `make sync`: edit that file, never this one.
"""Scenarios of users: accounts, sessions, ratings and lists."""
