"""Image URLs and downloads."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade.models import Image, Logo, TaggedImage
from tmdb_facade.types import (
    BackdropSizeLike,
    ImageKind,
    ImageKindLike,
    LogoSizeLike,
    PosterSize,
    PosterSizeLike,
    ProfileSizeLike,
    StillSize,
    StillSizeLike,
)


def sync_client(tmdb: TMDB) -> None:
    """Check that a path has a URL and `None` has none."""
    movie = tmdb.movies.details(550)
    assert_type(tmdb.images.poster("/x.jpg", width=500), str)
    assert_type(tmdb.images.poster(None), None)
    assert_type(tmdb.images.url("/x.jpg", "backdrop", size="w780"), str)
    assert_type(tmdb.images.sizes("still"), tuple[StillSize, ...])
    assert_type(tmdb.images.sizes(ImageKind.POSTER), tuple[PosterSize, ...])
    if movie.poster_path is not None:
        assert_type(tmdb.images.poster(movie.poster_path, size="w342"), str)
    assert_type(tmdb.images.download("/x.jpg", "poster", Path("x.jpg")), Path)
    assert_type(tmdb.images.read("/x.jpg", "poster"), bytes)


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check that URLs need no await."""
    assert_type(tmdb.images.poster("/x.jpg", width=500), str)
    assert_type(tmdb.images.logo(None), None)
    assert_type(await tmdb.images.download("/x.jpg", "poster", "folder"), Path)
    assert_type(await tmdb.images.read("/x.jpg", "poster"), bytes)


def user_functions(
    tmdb: TMDB,
    kind: ImageKindLike,
    poster: PosterSizeLike,
    backdrop: BackdropSizeLike,
    logo: LogoSizeLike,
    profile: ProfileSizeLike,
    still: StillSizeLike,
) -> None:
    """Pass types of parameters from a user's function."""
    assert_type(tmdb.images.sizes(kind), tuple[str, ...])
    assert_type(tmdb.images.url("/x.jpg", kind), str)
    assert_type(tmdb.images.poster("/x.jpg", size=poster), str)
    assert_type(tmdb.images.backdrop("/x.jpg", size=backdrop), str)
    assert_type(tmdb.images.logo("/x.svg", size=logo), str)
    assert_type(tmdb.images.profile("/x.jpg", size=profile), str)
    assert_type(tmdb.images.still("/x.jpg", size=still), str)


def stand_in(tmdb: TMDB, path: str | None) -> str:
    """Check that a nullable path with a default has a URL."""
    assert_type(tmdb.images.still(None, default="/none.png"), str)
    assert_type(tmdb.images.url(path, "logo", default="/none.png"), str)
    assert_type(tmdb.images.url(path, "logo"), str | None)
    return tmdb.images.poster(path, default="/none.png")


def choice(tmdb: TMDB, async_tmdb: AsyncTMDB) -> None:
    """Check that a chosen image has the type of those in the list."""
    images = tmdb.movies.images(550)
    assert_type(tmdb.images.best(images.posters, languages=["de", None], min_width=1000, aspect=2 / 3), Image | None)
    assert_type(async_tmdb.images.best(tmdb.companies.images(1).logos), Logo | None)
    assert_type(tmdb.images.best(tmdb.people.tagged_images(287)), TaggedImage | None)
    assert_type(tmdb.images.srcset(images.posters[0], "poster"), str)
    assert_type(tmdb.images.srcset("/x.jpg", ImageKind.POSTER), str)
    assert_type(tmdb.images.srcset(tmdb.images.best(images.posters), "poster"), str | None)


def nullable_path(tmdb: TMDB, path: str | None) -> str | None:
    """Pass a nullable field unchanged."""
    return tmdb.images.poster(path)
