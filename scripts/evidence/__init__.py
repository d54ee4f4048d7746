"""Comparison of recorded TMDB answers with the models and with the embedded TMDB."""
