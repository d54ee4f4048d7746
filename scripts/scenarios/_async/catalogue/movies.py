"""Films: details, what belongs to them, and the lists of films."""

from __future__ import annotations

from datetime import date

from scripts.scenarios._async.source import NOBODY, Source, each_refused
from tmdb_facade import MovieAppend, NotFoundError, TMDBCode

# Days on which something was edited.
START, END = date(2026, 1, 5), date(2026, 1, 15)


async def details(source: Source) -> None:
    """A film by both of its names, in two languages."""
    async with source.connect() as tmdb:
        film = await tmdb.movies.details(129)
        same = await tmdb.movies.details("tt0245429")
        german = await tmdb.movies.details(129, language="de-DE")
    assert (film.title, film.original_title) == ("Spirited Away", "千と千尋の神隠し")
    assert film.release_date == date(2001, 7, 20)
    assert [genre.id for genre in film.genres] == [genre.id for genre in german.genres]
    assert film.genres != german.genres
    assert (same.id, german.title) == (129, "Chihiros Reise ins Zauberland")
    assert german.overview not in ("", film.overview)


async def details_with_blocks(source: Source) -> None:
    """A film with everything that can be appended without a session, in one request."""
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
        film = await tmdb.movies.details(550, append=blocks, start_date=START, end_date=END)
    assert "Brad Pitt" in [role.name for role in film.credits.cast]
    assert ("David Fincher", "Director") in [(member.name, member.job) for member in film.credits.crew]
    assert film.external_ids.imdb_id == film.imdb_id == "tt0137523"
    assert film.images.posters
    assert 825 in [keyword.id for keyword in film.keywords.keywords]
    assert {"en", "de"} <= {translation.iso_639_1 for translation in film.translations.translations}
    assert "US" in [release.iso_3166_1 for release in film.release_dates.results]
    assert film.videos.results[0].site == "YouTube"
    assert film.watch_providers.results["DE"].link
    assert film.recommendations.results
    assert film.similar.page == 1
    assert film.alternative_titles.titles
    assert film.reviews.results
    assert film.lists.results
    assert all(START <= item.time.date() <= END for change in film.changes.changes for item in change.items)


async def names(source: Source) -> None:
    """What a film is called: in other countries, in other languages, on other sites."""
    async with source.connect() as tmdb:
        brazilian = await tmdb.movies.alternative_titles(550, country="BR")
        translations = await tmdb.movies.translations(550)
        external = await tmdb.movies.external_ids(550)
    assert {title.iso_3166_1 for title in brazilian.titles} <= {"BR"}
    assert {"en", "de"} <= {translation.iso_639_1 for translation in translations.translations}
    assert (external.imdb_id, external.wikidata_id) == ("tt0137523", "Q190050")


async def people(source: Source) -> None:
    """Who made a film, and who is in it."""
    async with source.connect() as tmdb:
        credits = await tmdb.movies.credits(496243)
    assert ("Song Kang-ho", "송강호") in [(role.name, role.original_name) for role in credits.cast]
    assert (21684, "Director") in [(member.id, member.job) for member in credits.crew]


async def pictures_and_videos(source: Source) -> None:
    """Pictures in a language and without any, and a trailer."""
    async with source.connect() as tmdb:
        images = await tmdb.movies.images(550, include_image_language=["en", None])
        videos = await tmdb.movies.videos(550)
    assert {image.iso_639_1 for image in images.posters} <= {"en", None}
    assert images.posters[0].file_path.startswith("/")
    assert "Trailer" in [video.type for video in videos.results]


async def facts(source: Source) -> None:
    """Keywords, releases and certifications, and who shows it."""
    async with source.connect() as tmdb:
        keywords = await tmdb.movies.keywords(550)
        releases = await tmdb.movies.release_dates(550)
        offers = await tmdb.movies.watch_providers(550)
    assert (825, "support group") in [(keyword.id, keyword.name) for keyword in keywords.keywords]
    german = next(country for country in releases.results if country.iso_3166_1 == "DE")
    assert "18" in [release.certification for release in german.release_dates]
    assert offers.results["DE"].link.startswith("https://www.themoviedb.org/movie/550")


async def edits(source: Source) -> None:
    """What was changed on some days."""
    async with source.connect() as tmdb:
        changes = await tmdb.movies.changes(550, start_date=START, end_date=END)
    assert all(START <= item.time.date() <= END for change in changes.changes for item in change.items)


async def what_it_leads_to(source: Source) -> None:
    """Films like it, lists that hold it, and what people say of it."""
    async with source.connect() as tmdb:
        similar = await tmdb.movies.similar(603).page(1)
        recommended = await tmdb.movies.recommendations(603).first()
        kept = await tmdb.movies.lists(603).page(1)
        reviews = await tmdb.movies.reviews(603).page(1)
    assert similar.results
    assert 603 not in [film.id for film in similar.results]
    assert recommended is not None
    assert recommended.media_type == "movie"
    assert kept.results[0].item_count > 0
    assert reviews.results[0].content


async def popular(source: Source) -> None:
    """A list over the end of its first page, in German."""
    async with source.connect(language="de-DE") as tmdb:
        films = tmdb.movies.popular()
        titles = [film.title async for film in films.limit(25)]
        second = await films.page(2)
    assert len(titles) == 25
    assert second.page == 2
    assert second.total_pages >= 2
    assert titles[20:] == [film.title for film in second.results[:5]]


async def in_cinemas(source: Source) -> None:
    """Films of now and soon, with the days that this means."""
    async with source.connect() as tmdb:
        now = await tmdb.movies.now_playing(region="US").page(1)
        soon = await tmdb.movies.upcoming(region="US").page(1)
    assert now.dates.minimum < now.dates.maximum
    assert soon.dates.minimum < soon.dates.maximum
    assert now.dates.minimum < soon.dates.minimum


async def best_and_latest(source: Source) -> None:
    """The film with the best votes, and the one that was entered last."""
    async with source.connect() as tmdb:
        best = await tmdb.movies.top_rated().first()
        latest = await tmdb.movies.latest()
    assert best is not None
    assert best.vote_average > 8
    assert latest.id > 0


async def not_found(source: Source) -> None:
    """Nothing is known of a film that there is not; ids out of range have a code of their own."""
    async with source.connect() as tmdb:
        movies = tmdb.movies
        await each_refused([lambda: movies.details(99_999_999_999_999_999_999)], NotFoundError, TMDBCode.INVALID_ID)
        await each_refused(
            [
                lambda: movies.details(NOBODY),
                lambda: movies.alternative_titles(NOBODY),
                lambda: movies.changes(NOBODY),
                lambda: movies.credits(NOBODY),
                lambda: movies.external_ids(NOBODY),
                lambda: movies.images(NOBODY),
                lambda: movies.keywords(NOBODY),
                lambda: movies.lists(NOBODY).first(),
                lambda: movies.recommendations(NOBODY).first(),
                lambda: movies.release_dates(NOBODY),
                lambda: movies.reviews(NOBODY).first(),
                lambda: movies.similar(NOBODY).first(),
                lambda: movies.translations(NOBODY),
                lambda: movies.videos(NOBODY),
                lambda: movies.watch_providers(NOBODY),
            ],
            NotFoundError,
        )
