"""The chain that sends a request: retries, hooks and log, credentials, HTTP library."""
