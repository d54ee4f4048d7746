"""From the prepared document to the bindings."""
