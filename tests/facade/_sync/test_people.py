# Made from tests/facade/_async/test_people.py by `make sync`: edit that file, never this one.
"""People: what each method asks, and the type that it gives."""

from __future__ import annotations

from datetime import date
from typing import assert_type

import pytest

from tests.facade.resources import ANSWER, Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_bindings.append import PersonHasCombinedCredits
from tmdb_facade import TMDB, PersonAppend
from tmdb_facade.models import (
    Changes,
    Person,
    PersonCombinedCredits,
    PersonDetails,
    PersonExternalIds,
    PersonImages,
    PersonMovieCredits,
    PersonTranslations,
    PersonTVCredits,
    TaggedImage,
)

CASES: list[Case[TMDB]] = [
    Case(
        lambda tmdb: tmdb.people.details(287, start_date=date(2026, 1, 2), end_date=date(2026, 1, 9), language="pt-BR"),
        "/3/person/287",
        {"start_date": "2026-01-02", "end_date": "2026-01-09", "language": "pt-BR"},
        PersonDetails,
    ),
    Case(
        lambda tmdb: tmdb.people.changes(287, start_date=date(2026, 1, 2), end_date=date(2026, 1, 9), page=2),
        "/3/person/287/changes",
        {"start_date": "2026-01-02", "end_date": "2026-01-09", "page": "2"},
        Changes,
    ),
    Case(
        lambda tmdb: tmdb.people.combined_credits(287, language="pt-BR"),
        "/3/person/287/combined_credits",
        {"language": "pt-BR"},
        PersonCombinedCredits,
    ),
    Case(lambda tmdb: tmdb.people.external_ids(287), "/3/person/287/external_ids", {}, PersonExternalIds),
    Case(lambda tmdb: tmdb.people.images(287), "/3/person/287/images", {}, PersonImages),
    Case(lambda tmdb: tmdb.people.latest(), "/3/person/latest", {}, PersonDetails),
    Case(
        lambda tmdb: tmdb.people.movie_credits(287, language="pt-BR"),
        "/3/person/287/movie_credits",
        {"language": "pt-BR"},
        PersonMovieCredits,
    ),
    Case(
        lambda tmdb: tmdb.people.popular(language="pt-BR").first(),
        "/3/person/popular",
        {"language": "pt-BR", "page": "1"},
        Person,
    ),
    Case(
        lambda tmdb: tmdb.people.tagged_images(287).first(), "/3/person/287/tagged_images", {"page": "1"}, TaggedImage
    ),
    Case(lambda tmdb: tmdb.people.translations(287), "/3/person/287/translations", {}, PersonTranslations),
    Case(
        lambda tmdb: tmdb.people.tv_credits(287, language="pt-BR"),
        "/3/person/287/tv_credits",
        {"language": "pt-BR"},
        PersonTVCredits,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_each_method_asks_for_its_operation(case: Case[TMDB]) -> None:
    """It sends all that it was given, and gives the class that it promises."""
    fake = Fake(say(case.answer))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = case.call(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", case.path, case.query)
    assert type(found) is case.kind
    assert len(fake.requests) == 1


CREDITS = {
    "cast": [
        {"id": 1, "media_type": "movie", "title": "A film", "credit_id": "a"},
        {"id": 2, "media_type": "tv", "name": "A series", "credit_id": "b"},
    ],
    "crew": [],
}


def test_blocks_of_a_person_are_typed() -> None:
    """With constants of its own."""
    fake = Fake(say({"id": 287, "combined_credits": CREDITS}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        person = tmdb.people.details(287, append=PersonAppend.COMBINED_CREDITS)
    assert_type(person, PersonDetails[PersonHasCombinedCredits])
    assert_type(person.combined_credits, PersonCombinedCredits)
    assert fake.query == {"append_to_response": "combined_credits"}


def test_films_and_series_of_a_person_are_told_apart() -> None:
    """Each entry is of the class of its kind."""
    fake = Fake(say(CREDITS))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = tmdb.people.combined_credits(287)
    film, series = found.cast
    assert film.media_type == "movie"
    assert series.media_type == "tv"
    assert type(film) is not type(series)


def test_tagged_images_are_one_page() -> None:
    """TMDB counts more and gives the same one whatever is asked for, so no other is."""
    fake = Fake(say({**ANSWER, "page": 0, "total_pages": 40}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = [image for image in tmdb.people.tagged_images(287)]
    assert len(found) == 1
    assert len(fake.requests) == 1
