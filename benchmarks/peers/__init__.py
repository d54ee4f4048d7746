"""The cost and the robustness of this client, measured beside other Python clients of TMDB: `make bench-peers`."""
