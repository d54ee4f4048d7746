"""Limiters that share a rate limit between the callers of a process, between processes and between machines."""
