"""One driver for each client. A driver runs in the client's own environment, so it imports the standard library only."""
