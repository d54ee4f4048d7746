"""Test tools that need no server: cassettes and model factories."""
