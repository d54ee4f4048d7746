"""Sign users in with TMDB in a web application: `tmdb_facade.web.starlette` and `tmdb_facade.web.django`."""
