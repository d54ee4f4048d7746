"""The credential stores: in a file, in the system's keyring, and in memory."""
