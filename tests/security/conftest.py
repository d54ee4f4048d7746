"""Fixtures of the engines."""

from __future__ import annotations

from tests.engines.conftest import observer as observer
