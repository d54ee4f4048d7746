"""Pipeline from TMDB's OpenAPI documents to the prepared document and the bindings."""
