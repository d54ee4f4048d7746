"""The state of an embedded TMDB: users, sessions, ratings, favorites, watchlists and lists."""
