"""`details_many` sends the requests that `details` of its namespace sends."""

from __future__ import annotations

import inspect
from operator import attrgetter

import pytest

from scripts.ledger.document import prepared_document
from scripts.ledger.methods import Method, methods
from scripts.ledger.recording import BASE_URL, TOKEN, Recorder
from scripts.ledger.values import argument_sets
from tmdb_facade import TMDB

METHODS = {method.name: method for method in methods(TMDB)}
MANY = [method for method in METHODS.values() if method.name.endswith(".details_many")]


def test_every_details_method_with_blocks_has_details_many() -> None:
    with_blocks = {
        name
        for name, method in METHODS.items()
        if name.endswith(".details") and "append" in inspect.signature(method.function).parameters
    }
    assert {f"{name}_many" for name in with_blocks} == {method.name for method in MANY}
    assert {"movies.details", "tv.seasons.details"} < with_blocks


@pytest.mark.parametrize("method", MANY, ids=attrgetter("name"))
def test_details_many_sends_the_requests_of_details(method: Method) -> None:
    details = METHODS[method.name.removesuffix("_many")]
    path = [
        one.name for one in inspect.signature(details.function).parameters.values() if one.kind.name != "KEYWORD_ONLY"
    ]
    recorder = Recorder(prepared_document())
    with TMDB(TOKEN, base_url=BASE_URL, transport=recorder.transport, on_drift="ignore") as tmdb:
        for arguments in argument_sets(details):
            attrgetter(details.name)(tmdb)(**arguments)
            expected = recorder.take()
            keys = [arguments[name] for name in path if name != "self"]
            options = {name: value for name, value in arguments.items() if name not in path}
            results = list(attrgetter(method.name)(tmdb)([tuple(keys) if len(keys) > 1 else keys[0]], **options))
            assert [result.error for result in results] == [None]
            assert recorder.take() == expected
