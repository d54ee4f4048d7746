# Made from scripts/scenarios/_async/catalogue/tv.py by `make sync`: edit that file, never this one.
"""Series: details, what belongs to them, and the lists of series."""

from __future__ import annotations

from datetime import date

from scripts.scenarios._sync.source import NOBODY, NOBODY_HEX, Source, each_refused
from tmdb_facade import NotFoundError, TVAppend

START, END = date(2026, 1, 5), date(2026, 1, 15)


def details(source: Source) -> None:
    """A series with two of its seasons."""
    with source.connect() as tmdb:
        show = tmdb.tv.details(1399, append=TVAppend.EXTERNAL_IDS, seasons=[1])
    assert (show.name, show.first_air_date) == ("Game of Thrones", date(2011, 4, 17))
    assert "HBO" in [network.name for network in show.networks]
    assert show.external_ids.tvdb_id == 121361
    assert len(show.season(1).episodes) == 10


def names(source: Source) -> None:
    """What a series is called: in other countries, in other languages, on other sites."""
    with source.connect() as tmdb:
        titles = tmdb.tv.alternative_titles(1396)
        translations = tmdb.tv.translations(1396)
        external = tmdb.tv.external_ids(1396)
    assert "BR" in [title.iso_3166_1 for title in titles.results]
    assert "en" in [translation.iso_639_1 for translation in translations.translations]
    assert (external.imdb_id, external.tvdb_id) == ("tt0903747", 81189)


def people(source: Source) -> None:
    """Who is in a series: of late, and over all seasons."""
    with source.connect() as tmdb:
        credits = tmdb.tv.credits(1396)
        aggregate = tmdb.tv.aggregate_credits(4607)
    assert ("Bryan Cranston", "Walter White") in [(role.name, role.character) for role in credits.cast]
    assert all(role.total_episode_count > 0 for role in aggregate.cast)
    assert aggregate.cast[0].roles[0].character


def pictures_and_videos(source: Source) -> None:
    """Pictures in a language and without any, and videos."""
    with source.connect() as tmdb:
        images = tmdb.tv.images(1396, include_image_language=["en", None])
        videos = tmdb.tv.videos(1396, include_video_language=["en"])
    assert {image.iso_639_1 for image in images.posters} <= {"en", None}
    assert {video.iso_639_1 for video in videos.results} <= {"en"}


def facts(source: Source) -> None:
    """Keywords, ratings by age, who shows it, and what came to cinemas."""
    with source.connect() as tmdb:
        keywords = tmdb.tv.keywords(1396)
        ratings = tmdb.tv.content_ratings(1396)
        offers = tmdb.tv.watch_providers(1396)
        screened = tmdb.tv.screened_theatrically(1399)
    assert keywords.results
    assert ("US", "TV-MA") in [(rating.iso_3166_1, rating.rating) for rating in ratings.results]
    assert all(country.link for country in offers.results.values())
    assert all(episode.season_number > 0 for episode in screened.results)


def edits(source: Source) -> None:
    """What was changed on some days: in a series, in a season and in an episode."""
    with source.connect() as tmdb:
        of_show = tmdb.tv.changes(1396, start_date=START, end_date=END)
        of_season = tmdb.tv.seasons.changes(3572, start_date=START, end_date=END)
        of_episode = tmdb.tv.episodes.changes(62085)
    items = [item for changes in (of_show, of_season) for change in changes.changes for item in change.items]
    assert all(START <= item.time.date() <= END for item in items)
    assert all(change.key for change in of_episode.changes)


def what_it_leads_to(source: Source) -> None:
    """Series like it, lists that hold it, and what people say of it."""
    with source.connect() as tmdb:
        similar = tmdb.tv.similar(1399).page(1)
        recommended = tmdb.tv.recommendations(1399).first()
        kept = tmdb.tv.lists(1396).page(1)
        reviews = tmdb.tv.reviews(1396).page(1)
    assert 1399 not in [show.id for show in similar.results]
    assert recommended is not None
    assert kept.results[0].item_count > 0
    assert reviews.results[0].content


def episode_groups(source: Source) -> None:
    """Another order of the episodes."""
    with source.connect() as tmdb:
        groups = tmdb.tv.episode_groups.for_series(1396)
        group = tmdb.tv.episode_groups.details(groups.results[0].id)
    assert group.name == groups.results[0].name
    assert group.groups[0].episodes[0].show_id == 1396


def lists(source: Source) -> None:
    """The popular and the best, what is on today and this week, and what was entered last."""
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
    """Nothing is known of a series that there is not."""
    with source.connect() as tmdb:
        tv = tmdb.tv
        each_refused(
            [
                lambda: tv.details(NOBODY),
                lambda: tv.aggregate_credits(NOBODY),
                lambda: tv.alternative_titles(NOBODY),
                lambda: tv.changes(NOBODY),
                lambda: tv.content_ratings(NOBODY),
                lambda: tv.credits(NOBODY),
                lambda: tv.episode_groups.details(NOBODY_HEX),
                lambda: tv.episode_groups.for_series(NOBODY),
                lambda: tv.external_ids(NOBODY),
                lambda: tv.images(NOBODY),
                lambda: tv.keywords(NOBODY),
                lambda: tv.lists(NOBODY).first(),
                lambda: tv.recommendations(NOBODY).first(),
                lambda: tv.reviews(NOBODY).first(),
                lambda: tv.screened_theatrically(NOBODY),
                lambda: tv.similar(NOBODY).first(),
                lambda: tv.translations(NOBODY),
                lambda: tv.videos(NOBODY),
                lambda: tv.watch_providers(NOBODY),
            ],
            NotFoundError,
        )
