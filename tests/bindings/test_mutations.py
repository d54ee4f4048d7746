"""Any answer whatsoever: the tolerant path never fails, keeps what fits, and agrees with the fast path."""

from __future__ import annotations

import json
import typing
import warnings
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bindings.small import Small

MODELS = [
    "AccountStates",
    "Changes",
    "Configuration",
    "ErrorResponse",
    "MovieCredits",
    "MovieDetails",
    "MoviePage",
    "MultiSearchPage",
    "Person",
    "TaggedImagePage",
    "WatchProviders",
]

SCALARS = st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
WORDS = st.sampled_from(
    ["", "movie", "tv", "person", "opera", "1999-10-15", "2026-11-21 10:00:00 UTC", "soon"]
) | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
KEYS = st.sampled_from(
    [
        "id",
        "title",
        "name",
        "media_type",
        "results",
        "page",
        "cast",
        "genres",
        "known_for",
        "media",
        "rated",
        "value",
        "changes",
        "time",
        "release_date",
        "images",
        "names",
        "total_pages",
        "total_results",
        "belongs_to_collection",
    ]
)
JSON = st.recursive(
    SCALARS | WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | WORDS, inner, max_size=5)
)
OBJECTS = st.dictionaries(KEYS | WORDS, JSON, max_size=8)


@pytest.mark.parametrize("model", MODELS)
@given(answer=OBJECTS)
@settings(max_examples=40)
def test_no_object_ever_fails(small: Small, model: str, answer: dict[str, Any]) -> None:
    """Under the default policy each object gives a model whose `to_dict` is JSON."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        decoded = small.decode(json.dumps(answer).encode(), model)
    json.dumps(decoded.to_dict())
    assert decoded == decoded
    repr(decoded)


@pytest.mark.parametrize("model", MODELS)
@given(answer=OBJECTS)
@settings(max_examples=40)
def test_both_paths_agree_where_nothing_is_contradicted(small: Small, model: str, answer: dict[str, Any]) -> None:
    """An answer that the fast path takes is the same on the tolerant path, and no drift to it."""
    body = json.dumps(answer).encode()
    class_ = small.model(model)
    try:
        fast = small.runtime("strict_decoder")(class_).decode(body)
    except msgspec.ValidationError:
        return
    drift = small.runtime("Drift")("raise")
    tolerant = small.module("_runtime.tolerant").read_tolerantly(
        msgspec.json.decode(body), class_, operation="op", drift=drift
    )
    assert tolerant == fast


@pytest.mark.parametrize("model", MODELS)
@given(answer=OBJECTS, data=st.data())
@settings(max_examples=40)
def test_one_odd_field_leaves_the_others_as_they_were(
    small: Small, model: str, answer: dict[str, Any], data: st.DataObject
) -> None:
    """What fits is kept, whatever stands beside it."""
    class_ = small.model(model)
    fields = [attribute.name for attribute in class_.__attrs_attrs__]
    odd = data.draw(st.sampled_from(fields))
    value = data.draw(JSON)
    before = small.decode(json.dumps(answer).encode(), model, "ignore")
    after = small.decode(json.dumps({**answer, odd: value}).encode(), model, "ignore")
    for field in fields:
        if field != odd:
            assert getattr(after, field) == getattr(before, field)


def test_every_type_of_every_model_is_known_to_the_tolerant_path(small: Small) -> None:
    """No field's annotation is one that the tolerant path cannot read."""
    models = small.module("models")
    for name in models.__all__:
        class_ = getattr(models, name)
        if isinstance(class_, type) and hasattr(class_, "__attrs_attrs__"):
            assert typing.get_type_hints(class_) is not None
            small.decode(b"{}", name, "ignore")
