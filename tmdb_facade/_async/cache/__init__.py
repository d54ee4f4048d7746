"""Stores of the cache: in memory, in a file, or in Redis."""
