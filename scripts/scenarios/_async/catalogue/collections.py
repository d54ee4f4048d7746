"""Collections, companies, networks and keywords."""

from __future__ import annotations

from scripts.scenarios._async.source import NOBODY, Source, each_refused
from tmdb_facade import CollectionAppend, CompanyAppend, NotFoundError


async def collections(source: Source) -> None:
    """Films that belong together."""
    async with source.connect() as tmdb:
        collection = await tmdb.collections.details(10, append=CollectionAppend.IMAGES)
        images = await tmdb.collections.images(10)
        translations = await tmdb.collections.translations(10)
    assert collection.name == "Star Wars Collection"
    assert {11, 1891} <= {part.id for part in collection.parts}
    assert collection.images.posters
    assert images.id == 10
    assert {"en", "de"} <= {translation.iso_639_1 for translation in translations.translations}


async def companies(source: Source) -> None:
    """Who makes films, by all their names."""
    async with source.connect() as tmdb:
        company = await tmdb.companies.details(3, append=CompanyAppend.ALTERNATIVE_NAMES)
        names = await tmdb.companies.alternative_names(3)
        images = await tmdb.companies.images(3)
    assert (company.name, company.origin_country) == ("Pixar", "US")
    assert company.alternative_names.results == names.results
    assert "Pixar Animation Studios" in [name.name for name in names.results]
    assert images.logos[0].file_type in {".png", ".svg"}


async def networks(source: Source) -> None:
    """Who shows series, by all their names."""
    async with source.connect() as tmdb:
        network = await tmdb.networks.details(49)
        names = await tmdb.networks.alternative_names(49)
        images = await tmdb.networks.images(49)
    assert (network.name, network.origin_country) == ("HBO", "US")
    assert "Home Box Office" in [name.name for name in names.results]
    assert images.logos[0].file_type in {".png", ".svg"}


async def keywords(source: Source) -> None:
    """A keyword and its films."""
    async with source.connect() as tmdb:
        keyword = await tmdb.keywords.details(825)
        films = await tmdb.keywords.movies(825).page(1)
    assert keyword.name == "support group"
    assert films.total_results >= 1


async def not_found(source: Source) -> None:
    """Nothing is known of what there is not."""
    async with source.connect() as tmdb:
        await each_refused(
            [
                lambda: tmdb.collections.details(NOBODY),
                lambda: tmdb.collections.images(NOBODY),
                lambda: tmdb.collections.translations(NOBODY),
                lambda: tmdb.companies.details(NOBODY),
                lambda: tmdb.companies.alternative_names(NOBODY),
                lambda: tmdb.companies.images(NOBODY),
                lambda: tmdb.networks.details(NOBODY),
                lambda: tmdb.networks.alternative_names(NOBODY),
                lambda: tmdb.networks.images(NOBODY),
                lambda: tmdb.keywords.details(NOBODY),
                lambda: tmdb.keywords.movies(NOBODY).first(),
            ],
            NotFoundError,
        )
