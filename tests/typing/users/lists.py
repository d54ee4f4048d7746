"""Lists of version 3, collections, companies, networks, keywords."""

from __future__ import annotations

from typing import assert_type

from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, Pager
from tmdb_facade.models import (
    AlternativeNames,
    CollectionDetails,
    CollectionImages,
    CompanyDetails,
    CompanyImages,
    Keyword,
    KeywordMoviePage,
    ListCreated,
    ListDetails,
    ListItem,
    Logo,
    Movie,
    NetworkDetails,
    NetworkImages,
    ParentCompany,
    StatusResponse,
    TVShow,
    UnknownMedia,
)


def sync_client(tmdb: TMDB) -> None:
    """Check the types of lists, collections, companies, networks and keywords."""
    created = tmdb.lists.create("Noir")
    assert_type(created, ListCreated)
    assert_type(created.list_id, int)
    assert_type(tmdb.lists.details(1), ListDetails)
    assert_type(tmdb.lists.details(1).items, list[ListItem])
    assert_type(tmdb.lists.items(1), Pager[ListItem, ListDetails])
    for item in tmdb.lists.items(1):
        takes_item(item)
    assert_type(tmdb.lists.item_status(1, movie_id=550), bool)
    assert_type(tmdb.lists.add_movie(1, 550), StatusResponse)
    assert_type(tmdb.lists.clear(1), StatusResponse)
    assert_type(tmdb.lists.delete(1), StatusResponse)

    collection = tmdb.collections.details(10)
    assert_type(collection, CollectionDetails)
    assert_type(collection.parts, list[Movie])
    assert_type(tmdb.collections.images(10), CollectionImages)
    company = tmdb.companies.details(1)
    assert_type(company, CompanyDetails)
    assert_type(company.parent_company, ParentCompany | None)
    assert_type(tmdb.companies.alternative_names(1), AlternativeNames)
    assert_type(tmdb.companies.images(1), CompanyImages)
    assert_type(tmdb.networks.details(49), NetworkDetails)
    assert_type(tmdb.networks.images(49).logos, list[Logo])
    assert_type(tmdb.keywords.details(818), Keyword)
    assert_type(tmdb.keywords.movies(818), Pager[Movie, KeywordMoviePage])


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    assert_type(await tmdb.lists.create("Noir"), ListCreated)
    assert_type(tmdb.lists.items(1), AsyncPager[ListItem, ListDetails])
    assert_type(await tmdb.lists.item_status(1, movie_id=550), bool)
    assert_type(await tmdb.collections.details(10), CollectionDetails)
    assert_type(await tmdb.companies.details(1), CompanyDetails)
    assert_type(await tmdb.networks.images(49), NetworkImages)
    assert_type(await tmdb.keywords.details(818), Keyword)


def takes_item(item: ListItem) -> None:
    """Narrow a list item by its class."""
    if isinstance(item, Movie):
        assert_type(item.title, str)
    elif isinstance(item, TVShow):
        assert_type(item.name, str)
    else:
        assert_type(item, UnknownMedia)
