"""Answers: from an HTTP response to a value or an error, raw answers and downloads."""
