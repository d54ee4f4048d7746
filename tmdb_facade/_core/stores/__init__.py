"""Stored credentials of users: the protocol of stores, their rules, and the format of what they write."""
