"""Choice of one image of a list, by language, size, aspect ratio and votes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from tmdb_facade._core.languages.preferences import LanguageTag, parse_tag, region_distance, tag_of
from tmdb_facade._core.request.validation import check_integer, check_languages, finite_number, invalid
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_bindings.models import Image, Logo, TaggedImage

T = TypeVar("T", bound="Image | Logo | TaggedImage")

# By how much the aspect ratio of an image may differ: uploads are cropped by hand.
_TOLERANCE = 0.05


def best_image(
    images: Iterable[T],
    *,
    languages: Sequence[str | None] | None = None,
    min_width: int | None = None,
    min_height: int | None = None,
    aspect: float | None = None,
) -> T | None:
    """Return the best image that meets all conditions.

    Args:
        images: The images; equally good ones keep their order.
        languages: The languages that the image may have, in order of preference; `None` stands for images without text.
        min_width: Minimum width of the original in pixels.
        min_height: Minimum height of the original in pixels.
        aspect: Width divided by height, within 5 percent.

    Returns:
        The image in the first language that has one, with the highest average vote, then the most votes, then the widest;
        `None` if no image meets the conditions.

    Raises:
        InvalidArgumentError: An argument is of a wrong type or value.
    """
    checked: list[T] = _check_images(images)
    tags = None if languages is None else _tags(languages)
    width = 0 if min_width is None else check_integer("min_width", min_width, 1)
    height = 0 if min_height is None else check_integer("min_height", min_height, 1)
    ratio = None if aspect is None else _check_aspect(aspect)
    ranked = [
        (rank, image)
        for image in checked
        if (image.width or 0) >= width
        and (image.height or 0) >= height
        and (ratio is None or abs((image.aspect_ratio or 0) / ratio - 1) <= _TOLERANCE)
        and (rank := _language_rank(image, tags)) is not None
    ]
    if not ranked:
        return None
    return min(ranked, key=lambda entry: (entry[0], *_by_votes(entry[1])))[1]


def _check_images(images: object) -> list[Any]:
    found: list[object] | None = list(cast("Iterable[object]", images)) if hasattr(images, "__iter__") else None
    if found is None or not all(hasattr(one, "aspect_ratio") for one in found):
        raise invalid("images", "a list of images, such as movie.images.posters", images)
    return found


def _tags(languages: Sequence[str | None]) -> list[LanguageTag]:
    checked = check_languages("languages", languages)
    if not checked:
        raise InvalidArgumentError("languages", "must contain a language, or None for images without text; got []")
    return [parse_tag(language) for language in checked]


def _check_aspect(aspect: float) -> float:
    number = finite_number(aspect)
    if number is None or number <= 0:
        raise invalid("aspect", "width divided by height, such as 2 / 3", aspect)
    return number


def _language_rank(image: Image | Logo | TaggedImage, tags: list[LanguageTag] | None) -> tuple[int, int] | None:
    """Return the position of an image's language, then the distance of its region; `None` for another language."""
    if tags is None:
        return 0, 0
    from tmdb_bindings.models import Logo  # imported here: importing a client imports no models

    # TMDB sends no languages of the logos of companies and networks.
    tag = LanguageTag("") if isinstance(image, Logo) else tag_of(image)
    if tag in tags:
        return tags.index(tag), 0
    near = [position for position, preferred in enumerate(tags) if preferred.language == tag.language]
    return (near[0], region_distance(tag) + 1) if near else None


def _by_votes(image: Image | Logo | TaggedImage) -> tuple[float, int, int]:
    return -(image.vote_average or 0), -(image.vote_count or 0), -(image.width or 0)
