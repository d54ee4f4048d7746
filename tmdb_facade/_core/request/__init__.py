"""Requests: URLs, defaults, validation of arguments, and parameters with lists."""
