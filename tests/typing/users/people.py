"""People, their credits, and single credits."""

from __future__ import annotations

import datetime
from typing import assert_type

from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, Pager
from tmdb_facade.models import (
    CastCredit,
    CreditDetails,
    CreditMedia,
    CreditMovie,
    CreditTVShow,
    CrewCredit,
    Episode,
    Image,
    KnownFor,
    Movie,
    MovieCastCredit,
    MovieCrewCredit,
    Person,
    PersonCombinedCredits,
    PersonDetails,
    PersonMovieCredits,
    PersonPage,
    PersonTVCredits,
    Review,
    ReviewDetails,
    Season,
    TaggedImage,
    TaggedImagePage,
    TaggedMedia,
    TVCastCredit,
    TVCrewCredit,
    TVShow,
    UnknownMedia,
)


def sync_client(tmdb: TMDB) -> None:
    """Check the types of people and credits."""
    person = tmdb.people.details(287)
    assert_type(person, PersonDetails)
    assert_type(person.birthday, datetime.date | None)
    assert_type(person.also_known_as, list[str])
    assert_type(tmdb.people.images(287).profiles, list[Image])
    assert_type(tmdb.people.popular(), Pager[Person, PersonPage])
    assert_type(tmdb.people.movie_credits(287), PersonMovieCredits)
    assert_type(tmdb.people.tv_credits(287), PersonTVCredits)

    for other in tmdb.people.popular():
        assert_type(other.known_for, list[KnownFor])
        for work in other.known_for:
            takes_known_work(work)

    both = tmdb.people.combined_credits(287)
    assert_type(both, PersonCombinedCredits)
    assert_type(both.cast, list[CastCredit])
    assert_type(both.crew, list[CrewCredit])
    for part in both.cast:
        takes_part(part)
    for job in both.crew:
        takes_job(job)

    tagged = tmdb.people.tagged_images(287)
    assert_type(tagged, Pager[TaggedImage, TaggedImagePage])
    for image in tagged:
        assert_type(image.media, TaggedMedia)
        takes_tagged(image.media)

    credit = tmdb.credits.details("52fe4250c3a36847f80149f3")
    assert_type(tmdb.credits.details("52fe4250c3a36847f80149f3"), CreditDetails)
    assert_type(credit.person, Person)
    assert_type(credit.media, CreditMedia)
    takes_credited(credit.media)

    assert_type(tmdb.reviews.details("5488c29bc3a3686f4a00004a"), ReviewDetails)
    review = tmdb.movies.reviews(550).first()
    assert_type(review, Review | None)


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    assert_type(await tmdb.people.details(287), PersonDetails)
    assert_type(tmdb.people.popular(), AsyncPager[Person, PersonPage])
    assert_type((await tmdb.people.combined_credits(287)).cast, list[CastCredit])
    async for image in tmdb.people.tagged_images(287):
        assert_type(image.media, TaggedMedia)
    assert_type((await tmdb.credits.details("52fe4250c3a36847f80149f3")).media, CreditMedia)
    assert_type(await tmdb.reviews.details("5488c29bc3a3686f4a00004a"), ReviewDetails)


def takes_known_work(work: KnownFor) -> None:
    """Narrow a known work to a movie, a series or an unknown type."""
    if isinstance(work, Movie):
        assert_type(work, Movie)
    elif isinstance(work, TVShow):
        assert_type(work, TVShow)
    else:
        assert_type(work, UnknownMedia)
        assert_type(work.kind, str | None)


def takes_part(part: CastCredit) -> None:
    """Narrow a cast credit to a movie or a series."""
    if isinstance(part, MovieCastCredit):
        assert_type(part.title, str)
    elif isinstance(part, TVCastCredit):
        assert_type(part.episode_count, int)
    else:
        assert_type(part, UnknownMedia)


def takes_job(job: CrewCredit) -> None:
    """Narrow a crew credit to a movie or a series."""
    if isinstance(job, MovieCrewCredit):
        assert_type(job.job, str)
    elif isinstance(job, TVCrewCredit):
        assert_type(job.episode_count, int)
    else:
        assert_type(job, UnknownMedia)


def takes_tagged(media: TaggedMedia) -> None:
    """Narrow the media of a tagged image."""
    if isinstance(media, Movie | TVShow):
        assert_type(media, Movie | TVShow)
    elif isinstance(media, Season):
        assert_type(media.season_number, int)
    elif isinstance(media, Episode):
        assert_type(media.episode_number, int)
    else:
        assert_type(media, UnknownMedia)


def takes_credited(media: CreditMedia) -> None:
    """Narrow the media of a credit."""
    if isinstance(media, CreditMovie):
        assert_type(media.title, str)
    elif isinstance(media, CreditTVShow):
        assert_type(media.episodes, list[Episode])
    else:
        assert_type(media, UnknownMedia)
