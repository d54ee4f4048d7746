"""Images, videos, watch providers, translations, lists and reviews of any record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import (
    CountryProviders,
    Episode,
    Image,
    Movie,
    Review,
    Season,
    Series,
    TranslatedText,
    Video,
)
from tmdb_facade.testing.protocol.language import best_first, languages_shown
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.state.records import UserList, key_of

from .list_rows import fields
from .paging import page


def images(context: RequestContext, records: Iterable[Image], *, any_language: bool = False) -> list[JSONObject]:
    """Return images, best first, filtered by the requested languages.

    Args:
        context: The request.
        records: The images.
        any_language: Whether `language` does not limit them.
    """
    # Unlike in other operations, a missing `language` does not mean English.
    language = None if any_language or not context.query.get("language") else context.locale.language
    shown = languages_shown(language, context.comma_list("include_image_language"))
    return [image_row(image) for image in best_first(records) if shown is None or image.language in shown]


def title_images(context: RequestContext, title: Movie | Series) -> JSONObject:
    """Return the backdrops, logos and posters of a movie or series."""
    return {
        "id": title.id,
        "backdrops": images(context, title.backdrops),
        "logos": images(context, title.logos),
        "posters": images(context, title.posters),
    }


def image_row(image: Image) -> JSONObject:
    """Return the row of an image."""
    return {
        **fields(image, "height", "vote_average", "vote_count", "width"),
        "aspect_ratio": round(image.width / image.height, 3),
        "iso_3166_1": image.country,
        "iso_639_1": image.language,
        "file_path": image.path,
    }


def videos(context: RequestContext, record: Movie | Series | Season | Episode) -> JSONObject:
    """Return the videos of the request's language, or of those in `include_video_language`."""
    shown = languages_shown(context.locale.language, context.comma_list("include_video_language"))
    return {
        "id": record.id,
        "results": [_video(video) for video in record.videos if shown is None or video.language in shown],
    }


def watch_providers(
    context: RequestContext, number: int, page_path: str, by_country: Mapping[str, CountryProviders]
) -> JSONObject:
    """Return watch providers by country; offer types without providers have no key.

    Args:
        context: The request.
        number: The id of the title or season.
        page_path: The path of its page on TMDB's site, such as `movie/550-fight-club`.
        by_country: The providers by country.
    """
    link = f"https://www.themoviedb.org/{page_path}/watch?locale="
    return {
        "id": number,
        "results": {
            country: {"link": link + country, **_by_type(one, country, context.catalogue)}
            for country, one in by_country.items()
        },
    }


def title_watch_providers(context: RequestContext, title: Movie | Series) -> JSONObject:
    """Return the watch providers of a movie or series by country."""
    return watch_providers(context, title.id, title_page(title), title.watch_providers)


def title_page(title: Movie | Series) -> str:
    """Return the path of a title's page on TMDB's site."""
    kind, name = ("movie", title.original_title) if isinstance(title, Movie) else ("tv", title.original_name)
    return f"{kind}/{title.id}-{slug(name)}"


def slug(name: str) -> str:
    """Return a name as used in URLs: `Fight Club` becomes `fight-club`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def translations(
    context: RequestContext, number: int, texts: Iterable[TranslatedText], data: Callable[[TranslatedText], JSONObject]
) -> JSONObject:
    """Return the translations: American English first, the others by language."""
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
            for text in sorted(texts, key=_place)
        ],
    }


def _place(text: TranslatedText) -> tuple[bool, str, str]:
    return (text.language, text.country) != ("en", "US"), text.language, text.country


def user_lists(context: RequestContext, title: Movie | Series) -> JSONObject:
    """Return a page of the public user lists that have a movie or series."""
    key = key_of("movie" if isinstance(title, Movie) else "tv", title.id)
    containing = [
        user_list for user_list in context.state.data.lists.values() if user_list.public and key in user_list.items
    ]

    def row(user_list: UserList) -> JSONObject:
        row = {**user_list_row(user_list), "iso_3166_1": user_list.country}
        if isinstance(title, Series):
            del row["list_type"]
        return row

    return {"id": title.id, **page(context, containing, row)}


def user_list_row(user_list: UserList) -> JSONObject:
    """Return the row of a user list in v3. Only the lists of a title have a country."""
    row = {**list_fields(user_list), "favorite_count": user_list.favorite_count, "list_type": "movie"}
    del row["iso_3166_1"]
    return row


def list_fields(user_list: UserList) -> JSONObject:
    """Return the fields of a user list that all its answers share."""
    return {
        **fields(user_list, "description", "id", "name", "poster_path"),
        "item_count": len(user_list.items),
        "iso_639_1": user_list.language,
        "iso_3166_1": user_list.country,
    }


def reviews(context: RequestContext, title: Movie | Series) -> JSONObject:
    """Return a page of the reviews in the request's language."""
    found = [review for review in title.reviews if review.language == context.locale.language]
    return {"id": title.id, **page(context, found, review_row)}


def review_row(review: Review) -> JSONObject:
    """Return the row of a review."""
    return {
        **fields(review, "author", "content", "created_at", "id", "updated_at"),
        "author_details": {
            **fields(review, "username", "rating", "avatar_path"),
            "name": review.author if review.author != review.username else "",
        },
        "url": f"https://www.themoviedb.org/review/{review.id}",
    }


def _video(video: Video) -> JSONObject:
    return {
        **fields(video, "name", "key", "published_at", "site", "size", "type", "official", "id"),
        "iso_639_1": video.language,
        "iso_3166_1": video.country,
    }


def _by_type(one: CountryProviders, country: str, catalogue: Catalogue) -> JSONObject:
    return {
        offer_type: [_provider(number, country, catalogue) for number in numbers]
        for offer_type, numbers in one.by_type().items()
    }


def _provider(number: int, country: str, catalogue: Catalogue) -> JSONObject:
    provider = catalogue.providers[number]
    return {
        "display_priority": provider.display_priorities.get(country, provider.display_priority),
        "logo_path": provider.logo_path,
        "provider_id": provider.id,
        "provider_name": provider.name,
    }
