# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from .. import unions
from ..runtime.model import Model
from ..runtime.unions import Unions


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TaggedImage(Model):
    """An image of a title with the person tagged in it."""

    aspect_ratio: float
    """Width divided by height."""

    file_path: str
    """Path of the image, to be appended to an image base URL and a size."""

    height: int
    """Height of the original in pixels."""

    id: str
    """TMDB's id of the image."""

    image_type: str
    """Kind of image, such as `poster`, `backdrop` or `still`."""

    iso_3166_1: str | None = None
    """ISO 3166-1 code of the image's region; null if the image has no text. Returned since 2025."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the language of the text in the image; null if the image has no text."""

    media: TaggedMedia
    """The title of the image."""

    media_type: str
    """Media type of the title: `movie`, `tv`, `season` or `episode`."""

    vote_average: float
    """Average user rating from 0 to 10."""

    vote_count: int
    """Number of user ratings."""

    width: int
    """Width of the original in pixels."""

    __unions__: ClassVar[Unions] = {
        "media": unions.TAGGED_MEDIA,
    }

    def __attrs_post_init__(self) -> None:
        self.media = unions.TAGGED_MEDIA.one(self.media)


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
if TYPE_CHECKING:
    from .tagged_media import TaggedMedia
else:
    # The decoder leaves entries of these undecoded; `__attrs_post_init__` reads them by their tag.
    from msgspec import Raw as TaggedMedia
