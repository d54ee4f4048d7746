"""What the tests of both clients share."""

from __future__ import annotations

from types import SimpleNamespace

import pytest


@pytest.fixture
def real_waits() -> None:
    """Let time pass between attempts: for the one test of that."""


@pytest.fixture(autouse=True)
def waits(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Give the seconds that would have been waited between attempts; no test waits for them unasked."""
    seconds: list[float] = []

    async def sleep(delay: float) -> None:
        seconds.append(delay)

    if "real_waits" not in request.fixturenames:
        monkeypatch.setattr("httpx_retries.retry.time", SimpleNamespace(sleep=seconds.append))
        monkeypatch.setattr("httpx_retries.retry.asyncio", SimpleNamespace(sleep=sleep))
    return seconds
