"""Corrections, from TMDB's documents to the prepared document."""
