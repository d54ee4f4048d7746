"""Movies: details, sub-resources and lists."""

from __future__ import annotations

from datetime import date

from scripts.scenarios._async.source import MISSING_ID, Source, assert_each_raises
from tmdb_facade import MovieAppend, NotFoundError, TMDBCode

# Days on which something was edited.
START, END = date(2026, 1, 5), date(2026, 1, 15)


async def details(source: Source) -> None:
    """Get a movie by its TMDB id and its IMDb id, in two languages."""
    async with source.connect() as tmdb:
        movie = await tmdb.movies.details(129)
        same = await tmdb.movies.details("tt0245429")
        german = await tmdb.movies.details(129, language="de-DE")
    assert (movie.title, movie.original_title) == ("Spirited Away", "千と千尋の神隠し")
    assert movie.release_date == date(2001, 7, 20)
    assert [genre.id for genre in movie.genres] == [genre.id for genre in german.genres]
    assert movie.genres != german.genres
    assert (same.id, german.title) == (129, "Chihiros Reise ins Zauberland")
    assert german.overview not in ("", movie.overview)


async def details_with_blocks(source: Source) -> None:
    """Get a movie with every block that needs no session, in one request."""
    blocks = (
        MovieAppend.ALTERNATIVE_TITLES
        | MovieAppend.CHANGES
        | MovieAppend.CREDITS
        | MovieAppend.EXTERNAL_IDS
        | MovieAppend.IMAGES
        | MovieAppend.KEYWORDS
        | MovieAppend.LISTS
        | MovieAppend.RECOMMENDATIONS
        | MovieAppend.RELEASE_DATES
        | MovieAppend.REVIEWS
        | MovieAppend.SIMILAR
        | MovieAppend.TRANSLATIONS
        | MovieAppend.VIDEOS
        | MovieAppend.WATCH_PROVIDERS
    )
    async with source.connect() as tmdb:
        movie = await tmdb.movies.details(550, append=blocks, start_date=START, end_date=END)
    assert "Brad Pitt" in [role.name for role in movie.credits.cast]
    assert ("David Fincher", "Director") in [(member.name, member.job) for member in movie.credits.crew]
    assert movie.external_ids.imdb_id == movie.imdb_id == "tt0137523"
    assert movie.images.posters
    assert 825 in [keyword.id for keyword in movie.keywords.keywords]
    assert {"en", "de"} <= {translation.iso_639_1 for translation in movie.translations.translations}
    assert "US" in [release.iso_3166_1 for release in movie.release_dates.results]
    assert movie.videos.results[0].site == "YouTube"
    assert movie.watch_providers.results["DE"].link
    assert movie.recommendations.results
    assert movie.similar.page == 1
    assert movie.alternative_titles.titles
    assert movie.reviews.results
    assert movie.lists.results
    assert all(START <= item.time.date() <= END for change in movie.changes.changes for item in change.items)


async def titles_and_ids(source: Source) -> None:
    """Get a movie's alternative titles, translations and external ids."""
    async with source.connect() as tmdb:
        brazilian = await tmdb.movies.alternative_titles(550, country="BR")
        translations = await tmdb.movies.translations(550)
        external = await tmdb.movies.external_ids(550)
    assert {title.iso_3166_1 for title in brazilian.titles} <= {"BR"}
    assert {"en", "de"} <= {translation.iso_639_1 for translation in translations.translations}
    assert (external.imdb_id, external.wikidata_id) == ("tt0137523", "Q190050")


async def credits(source: Source) -> None:
    """Get a movie's cast and crew."""
    async with source.connect() as tmdb:
        credits = await tmdb.movies.credits(496243)
    assert ("Song Kang-ho", "송강호") in [(role.name, role.original_name) for role in credits.cast]
    assert (21684, "Director") in [(member.id, member.job) for member in credits.crew]


async def images_and_videos(source: Source) -> None:
    """Get a movie's images in one language and without one, and its videos."""
    async with source.connect() as tmdb:
        images = await tmdb.movies.images(550, include_image_language=["en", None])
        videos = await tmdb.movies.videos(550)
    assert {image.iso_639_1 for image in images.posters} <= {"en", None}
    assert images.posters[0].file_path.startswith("/")
    assert "Trailer" in [video.type for video in videos.results]


