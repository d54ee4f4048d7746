"""The namespaces of the client, one module each."""
