"""What answers about films, series, seasons, episodes and people have in common: pictures, videos, offers, texts, edits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from tmdb_facade.errors import TMDBCode

from .call import Call, JSONObject
from .catalogue import Catalogue
from .catalogue.records import Change, ChangedValue, Movie, Offers, Picture, Review, Show, Translation, Video
from .errors import Refusal
from .language import best_first, languages_shown
from .paging import page
from .state import KeptList
from .state.records import key_of

LONGEST_RANGE = timedelta(days=14)
# Before the first one Python knows no day.
_SECOND_DAY = date(1, 1, 2)


def pictures(call: Call, held: Iterable[Picture]) -> list[JSONObject]:
    """Pictures, best first: all of them, or those of the languages that the request names."""
    # Other than everywhere else, no `language` does not mean English here.
    asked = call.locale.language if call.query.get("language") else None
    shown = languages_shown(asked, call.words("include_image_language"))
    return [picture_row(picture) for picture in best_first(held) if shown is None or picture.language in shown]


def picture_row(picture: Picture) -> JSONObject:
    """A picture in a list."""
    return {
        "aspect_ratio": round(picture.width / picture.height, 3),
        "height": picture.height,
        "iso_3166_1": picture.country,
        "iso_639_1": picture.language,
        "file_path": picture.path,
        "vote_average": picture.vote_average,
        "vote_count": picture.vote_count,
        "width": picture.width,
    }


def videos(call: Call, number: int, held: Iterable[Video]) -> JSONObject:
    """Trailers and the like, of one language unless `include_video_language` names others."""
    shown = languages_shown(call.locale.language, call.words("include_video_language"))
    return {
        "id": number,
        "results": [_video(video) for video in held if shown is None or video.language in shown],
    }


def offers(call: Call, number: int, page_path: str, held: Mapping[str, Offers]) -> JSONObject:
    """Who shows, lends or sells something, by country; a way to watch that nobody offers is not there.

    Args:
        call: The request.
        number: The id of what is offered.
        page_path: Where TMDB's site shows it, as in `movie/550-fight-club`.
        held: The offers by country.
    """
    link = f"https://www.themoviedb.org/{page_path}/watch?locale="
    return {
        "id": number,
        "results": {country: {"link": link + country, **_ways(one, call.catalogue)} for country, one in held.items()},
    }


def slug(name: str) -> str:
    """A name as it stands in addresses: `Fight Club` is `fight-club`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def translations(
    call: Call, number: int, held: Iterable[Translation], data: Callable[[Translation], JSONObject]
) -> JSONObject:
    """The texts in all languages, in the order of the languages."""
    languages = call.catalogue.languages
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


def changes(call: Call, held: Iterable[Change]) -> JSONObject:
    """The edits of a range of at most 14 days; the last day's when no range is given.

    Raises:
        Refusal: The range is too long (422, code 20).
    """
    shown: list[JSONObject] = []
    start, end = change_range(call)
    for change in held:
        items = [item for item in change.items if start <= item.day <= end]
        if items:
            shown.append({"key": change.key, "items": [_changed(item) for item in items]})
    return {"changes": shown}


def change_range(call: Call) -> tuple[date, date]:
    """Read the days of a request for changes; without them, the last day on which something was edited.

    Raises:
        Refusal: The range is too long (422, code 20).
    """
    end = call.day("end_date") or call.catalogue.last_edited or datetime.now(UTC).date()
    start = call.day("start_date") or max(end, _SECOND_DAY) - timedelta(days=1)
    if end - start > LONGEST_RANGE:
        raise Refusal.of(TMDBCode.INVALID_DATE_RANGE)
    return start, end


def changed_within(held: Iterable[Change], start: date, end: date) -> bool:
    """Whether something was edited on one of the days."""
    return any(start <= item.day <= end for change in held for item in change.items)


def user_lists(call: Call, kind: str, number: int) -> JSONObject:
    """A page of the public lists of users that hold a film or series."""
    key = key_of(kind, number)
    held_by = [kept for kept in call.state.data.lists.values() if kept.public and key in kept.items]
    return {"id": number, **page(call, held_by, user_list_row)}


def user_list_row(kept: KeptList) -> JSONObject:
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


def reviews(call: Call, title: Movie | Show) -> JSONObject:
    """A page of the reviews in the request's language."""
    written = [review for review in title.reviews if review.language == call.locale.language]
    return {"id": title.id, **page(call, written, review_row)}


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
