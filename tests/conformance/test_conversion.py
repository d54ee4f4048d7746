"""Recorded TMDB answers are the same models after `to_dict` and `from_dict`, and after `to_json` and `from_json`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import cast

import pytest

from scripts.evidence.recordings import RecordedAnswer, find_operation
from scripts.json_io import is_mapping
from tmdb_bindings.runtime import Details, Drift, Model, decode, parse_json

pytestmark = pytest.mark.conformance


def decoded(recording: RecordedAnswer) -> Iterator[Model]:
    """Yield the model of an answer with all of its blocks, or each model of a list."""
    operation = find_operation(recording.method, recording.template or recording.path)
    if operation is None or not recording.is_success():
        return
    raw = parse_json(recording.body)
    type_: type[object] = import_module(f"tmdb_bindings.api.{operation.tag}.{operation.name}").response()
    names = list(raw) if is_mapping(raw) else []
    answer: object = decode(recording.body, type_, operation=operation.id, drift=Drift("ignore"), append=names)
    for one in cast("list[object]", answer) if isinstance(answer, list) else [answer]:
        if isinstance(one, Model):
            yield one


def test_every_recorded_answer_survives_the_conversion(recordings: list[RecordedAnswer]) -> None:
    changed: list[str] = []
    seen = Counter[str]()
    for recording in recordings:
        for model in decoded(recording):
            kind = type(model)
            again = (
                kind.from_dict(model.to_dict(), on_drift="ignore"),
                kind.from_json(model.to_json(), on_drift="ignore"),
            )
            if again != (model, model) or any(repr(one) != repr(model) for one in again):
                changed.append(recording.label)
            seen[kind.__name__] += 1
            if getattr(model, "id", None) is not None:
                assert {hash(one) for one in again} == {hash(model)}
    assert changed == []
    assert seen["MovieDetails"] > 0


def test_every_recorded_answer_can_be_read_without_a_call(recordings: list[RecordedAnswer]) -> None:
    """The body as TMDB sent it gives the model of the call, with its blocks, by the same two paths."""
    for recording in recordings:
        for model in decoded(recording):
            if isinstance(model, Details):
                kind = type(model)
                assert kind.from_json(recording.body, on_drift="ignore") == model, recording.label