async def keywords_and_releases(source: Source) -> None:
    """Get a movie's keywords, release dates and watch providers."""
    async with source.connect() as tmdb:
        keywords = await tmdb.movies.keywords(550)
        releases = await tmdb.movies.release_dates(550)
        offers = await tmdb.movies.watch_providers(550)
    assert (825, "support group") in [(keyword.id, keyword.name) for keyword in keywords.keywords]
    german = next(country for country in releases.results if country.iso_3166_1 == "DE")
    assert "18" in [release.certification for release in german.release_dates]
    assert offers.results["DE"].link.startswith("https://www.themoviedb.org/movie/550")


async def changes(source: Source) -> None:
    """Get a movie's changes within a range of dates."""
    async with source.connect() as tmdb:
        changes = await tmdb.movies.changes(550, start_date=START, end_date=END)
    assert all(START <= item.time.date() <= END for change in changes.changes for item in change.items)


async def related(source: Source) -> None:
    """Get a movie's similar movies, recommendations, lists and reviews."""
    async with source.connect() as tmdb:
        similar = await tmdb.movies.similar(603).page(1)
        recommended = await tmdb.movies.recommendations(603).first()
        lists = await tmdb.movies.lists(603).page(1)
        reviews = await tmdb.movies.reviews(603).page(1)
    assert similar.results
    assert 603 not in [movie.id for movie in similar.results]
    assert recommended is not None
    assert recommended.media_type == "movie"
    assert lists.results[0].item_count > 0
    assert reviews.results[0].content


async def popular(source: Source) -> None:
    """Iterate past the first page of a list, in German."""
    async with source.connect(language="de-DE") as tmdb:
        movies = tmdb.movies.popular()
        titles = [movie.title async for movie in movies.limit(25)]
        second = await movies.page(2)
    assert len(titles) == 25
    assert second.page == 2
    assert second.total_pages >= 2
    assert titles[20:] == [movie.title for movie in second.results[:5]]


async def now_playing_and_upcoming(source: Source) -> None:
    """Get the movies in cinemas now and soon, with their range of dates."""
    async with source.connect() as tmdb:
        now = await tmdb.movies.now_playing(region="US").page(1)
        soon = await tmdb.movies.upcoming(region="US").page(1)
    assert now.dates.minimum < now.dates.maximum
    assert soon.dates.minimum < soon.dates.maximum
    assert now.dates.minimum < soon.dates.minimum


async def top_rated_and_latest(source: Source) -> None:
    """Get the top rated movie and the latest movie."""
    async with source.connect() as tmdb:
        best = await tmdb.movies.top_rated().first()
        latest = await tmdb.movies.latest()
    assert best is not None
    assert best.vote_average > 8
    assert latest.id > 0


async def not_found(source: Source) -> None:
    """Expect `NotFoundError` for an id that does not exist, and another code for one out of range."""
    async with source.connect() as tmdb:
        movies = tmdb.movies
        await assert_each_raises(
            [lambda: movies.details(99_999_999_999_999_999_999)], NotFoundError, TMDBCode.INVALID_ID
        )
        await assert_each_raises(
            [
                lambda: movies.details(MISSING_ID),
                lambda: movies.alternative_titles(MISSING_ID),
                lambda: movies.changes(MISSING_ID),
                lambda: movies.credits(MISSING_ID),
                lambda: movies.external_ids(MISSING_ID),
                lambda: movies.images(MISSING_ID),
                lambda: movies.keywords(MISSING_ID),
                lambda: movies.lists(MISSING_ID).first(),
                lambda: movies.recommendations(MISSING_ID).first(),
                lambda: movies.release_dates(MISSING_ID),
                lambda: movies.reviews(MISSING_ID).first(),
                lambda: movies.similar(MISSING_ID).first(),
                lambda: movies.translations(MISSING_ID),
                lambda: movies.videos(MISSING_ID),
                lambda: movies.watch_providers(MISSING_ID),
            ],
            NotFoundError,
        )
