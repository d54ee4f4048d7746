"""A client's configuration: credentials, connection settings, options and hosts."""
