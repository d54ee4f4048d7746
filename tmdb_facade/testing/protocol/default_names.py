"""Names of seasons and episodes in a language, with TMDB's numbered ones for those that lack a translation."""

from __future__ import annotations

from collections.abc import Mapping

from tmdb_facade.testing.catalogue.records import Episode, Season, Series
from tmdb_facade.testing.catalogue.reference import DefaultNames, Language

from .language import Locale, translation

ENGLISH = DefaultNames(season="Season {}", specials="Specials", episode="Episode {}")


def season_name(languages: Mapping[str, Language], series: Series, season: Season, locale: Locale) -> str:
    """Return the name of a season: translated, else its own one in English and the original language, else numbered."""
    kind = "season" if season.number else "specials"
    return translation(season, locale).title or _name(languages, series, season.name, kind, season.number, locale)


def episode_name(languages: Mapping[str, Language], series: Series, episode: Episode, locale: Locale) -> str:
    """Return the name of an episode, as `season_name` does."""
    title = translation(episode, locale).title
    return title or _name(languages, series, episode.name, "episode", episode.number, locale)


def _name(
    languages: Mapping[str, Language], series: Series, own_name: str, kind: str, number: int, locale: Locale
) -> str:
    english = str(getattr(ENGLISH, kind)).format(number)
    if locale.language == "en" or (locale.language == series.original_language and own_name != english):
        return own_name
    language = languages.get(locale.language)
    names = (
        str(getattr(names, kind)).format(number)
        for names in (language.default_names if language else ())
        if names.country in ("", locale.country)
    )
    return next(filter(None, names), english)
