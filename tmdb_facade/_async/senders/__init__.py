"""The path of a request to TMDB: retries, hooks and log, credentials, and the HTTP library."""
