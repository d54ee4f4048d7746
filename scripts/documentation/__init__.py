"""How the documentation site is put together, built and checked: `scripts/docs.py` runs it."""
