# Made from tmdb_facade/_async/resources/image_kinds.py by `make sync`: edit that file, never this one.
"""URLs of images of one kind."""

from __future__ import annotations

from typing import overload

from tmdb_facade import types
from tmdb_facade._core.images import shown_image_url
from tmdb_facade._sync.image_server import ImageServer
from tmdb_facade._sync.requester import Requester
from tmdb_facade._sync.resources.base import Resource


class ImageKindsResource(Resource):
    """The methods of `tmdb.images` for the URL of an image of one kind."""

    def __init__(self, requester: Requester) -> None:
        super().__init__(requester)
        self._server = ImageServer(requester)

    def _url(self, path: str | None, kind: str, width: int | None, size: str | None, default: str | None) -> str | None:
        return shown_image_url(self._server.settings, path, kind, width=width, size=size, default=default)

    @overload
    def poster(
        self,
        path: str,
        *,
        width: int | None = None,
        size: types.PosterSizeLike | None = None,
        default: str | None = None,
    ) -> str: ...
    @overload
    def poster(
        self, path: None, *, width: int | None = None, size: types.PosterSizeLike | None = None, default: None = None
    ) -> None: ...
    @overload
    def poster(
        self, path: str | None, *, width: int | None = None, size: types.PosterSizeLike | None = None, default: str
    ) -> str: ...
    def poster(
        self,
        path: str | None,
        *,
        width: int | None = None,
        size: types.PosterSizeLike | None = None,
        default: str | None = None,
    ) -> str | None:
        """Build the URL of a poster of a movie, TV series, season or collection.

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.
            default: URL of a stand-in image for a path that is `None` or empty; it is returned unchanged.

        Returns:
            The URL, or `default` if `path` is `None` or empty. Without width and size it is that of the original.

        Raises:
            InvalidArgumentError: `size` is unknown, both `width` and `size` are passed, or `path` is not an image's
                path.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self._url(path, "poster", width, size, default)

    @overload
    def backdrop(
        self,
        path: str,
        *,
        width: int | None = None,
        size: types.BackdropSizeLike | None = None,
        default: str | None = None,
    ) -> str: ...
    @overload
    def backdrop(
        self, path: None, *, width: int | None = None, size: types.BackdropSizeLike | None = None, default: None = None
    ) -> None: ...
    @overload
    def backdrop(
        self, path: str | None, *, width: int | None = None, size: types.BackdropSizeLike | None = None, default: str
    ) -> str: ...
    def backdrop(
        self,
        path: str | None,
        *,
        width: int | None = None,
        size: types.BackdropSizeLike | None = None,
        default: str | None = None,
    ) -> str | None:
        """Build the URL of a backdrop.

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.
            default: URL of a stand-in image for a path that is `None` or empty; it is returned unchanged.

        Returns:
            The URL, or `default` if `path` is `None` or empty. Without width and size it is that of the original.

        Raises:
            InvalidArgumentError: `size` is unknown, both `width` and `size` are passed, or `path` is not an image's
                path.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self._url(path, "backdrop", width, size, default)

    @overload
    def logo(
        self, path: str, *, width: int | None = None, size: types.LogoSizeLike | None = None, default: str | None = None
    ) -> str: ...
    @overload
    def logo(
        self, path: None, *, width: int | None = None, size: types.LogoSizeLike | None = None, default: None = None
    ) -> None: ...
    @overload
    def logo(
        self, path: str | None, *, width: int | None = None, size: types.LogoSizeLike | None = None, default: str
    ) -> str: ...
    def logo(
        self,
        path: str | None,
        *,
        width: int | None = None,
        size: types.LogoSizeLike | None = None,
        default: str | None = None,
    ) -> str | None:
        """Build the URL of a logo of a movie, TV series, company, network or watch provider.

        The path of an SVG image ends in `.svg`; TMDB does not resize those. Logos of companies and networks also exist
        with the ending `.png`: use that path to select a size.

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.
            default: URL of a stand-in image for a path that is `None` or empty; it is returned unchanged.

        Returns:
            The URL, or `default` if `path` is `None` or empty. Without width and size it is that of the original.

        Raises:
            InvalidArgumentError: `size` is unknown, both `width` and `size` are passed, or `path` is not an image's
                path.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self._url(path, "logo", width, size, default)

    @overload
    def profile(
        self,
        path: str,
        *,
        width: int | None = None,
        size: types.ProfileSizeLike | None = None,
        default: str | None = None,
    ) -> str: ...
    @overload
    def profile(
        self, path: None, *, width: int | None = None, size: types.ProfileSizeLike | None = None, default: None = None
    ) -> None: ...
    @overload
    def profile(
        self, path: str | None, *, width: int | None = None, size: types.ProfileSizeLike | None = None, default: str
    ) -> str: ...
    def profile(
        self,
        path: str | None,
        *,
        width: int | None = None,
        size: types.ProfileSizeLike | None = None,
        default: str | None = None,
    ) -> str | None:
        """Build the URL of a person's profile image.

        Some reviewers have their picture on another server: their path is that address behind a slash
        (`/https://...`), and the URL is the address, without a choice of size.

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.
            default: URL of a stand-in image for a path that is `None` or empty; it is returned unchanged.

        Returns:
            The URL, or `default` if `path` is `None` or empty. Without width and size it is that of the original.

        Raises:
            InvalidArgumentError: `size` is unknown, both `width` and `size` are passed, or `path` is not an image's
                path.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self._url(path, "profile", width, size, default)

    @overload
    def still(
        self,
        path: str,
        *,
        width: int | None = None,
        size: types.StillSizeLike | None = None,
        default: str | None = None,
    ) -> str: ...
    @overload
    def still(
        self, path: None, *, width: int | None = None, size: types.StillSizeLike | None = None, default: None = None
    ) -> None: ...
    @overload
    def still(
        self, path: str | None, *, width: int | None = None, size: types.StillSizeLike | None = None, default: str
    ) -> str: ...
    def still(
        self,
        path: str | None,
        *,
        width: int | None = None,
        size: types.StillSizeLike | None = None,
        default: str | None = None,
    ) -> str | None:
        """Build the URL of a still of an episode.

        Args:
            path: Path of the image in TMDB's answers, such as `/abc.jpg`.
            width: Width in pixels: selects the smallest size that is at least as wide, or else the original.
            size: Name of a size, instead of a width; `sizes` lists them.
            default: URL of a stand-in image for a path that is `None` or empty; it is returned unchanged.

        Returns:
            The URL, or `default` if `path` is `None` or empty. Without width and size it is that of the original.

        Raises:
            InvalidArgumentError: `size` is unknown, both `width` and `size` are passed, or `path` is not an image's
                path.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self._url(path, "still", width, size, default)
