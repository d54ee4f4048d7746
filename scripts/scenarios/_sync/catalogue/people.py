# Made from scripts/scenarios/_async/catalogue/people.py by `make sync`: edit that file, never this one.
"""People: details, what belongs to them, and the lists of people."""

from __future__ import annotations

from datetime import date

from scripts.scenarios._sync.source import NOBODY, Source, each_refused
from tmdb_facade import NotFoundError, PersonAppend
from tmdb_facade.models import MovieCastCredit, TVCastCredit

START, END = date(2026, 1, 5), date(2026, 1, 15)


def details(source: Source) -> None:
    """Somebody with their ids elsewhere."""
    with source.connect() as tmdb:
        person = tmdb.people.details(287, append=PersonAppend.EXTERNAL_IDS)
    assert (person.name, person.birthday) == ("Brad Pitt", date(1963, 12, 18))
    assert person.external_ids.imdb_id == person.imdb_id == "nm0000093"


def credits(source: Source) -> None:
    """What somebody was in: films, series, and both, each of the class of its kind."""
    with source.connect() as tmdb:
        movies = tmdb.people.movie_credits(819)
        shows = tmdb.people.tv_credits(17419)
        both = tmdb.people.combined_credits(17419)
    assert (550, "Fight Club") in [(role.id, role.title) for role in movies.cast]
    assert (1396, "Walter White") in [(role.id, role.character) for role in shows.cast]
    assert 1396 in [role.id for role in both.cast if isinstance(role, TVCastCredit)]
    assert 1396 not in [role.id for role in both.cast if isinstance(role, MovieCastCredit)]


def names_and_pictures(source: Source) -> None:
    """Ids, translations, pictures, and pictures that they were found in."""
    with source.connect() as tmdb:
        external = tmdb.people.external_ids(31)
        translations = tmdb.people.translations(31)
        images = tmdb.people.images(31)
        tagged = tmdb.people.tagged_images(31).page(1)
    assert (external.imdb_id, external.wikidata_id) == ("nm0000158", "Q2263")
    assert "en" in [translation.iso_639_1 for translation in translations.translations]
    assert images.profiles[0].file_path.startswith("/")
    assert all(image.media.id > 0 for image in tagged.results)


def edits(source: Source) -> None:
    """What was changed on some days."""
    with source.connect() as tmdb:
        changes = tmdb.people.changes(287, start_date=START, end_date=END)
    assert all(START <= item.time.date() <= END for change in changes.changes for item in change.items)


def lists(source: Source) -> None:
    """The popular, and who was entered last."""
    with source.connect() as tmdb:
        popular = tmdb.people.popular().first()
        latest = tmdb.people.latest()
    assert popular is not None
    assert popular.known_for
    assert latest.id > 0


def not_found(source: Source) -> None:
    """Nothing is known of somebody that there is not."""
    with source.connect() as tmdb:
        people = tmdb.people
        each_refused(
            [
                lambda: people.details(NOBODY),
                lambda: people.changes(NOBODY),
                lambda: people.combined_credits(NOBODY),
                lambda: people.external_ids(NOBODY),
                lambda: people.images(NOBODY),
                lambda: people.movie_credits(NOBODY),
                lambda: people.tagged_images(NOBODY).first(),
                lambda: people.translations(NOBODY),
                lambda: people.tv_credits(NOBODY),
            ],
            NotFoundError,
        )
