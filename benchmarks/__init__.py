"""Benchmarks with budgets: `make bench`. README.md explains the figures."""
