"""How the documentation site is put together, built and checked: `python -m scripts.documentation.site` runs it."""
