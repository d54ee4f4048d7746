"""Language preferences, and the texts and images that are chosen by them."""
