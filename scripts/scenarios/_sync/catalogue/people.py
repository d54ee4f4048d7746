# Made from scripts/scenarios/_async/catalogue/people.py by `make sync`: edit that file, never this one.
"""People: details, sub-resources and lists."""

from __future__ import annotations

from datetime import date

from scripts.scenarios._sync.source import MISSING_ID, Source, assert_each_raises
from tmdb_facade import NotFoundError, PersonAppend
from tmdb_facade.models import MovieCastCredit, TVCastCredit

START, END = date(2026, 1, 5), date(2026, 1, 15)


def details(source: Source) -> None:
    """Get a person with external ids."""
    with source.connect() as tmdb:
        person = tmdb.people.details(287, append=PersonAppend.EXTERNAL_IDS)
    assert (person.name, person.birthday) == ("Brad Pitt", date(1963, 12, 18))
    assert person.external_ids.imdb_id == person.imdb_id == "nm0000093"


def credits(source: Source) -> None:
    """Get a person's movie credits, TV credits and combined credits, each with its class."""
    with source.connect() as tmdb:
        movies = tmdb.people.movie_credits(819)
        shows = tmdb.people.tv_credits(17419)
        both = tmdb.people.combined_credits(17419)
    assert (550, "Fight Club") in [(role.id, role.title) for role in movies.cast]
    assert (1396, "Walter White") in [(role.id, role.character) for role in shows.cast]
    assert 1396 in [role.id for role in both.cast if isinstance(role, TVCastCredit)]
    assert 1396 not in [role.id for role in both.cast if isinstance(role, MovieCastCredit)]


def translations_and_images(source: Source) -> None:
    """Get a person's external ids, translations, images and tagged images."""
    with source.connect() as tmdb:
        external = tmdb.people.external_ids(31)
        translations = tmdb.people.translations(31)
        images = tmdb.people.images(31)
        tagged = tmdb.people.tagged_images(31).page(1)
    assert (external.imdb_id, external.wikidata_id) == ("nm0000158", "Q2263")
    assert "en" in [translation.iso_639_1 for translation in translations.translations]
    assert images.profiles[0].file_path.startswith("/")
    assert all(image.media.id > 0 for image in tagged.results)


def changes(source: Source) -> None:
    """Get a person's changes within a range of dates."""
    with source.connect() as tmdb:
        changes = tmdb.people.changes(287, start_date=START, end_date=END)
    assert all(START <= item.time.date() <= END for change in changes.changes for item in change.items)


def lists(source: Source) -> None:
    """Get the popular people and the latest person."""
    with source.connect() as tmdb:
        popular = tmdb.people.popular().first()
        latest = tmdb.people.latest()
    assert popular is not None
    assert popular.known_for
    assert latest.id > 0


def not_found(source: Source) -> None:
    """Expect `NotFoundError` for an id that does not exist."""
    with source.connect() as tmdb:
        people = tmdb.people
        assert_each_raises(
            [
                lambda: people.details(MISSING_ID),
                lambda: people.changes(MISSING_ID),
                lambda: people.combined_credits(MISSING_ID),
                lambda: people.external_ids(MISSING_ID),
                lambda: people.images(MISSING_ID),
                lambda: people.movie_credits(MISSING_ID),
                lambda: people.tagged_images(MISSING_ID).first(),
                lambda: people.translations(MISSING_ID),
                lambda: people.tv_credits(MISSING_ID),
            ],
            NotFoundError,
        )
