"""Fault injection, and the log of requests."""
