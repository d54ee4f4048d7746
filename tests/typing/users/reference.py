"""Configuration, reference lists and recent changes."""

from __future__ import annotations

import datetime
from typing import assert_type

from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, Pager
from tmdb_facade.models import (
    Certification,
    Certifications,
    Change,
    ChangedItem,
    ChangedItemPage,
    Configuration,
    Country,
    CountryTimezones,
    Genre,
    GenreList,
    ImageConfiguration,
    Job,
    Language,
    WatchProviderList,
    WatchProviderRegions,
)
from tmdb_facade.types import JSONValue


def sync_client(tmdb: TMDB) -> None:
    """Check the types of reference lists and changes."""
    assert_type(tmdb.configuration.details(), Configuration)
    assert_type(tmdb.configuration.details().images, ImageConfiguration)
    assert_type(tmdb.configuration.countries(), list[Country])
    assert_type(tmdb.configuration.jobs(), list[Job])
    assert_type(tmdb.configuration.languages(), list[Language])
    assert_type(tmdb.configuration.primary_translations(), list[str])
    assert_type(tmdb.configuration.timezones(), list[CountryTimezones])
    assert_type(tmdb.genres.movies(), GenreList)
    assert_type(tmdb.genres.tv().genres, list[Genre])
    assert_type(tmdb.certifications.movies(), Certifications)
    assert_type(tmdb.certifications.tv().certifications, dict[str, list[Certification]])
    assert_type(tmdb.watch_providers.movies(watch_region="BR"), WatchProviderList)
    assert_type(tmdb.watch_providers.regions(), WatchProviderRegions)

    assert_type(tmdb.changes.movies(start_date=datetime.date(2026, 1, 1)), Pager[ChangedItem, ChangedItemPage])
    assert_type(tmdb.changes.people(), Pager[ChangedItem, ChangedItemPage])
    changes = tmdb.movies.changes(550).changes
    assert_type(changes, list[Change])
    item = changes[0].items[0]
    assert_type(item.time, datetime.datetime)
    assert_type(item.value, JSONValue)
    if isinstance(item.value, dict):
        poster: JSONValue = item.value["poster"]
        del poster


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    assert_type(await tmdb.configuration.details(), Configuration)
    assert_type(await tmdb.configuration.jobs(), list[Job])
    assert_type(await tmdb.genres.movies(), GenreList)
    assert_type(await tmdb.certifications.movies(), Certifications)
    assert_type(await tmdb.watch_providers.tv(), WatchProviderList)
    assert_type(tmdb.changes.tv(), AsyncPager[ChangedItem, ChangedItemPage])
    assert_type((await tmdb.tv.changes(1399)).changes[0].items[0].original_value, JSONValue)
