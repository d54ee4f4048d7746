"""Report of a regeneration: what changed for users, and what changed in TMDB's documents."""
