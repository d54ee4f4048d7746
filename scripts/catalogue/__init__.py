"""Write the data of the embedded TMDB's catalogue from recorded answers, and compare it with them."""
