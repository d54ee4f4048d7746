"""Scenarios of users: accounts, sessions, ratings and lists."""
