"""The client's namespaces, one module each."""
