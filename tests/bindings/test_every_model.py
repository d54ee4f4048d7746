"""Every model of the real bindings, held against the prepared document: valid answers, and each field spoilt."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from tests.bindings.samples import MODELS, mutations, sample
from tmdb_bindings import models
from tmdb_bindings.runtime import Drift, DriftError, Model, decode, strict_decoder


def model(name: str) -> type[Model]:
    """Import a model."""
    found: type[Model] = getattr(models, name)
    return found


def read(answer: object, name: str, policy: Any) -> Any:
    """Decode an answer of an operation `op`."""
    return decode(json.dumps(answer).encode(), model(name), operation="op", drift=Drift(policy))


@pytest.mark.parametrize("name", MODELS)
def test_a_valid_answer_is_on_the_fast_path(name: str) -> None:
    """What the document calls valid contradicts nothing, and comes back whole."""
    answer = sample(name)
    decoded = strict_decoder(model(name)).decode(json.dumps(answer).encode())
    assert list(decoded.to_dict()) == list(answer)
    assert strict_decoder(model(name)).decode(decoded.to_json().encode()) == decoded
    assert pickle.loads(pickle.dumps(decoded)) == decoded


@pytest.mark.parametrize("name", MODELS)
def test_unknown_keys_and_words_are_normal(name: str) -> None:
    """Nothing unknown is ever an error, under any policy."""
    answer = sample(name)
    assert read({**answer, "unheard_of": {"deep": [1]}}, name, "raise") == read(answer, name, "raise")


@pytest.mark.parametrize("name", MODELS)
def test_a_spoilt_field_costs_itself_only(name: str) -> None:
    """Whatever becomes of a field, the others stay, and `raise` tells exactly of what contradicts the document."""
    whole = read(sample(name), name, "raise")
    for mutation in mutations(name):
        decoded = read(mutation.answer, name, "ignore")
        for field in sample(name):
            if field != mutation.field:
                assert getattr(decoded, field) == getattr(whole, field), mutation
        if not mutation.contradicts:
            read(mutation.answer, name, "raise")
            continue
        assert getattr(decoded, mutation.field) in (None, [], {}), mutation
        with pytest.raises(DriftError) as caught:
            read(mutation.answer, name, "raise")
        assert (caught.value.operation, caught.value.model) == ("op", name)
        assert caught.value.path == f"$.{mutation.field}"
