"""The scenarios for the async client."""
