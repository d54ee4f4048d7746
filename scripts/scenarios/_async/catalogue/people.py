"""People: details, what belongs to them, and the lists of people."""

from __future__ import annotations

from datetime import date

from scripts.scenarios._async.source import NOBODY, Source, each_refused
from tmdb_facade import NotFoundError, PersonAppend
from tmdb_facade.models import MovieCastCredit, TVCastCredit

START, END = date(2026, 1, 5), date(2026, 1, 15)


async def details(source: Source) -> None:
    """Somebody with their ids elsewhere."""
    async with source.connect() as tmdb:
        person = await tmdb.people.details(287, append=PersonAppend.EXTERNAL_IDS)
    assert (person.name, person.birthday) == ("Brad Pitt", date(1963, 12, 18))
    assert person.external_ids.imdb_id == person.imdb_id == "nm0000093"


async def credits(source: Source) -> None:
    """What somebody was in: films, series, and both, each of the class of its kind."""
    async with source.connect() as tmdb:
        movies = await tmdb.people.movie_credits(819)
        shows = await tmdb.people.tv_credits(17419)
        both = await tmdb.people.combined_credits(17419)
    assert (550, "Fight Club") in [(role.id, role.title) for role in movies.cast]
    assert (1396, "Walter White") in [(role.id, role.character) for role in shows.cast]
    assert 1396 in [role.id for role in both.cast if isinstance(role, TVCastCredit)]
    assert 1396 not in [role.id for role in both.cast if isinstance(role, MovieCastCredit)]


async def names_and_pictures(source: Source) -> None:
    """Ids, translations, pictures, and pictures that they were found in."""
    async with source.connect() as tmdb:
        external = await tmdb.people.external_ids(31)
        translations = await tmdb.people.translations(31)
        images = await tmdb.people.images(31)
        tagged = await tmdb.people.tagged_images(31).page(1)
    assert (external.imdb_id, external.wikidata_id) == ("nm0000158", "Q2263")
    assert "en" in [translation.iso_639_1 for translation in translations.translations]
    assert images.profiles[0].file_path.startswith("/")
    assert all(image.media.id > 0 for image in tagged.results)


async def edits(source: Source) -> None:
    """What was changed on some days."""
    async with source.connect() as tmdb:
        changes = await tmdb.people.changes(287, start_date=START, end_date=END)
    assert all(START <= item.time.date() <= END for change in changes.changes for item in change.items)


async def lists(source: Source) -> None:
    """The popular, and who was entered last."""
    async with source.connect() as tmdb:
        popular = await tmdb.people.popular().first()
        latest = await tmdb.people.latest()
    assert popular is not None
    assert popular.known_for
    assert latest.id > 0


async def not_found(source: Source) -> None:
    """Nothing is known of somebody that there is not."""
    async with source.connect() as tmdb:
        people = tmdb.people
        await each_refused(
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
