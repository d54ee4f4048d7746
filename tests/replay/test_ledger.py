"""Every operation has been asked for and has answered, and what can be refused has been refused, on some cassette."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from scripts.evidence.recordings import RecordedAnswer, read_recordings
from scripts.evidence.routes import Routes
from tmdb_bindings.operations import OPERATIONS
from tmdb_bindings.runtime import Operation

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


class Seen(NamedTuple):
    """Operations that are on cassettes, by their ids."""

    answered: set[str]
    refused: set[str]


@pytest.fixture(scope="module")
def seen() -> Seen:
    """What every recorded request came to."""
    routes, found = Routes(), Seen(set(), set())
    for recording in read_recordings([CASSETTES]):
        operation = routes.find(recording.method, recording.path)
        if operation is None:
            assert recording.path in UNDOCUMENTED, f"{recording.label}: {recording.method} {recording.path}"
        else:
            (found.answered if is_success(recording) else found.refused).add(operation.id)
    return found


def is_success(recording: RecordedAnswer) -> bool:
    """Whether it is one by its status and by what it says: TMDB has failures with the status 200."""
    return recording.is_success() and replace(recording, status=None).is_success()


def test_every_operation_has_a_success(seen: Seen) -> None:
    """All 173: with the next one that TMDB adds this fails, and names it."""
    assert len(OPERATIONS) >= 173
    missing = [one.id for one in OPERATIONS if one.id not in seen.answered]
    assert not missing, ", ".join(missing)


def test_what_can_be_refused_has_an_error(seen: Seen) -> None:
    """By the rule, less what is listed with a reason."""
    missing = {one.id for one in OPERATIONS if can_be_refused(one)} - seen.refused
    assert missing >= set(NEVER_REFUSED), "listed as never refused, and refused on a cassette"
    missing -= set(NEVER_REFUSED)
    assert not missing, ", ".join(sorted(missing))


def test_the_rule_holds_writes_and_logins_to_errors() -> None:
    """Nothing that changes an account, and nothing that needs one, is left out by mistake."""
    wanted = {one.id for one in OPERATIONS if can_be_refused(one)} - set(NEVER_REFUSED)
    assert {one.id for one in OPERATIONS if one.method != "GET" or one.user_scoped} <= wanted
    assert {"v4_lists_clear", "auth_validate_key", "movies_details", "lists_item_status"} <= wanted
    assert not {"movies_popular", "search_movies", "configuration_details"} & wanted
