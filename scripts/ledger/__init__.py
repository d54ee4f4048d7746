"""The ledger of the facade: every public method, what it sends, and what the prepared document says of it.

The tests in tests/ledger hold the facade to it, and `facade_coverage.py` writes it down.
"""
