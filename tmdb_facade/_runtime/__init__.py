"""Primitives that differ between asyncio and threads, and the HTTP library."""
