"""Measure whether a client still has all its connections."""

from __future__ import annotations

#: The latencies to try: on a busy machine, 40 calls may need more than two short rounds.
LATENCIES = (0.1, 0.3, 0.9, 2.7)
# Two rounds of 20 calls, and less than a third one.
_ROUNDS = 2.8


def is_full_speed(seconds: float, latency: float) -> bool:
    """Return whether 40 calls of a latency have used 20 connections."""
    return seconds < _ROUNDS * latency
