"""Appended blocks exist and are not optional."""

from __future__ import annotations

from typing import Any, TypeVar, assert_type

from tmdb_facade import (
    TMDB,
    AsyncTMDB,
    CollectionAppend,
    CompanyAppend,
    EpisodeAppend,
    MovieAppend,
    PersonAppend,
    SeasonAppend,
    TVAppend,
)
from tmdb_facade.models import (
    AccountStates,
    AggregateCredits,
    AlternativeNames,
    Changes,
    CollectionDetails,
    CollectionImages,
    CollectionTranslations,
    CompanyDetails,
    CompanyImages,
    ContentRatings,
    EpisodeCredits,
    EpisodeDetails,
    EpisodeExternalIds,
    EpisodeGroups,
    EpisodeImages,
    EpisodeTranslations,
    MovieAlternativeTitles,
    MovieCredits,
    MovieDetails,
    MovieExternalIds,
    MovieImages,
    MovieKeywords,
    MoviePage,
    MovieReleaseDates,
    MovieTranslations,
    PersonCombinedCredits,
    PersonDetails,
    PersonExternalIds,
    PersonImages,
    PersonMovieCredits,
    PersonTranslations,
    PersonTVCredits,
    ReviewPage,
    ScreenedTheatrically,
    SeasonAccountStates,
    SeasonCredits,
    SeasonDetails,
    SeasonExternalIds,
    SeasonImages,
    SeasonTranslations,
    TaggedImagePage,
    TVAlternativeTitles,
    TVCredits,
    TVDetails,
    TVExternalIds,
    TVImages,
    TVKeywords,
    TVShowPage,
    TVTranslations,
    UserListPage,
    Videos,
    WatchProviders,
)
from tmdb_facade.types import (
    Append,
    CollectionHasImages,
    CompanyHasAlternativeNames,
    EpisodeHasAccountStates,
    MovieBlock,
    MovieHasAccountStates,
    MovieHasCredits,
    MovieHasVideos,
    PersonHasChanges,
    SeasonHasAccountStates,
    TVHasAccountStates,
    TVHasCredits,
    TVHasSeason,
)


def movies(tmdb: TMDB) -> None:
    """Check every block of movies."""
    movie = tmdb.movies.details(
        550,
        append=MovieAppend.ACCOUNT_STATES
        | MovieAppend.ALTERNATIVE_TITLES
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
        | MovieAppend.WATCH_PROVIDERS,
    )
    assert_type(movie.account_states, AccountStates)
    assert_type(movie.alternative_titles, MovieAlternativeTitles)
    assert_type(movie.changes, Changes)
    assert_type(movie.credits, MovieCredits)
    assert_type(movie.external_ids, MovieExternalIds)
    assert_type(movie.images, MovieImages)
    assert_type(movie.keywords, MovieKeywords)
    assert_type(movie.lists, UserListPage)
    assert_type(movie.recommendations, MoviePage)
    assert_type(movie.release_dates, MovieReleaseDates)
    assert_type(movie.reviews, ReviewPage)
    assert_type(movie.similar, MoviePage)
    assert_type(movie.translations, MovieTranslations)
    assert_type(movie.videos, Videos)
    assert_type(movie.watch_providers, WatchProviders)
    one = tmdb.movies.details(550, append=MovieAppend.ACCOUNT_STATES)
    assert_type(one, MovieDetails[MovieHasAccountStates])
    plain = tmdb.movies.details(550, append=["account_states"])
    assert_type(plain, MovieDetails[Any])
    assert_type(plain.account_states, AccountStates)
    any_movie: list[MovieDetails] = [movie, one, plain]
    del any_movie


