"""Faults on demand, and the log of requests."""
