"""The client itself: everything that does I/O."""
