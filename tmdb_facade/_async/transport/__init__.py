"""How requests reach TMDB: layers around the network, each with one concern."""
