"""Faults for some clients, for a share of the requests, and at certain times."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Self

import msgspec

from .conditions import NO_CONDITIONS
from .connection_faults import ConnectionFaults
from .outages import OutageSample, read_outage
from .outcome import Rule, RuleSet
from .replaced_answers import ReplacedAnswers
from .request_pattern import RequestPattern
from .timeline import Timeline


class ScopedFaults(ReplacedAnswers, ConnectionFaults):
    """Scopes: objects with the methods of `Faults`, whose faults have conditions."""

    def where(
        self,
        *,
        user_agent: str | None = None,
        address: str | None = None,
        credential: str | None = None,
        probability: float | None = None,
        seed: int = 0,
    ) -> Self:
        """Return these faults with conditions for the faults that are added through the returned object.

            server.faults.where(user_agent="worker/*", probability=0.2, seed=7).status(503)

        All conditions have to hold, also those of an earlier `where`, of which later values take the place.

        Args:
            user_agent: A pattern of the client's `User-Agent`, such as `curl/*`; case does not matter.
            address: A pattern of the client's IP address, such as `192.168.0.*`.
            credential: The access token, API key, session id or guest session id that the request carries.
            probability: The share of the matching requests to hit, above 0 and at most 1.
            seed: Selects which of them are hit; the same seed selects the same ones.

        Returns:
            The faults with the conditions.

        Raises:
            ValueError: A pattern is empty, or the probability is not above 0 and at most 1.
        """
        added = {"user_agent": user_agent, "address": address, "credential": credential, "probability": probability}
        changes = {name: value for name, value in added.items() if value is not None}
        if seed:
            changes["seed"] = seed
        scope = copy.copy(self)
        scope._conditions = msgspec.structs.replace(self._conditions, **changes)
        return scope

    def timeline(self, *, on: str | None = None) -> Timeline[Self]:
        """Add a timeline, whose phases follow each other from now on; after the last one, answers are as usual.

            timeline = server.faults.timeline()
            timeline.phase(requests=5)
            timeline.phase(seconds=10).status(503)
            timeline.phase(seconds=60).latency(2.0)

        Seconds are those of the server's clock: `server.clock.advance(seconds=10)` ends the second phase.

        Args:
            on: The requests that the timeline counts and that its faults can hit; by default all.

        Returns:
            The timeline.

        Raises:
            ValueError: `on` matches no operation.
        """
        kept = self._kept
        rule = Rule("timeline", RequestPattern(on), None, None, number=next(kept.numbers), conditions=self._conditions)
        timeline = Timeline(rule, kept, lambda: kept.remove(rule), self._clock, self._phase_faults)
        kept.add(rule)
        return timeline

    def replay(self, recording: Path | str | Iterable[OutageSample], *, on: str | None = None) -> Timeline[Self]:
        """Repeat a recorded outage: at each time, what the recorded request before it got.

        Statuses below 400 stand for the usual answer. The last request of the recording stands for one request.

        Args:
            recording: A JSON file that `outage_document` describes, a HAR file, or the samples.
            on: The requests to hit; by default all.

        Returns:
            The timeline of the outage.

        Raises:
            OSError: The file cannot be read.
            ValueError: The file has another format, or `on` matches no operation.
        """
        samples = read_outage(recording) if isinstance(recording, Path | str) else list(recording)
        timeline = self.timeline(on=on)
        for sample, following in pairwise(samples):
            if following.at > sample.at:
                _repeat(sample, timeline.phase(seconds=following.at - sample.at))
        if samples:
            _repeat(samples[-1], timeline.phase(requests=1))
        return timeline

    def _phase_faults(self, rules: RuleSet) -> Self:
        scope = copy.copy(self)
        scope._kept, scope._conditions = rules, NO_CONDITIONS
        return scope


def _repeat(sample: OutageSample, faults: ScopedFaults) -> None:
    if sample.seconds:
        faults.latency(sample.seconds)
    if sample.status is None:
        faults.connection_reset()
    elif sample.status >= 400 and sample.html:
        faults.html(sample.status)
    elif sample.status >= 400 and sample.retry_after is not None:
        faults.status(sample.status, retry_after=sample.retry_after)
    elif sample.status >= 400:
        faults.status(sample.status)
