"""Assembly, build and checks of the documentation site: `python -m scripts.documentation.site` runs it."""
