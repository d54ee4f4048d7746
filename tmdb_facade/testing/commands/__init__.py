"""The commands of `python -m tmdb_facade.testing`. Each module has a HELP text, `add_options` and `run`."""
