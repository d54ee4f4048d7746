"""Answers that are JSON objects, but not of their operation: no operation takes one for an empty answer or a success.

Each test checks every operation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.facade.support import FORBIDDEN
from tests.facade.test_endpoints import MODULES
from tmdb_bindings.operations import OPERATIONS
from tmdb_facade._core.answer.answer import Answer, AnswerDecoder
from tmdb_facade._core.endpoint import Drift, OnDrift
from tmdb_facade.errors import DriftError, DriftWarning, NotFoundError, TMDBError

#: Objects with none of the keys of any answer.
WRONG = [FORBIDDEN, {}, {"request_id": "7", "errors": None}]


def decode_all(body: object, policy: OnDrift) -> Iterator[tuple[str, TMDBError | None]]:
    """Decode a body as the answer of each operation; yield the operation's id and its error."""
    for module in MODULES:
        decoder = AnswerDecoder(module.response(), module.operation, Drift(policy))
        try:
            answer = decoder(Answer(200, {}, json.dumps(body).encode(), "https://api.themoviedb.org/3/x"))
            answer.drift.report_deferred()  # type: ignore[attr-defined]  # a DeferredDrift
        except TMDBError as error:
            yield module.operation.id, error
        else:
            yield module.operation.id, None


@pytest.mark.parametrize("body", WRONG, ids=json.dumps)
def test_object_without_the_keys_of_its_type_is_an_error_of_every_operation(body: object) -> None:
    errors = dict(decode_all(body, "raise"))
    assert len(errors) == len(OPERATIONS)
    assert [name for name, error in errors.items() if not isinstance(error, DriftError)] == []


def test_object_without_the_keys_of_its_type_warns_for_every_operation() -> None:
    """With the default policy, an answer of another type than an object is an error even then."""
    with pytest.warns(DriftWarning) as caught:
        errors = dict(decode_all(FORBIDDEN, "warn"))
    warned = {getattr(warning.message, "difference").operation for warning in caught}  # noqa: B009  (it is untyped)
    assert {name for name, error in errors.items() if error is None} <= warned


def test_status_of_a_failure_is_an_error_of_every_operation_without_success_false() -> None:
    errors = dict(decode_all({"status_code": 34, "status_message": "Not found."}, "ignore"))
    assert [name for name, error in errors.items() if not isinstance(error, NotFoundError)] == []


def test_page_without_results_is_an_error_of_every_list() -> None:
    """Its totals alone make no page."""
    totals = {"id": 1, "page": 1, "total_pages": 3, "total_results": 60}
    errors = dict(decode_all(totals, "raise"))
    pages = [module.operation.id for module in MODULES if {"results", "total_pages"} <= fields_of(module.response())]
    assert len(pages) > 40
    assert [name for name in pages if errors[name] is None] == []
    whole = dict(decode_all({**totals, "results": []}, "raise"))
    assert whole["movies_popular"] is None
    assert whole["movies_reviews"] is None


def fields_of(type_: type[object]) -> set[str]:
    """Return the names of a model's fields; none for a list or map."""
    return {attribute.name for attribute in getattr(type_, "__attrs_attrs__", ())}
