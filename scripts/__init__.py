"""The programs that make, check and document the project: each runs with `python -m scripts.NAME`."""
