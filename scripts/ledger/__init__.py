"""The requests that every public method of the facade sends, validated against the prepared document.

`tests/ledger` checks them, and `scripts.facade_coverage` writes docs/coverage.md from them.
"""