def series(tmdb: TMDB) -> None:
    """Check every block of TV series."""
    series = tmdb.tv.details(
        1399,
        append=TVAppend.ACCOUNT_STATES
        | TVAppend.AGGREGATE_CREDITS
        | TVAppend.ALTERNATIVE_TITLES
        | TVAppend.CHANGES
        | TVAppend.CONTENT_RATINGS
        | TVAppend.CREDITS
        | TVAppend.EPISODE_GROUPS
        | TVAppend.EXTERNAL_IDS
        | TVAppend.IMAGES
        | TVAppend.KEYWORDS
        | TVAppend.LISTS
        | TVAppend.RECOMMENDATIONS
        | TVAppend.REVIEWS
        | TVAppend.SCREENED_THEATRICALLY
        | TVAppend.SIMILAR
        | TVAppend.TRANSLATIONS
        | TVAppend.VIDEOS
        | TVAppend.WATCH_PROVIDERS,
    )
    assert_type(series.account_states, AccountStates)
    assert_type(series.aggregate_credits, AggregateCredits)
    assert_type(series.alternative_titles, TVAlternativeTitles)
    assert_type(series.changes, Changes)
    assert_type(series.content_ratings, ContentRatings)
    assert_type(series.credits, TVCredits)
    assert_type(series.episode_groups, EpisodeGroups)
    assert_type(series.external_ids, TVExternalIds)
    assert_type(series.images, TVImages)
    assert_type(series.keywords, TVKeywords)
    assert_type(series.lists, UserListPage)
    assert_type(series.recommendations, TVShowPage)
    assert_type(series.reviews, ReviewPage)
    assert_type(series.screened_theatrically, ScreenedTheatrically)
    assert_type(series.similar, TVShowPage)
    assert_type(series.translations, TVTranslations)
    assert_type(series.videos, Videos)
    assert_type(series.watch_providers, WatchProviders)
    one = tmdb.tv.details(1399, append=TVAppend.ACCOUNT_STATES)
    assert_type(one, TVDetails[TVHasAccountStates])
    plain = tmdb.tv.details(1399, append=["account_states"])
    assert_type(plain, TVDetails[Any])
    assert_type(plain.account_states, AccountStates)
    any_series: list[TVDetails] = [series, one, plain]
    del any_series
    first = tmdb.tv.details(1399, append=TVAppend.CREDITS | TVAppend.season(1))
    assert_type(first, TVDetails[TVHasCredits | TVHasSeason])
    assert_type(first.season(1), SeasonDetails)
    seasons = tmdb.tv.details(1399, append=TVAppend.CREDITS, seasons=[1, 2])
    assert_type(seasons, TVDetails[TVHasCredits | TVHasSeason])
    assert_type(seasons.credits, TVCredits)
    assert_type(tmdb.tv.details(1399, append=["credits"], seasons=[1]), TVDetails[Any])


def seasons(tmdb: TMDB) -> None:
    """Check every block of seasons."""
    season = tmdb.tv.seasons.details(
        1399,
        1,
        append=SeasonAppend.ACCOUNT_STATES
        | SeasonAppend.AGGREGATE_CREDITS
        | SeasonAppend.CREDITS
        | SeasonAppend.EXTERNAL_IDS
        | SeasonAppend.IMAGES
        | SeasonAppend.TRANSLATIONS
        | SeasonAppend.VIDEOS
        | SeasonAppend.WATCH_PROVIDERS,
    )
    assert_type(season.account_states, SeasonAccountStates)
    assert_type(season.aggregate_credits, AggregateCredits)
    assert_type(season.credits, SeasonCredits)
    assert_type(season.external_ids, SeasonExternalIds)
    assert_type(season.images, SeasonImages)
    assert_type(season.translations, SeasonTranslations)
    assert_type(season.videos, Videos)
    assert_type(season.watch_providers, WatchProviders)
    one = tmdb.tv.seasons.details(1399, 1, append=SeasonAppend.ACCOUNT_STATES)
    assert_type(one, SeasonDetails[SeasonHasAccountStates])
    plain = tmdb.tv.seasons.details(1399, 1, append=["account_states"])
    assert_type(plain, SeasonDetails[Any])
    assert_type(plain.account_states, SeasonAccountStates)
    any_season: list[SeasonDetails] = [season, one, plain]
    del any_season


def episodes(tmdb: TMDB) -> None:
    """Check every block of episodes."""
    episode = tmdb.tv.episodes.details(
        1399,
        1,
        1,
        append=EpisodeAppend.ACCOUNT_STATES
        | EpisodeAppend.CREDITS
        | EpisodeAppend.EXTERNAL_IDS
        | EpisodeAppend.IMAGES
        | EpisodeAppend.TRANSLATIONS
        | EpisodeAppend.VIDEOS,
    )
    assert_type(episode.account_states, AccountStates)
    assert_type(episode.credits, EpisodeCredits)
    assert_type(episode.external_ids, EpisodeExternalIds)
    assert_type(episode.images, EpisodeImages)
    assert_type(episode.translations, EpisodeTranslations)
    assert_type(episode.videos, Videos)
    one = tmdb.tv.episodes.details(1399, 1, 1, append=EpisodeAppend.ACCOUNT_STATES)
    assert_type(one, EpisodeDetails[EpisodeHasAccountStates])
    plain = tmdb.tv.episodes.details(1399, 1, 1, append=["account_states"])
    assert_type(plain, EpisodeDetails[Any])
    assert_type(plain.account_states, AccountStates)
    any_episode: list[EpisodeDetails] = [episode, one, plain]
    del any_episode


