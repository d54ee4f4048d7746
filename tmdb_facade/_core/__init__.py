"""Everything that decides without doing I/O."""
