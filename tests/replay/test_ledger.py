"""The cassettes contain a success of every operation, and an error of every operation that can fail."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from scripts.evidence.recordings import RecordedAnswer, find_operation, read_recordings
from tmdb_bindings.operations import OPERATIONS
from tmdb_bindings.runtime import Operation

CASSETTES = Path(__file__).parents[1] / "cassettes"

# Requests of the facade that TMDB's document does not have.
UNDOCUMENTED = {"/3/account"}

# Exceptions from `can_fail`.
NEVER_FAIL = {
    "find_by_id": "an unused id has an empty result",
    "trending_all": "the path parameter is a choice of two words",
    "trending_movies": "likewise",
    "trending_people": "likewise",
    "trending_tv": "likewise",
}


def can_fail(operation: Operation) -> bool:
    """Return whether TMDB can answer a well-formed request with an error that is specific to the operation.

    It can if the request authenticates, writes, needs a user or guest, or has an id in its path. Errors of the other
    operations (wrong credentials, a page out of range) are the same everywhere.
    """
    return (
        operation.tag in {"auth", "v4_auth"}
        or not operation.repeatable
        or operation.auth != "application"
        or "{" in operation.path
    )


class RecordedIds(NamedTuple):
    """Ids of the operations that have a success or an error on a cassette."""

    succeeded: set[str]
    failed: set[str]


@pytest.fixture(scope="module")
def recorded() -> RecordedIds:
    """Return the operations on the cassettes."""
    found = RecordedIds(set(), set())
    for recording in read_recordings([CASSETTES]):
        operation = find_operation(recording.method, recording.path)
        if operation is None:
            request = f"{recording.label}: {recording.method} {recording.path}"
            assert recording.path in UNDOCUMENTED, (
                f"{request}: not in TMDB's document; delete the cassette or record it again"
            )
        else:
            (found.succeeded if is_success(recording) else found.failed).add(operation.id)
    return found


def is_success(recording: RecordedAnswer) -> bool:
    """Return whether status and body are a success: TMDB has failures with the status 200."""
    return recording.is_success() and replace(recording, status=None).is_success()


def test_every_operation_has_a_recorded_success(recorded: RecordedIds) -> None:
    assert OPERATIONS
    missing = [one.id for one in OPERATIONS if one.id not in recorded.succeeded]
    assert missing == [], "write a scenario, then run `make sync record`"


def test_every_operation_that_can_fail_has_a_recorded_error(recorded: RecordedIds) -> None:
    missing = {one.id for one in OPERATIONS if can_fail(one)} - recorded.failed
    assert missing >= set(NEVER_FAIL), "listed in NEVER_FAIL, but a cassette has an error"
    assert sorted(missing - set(NEVER_FAIL)) == [], "add a call that fails to a scenario, then run `make sync record`"


def test_can_fail_includes_writes_and_authentication() -> None:
    ids = {one.id for one in OPERATIONS if can_fail(one)} - set(NEVER_FAIL)
    assert {one.id for one in OPERATIONS if one.method != "GET" or one.user_scoped} <= ids
    assert {"v4_lists_clear", "auth_validate_key", "movies_details", "lists_item_status"} <= ids
    assert not {"movies_popular", "search_movies", "configuration_details"} & ids
