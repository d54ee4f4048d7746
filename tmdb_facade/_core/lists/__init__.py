"""Lists: paging, discover and its terms, changes over date ranges, and writes to user lists."""
