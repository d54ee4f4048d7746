"""The admin API and page under `/__tmdb__/`. TMDB has no such path."""
