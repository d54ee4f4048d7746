"""The rules of the cache: which requests it stores, for how long, and in which form."""
