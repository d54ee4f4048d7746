"""What answers about films, series, seasons, episodes and people have in common: pictures, videos, offers, texts, edits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import (
    ChangedValue,
    FieldChanges,
    Image,
    Movie,
    Offers,
    Review,
    Series,
    TranslatedText,
    Video,
)
from tmdb_facade.testing.protocol.language import best_first, languages_shown
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.state import UserList
from tmdb_facade.testing.state.records import key_of

from .paging import page

LONGEST_RANGE = timedelta(days=14)
# Before the first one Python knows no day.
_SECOND_DAY = date(1, 1, 2)


def images(context: RequestContext, held: Iterable[Image]) -> list[JSONObject]:
    """Pictures, best first: all of them, or those of the languages that the request names."""
    # Other than everywhere else, no `language` does not mean English here.
    asked = context.locale.language if context.query.get("language") else None
    shown = languages_shown(asked, context.words("include_image_language"))
    return [image_row(image) for image in best_first(held) if shown is None or image.language in shown]


def image_row(image: Image) -> JSONObject:
    """A picture in a list."""
    return {
        "aspect_ratio": round(image.width / image.height, 3),
        "height": image.height,
        "iso_3166_1": image.country,
        "iso_639_1": image.language,
        "file_path": image.path,
        "vote_average": image.vote_average,
        "vote_count": image.vote_count,
        "width": image.width,
    }


def videos(context: RequestContext, number: int, held: Iterable[Video]) -> JSONObject:
    """Trailers and the like, of one language unless `include_video_language` names others."""
    shown = languages_shown(context.locale.language, context.words("include_video_language"))
    return {
        "id": number,
        "results": [_video(video) for video in held if shown is None or video.language in shown],
    }


def offers(context: RequestContext, number: int, page_path: str, held: Mapping[str, Offers]) -> JSONObject:
    """Who shows, lends or sells something, by country; a way to watch that nobody offers is not there.

    Args:
        context: The request.
        number: The id of what is offered.
        page_path: Where TMDB's site shows it, as in `movie/550-fight-club`.
        held: The offers by country.
    """
    link = f"https://www.themoviedb.org/{page_path}/watch?locale="
    return {
        "id": number,
        "results": {
            country: {"link": link + country, **_ways(one, context.catalogue)} for country, one in held.items()
        },
    }


def slug(name: str) -> str:
    """A name as it stands in addresses: `Fight Club` is `fight-club`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def translations(
    context: RequestContext, number: int, held: Iterable[TranslatedText], data: Callable[[TranslatedText], JSONObject]
) -> JSONObject:
    """The texts in all languages, in the order of the languages."""
    languages = context.catalogue.languages
    return {
        "id": number,
        "translations": [
            {
                "iso_3166_1": text.country,
                "iso_639_1": text.language,
                "name": languages[text.language].name,
                "english_name": languages[text.language].english_name,
                "data": data(text),
            }
            for text in sorted(held, key=lambda text: (text.language, text.country))
        ],
    }


def changes(context: RequestContext, held: Iterable[FieldChanges]) -> JSONObject:
    """The edits of a range of at most 14 days; the last day's when no range is given.

    Raises:
        Refusal: The range is too long (422, code 20).
    """
    shown: list[JSONObject] = []
    start, end = change_range(context)
    for change in held:
        items = [item for item in change.items if start <= item.day <= end]
        if items:
            shown.append({"key": change.key, "items": [_changed(item) for item in items]})
    return {"changes": shown}


def change_range(context: RequestContext) -> tuple[date, date]:
    """Read the days of a request for changes; without them, the last day on which something was edited.

    Raises:
        Refusal: The range is too long (422, code 20).
    """
    end = context.day("end_date") or context.catalogue.last_edited or datetime.now(UTC).date()
    start = context.day("start_date") or max(end, _SECOND_DAY) - timedelta(days=1)
    if end - start > LONGEST_RANGE:
        raise Refusal.of(TMDBCode.INVALID_DATE_RANGE)
    return start, end


def changed_within(held: Iterable[FieldChanges], start: date, end: date) -> bool:
    """Whether something was edited on one of the days."""
    return any(start <= item.day <= end for change in held for item in change.items)


def user_lists(context: RequestContext, kind: str, number: int) -> JSONObject:
    """A page of the public lists of users that hold a film or series."""
    key = key_of(kind, number)
    held_by = [kept for kept in context.state.data.lists.values() if kept.public and key in kept.items]
    return {"id": number, **page(context, held_by, user_list_row)}


def user_list_row(kept: UserList) -> JSONObject:
    """A user's list in a list of lists."""
    return {
        "description": kept.description,
        "favorite_count": kept.favorite_count,
        "id": kept.id,
        "item_count": len(kept.items),
        "iso_639_1": kept.language,
        "iso_3166_1": kept.country,
        "list_type": "movie",
        "name": kept.name,
        "poster_path": None,
    }


def reviews(context: RequestContext, title: Movie | Series) -> JSONObject:
    """A page of the reviews in the request's language."""
    written = [review for review in title.reviews if review.language == context.locale.language]
    return {"id": title.id, **page(context, written, review_row)}


def review_row(review: Review) -> JSONObject:
    """A review in a list."""
    return {
        "author": review.author,
        "author_details": {
            "name": review.author if review.author != review.username else "",
            "username": review.username,
            "avatar_path": None,
            "rating": review.rating,
        },
        "content": review.content,
        "created_at": review.created_at,
        "id": review.id,
        "updated_at": review.updated_at,
        "url": f"https://www.themoviedb.org/review/{review.id}",
    }


def _video(video: Video) -> JSONObject:
    return {
        "iso_639_1": video.language,
        "iso_3166_1": video.country,
        "name": video.name,
        "key": video.key,
        "published_at": video.published_at,
        "site": video.site,
        "size": video.size,
        "type": video.type,
        "official": video.official,
        "id": video.id,
    }


def _ways(one: Offers, catalogue: Catalogue) -> JSONObject:
    return {way: [_provider(number, catalogue) for number in held] for way, held in one.by_way().items()}


def _provider(number: int, catalogue: Catalogue) -> JSONObject:
    provider = catalogue.providers[number]
    return {
        "logo_path": provider.logo_path,
        "provider_id": provider.id,
        "provider_name": provider.name,
        "display_priority": provider.display_priority,
    }


def _changed(item: ChangedValue) -> JSONObject:
    changed: JSONObject = {
        "id": item.id,
        "action": item.action,
        "time": item.time,
        "iso_639_1": item.language,
        "iso_3166_1": item.country,
    }
    if item.value is not None:
        changed["value"] = item.value
    if item.original_value is not None:
        changed["original_value"] = item.original_value
    return changed
