# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Low-level bindings of the TMDB API: a pure request builder and the exact answer type of every operation.

Nothing here sends a request, and importing it imports no HTTP library. `tmdb_facade` is what users want.
"""
