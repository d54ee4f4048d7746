"""The async client: all code that does I/O."""
