"""Recorded answers of TMDB, compared with the types and with the embedded TMDB."""
