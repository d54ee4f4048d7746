# Made from tmdb_facade/_async/resources/images.py by `make sync`: edit that file, never this one.
"""Images: their URLs, and the images themselves."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, overload

from tmdb_facade._core.answer.downloads import target_file, whole_file
from tmdb_facade._core.images import image_url, sizes_of
from tmdb_facade._sync.image_server import ImageServer
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path

    from tmdb_facade._core.images import BackdropSize, ImageKind, LogoSize, PosterSize, ProfileSize, StillSize
    from tmdb_facade._sync.requester import Requester


class ImagesResource(Resource):
    """Images: `tmdb.images`.

    TMDB's models hold paths (`film.poster_path`); these methods make URLs of them, and fetch what is there. The URLs are
    made without asking anybody, by the server and the sizes that TMDB has had for years, or by those of its
    configuration once `load` was called. TMDB's image server needs no credential and is sent none. A client of a server on
    this machine, such as an embedded TMDB, fetches images from that server.
    """

    def __init__(self, requester: Requester) -> None:
        super().__init__(requester)
        self._server = ImageServer(requester)

    def load(self) -> None:
        """Take the server and the sizes of images from TMDB's configuration from now on.

        It is asked for once, however often and from wherever this is called.

        Raises:
            TMDBError: TMDB gave no answer, or an error; URLs are made as before then.

        https://developer.themoviedb.org/reference/configuration-details
        """
        self._server.load()

    def sizes(self, kind: ImageKind) -> tuple[str, ...]:
        """List the sizes that there are.

        Args:
            kind: What the images are.

        Returns:
            The sizes: `w500` is a width and `h632` a height in pixels, `original` is as it was uploaded.

        Raises:
            ValueError: There are no images of this kind.

        https://developer.themoviedb.org/docs/image-basics
        """
        return tuple(sizes_of(self._server.current, kind))

    @overload
    def url(self, path: str, kind: ImageKind, *, width: int | None = None, size: str | None = None) -> str: ...
    @overload
    def url(self, path: None, kind: ImageKind, *, width: int | None = None, size: str | None = None) -> None: ...
    def url(
        self, path: str | None, kind: ImageKind, *, width: int | None = None, size: str | None = None
    ) -> str | None:
        """Make the URL of an image of any kind.

            tmdb.images.url(film.poster_path, "poster", width=500)

        Args:
            path: The path that TMDB gives, as in `/abc.jpg`; `None` where there is no image.
            kind: What the image is; it decides which sizes there are.
            width: How wide it is to be, in pixels: the nearest size is taken that is not narrower, else the original.
            size: One of the `sizes`, in the place of a width.

        Returns:
            The URL, of the original when neither width nor size is given; `None` where there is no image. An svg comes
            as it is whatever the size: TMDB does not resize those.

        Raises:
            ValueError: There is no such kind or size, both width and size are given, or the path is none of an image.

        https://developer.themoviedb.org/docs/image-basics
        """
        return None if path is None else image_url(self._server.current, path, kind, width=width, size=size)

    @overload
    def poster(self, path: str, *, width: int | None = None, size: PosterSize | None = None) -> str: ...
    @overload
    def poster(self, path: None, *, width: int | None = None, size: PosterSize | None = None) -> None: ...
    def poster(self, path: str | None, *, width: int | None = None, size: PosterSize | None = None) -> str | None:
        """Make the URL of one of the posters of films, series, seasons and collections.

        Args:
            path: The path that TMDB gives as `poster_path` or `file_path`; `None` where there is no image.
            width: How wide it is to be, in pixels: the nearest size is taken that is not narrower, else the original.
            size: The size, in the place of a width.

        Returns:
            The URL, of the original when neither width nor size is given; `None` where there is no image.

        Raises:
            ValueError: There is no such size, both width and size are given, or the path is none of an image.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self.url(path, "poster", width=width, size=size)

    @overload
    def backdrop(self, path: str, *, width: int | None = None, size: BackdropSize | None = None) -> str: ...
    @overload
    def backdrop(self, path: None, *, width: int | None = None, size: BackdropSize | None = None) -> None: ...
    def backdrop(self, path: str | None, *, width: int | None = None, size: BackdropSize | None = None) -> str | None:
        """Make the URL of one of the backdrops.

        Args:
            path: The path that TMDB gives as `backdrop_path` or `file_path`; `None` where there is no image.
            width: How wide it is to be, in pixels: the nearest size is taken that is not narrower, else the original.
            size: The size, in the place of a width.

        Returns:
            The URL, of the original when neither width nor size is given; `None` where there is no image.

        Raises:
            ValueError: There is no such size, both width and size are given, or the path is none of an image.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self.url(path, "backdrop", width=width, size=size)

    @overload
    def logo(self, path: str, *, width: int | None = None, size: LogoSize | None = None) -> str: ...
    @overload
    def logo(self, path: None, *, width: int | None = None, size: LogoSize | None = None) -> None: ...
    def logo(self, path: str | None, *, width: int | None = None, size: LogoSize | None = None) -> str | None:
        """Make the URL of one of the logos of films, series, companies, networks and watch providers.

        A path that ends in `.svg` is given as it is. TMDB has each company's and network's logo as `.png` too, so that is
        the path to give where a size matters.

        Args:
            path: The path that TMDB gives as `logo_path` or `file_path`; `None` where there is no image.
            width: How wide it is to be, in pixels: the nearest size is taken that is not narrower, else the original.
            size: The size, in the place of a width.

        Returns:
            The URL, of the original when neither width nor size is given; `None` where there is no image.

        Raises:
            ValueError: There is no such size, both width and size are given, or the path is none of an image.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self.url(path, "logo", width=width, size=size)

    @overload
    def profile(self, path: str, *, width: int | None = None, size: ProfileSize | None = None) -> str: ...
    @overload
    def profile(self, path: None, *, width: int | None = None, size: ProfileSize | None = None) -> None: ...
    def profile(self, path: str | None, *, width: int | None = None, size: ProfileSize | None = None) -> str | None:
        """Make the URL of one of the portraits of people.

        Args:
            path: The path that TMDB gives as `profile_path` or `file_path`; `None` where there is no image.
            width: How wide it is to be, in pixels: the nearest size is taken that is not narrower, else the original.
            size: The size, in the place of a width.

        Returns:
            The URL, of the original when neither width nor size is given; `None` where there is no image.

        Raises:
            ValueError: There is no such size, both width and size are given, or the path is none of an image.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self.url(path, "profile", width=width, size=size)

    @overload
    def still(self, path: str, *, width: int | None = None, size: StillSize | None = None) -> str: ...
    @overload
    def still(self, path: None, *, width: int | None = None, size: StillSize | None = None) -> None: ...
    def still(self, path: str | None, *, width: int | None = None, size: StillSize | None = None) -> str | None:
        """Make the URL of one of the stills of episodes.

        Args:
            path: The path that TMDB gives as `still_path` or `file_path`; `None` where there is no image.
            width: How wide it is to be, in pixels: the nearest size is taken that is not narrower, else the original.
            size: The size, in the place of a width.

        Returns:
            The URL, of the original when neither width nor size is given; `None` where there is no image.

        Raises:
            ValueError: There is no such size, both width and size are given, or the path is none of an image.

        https://developer.themoviedb.org/docs/image-basics
        """
        return self.url(path, "still", width=width, size=size)

    def download(
        self,
        path: str,
        kind: ImageKind,
        target: str | PathLike[str],
        *,
        width: int | None = None,
        size: str | None = None,
    ) -> Path:
        """Save an image as a file.

        It is written part by part under a temporary name beside the target, which it takes when it is whole: at no
        time is there half an image under that name. What fails for the moment, halfway too, is asked for again, as
        often as the client's `max_retries` says.

        A client whose `base_url` leads to this machine, as to an embedded TMDB, fetches the image from that server in the
        place of TMDB's image server; `url` names TMDB's all the same.

        Args:
            path: The path that TMDB gives, as in `/abc.jpg`.
            kind: What the image is.
            target: The file to write, or a folder, where the image keeps its name. A file that is there is replaced.
            width: How wide the image is to be, in pixels, as `url` takes it.
            size: One of the `sizes`, in the place of a width.

        Returns:
            The path of the file.

        Raises:
            NotFoundError: There is no such image.
            InvalidAnswerError: Something else came in its place, as a page that a network shows for what it blocks.
            TMDBError: The image server gave no answer, or another error.
            ValueError: There is no such kind or size, both width and size are given, or the path is none of an image.
            OSError: The file cannot be written, or its folder is not there, which is told before anything is sent.

        https://developer.themoviedb.org/docs/image-basics
        """
        url = image_url(self._server.fetched, path, kind, width=width, size=size)
        file_path = target_file(target, path.removeprefix("/"))
        with whole_file(file_path) as file:
            self._requester.download(url, file)
        return file_path

    def read(self, path: str, kind: ImageKind, *, width: int | None = None, size: str | None = None) -> bytes:
        """Fetch an image into memory, from where `download` fetches it.

        Args:
            path: The path that TMDB gives, as in `/abc.jpg`.
            kind: What the image is.
            width: How wide the image is to be, in pixels, as `url` takes it.
            size: One of the `sizes`, in the place of a width.

        Returns:
            The image's file.

        Raises:
            NotFoundError: There is no such image.
            InvalidAnswerError: Something else came in its place, as a page that a network shows for what it blocks.
            TMDBError: The image server gave no answer, or another error.
            ValueError: There is no such kind or size, both width and size are given, or the path is none of an image.

        https://developer.themoviedb.org/docs/image-basics
        """
        image = BytesIO()
        self._requester.download(image_url(self._server.fetched, path, kind, width=width, size=size), image)
        return image.getvalue()
