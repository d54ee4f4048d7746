"""Scenarios that need no user."""
