"""What there is to see of a film: pictures, videos, and who shows it."""

from __future__ import annotations

import re

from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import Movie, Offers, Picture, Video
from tmdb_facade.testing.language import best_first, languages_shown


def images(call: Call) -> JSONObject:
    """The pictures, best first: all of them, or those of the languages that the request names."""
    movie = call.movie()
    # Other than everywhere else, no `language` does not mean English here.
    asked = call.locale.language if call.query.get("language") else None
    shown = languages_shown(asked, call.words("include_image_language"))

    def listed(pictures: tuple[Picture, ...]) -> list[JSONObject]:
        return [_image(picture) for picture in best_first(pictures) if shown is None or picture.language in shown]

    return {
        "id": movie.id,
        "backdrops": listed(movie.backdrops),
        "logos": listed(movie.logos),
        "posters": listed(movie.posters),
    }


def videos(call: Call) -> JSONObject:
    """Trailers and the like, of one language unless `include_video_language` names others."""
    movie = call.movie()
    shown = languages_shown(call.locale.language, call.words("include_video_language"))
    return {
        "id": movie.id,
        "results": [_video(video) for video in movie.videos if shown is None or video.language in shown],
    }


def watch_providers(call: Call) -> JSONObject:
    """Who shows, lends or sells the film, by country; a way to watch that nobody offers is not there."""
    movie = call.movie()
    return {
        "id": movie.id,
        "results": {
            country: _offers(movie, country, offers, call.catalogue)
            for country, offers in movie.watch_providers.items()
        },
    }


def _image(picture: Picture) -> JSONObject:
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


def _offers(movie: Movie, country: str, offers: Offers, catalogue: Catalogue) -> JSONObject:
    slug = re.sub(r"[^a-z0-9]+", "-", movie.original_title.lower()).strip("-")
    shown: JSONObject = {"link": f"https://www.themoviedb.org/movie/{movie.id}-{slug}/watch?locale={country}"}
    ways = {
        "flatrate": offers.flatrate,
        "free": offers.free,
        "ads": offers.ads,
        "rent": offers.rent,
        "buy": offers.buy,
    }
    for way, providers in ways.items():
        if providers:
            shown[way] = [_provider(provider, catalogue) for provider in providers]
    return shown


def _provider(number: int, catalogue: Catalogue) -> JSONObject:
    provider = catalogue.providers[number]
    return {
        "logo_path": provider.logo_path,
        "provider_id": provider.id,
        "provider_name": provider.name,
        "display_priority": provider.display_priority,
    }
