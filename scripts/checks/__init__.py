"""Checks of `make check` that are programs of this project."""
