"""Connections of this process to TMDB's hosts, redirected to an embedded server."""
