"""Conversion of HTTP responses to values or errors, raw responses and downloads."""
