"""Calls with their expected answers: what `make record` records, and the tests replay."""
