"""Decisions of logins: pages, time limits, outcomes. Nothing here opens a socket, a browser or a file."""
