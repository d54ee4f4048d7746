"""Logins: from a request token to a user's credentials."""
