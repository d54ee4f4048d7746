"""Stores of users' credentials."""
