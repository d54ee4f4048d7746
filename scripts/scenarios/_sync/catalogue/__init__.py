# Made from scripts/scenarios/_async/catalogue/__init__.py by `make sync`: edit that file, never this one.
"""Scenarios that need no user."""
