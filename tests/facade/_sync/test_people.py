# Made from tests/facade/_async/test_people.py by `make sync`: edit that file, never this one.
"""People: appended blocks and combined credits."""

from __future__ import annotations

from typing import assert_type

from tests.facade.support import TOKEN, Fake, json_response
from tmdb_bindings.append import PersonHasCombinedCredits
from tmdb_facade import TMDB, PersonAppend
from tmdb_facade.models import (
    PersonCombinedCredits,
    PersonDetails,
)

CREDITS = {
    "cast": [
        {"id": 1, "media_type": "movie", "title": "A movie", "credit_id": "a"},
        {"id": 2, "media_type": "tv", "name": "A series", "credit_id": "b"},
    ],
    "crew": [],
}


def test_people_details_with_append_has_typed_blocks() -> None:
    fake = Fake(json_response({"id": 287, "combined_credits": CREDITS}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        person = tmdb.people.details(287, append=PersonAppend.COMBINED_CREDITS)
    assert_type(person, PersonDetails[PersonHasCombinedCredits])
    assert_type(person.combined_credits, PersonCombinedCredits)
    assert fake.query == {"append_to_response": "combined_credits"}


def test_people_combined_credits_has_a_class_for_each_media_type() -> None:
    fake = Fake(json_response(CREDITS))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = tmdb.people.combined_credits(287)
    movie, series = found.cast
    assert movie.media_type == "movie"
    assert series.media_type == "tv"
    assert [type(movie).__name__, type(series).__name__] == ["MovieCastCredit", "TVCastCredit"]
