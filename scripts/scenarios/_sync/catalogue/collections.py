# Made from scripts/scenarios/_async/catalogue/collections.py by `make sync`: edit that file, never this one.
"""Collections, companies, networks and keywords."""

from __future__ import annotations

from scripts.scenarios._sync.source import MISSING_ID, Source, assert_each_raises
from tmdb_facade import CollectionAppend, CompanyAppend, NotFoundError


def collections(source: Source) -> None:
    """Get a collection, its images and its translations."""
    with source.connect() as tmdb:
        collection = tmdb.collections.details(10, append=CollectionAppend.IMAGES)
        images = tmdb.collections.images(10)
        translations = tmdb.collections.translations(10)
    assert collection.name == "Star Wars Collection"
    assert {11, 1891} <= {part.id for part in collection.parts}
    assert collection.images.posters
    assert images.id == 10
    assert {"en", "de"} <= {translation.iso_639_1 for translation in translations.translations}


def companies(source: Source) -> None:
    """Get a company and its alternative names."""
    with source.connect() as tmdb:
        company = tmdb.companies.details(3, append=CompanyAppend.ALTERNATIVE_NAMES)
        names = tmdb.companies.alternative_names(3)
        images = tmdb.companies.images(3)
    assert (company.name, company.origin_country) == ("Pixar", "US")
    assert company.alternative_names.results == names.results
    assert "Pixar Animation Studios" in [name.name for name in names.results]
    assert images.logos[0].file_type in {".png", ".svg"}


def networks(source: Source) -> None:
    """Get a network and its alternative names."""
    with source.connect() as tmdb:
        network = tmdb.networks.details(49)
        names = tmdb.networks.alternative_names(49)
        images = tmdb.networks.images(49)
    assert (network.name, network.origin_country) == ("HBO", "US")
    assert "Home Box Office" in [name.name for name in names.results]
    assert images.logos[0].file_type in {".png", ".svg"}


def keywords(source: Source) -> None:
    """Get a keyword and its movies."""
    with source.connect() as tmdb:
        keyword = tmdb.keywords.details(825)
        movies = tmdb.keywords.movies(825).page(1)
    assert keyword.name == "support group"
    assert movies.total_results >= 1


def not_found(source: Source) -> None:
    """Expect `NotFoundError` for an id that does not exist."""
    with source.connect() as tmdb:
        assert_each_raises(
            [
                lambda: tmdb.collections.details(MISSING_ID),
                lambda: tmdb.collections.images(MISSING_ID),
                lambda: tmdb.collections.translations(MISSING_ID),
                lambda: tmdb.companies.details(MISSING_ID),
                lambda: tmdb.companies.alternative_names(MISSING_ID),
                lambda: tmdb.companies.images(MISSING_ID),
                lambda: tmdb.networks.details(MISSING_ID),
                lambda: tmdb.networks.alternative_names(MISSING_ID),
                lambda: tmdb.networks.images(MISSING_ID),
                lambda: tmdb.keywords.details(MISSING_ID),
                lambda: tmdb.keywords.movies(MISSING_ID).first(),
            ],
            NotFoundError,
        )
