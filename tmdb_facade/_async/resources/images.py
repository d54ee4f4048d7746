"""Image URLs and downloads."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Literal, overload

from tmdb_facade import models, types
from tmdb_facade._async.image_server import AsyncImageServer
from tmdb_facade._async.requester import AsyncRequester
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.files import target_file, write_file
from tmdb_facade._core.images import image_url, shown_image_url, typed_sizes


class AsyncImagesResource(AsyncResource):
    """Image URLs and downloads: `tmdb.images`.

    TMDB's models contain paths (`movie.poster_path`). The methods here build URLs from them without a request, with the
    image server and the sizes that TMDB has had for years; call `load` to use those of TMDB's configuration instead.
    Downloads send no credentials. A client whose `base_url` is on this machine, such as that of an embedded TMDB,
    downloads from that server.
    """

    def __init__(self, requester: AsyncRequester) -> None:
        super().__init__(requester)
        self._server = AsyncImageServer(requester)

    async def load(self) -> None:
        """Load the image server and the image sizes from TMDB's configuration.

        The request is sent once per client, however often this is called.

        Raises:
            TMDBError: The request failed, TMDB returned an error, or its configuration has no `images`. URLs do not
                change.

        https://developer.themoviedb.org/reference/configuration-details
        """
        await self._server.load()

    @overload
    def sizes(self, kind: Literal["backdrop", models.ImageKind.BACKDROP]) -> tuple[models.BackdropSize, ...]: ...
    @overload
    def sizes(self, kind: Literal["logo", models.ImageKind.LOGO]) -> tuple[models.LogoSize, ...]: ...
    @overload
    def sizes(self, kind: Literal["poster", models.ImageKind.POSTER]) -> tuple[models.PosterSize, ...]: ...
    @overload
    def sizes(self, kind: Literal["profile", models.ImageKind.PROFILE]) -> tuple[models.ProfileSize, ...]: ...
    @overload
    def sizes(self, kind: Literal["still", models.ImageKind.STILL]) -> tuple[models.StillSize, ...]: ...
    @overload
    def sizes(self, kind: types.ImageKindLike) -> tuple[str, ...]: ...
    def sizes(self, kind: types.ImageKindLike) -> tuple[str, ...]:
        """List the sizes of a kind of image.

        Args:
            kind: Kind of the image.

        Returns:
            The sizes, which the methods for this kind take as `size`: `w500` is a width and `h632` a height in pixels,
            `original` is the uploaded image.

        Raises:
            InvalidArgumentError: The kind is unknown.

        https://developer.themoviedb.org/docs/image-basics
        """
        return typed_sizes(self._server.settings, kind)

    @overload
    def url(
        self, path: str, kind: types.ImageKindLike, *, width: int | None = None, size: str | None = None
    ) -> str: ...
    @overload
    def url(
        self, path: None, kind: types.ImageKindLike, *, width: int | None = None, size: str | None = None
    ) -> None: ...
    def url(
        self, path: str | None, kind: types.ImageKindLike, *, width: int | None = None, size: str | None = None
    ) -> str | None:
        """Build the URL of an image of any kind.

            tmdb.images.url(movie.poster_path, "poster", width=500)

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            kind: Kind of the image.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.

        Returns:
            The URL, or `None` if `path` is `None` or empty. Without width and size it is that of the original. TMDB does not
            resize SVG images, so their URL is always that of the original.

        Raises:
            InvalidArgumentError: `kind` or `size` is unknown, both `width` and `size` are passed, or `path` is not an
                image's path.

        https://developer.themoviedb.org/docs/image-basics
        """
        return shown_image_url(self._server.settings, path, kind, width=width, size=size)

    @overload
    def poster(self, path: str, *, width: int | None = None, size: types.PosterSizeLike | None = None) -> str: ...
    @overload
    def poster(self, path: None, *, width: int | None = None, size: types.PosterSizeLike | None = None) -> None: ...
    def poster(
        self, path: str | None, *, width: int | None = None, size: types.PosterSizeLike | None = None
    ) -> str | None:
        """Build the URL of a poster of a movie, TV series, season or collection.

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.

        Returns:
            The URL, or `None` if `path` is `None` or empty. Without width and size it is that of the original.

        Raises:
            InvalidArgumentError: `size` is unknown, both `width` and `size` are passed, or `path` is not an image's
                path.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self.url(path, "poster", width=width, size=size)

    @overload
    def backdrop(self, path: str, *, width: int | None = None, size: types.BackdropSizeLike | None = None) -> str: ...
    @overload
    def backdrop(self, path: None, *, width: int | None = None, size: types.BackdropSizeLike | None = None) -> None: ...
    def backdrop(
        self, path: str | None, *, width: int | None = None, size: types.BackdropSizeLike | None = None
    ) -> str | None:
        """Build the URL of a backdrop.

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.

        Returns:
            The URL, or `None` if `path` is `None` or empty. Without width and size it is that of the original.

        Raises:
            InvalidArgumentError: `size` is unknown, both `width` and `size` are passed, or `path` is not an image's
                path.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self.url(path, "backdrop", width=width, size=size)

    @overload
    def logo(self, path: str, *, width: int | None = None, size: types.LogoSizeLike | None = None) -> str: ...
    @overload
    def logo(self, path: None, *, width: int | None = None, size: types.LogoSizeLike | None = None) -> None: ...
    def logo(self, path: str | None, *, width: int | None = None, size: types.LogoSizeLike | None = None) -> str | None:
        """Build the URL of a logo of a movie, TV series, company, network or watch provider.

        The path of an SVG image ends in `.svg`; TMDB does not resize those. Logos of companies and networks also exist
        with the ending `.png`: use that path to select a size.

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.

        Returns:
            The URL, or `None` if `path` is `None` or empty. Without width and size it is that of the original.

        Raises:
            InvalidArgumentError: `size` is unknown, both `width` and `size` are passed, or `path` is not an image's
                path.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self.url(path, "logo", width=width, size=size)

    @overload
    def profile(self, path: str, *, width: int | None = None, size: types.ProfileSizeLike | None = None) -> str: ...
    @overload
    def profile(self, path: None, *, width: int | None = None, size: types.ProfileSizeLike | None = None) -> None: ...
    def profile(
        self, path: str | None, *, width: int | None = None, size: types.ProfileSizeLike | None = None
    ) -> str | None:
        """Build the URL of a person's profile image.

        Some reviewers have their picture on another server: their path is that address behind a slash
        (`/https://...`), and the URL is the address, without a choice of size.

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.

        Returns:
            The URL, or `None` if `path` is `None` or empty. Without width and size it is that of the original.

        Raises:
            InvalidArgumentError: `size` is unknown, both `width` and `size` are passed, or `path` is not an image's
                path.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self.url(path, "profile", width=width, size=size)

    @overload
    def still(self, path: str, *, width: int | None = None, size: types.StillSizeLike | None = None) -> str: ...
    @overload
    def still(self, path: None, *, width: int | None = None, size: types.StillSizeLike | None = None) -> None: ...
    def still(
        self, path: str | None, *, width: int | None = None, size: types.StillSizeLike | None = None
    ) -> str | None:
        """Build the URL of a still of an episode.

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.

        Returns:
            The URL, or `None` if `path` is `None` or empty. Without width and size it is that of the original.

        Raises:
            InvalidArgumentError: `size` is unknown, both `width` and `size` are passed, or `path` is not an image's
                path.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self.url(path, "still", width=width, size=size)

    async def download(
        self,
        path: str,
        kind: types.ImageKindLike,
        target: str | PathLike[str],
        *,
        width: int | None = None,
        size: str | None = None,
    ) -> Path:
        """Download an image to a file.

        The image, of at most 64 MiB, is written to a temporary file beside the target and renamed when complete, so the
        target is never a partial image. Failed requests, also those that fail halfway, are retried up to the client's
        `max_retries`.

        A client whose `base_url` is on this machine, such as that of an embedded TMDB, downloads from that server;
        `url` still returns the URL on TMDB's image server.

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            kind: Kind of the image.
            target: File to write, or a folder, in which the image keeps its name. An existing file is replaced.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.

        Returns:
            The path of the file.

        Raises:
            NotFoundError: No image has this path.
            InvalidAnswerError: The response is not an image, such as the page of a network that blocks the server.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: `kind` or `size` is unknown, both `width` and `size` are passed, or `path` is not an
                image's path.
            OSError: The file cannot be written. If its folder is missing, this is raised before a request is sent.

        https://developer.themoviedb.org/docs/image-basics
        """
        url = image_url(self._server.download_settings, path, kind, width=width, size=size)
        file_path = target_file(target, path.removeprefix("/"))
        write_file(file_path, await self._requester.download(url))
        return file_path

    async def read(
        self, path: str, kind: types.ImageKindLike, *, width: int | None = None, size: str | None = None
    ) -> bytes:
        """Download an image into memory, from the same server as `download`.

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            kind: Kind of the image.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.

        Returns:
            The image's bytes.

        Raises:
            NotFoundError: No image has this path.
            InvalidAnswerError: The response is not an image, such as the page of a network that blocks the server.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: `kind` or `size` is unknown, both `width` and `size` are passed, or `path` is not an
                image's path.

        https://developer.themoviedb.org/docs/image-basics
        """
        url = image_url(self._server.download_settings, path, kind, width=width, size=size)
        return await self._requester.download(url)
