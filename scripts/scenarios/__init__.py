"""Scenarios: calls with expected answers, recorded by `make record` and replayed by the tests."""
