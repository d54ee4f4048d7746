"""TMDB's configuration: image sizes, countries, languages, jobs and time zones."""

from __future__ import annotations

from msgspec.structs import replace

from tmdb_facade.testing.catalogue.reference import Country
from tmdb_facade.testing.protocol.language import Locale
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .list_rows import language


def details(context: RequestContext) -> JSONObject:
    """Return the image server, the image sizes and the keys of changes."""
    configuration = context.catalogue.configuration
    images = configuration.images
    if context.images_url is not None:
        images = replace(images, base_url=context.images_url, secure_base_url=context.images_url)
    return {"change_keys": configuration.change_keys, "images": images}


def countries(context: RequestContext) -> list[JSONObject]:
    """Return all countries."""
    return [country_row(one, context.locale) for one in context.catalogue.countries.values()]


def country_row(country: Country, locale: Locale) -> JSONObject:
    """Return the row of a country. Its `native_name` is the one in the request's language."""
    native_name = country.names.get(locale.language, country.native_name)
    return {"iso_3166_1": country.code, "english_name": country.english_name, "native_name": native_name}


def jobs(context: RequestContext) -> list[JSONObject]:
    """Return the jobs of each department."""
    return [{"department": one.name, "jobs": one.jobs} for one in context.catalogue.departments]


def languages(context: RequestContext) -> list[JSONObject]:
    """Return all languages."""
    return [language(one) for one in context.catalogue.languages.values()]


def primary_translations(context: RequestContext) -> list[str]:
    """Return the languages that most titles are translated into."""
    return list(context.catalogue.configuration.primary_translations)


def timezones(context: RequestContext) -> list[JSONObject]:
    """Return the time zones of each country that has any."""
    return [{"iso_3166_1": one.code, "zones": one.zones} for one in context.catalogue.countries.values() if one.zones]


ROUTES = (
    Route("GET", "/3/configuration", details, appends=True, leniency="configuration_append"),
    Route("GET", "/3/configuration/countries", countries),
    Route("GET", "/3/configuration/jobs", jobs),
    Route("GET", "/3/configuration/languages", languages),
    Route("GET", "/3/configuration/primary_translations", primary_translations),
    Route("GET", "/3/configuration/timezones", timezones),
)
