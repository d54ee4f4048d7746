"""The settings, the view and the URLs of the project."""

from __future__ import annotations

import logging
import re
from functools import cache
from pathlib import Path

from django.conf import global_settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language, to_locale
from django.views.decorators.http import require_safe

from tmdb_facade import ATTRIBUTION, TMDB, MovieAppend, NotFoundError, TMDBError, localization

SETTINGS = {
    "ALLOWED_HOSTS": ["127.0.0.1", "localhost"],
    "LANGUAGES": global_settings.LANGUAGES,
    "MIDDLEWARE": [
        "django.middleware.security.SecurityMiddleware",
        "django.middleware.locale.LocaleMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    "ROOT_URLCONF": "examples.django_view.views",
    "TEMPLATES": [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [Path(__file__).parent / "templates"],
        }
    ],
    "USE_I18N": True,
}
logger = logging.getLogger(__name__)


@cache
def tmdb() -> TMDB:
    """Return the client, which all threads of a process share. It is made by the first request, after servers have forked."""
    return TMDB(total_timeout=10)


@require_safe
def movie(request: HttpRequest, movie_id: int) -> HttpResponse:
    """Show a movie, and where to watch it in a country: `/movies/550?country=DE`."""
    country = request.GET.get("country", "US")
    # LocaleMiddleware has chosen among LANGUAGES; TMDB writes regions in capitals.
    language = to_locale(get_language() or "en").replace("_", "-")
    try:
        found = tmdb().movies.details(
            movie_id,
            languages=list(dict.fromkeys([language, "en-US"])),
            append=MovieAppend.CREDITS | MovieAppend.RELEASE_DATES | MovieAppend.WATCH_PROVIDERS,
        )
    except NotFoundError as error:
        raise Http404("TMDB has no movie with this id.") from error
    except TMDBError as error:
        logger.error("movie %s: %s", movie_id, error)
        message = "The movie database does not answer at the moment. Try again in a minute."
        return HttpResponse(message, status=503, content_type="text/plain", headers={"Retry-After": "60"})
    images = tmdb().images
    providers = found.watch_providers.results.get(country)
    context = {
        "movie": found,
        "language": localization(found).sources.get("overview") or "en",
        "cast": found.credits.cast[:8],
        "certification": found.release_dates.certification(country, "US")
        if re.fullmatch("[A-Z]{2}", country)
        else None,
        "country": country,
        "providers": providers,
        "poster": images.poster(found.poster_path, width=342),
        "poster_srcset": images.srcset(found.poster_path, "poster"),
        "attribution": ATTRIBUTION,
    }
    return render(request, "movie.html", context)


urlpatterns = [path("movies/<int:movie_id>", movie)]
