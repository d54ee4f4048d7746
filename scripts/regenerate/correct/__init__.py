"""From TMDB's documents to the prepared one."""
