"""The budgets of this package, measured: `make bench`. README.md says how to read them."""
