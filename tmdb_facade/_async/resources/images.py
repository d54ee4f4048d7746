"""Image URLs and downloads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import Literal, overload

from tmdb_facade import models, types
from tmdb_facade._async.resources.image_kinds import AsyncImageKindsResource
from tmdb_facade._core.files import target_file, write_file
from tmdb_facade._core.image_choice import T, best_image
from tmdb_facade._core.images import image_url, typed_sizes
from tmdb_facade._core.srcset import srcset


class AsyncImagesResource(AsyncImageKindsResource):
    """Image URLs and downloads: `tmdb.images`.

    TMDB's models contain paths (`movie.poster_path`). The methods here build URLs from them without a request, with the
    image server and the sizes that TMDB has had for years; call `load` to use those of TMDB's configuration instead.
    Downloads send no credentials. A client whose `base_url` is on this machine, such as that of an embedded TMDB,
    downloads from that server.
    """

    _path = "images"

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
        self,
        path: str,
        kind: types.ImageKindLike,
        *,
        width: int | None = None,
        size: str | None = None,
        default: str | None = None,
    ) -> str: ...
    @overload
    def url(
        self,
        path: None,
        kind: types.ImageKindLike,
        *,
        width: int | None = None,
        size: str | None = None,
        default: None = None,
    ) -> None: ...
    @overload
    def url(
        self,
        path: str | None,
        kind: types.ImageKindLike,
        *,
        width: int | None = None,
        size: str | None = None,
        default: str,
    ) -> str: ...
    def url(
        self,
        path: str | None,
        kind: types.ImageKindLike,
        *,
        width: int | None = None,
        size: str | None = None,
        default: str | None = None,
    ) -> str | None:
        """Build the URL of an image of any kind.

            tmdb.images.url(movie.poster_path, "poster", width=500)

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            kind: Kind of the image.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.
            default: URL of a stand-in image for a path that is `None` or empty; it is returned unchanged.

        Returns:
            The URL, or `default` if `path` is `None` or empty. Without width and size it is that of the original. TMDB does not
            resize SVG images, so their URL is always that of the original.

        Raises:
            InvalidArgumentError: `kind` or `size` is unknown, both `width` and `size` are passed, or `path` is not an
                image's path.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self._url(path, kind, width, size, default)

    @overload
    def srcset(
        self, image: models.Image | models.Logo | models.TaggedImage | str, kind: types.ImageKindLike
    ) -> str: ...
    @overload
    def srcset(self, image: None, kind: types.ImageKindLike) -> None: ...
    def srcset(
        self, image: models.Image | models.Logo | models.TaggedImage | str | None, kind: types.ImageKindLike
    ) -> str | None:
        """Build the value of an `srcset` attribute in HTML, from which browsers choose a size.

            tmdb.images.srcset(movie.images.posters[0], "poster")

        Args:
            image: Image of an answer, such as `movie.images.posters[0]`; or only its path, such as `/abc.jpg`.
            kind: Kind of the image.

        Returns:
            The URL of each size with its width in pixels, `https://... 342w, https://... 500w`, the narrowest first, or
            `None` if there is no image or its path is empty. For an image, sizes that are not narrower than the original
            are left out, and the original is listed with its real width; for a path, whose width is unknown, the original
            is left out. It is only a URL for images that TMDB does not resize, such as SVG.

        Raises:
            InvalidArgumentError: `kind` is unknown, or `image` is neither an image nor the path of one.

        https://developer.themoviedb.org/docs/image-basics
        """
        return srcset(self._server.settings, image, kind)

    def best(
        self,
        images: Iterable[T],
        *,
        languages: Sequence[str | None] | None = None,
        min_width: int | None = None,
        min_height: int | None = None,
        aspect: float | None = None,
    ) -> T | None:
        """Choose the best image of a list that meets all conditions.

            tmdb.images.best(movie.images.posters, languages=["de", None], min_width=1000)

        Args:
            images: Images of an answer, such as `movie.images.posters`.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.
            min_width: Minimum width of the original in pixels.
            min_height: Minimum height of the original in pixels.
            aspect: Width divided by height, such as `2 / 3`; images may differ from it by 5 percent.

        Returns:
            The image in the first language that has one: the one with the highest average vote, then the most votes, then
            the widest. `None` if no image meets the conditions.

        Raises:
            InvalidArgumentError: A condition is of a wrong type or value.

        https://developer.themoviedb.org/docs/image-languages
        """
        return best_image(images, languages=languages, min_width=min_width, min_height=min_height, aspect=aspect)

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
