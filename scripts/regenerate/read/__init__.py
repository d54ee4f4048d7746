"""Inputs of the pipeline: TMDB's documents and the reviewed data."""
