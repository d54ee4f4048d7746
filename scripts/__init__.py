"""The programs that make, check and document the project: each runs by `python -m scripts.NAME`."""