def people(tmdb: TMDB) -> None:
    """Check every block of people."""
    person = tmdb.people.details(
        287,
        append=PersonAppend.CHANGES
        | PersonAppend.COMBINED_CREDITS
        | PersonAppend.EXTERNAL_IDS
        | PersonAppend.IMAGES
        | PersonAppend.MOVIE_CREDITS
        | PersonAppend.TAGGED_IMAGES
        | PersonAppend.TRANSLATIONS
        | PersonAppend.TV_CREDITS,
    )
    assert_type(person.changes, Changes)
    assert_type(person.combined_credits, PersonCombinedCredits)
    assert_type(person.external_ids, PersonExternalIds)
    assert_type(person.images, PersonImages)
    assert_type(person.movie_credits, PersonMovieCredits)
    assert_type(person.tagged_images, TaggedImagePage)
    assert_type(person.translations, PersonTranslations)
    assert_type(person.tv_credits, PersonTVCredits)
    one = tmdb.people.details(287, append=PersonAppend.CHANGES)
    assert_type(one, PersonDetails[PersonHasChanges])
    plain = tmdb.people.details(287, append=["changes"])
    assert_type(plain, PersonDetails[Any])
    assert_type(plain.changes, Changes)
    any_person: list[PersonDetails] = [person, one, plain]
    del any_person


def collections(tmdb: TMDB) -> None:
    """Check every block of collections."""
    collection = tmdb.collections.details(10, append=CollectionAppend.IMAGES | CollectionAppend.TRANSLATIONS)
    assert_type(collection.images, CollectionImages)
    assert_type(collection.translations, CollectionTranslations)
    one = tmdb.collections.details(10, append=CollectionAppend.IMAGES)
    assert_type(one, CollectionDetails[CollectionHasImages])
    plain = tmdb.collections.details(10, append=["images"])
    assert_type(plain, CollectionDetails[Any])
    assert_type(plain.images, CollectionImages)
    any_collection: list[CollectionDetails] = [collection, one, plain]
    del any_collection


def companies(tmdb: TMDB) -> None:
    """Check every block of companies."""
    company = tmdb.companies.details(
        1, append=CompanyAppend.ALTERNATIVE_NAMES | CompanyAppend.IMAGES | CompanyAppend.MOVIES
    )
    assert_type(company.alternative_names, AlternativeNames)
    assert_type(company.images, CompanyImages)
    assert_type(company.movies, MoviePage)
    one = tmdb.companies.details(1, append=CompanyAppend.ALTERNATIVE_NAMES)
    assert_type(one, CompanyDetails[CompanyHasAlternativeNames])
    plain = tmdb.companies.details(1, append=["alternative_names"])
    assert_type(plain, CompanyDetails[Any])
    assert_type(plain.alternative_names, AlternativeNames)
    any_company: list[CompanyDetails] = [company, one, plain]
    del any_company


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    movie = await tmdb.movies.details(550, append=MovieAppend.ACCOUNT_STATES | MovieAppend.WATCH_PROVIDERS)
    assert_type(movie.watch_providers, WatchProviders)
    series = await tmdb.tv.details(1399, append=TVAppend.ACCOUNT_STATES | TVAppend.WATCH_PROVIDERS)
    assert_type(series.watch_providers, WatchProviders)
    season = await tmdb.tv.seasons.details(1399, 1, append=SeasonAppend.ACCOUNT_STATES | SeasonAppend.WATCH_PROVIDERS)
    assert_type(season.watch_providers, WatchProviders)
    episode = await tmdb.tv.episodes.details(1399, 1, 1, append=EpisodeAppend.ACCOUNT_STATES | EpisodeAppend.VIDEOS)
    assert_type(episode.videos, Videos)
    person = await tmdb.people.details(287, append=PersonAppend.CHANGES | PersonAppend.TV_CREDITS)
    assert_type(person.tv_credits, PersonTVCredits)
    collection = await tmdb.collections.details(10, append=CollectionAppend.IMAGES | CollectionAppend.TRANSLATIONS)
    assert_type(collection.translations, CollectionTranslations)
    company = await tmdb.companies.details(1, append=CompanyAppend.ALTERNATIVE_NAMES | CompanyAppend.MOVIES)
    assert_type(company.movies, MoviePage)
    assert_type(await tmdb.movies.details(550, append=["credits"]), MovieDetails[Any])


def user_functions(tmdb: TMDB) -> None:
    """Declare the required blocks in a variable or a user's function."""
    blocks = MovieAppend.CREDITS | MovieAppend.VIDEOS
    assert_type(blocks, Append[MovieHasCredits | MovieHasVideos])
    takes_cast(tmdb.movies.details(550, append=MovieAppend.CREDITS))
    movie = tmdb.movies.details(550, append=blocks)
    takes_cast(movie)
    assert_type(details_with(tmdb, MovieAppend.VIDEOS).videos, Videos)


def takes_cast(movie: MovieDetails[MovieHasCredits]) -> MovieCredits:
    """Accept a movie with at least its credits."""
    return movie.credits


B = TypeVar("B", bound=MovieBlock)


def details_with(tmdb: TMDB, append: Append[B]) -> MovieDetails[B]:
    """Forward blocks and keep their type."""
    return tmdb.movies.details(550, append=append)
