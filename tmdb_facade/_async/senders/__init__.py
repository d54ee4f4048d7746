"""The chain that sends a request: retries, decoding, hooks and log, credentials, engine."""
