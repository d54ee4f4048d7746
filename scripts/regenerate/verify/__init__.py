"""Verification of generated files before they replace the committed ones."""
