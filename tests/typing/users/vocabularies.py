"""Words and codes of answers: enums, which the parameters for them take."""

from __future__ import annotations

from typing import assert_type

from tmdb_facade import TMDB, AnyOf, AsyncTMDB, any_of
from tmdb_facade.models import (
    EpisodeDetails,
    EpisodeGroup,
    Image,
    Logo,
    Movie,
    MovieCastMember,
    MovieCrewCredit,
    StatusResponse,
    TVShow,
    V4ListDetails,
)
from tmdb_facade.types import (
    ChangeAction,
    CreditType,
    Department,
    EpisodeGroupType,
    EpisodeType,
    Gender,
    ImageKind,
    LogoFileType,
    MediaKind,
    MovieStatus,
    PosterSize,
    ReleaseType,
    TVStatus,
    TVType,
    V4ListSortBy,
    VideoSite,
    VideoType,
)


def answers(tmdb: TMDB) -> None:
    """Check the types of fields."""
    assert_type(tmdb.movies.details(550).status, MovieStatus)
    assert_type(tmdb.tv.details(1399).status, TVStatus)
    assert_type(tmdb.tv.details(1399).type, TVType)
    for country in tmdb.movies.release_dates(550).results:
        for release in country.release_dates:
            assert_type(release.type, ReleaseType)
            assert_type(release.type.label, str)
            assert_type(release.type.is_known, bool)
    for video in tmdb.movies.videos(550).results:
        assert_type(video.type, VideoType)
        assert_type(video.site, VideoSite)
    credits = tmdb.movies.credits(550)
    assert_type(credits.crew[0].department, Department)
    assert_type(tmdb.credits.details("52fe4250c3a36847f80149f3").credit_type, CreditType)
    assert_type(tmdb.movies.changes(550).changes[0].items[0].action, ChangeAction)
    assert_type(tmdb.reviews.details("5488c29bc3a3686f4a00004a").media_type, MediaKind)
    assert_type(tmdb.configuration.details().images.poster_sizes, list[PosterSize])
    assert_type(tmdb.configuration.jobs()[0].department, Department)


def nullable_answers(credit: MovieCastMember, episode: EpisodeDetails, group: EpisodeGroup, logo: Logo) -> None:
    """Check the types of fields that may be missing, or may be promised by more evidence."""
    gender: Gender | None = credit.gender
    episode_type: EpisodeType | None = episode.episode_type
    group_type: EpisodeGroupType | None = group.type
    file_type: LogoFileType | None = logo.file_type
    print(gender, episode_type, group_type, file_type)


def comparisons(tmdb: TMDB, role: MovieCrewCredit) -> str:
    """Compare a field with a member, or with the word itself."""
    movie = tmdb.movies.details(550)
    if movie.status == "Rumored" or role.department == Department.WRITING:
        return movie.status
    match movie.status:
        case MovieStatus.RELEASED | MovieStatus.POST_PRODUCTION:
            return movie.status.label
        case _:
            return f"{movie.status}"


def answers_as_arguments(tmdb: TMDB, path: str, image: Image, items: V4ListDetails) -> None:
    """Pass what one method returns to another."""
    series = tmdb.tv.details(1399)
    tmdb.discover.tv(status=series.status, type=series.type)
    tmdb.discover.tv(status=any_of(series.status, TVStatus.PILOT), type=any_of(2, 4))
    release = tmdb.movies.release_dates(550).results[0].release_dates[0]
    tmdb.discover.movies(release_type=release.type, region="BR")
    tmdb.discover.movies(release_type=any_of(release.type, ReleaseType.DIGITAL), region="BR")
    assert_type(any_of(release.type, ReleaseType.TV), AnyOf[ReleaseType])
    review = tmdb.reviews.details("5488c29bc3a3686f4a00004a")
    favorite = tmdb.account.set_favorite(media_type=review.media_type, media_id=1, favorite=True)
    assert_type(favorite, StatusResponse)
    for row in tmdb.trending.all("day"):
        if isinstance(row, Movie | TVShow):
            tmdb.account.set_favorite(media_type=row.media_type, media_id=row.id, favorite=True)
    tmdb.v4.lists.add_items(1, [(review.media_type, 550), ("tv", 1399), (MediaKind.MOVIE, 551)])
    tmdb.v4.lists.update_items(1, {(review.media_type, 550): "Twice."})
    tmdb.v4.lists.update(1, sort_by=items.sort_by)
    tmdb.v4.lists.details(1, sort_by=V4ListSortBy.TITLE_ASCENDING)
    assert_type(tmdb.images.poster(path, size=tmdb.images.sizes("poster")[0]), str)
    assert_type(tmdb.images.still(image.file_path, size=tmdb.images.sizes(ImageKind.STILL)[-1]), str)
    assert_type(tmdb.images.poster(path, size=tmdb.configuration.details().images.poster_sizes[0]), str)
    for tagged in tmdb.people.tagged_images(287):
        assert_type(tmdb.images.url(tagged.file_path, tagged.image_type), str)


async def async_client(tmdb: AsyncTMDB, path: str) -> None:
    """Check the types of the async client."""
    series = await tmdb.tv.details(1399)
    assert_type(series.status, TVStatus)
    tmdb.discover.tv(status=series.status)
    assert_type(tmdb.images.poster(path, size=tmdb.images.sizes("poster")[0]), str)
