"""Requests: URLs, defaults, validation of arguments, and parameters that hold lists."""
