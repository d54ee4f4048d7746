"""Every operation has been asked for and has answered, and what can be refused has been refused, on some cassette."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.recordings import read_recordings
from pipeline.routes import Routes
from tmdb_bindings._runtime import Operation
from tmdb_bindings.operations import OPERATIONS

CASSETTES = Path(__file__).parents[1] / "cassettes"

# What the facade asks for beside the operations of TMDB's document.
UNDOCUMENTED = {"/3/account"}

# Operations of which the rule below says that they can be refused, and which are not.
NEVER_REFUSED = {
    "find_by_id": "an id that nobody has is found nowhere, which is no error",
    "trending_all": "the path takes one of two words, which types hold callers to",
    "trending_movies": "likewise",
    "trending_people": "likewise",
    "trending_tv": "likewise",
}


def can_be_refused(operation: Operation) -> bool:
    """Whether TMDB can refuse a request of the right form.

    It can where the request logs in or out, writes, is made in the name of a user or guest, or names in its path what
    there may not be. For all others a refusal says nothing of the operation: wrong credentials, a page out of range.
    """
    return (
        operation.tag in {"auth", "v4_auth"}
        or not operation.repeatable
        or operation.auth != "application"
        or "{" in operation.path
    )


@pytest.fixture(scope="module")
def statuses() -> Mapping[str, set[int]]:
    """The statuses that are on cassettes, by the operation's id."""
    routes, found = Routes(), defaultdict[str, set[int]](set)
    for recording in read_recordings([CASSETTES]):
        operation = routes.find(recording.method, recording.path)
        if operation is None:
            assert recording.path in UNDOCUMENTED, f"{recording.label}: {recording.method} {recording.path}"
        else:
            assert recording.status is not None
            found[operation.id].add(recording.status)
    return found


def test_every_operation_has_a_success(statuses: Mapping[str, set[int]]) -> None:
    """All 173: with the next one that TMDB adds this fails, and names it."""
    assert len(OPERATIONS) >= 173
    missing = [one.id for one in OPERATIONS if not any(200 <= status < 300 for status in statuses[one.id])]
    assert not missing, ", ".join(missing)


def test_what_can_be_refused_has_an_error(statuses: Mapping[str, set[int]]) -> None:
    """By the rule, less what is listed with a reason."""
    wanted = {one.id for one in OPERATIONS if can_be_refused(one)}
    refused = {name for name, seen in statuses.items() if any(status >= 400 for status in seen)}
    missing = wanted - refused - set(NEVER_REFUSED)
    assert not missing, ", ".join(sorted(missing))
    assert wanted - refused == set(NEVER_REFUSED)


def test_the_rule_holds_writes_and_logins_to_errors() -> None:
    """Nothing that changes an account, and nothing that needs one, is left out by mistake."""
    wanted = {one.id for one in OPERATIONS if can_be_refused(one)} - set(NEVER_REFUSED)
    assert {one.id for one in OPERATIONS if one.method != "GET" or one.user_scoped} <= wanted
    assert {"v4_lists_clear", "auth_validate_key", "movies_details", "lists_item_status"} <= wanted
    assert not {"movies_popular", "search_movies", "configuration_details"} & wanted
