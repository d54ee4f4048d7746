# Made from scripts/scenarios/_async/__init__.py by `make sync`: edit that file, never this one.
"""The scenarios for the client."""
