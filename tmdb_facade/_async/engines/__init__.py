"""Engines: the senders that send requests over the network. Only they use an HTTP library."""
