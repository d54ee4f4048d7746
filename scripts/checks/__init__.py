"""The checks of `make check`."""
