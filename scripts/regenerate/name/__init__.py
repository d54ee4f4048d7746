"""Names for operations and components."""
