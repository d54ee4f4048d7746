# Kept in scripts/regenerate/bases/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/bases/.
"""Base classes of models with methods of their own."""
