"""What tests use without a server: cassettes and model factories."""
