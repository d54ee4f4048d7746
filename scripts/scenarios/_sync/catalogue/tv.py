# Made from scripts/scenarios/_async/catalogue/tv.py by `make sync`: edit that file, never this one.
"""TV series: details, sub-resources and lists."""

from __future__ import annotations

from datetime import date

from scripts.scenarios._sync.source import MISSING_HEX_ID, MISSING_ID, Source, assert_each_raises
from tmdb_facade import NotFoundError, TVAppend

START, END = date(2026, 1, 5), date(2026, 1, 15)


def details(source: Source) -> None:
    """Get a TV series with one of its seasons appended."""
    with source.connect() as tmdb:
        show = tmdb.tv.details(1399, append=TVAppend.EXTERNAL_IDS, seasons=[1])
    assert (show.name, show.first_air_date) == ("Game of Thrones", date(2011, 4, 17))
    assert "HBO" in [network.name for network in show.networks]
    assert show.external_ids.tvdb_id == 121361
    assert len(show.season(1).episodes) == 10


def titles_and_ids(source: Source) -> None:
    """Get a TV series' alternative titles, translations and external ids."""
    with source.connect() as tmdb:
        titles = tmdb.tv.alternative_titles(1396)
        translations = tmdb.tv.translations(1396)
        external = tmdb.tv.external_ids(1396)
    assert "BR" in [title.iso_3166_1 for title in titles.results]
    assert "en" in [translation.iso_639_1 for translation in translations.translations]
    assert (external.imdb_id, external.tvdb_id) == ("tt0903747", 81189)


def credits(source: Source) -> None:
    """Get a TV series' credits and aggregate credits."""
    with source.connect() as tmdb:
        credits = tmdb.tv.credits(1396)
        aggregate = tmdb.tv.aggregate_credits(96677)
    assert ("Bryan Cranston", "Walter White") in [(role.name, role.character) for role in credits.cast]
    assert all(role.total_episode_count > 0 for role in aggregate.cast)
    assert aggregate.cast[0].roles[0].character


def images_and_videos(source: Source) -> None:
    """Get a TV series' images in one language and without one, and its videos."""
    with source.connect() as tmdb:
        images = tmdb.tv.images(1396, include_image_language=["en", None])
        videos = tmdb.tv.videos(1396, include_video_language=["en"])
    assert {image.iso_639_1 for image in images.posters} <= {"en", None}
    assert {video.iso_639_1 for video in videos.results} <= {"en"}


def keywords_and_ratings(source: Source) -> None:
    """Get a TV series' keywords, content ratings, watch providers and theatrical screenings."""
    with source.connect() as tmdb:
        keywords = tmdb.tv.keywords(1396)
        ratings = tmdb.tv.content_ratings(1396)
        offers = tmdb.tv.watch_providers(1396)
        screened = tmdb.tv.screened_theatrically(1399)
    assert keywords.results
    assert ("US", "TV-MA") in [(rating.iso_3166_1, rating.rating) for rating in ratings.results]
    assert all(country.link for country in offers.results.values())
    assert all(episode.season_number > 0 for episode in screened.results)


def changes(source: Source) -> None:
    """Get the changes of a TV series, a season and an episode."""
    with source.connect() as tmdb:
        of_show = tmdb.tv.changes(1396, start_date=START, end_date=END)
        of_season = tmdb.tv.seasons.changes(3572, start_date=START, end_date=END)
        of_episode = tmdb.tv.episodes.changes(62085)
    items = [item for changes in (of_show, of_season) for change in changes.changes for item in change.items]
    assert all(START <= item.time.date() <= END for item in items)
    assert all(change.key for change in of_episode.changes)


def related(source: Source) -> None:
    """Get similar TV series, recommendations, lists and reviews."""
    with source.connect() as tmdb:
        similar = tmdb.tv.similar(1399).page(1)
        recommended = tmdb.tv.recommendations(1399).first()
        lists = tmdb.tv.lists(1396).page(1)
        reviews = tmdb.tv.reviews(1396).page(1)
    assert 1399 not in [show.id for show in similar.results]
    assert recommended is not None
    assert lists.results[0].item_count > 0
    assert reviews.results[0].content


def episode_groups(source: Source) -> None:
    """Get an episode group of a TV series."""
    with source.connect() as tmdb:
        groups = tmdb.tv.episode_groups.for_series(1396)
        group = tmdb.tv.episode_groups.details(groups.results[0].id)
    assert group.name == groups.results[0].name
    assert group.groups[0].episodes[0].show_id == 1396


def lists(source: Source) -> None:
    """Get the popular, top rated, airing and latest TV series."""
    with source.connect() as tmdb:
        popular = tmdb.tv.popular().first()
        best = tmdb.tv.top_rated().first()
        today = tmdb.tv.airing_today(timezone="America/New_York").page(1)
        week = tmdb.tv.on_the_air().page(1)
        latest = tmdb.tv.latest()
    assert popular is not None
    assert best is not None
    assert best.vote_average > 8
    assert week.total_results >= 0 <= today.total_results
    assert latest.id > 0


def not_found(source: Source) -> None:
    """Expect `NotFoundError` for an id that does not exist."""
    with source.connect() as tmdb:
        tv = tmdb.tv
        assert_each_raises(
            [
                lambda: tv.details(MISSING_ID),
                lambda: tv.aggregate_credits(MISSING_ID),
                lambda: tv.alternative_titles(MISSING_ID),
                lambda: tv.changes(MISSING_ID),
                lambda: tv.content_ratings(MISSING_ID),
                lambda: tv.credits(MISSING_ID),
                lambda: tv.episode_groups.details(MISSING_HEX_ID),
                lambda: tv.episode_groups.for_series(MISSING_ID),
                lambda: tv.external_ids(MISSING_ID),
                lambda: tv.images(MISSING_ID),
                lambda: tv.keywords(MISSING_ID),
                lambda: tv.lists(MISSING_ID).first(),
                lambda: tv.recommendations(MISSING_ID).first(),
                lambda: tv.reviews(MISSING_ID).first(),
                lambda: tv.screened_theatrically(MISSING_ID),
                lambda: tv.similar(MISSING_ID).first(),
                lambda: tv.translations(MISSING_ID),
                lambda: tv.videos(MISSING_ID),
                lambda: tv.watch_providers(MISSING_ID),
            ],
            NotFoundError,
        )
