# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""What can be appended to a details call, known to type checkers.

For each parent there is a base of its blocks, a marker for each block, and the constants that users pass: so a block that
was not requested, and a block of another parent, are errors in a type checker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .runtime.append import Append

if TYPE_CHECKING:
    from typing import Never

    # typing's own has defaults from Python 3.13 on; at run time nobody needs them.
    from typing_extensions import TypeVar
else:
    from typing import TypeVar

__all__ = [
    "Append",
    "CollectionAppend",
    "CollectionBlock",
    "CollectionHasImages",
    "CollectionHasTranslations",
    "CompanyAppend",
    "CompanyBlock",
    "CompanyHasAlternativeNames",
    "CompanyHasImages",
    "CompanyHasMovies",
    "EpisodeAppend",
    "EpisodeBlock",
    "EpisodeHasAccountStates",
    "EpisodeHasCredits",
    "EpisodeHasExternalIds",
    "EpisodeHasImages",
    "EpisodeHasTranslations",
    "EpisodeHasVideos",
    "MovieAppend",
    "MovieBlock",
    "MovieHasAccountStates",
    "MovieHasAlternativeTitles",
    "MovieHasChanges",
    "MovieHasCredits",
    "MovieHasExternalIds",
    "MovieHasImages",
    "MovieHasKeywords",
    "MovieHasLists",
    "MovieHasRecommendations",
    "MovieHasReleaseDates",
    "MovieHasReviews",
    "MovieHasSimilar",
    "MovieHasTranslations",
    "MovieHasVideos",
    "MovieHasWatchProviders",
    "PersonAppend",
    "PersonBlock",
    "PersonHasChanges",
    "PersonHasCombinedCredits",
    "PersonHasExternalIds",
    "PersonHasImages",
    "PersonHasMovieCredits",
    "PersonHasTaggedImages",
    "PersonHasTranslations",
    "PersonHasTVCredits",
    "SeasonAppend",
    "SeasonBlock",
    "SeasonHasAccountStates",
    "SeasonHasAggregateCredits",
    "SeasonHasCredits",
    "SeasonHasExternalIds",
    "SeasonHasImages",
    "SeasonHasTranslations",
    "SeasonHasVideos",
    "SeasonHasWatchProviders",
    "TVAppend",
    "TVBlock",
    "TVHasAccountStates",
    "TVHasAggregateCredits",
    "TVHasAlternativeTitles",
    "TVHasChanges",
    "TVHasContentRatings",
    "TVHasCredits",
    "TVHasEpisodeGroups",
    "TVHasExternalIds",
    "TVHasImages",
    "TVHasKeywords",
    "TVHasLists",
    "TVHasRecommendations",
    "TVHasReviews",
    "TVHasScreenedTheatrically",
    "TVHasSimilar",
    "TVHasTranslations",
    "TVHasVideos",
    "TVHasWatchProviders",
    "TVHasSeason",
]


class CollectionBlock:
    """A block that `CollectionDetails` can carry."""


class CollectionHasImages(CollectionBlock):
    """Marks `CollectionDetails` with `images`."""


class CollectionHasTranslations(CollectionBlock):
    """Marks `CollectionDetails` with `translations`."""


if TYPE_CHECKING:
    #: The blocks that a `CollectionDetails` carries; one without any fits wherever one is wanted.
    CollectionBlocks = TypeVar("CollectionBlocks", bound=CollectionBlock, contravariant=True, default=Never)
else:
    CollectionBlocks = TypeVar("CollectionBlocks", bound=CollectionBlock, contravariant=True)


class CollectionAppend:
    """The blocks of `CollectionDetails`; `|` joins them."""

    IMAGES: Final[Append[CollectionHasImages]] = Append("images")
    """The images of a collection."""

    TRANSLATIONS: Final[Append[CollectionHasTranslations]] = Append("translations")
    """The translations of a collection."""


class CompanyBlock:
    """A block that `CompanyDetails` can carry."""


class CompanyHasAlternativeNames(CompanyBlock):
    """Marks `CompanyDetails` with `alternative_names`."""


class CompanyHasImages(CompanyBlock):
    """Marks `CompanyDetails` with `images`."""


class CompanyHasMovies(CompanyBlock):
    """Marks `CompanyDetails` with `movies`."""


if TYPE_CHECKING:
    #: The blocks that a `CompanyDetails` carries; one without any fits wherever one is wanted.
    CompanyBlocks = TypeVar("CompanyBlocks", bound=CompanyBlock, contravariant=True, default=Never)
else:
    CompanyBlocks = TypeVar("CompanyBlocks", bound=CompanyBlock, contravariant=True)


class CompanyAppend:
    """The blocks of `CompanyDetails`; `|` joins them."""

    ALTERNATIVE_NAMES: Final[Append[CompanyHasAlternativeNames]] = Append("alternative_names")
    """The alternative names of a company or network."""

    IMAGES: Final[Append[CompanyHasImages]] = Append("images")
    """The logos of a company."""

    MOVIES: Final[Append[CompanyHasMovies]] = Append("movies")
    """One page of movies."""


class EpisodeBlock:
    """A block that `EpisodeDetails` can carry."""


class EpisodeHasAccountStates(EpisodeBlock):
    """Marks `EpisodeDetails` with `account_states`."""


class EpisodeHasCredits(EpisodeBlock):
    """Marks `EpisodeDetails` with `credits`."""


class EpisodeHasExternalIds(EpisodeBlock):
    """Marks `EpisodeDetails` with `external_ids`."""


class EpisodeHasImages(EpisodeBlock):
    """Marks `EpisodeDetails` with `images`."""


class EpisodeHasTranslations(EpisodeBlock):
    """Marks `EpisodeDetails` with `translations`."""


class EpisodeHasVideos(EpisodeBlock):
    """Marks `EpisodeDetails` with `videos`."""


if TYPE_CHECKING:
    #: The blocks that a `EpisodeDetails` carries; one without any fits wherever one is wanted.
    EpisodeBlocks = TypeVar("EpisodeBlocks", bound=EpisodeBlock, contravariant=True, default=Never)
else:
    EpisodeBlocks = TypeVar("EpisodeBlocks", bound=EpisodeBlock, contravariant=True)


class EpisodeAppend:
    """The blocks of `EpisodeDetails`; `|` joins them."""

    ACCOUNT_STATES: Final[Append[EpisodeHasAccountStates]] = Append("account_states")
    """A user's or guest's favorite, rating and watchlist state of a movie, TV series or episode."""

    CREDITS: Final[Append[EpisodeHasCredits]] = Append("credits")
    """The cast, crew and guest stars of an episode."""

    EXTERNAL_IDS: Final[Append[EpisodeHasExternalIds]] = Append("external_ids")
    """External ids of an episode; null or empty if TMDB has none."""

    IMAGES: Final[Append[EpisodeHasImages]] = Append("images")
    """The images of an episode."""

    TRANSLATIONS: Final[Append[EpisodeHasTranslations]] = Append("translations")
    """The translations of an episode."""

    VIDEOS: Final[Append[EpisodeHasVideos]] = Append("videos")
    """The videos of a movie, TV series, season or episode."""


class MovieBlock:
    """A block that `MovieDetails` can carry."""


class MovieHasAccountStates(MovieBlock):
    """Marks `MovieDetails` with `account_states`."""


class MovieHasAlternativeTitles(MovieBlock):
    """Marks `MovieDetails` with `alternative_titles`."""


class MovieHasChanges(MovieBlock):
    """Marks `MovieDetails` with `changes`."""


class MovieHasCredits(MovieBlock):
    """Marks `MovieDetails` with `credits`."""


class MovieHasExternalIds(MovieBlock):
    """Marks `MovieDetails` with `external_ids`."""


class MovieHasImages(MovieBlock):
    """Marks `MovieDetails` with `images`."""


class MovieHasKeywords(MovieBlock):
    """Marks `MovieDetails` with `keywords`."""


class MovieHasLists(MovieBlock):
    """Marks `MovieDetails` with `lists`."""


class MovieHasRecommendations(MovieBlock):
    """Marks `MovieDetails` with `recommendations`."""


class MovieHasReleaseDates(MovieBlock):
    """Marks `MovieDetails` with `release_dates`."""


class MovieHasReviews(MovieBlock):
    """Marks `MovieDetails` with `reviews`."""


class MovieHasSimilar(MovieBlock):
    """Marks `MovieDetails` with `similar`."""


class MovieHasTranslations(MovieBlock):
    """Marks `MovieDetails` with `translations`."""


class MovieHasVideos(MovieBlock):
    """Marks `MovieDetails` with `videos`."""


class MovieHasWatchProviders(MovieBlock):
    """Marks `MovieDetails` with `watch_providers`."""


if TYPE_CHECKING:
    #: The blocks that a `MovieDetails` carries; one without any fits wherever one is wanted.
    MovieBlocks = TypeVar("MovieBlocks", bound=MovieBlock, contravariant=True, default=Never)
else:
    MovieBlocks = TypeVar("MovieBlocks", bound=MovieBlock, contravariant=True)


class MovieAppend:
    """The blocks of `MovieDetails`; `|` joins them."""

    ACCOUNT_STATES: Final[Append[MovieHasAccountStates]] = Append("account_states")
    """A user's or guest's favorite, rating and watchlist state of a movie, TV series or episode."""

    ALTERNATIVE_TITLES: Final[Append[MovieHasAlternativeTitles]] = Append("alternative_titles")
    """The alternative titles of a movie."""

    CHANGES: Final[Append[MovieHasChanges]] = Append("changes")
    """The changes of one record, grouped by field."""

    CREDITS: Final[Append[MovieHasCredits]] = Append("credits")
    """The cast and crew of a movie."""

    EXTERNAL_IDS: Final[Append[MovieHasExternalIds]] = Append("external_ids")
    """External ids of a movie; null or empty if TMDB has none."""

    IMAGES: Final[Append[MovieHasImages]] = Append("images")
    """The images of a movie."""

    KEYWORDS: Final[Append[MovieHasKeywords]] = Append("keywords")
    """The keywords of a movie."""

    LISTS: Final[Append[MovieHasLists]] = Append("lists")
    """One page of the lists of an account, or of the lists that contain a movie or TV series."""

    RECOMMENDATIONS: Final[Append[MovieHasRecommendations]] = Append("recommendations")
    """One page of movies."""

    RELEASE_DATES: Final[Append[MovieHasReleaseDates]] = Append("release_dates")
    """The release dates of a movie, by country."""

    REVIEWS: Final[Append[MovieHasReviews]] = Append("reviews")
    """One page of the reviews of a movie or TV series."""

    SIMILAR: Final[Append[MovieHasSimilar]] = Append("similar")
    """One page of movies."""

    TRANSLATIONS: Final[Append[MovieHasTranslations]] = Append("translations")
    """The translations of a movie."""

    VIDEOS: Final[Append[MovieHasVideos]] = Append("videos")
    """The videos of a movie, TV series, season or episode."""

    WATCH_PROVIDERS: Final[Append[MovieHasWatchProviders]] = Append("watch/providers")
    """The watch providers of a movie, TV series or season, by country."""


class PersonBlock:
    """A block that `PersonDetails` can carry."""


class PersonHasChanges(PersonBlock):
    """Marks `PersonDetails` with `changes`."""


class PersonHasCombinedCredits(PersonBlock):
    """Marks `PersonDetails` with `combined_credits`."""


class PersonHasExternalIds(PersonBlock):
    """Marks `PersonDetails` with `external_ids`."""


class PersonHasImages(PersonBlock):
    """Marks `PersonDetails` with `images`."""


class PersonHasMovieCredits(PersonBlock):
    """Marks `PersonDetails` with `movie_credits`."""


class PersonHasTaggedImages(PersonBlock):
    """Marks `PersonDetails` with `tagged_images`."""


class PersonHasTranslations(PersonBlock):
    """Marks `PersonDetails` with `translations`."""


class PersonHasTVCredits(PersonBlock):
    """Marks `PersonDetails` with `tv_credits`."""


if TYPE_CHECKING:
    #: The blocks that a `PersonDetails` carries; one without any fits wherever one is wanted.
    PersonBlocks = TypeVar("PersonBlocks", bound=PersonBlock, contravariant=True, default=Never)
else:
    PersonBlocks = TypeVar("PersonBlocks", bound=PersonBlock, contravariant=True)


class PersonAppend:
    """The blocks of `PersonDetails`; `|` joins them."""

    CHANGES: Final[Append[PersonHasChanges]] = Append("changes")
    """The changes of one record, grouped by field."""

    COMBINED_CREDITS: Final[Append[PersonHasCombinedCredits]] = Append("combined_credits")
    """The movie and TV credits of a person."""

    EXTERNAL_IDS: Final[Append[PersonHasExternalIds]] = Append("external_ids")
    """External ids of a person; null or empty if TMDB has none."""

    IMAGES: Final[Append[PersonHasImages]] = Append("images")
    """The profile images of a person."""

    MOVIE_CREDITS: Final[Append[PersonHasMovieCredits]] = Append("movie_credits")
    """The movie credits of a person."""

    TAGGED_IMAGES: Final[Append[PersonHasTaggedImages]] = Append("tagged_images")
    """The images with a person tagged in them. TMDB returns the same images for every page number."""

    TRANSLATIONS: Final[Append[PersonHasTranslations]] = Append("translations")
    """The translations of a person."""

    TV_CREDITS: Final[Append[PersonHasTVCredits]] = Append("tv_credits")
    """The TV credits of a person."""


class SeasonBlock:
    """A block that `SeasonDetails` can carry."""


class SeasonHasAccountStates(SeasonBlock):
    """Marks `SeasonDetails` with `account_states`."""


class SeasonHasAggregateCredits(SeasonBlock):
    """Marks `SeasonDetails` with `aggregate_credits`."""


class SeasonHasCredits(SeasonBlock):
    """Marks `SeasonDetails` with `credits`."""


class SeasonHasExternalIds(SeasonBlock):
    """Marks `SeasonDetails` with `external_ids`."""


class SeasonHasImages(SeasonBlock):
    """Marks `SeasonDetails` with `images`."""


class SeasonHasTranslations(SeasonBlock):
    """Marks `SeasonDetails` with `translations`."""


class SeasonHasVideos(SeasonBlock):
    """Marks `SeasonDetails` with `videos`."""


class SeasonHasWatchProviders(SeasonBlock):
    """Marks `SeasonDetails` with `watch_providers`."""


if TYPE_CHECKING:
    #: The blocks that a `SeasonDetails` carries; one without any fits wherever one is wanted.
    SeasonBlocks = TypeVar("SeasonBlocks", bound=SeasonBlock, contravariant=True, default=Never)
else:
    SeasonBlocks = TypeVar("SeasonBlocks", bound=SeasonBlock, contravariant=True)


class SeasonAppend:
    """The blocks of `SeasonDetails`; `|` joins them."""

    ACCOUNT_STATES: Final[Append[SeasonHasAccountStates]] = Append("account_states")
    """A user's or guest's ratings of the episodes of a season."""

    AGGREGATE_CREDITS: Final[Append[SeasonHasAggregateCredits]] = Append("aggregate_credits")
    """The cast and crew of all episodes of a TV series or season, one entry per person."""

    CREDITS: Final[Append[SeasonHasCredits]] = Append("credits")
    """The regular cast and crew of a season."""

    EXTERNAL_IDS: Final[Append[SeasonHasExternalIds]] = Append("external_ids")
    """External ids of a season; null or empty if TMDB has none."""

    IMAGES: Final[Append[SeasonHasImages]] = Append("images")
    """The images of a season."""

    TRANSLATIONS: Final[Append[SeasonHasTranslations]] = Append("translations")
    """The translations of a season."""

    VIDEOS: Final[Append[SeasonHasVideos]] = Append("videos")
    """The videos of a movie, TV series, season or episode."""

    WATCH_PROVIDERS: Final[Append[SeasonHasWatchProviders]] = Append("watch/providers")
    """The watch providers of a movie, TV series or season, by country."""


class TVBlock:
    """A block that `TVDetails` can carry."""


class TVHasAccountStates(TVBlock):
    """Marks `TVDetails` with `account_states`."""


class TVHasAggregateCredits(TVBlock):
    """Marks `TVDetails` with `aggregate_credits`."""


class TVHasAlternativeTitles(TVBlock):
    """Marks `TVDetails` with `alternative_titles`."""


class TVHasChanges(TVBlock):
    """Marks `TVDetails` with `changes`."""


class TVHasContentRatings(TVBlock):
    """Marks `TVDetails` with `content_ratings`."""


class TVHasCredits(TVBlock):
    """Marks `TVDetails` with `credits`."""


class TVHasEpisodeGroups(TVBlock):
    """Marks `TVDetails` with `episode_groups`."""


class TVHasExternalIds(TVBlock):
    """Marks `TVDetails` with `external_ids`."""


class TVHasImages(TVBlock):
    """Marks `TVDetails` with `images`."""


class TVHasKeywords(TVBlock):
    """Marks `TVDetails` with `keywords`."""


class TVHasLists(TVBlock):
    """Marks `TVDetails` with `lists`."""


class TVHasRecommendations(TVBlock):
    """Marks `TVDetails` with `recommendations`."""


class TVHasReviews(TVBlock):
    """Marks `TVDetails` with `reviews`."""


class TVHasScreenedTheatrically(TVBlock):
    """Marks `TVDetails` with `screened_theatrically`."""


class TVHasSimilar(TVBlock):
    """Marks `TVDetails` with `similar`."""


class TVHasTranslations(TVBlock):
    """Marks `TVDetails` with `translations`."""


class TVHasVideos(TVBlock):
    """Marks `TVDetails` with `videos`."""


class TVHasWatchProviders(TVBlock):
    """Marks `TVDetails` with `watch_providers`."""


class TVHasSeason(TVBlock):
    """Marks `TVDetails` with `season`."""


if TYPE_CHECKING:
    #: The blocks that a `TVDetails` carries; one without any fits wherever one is wanted.
    TVBlocks = TypeVar("TVBlocks", bound=TVBlock, contravariant=True, default=Never)
else:
    TVBlocks = TypeVar("TVBlocks", bound=TVBlock, contravariant=True)


class TVAppend:
    """The blocks of `TVDetails`; `|` joins them."""

    ACCOUNT_STATES: Final[Append[TVHasAccountStates]] = Append("account_states")
    """A user's or guest's favorite, rating and watchlist state of a movie, TV series or episode."""

    AGGREGATE_CREDITS: Final[Append[TVHasAggregateCredits]] = Append("aggregate_credits")
    """The cast and crew of all episodes of a TV series or season, one entry per person."""

    ALTERNATIVE_TITLES: Final[Append[TVHasAlternativeTitles]] = Append("alternative_titles")
    """The alternative titles of a TV series."""

    CHANGES: Final[Append[TVHasChanges]] = Append("changes")
    """The changes of one record, grouped by field."""

    CONTENT_RATINGS: Final[Append[TVHasContentRatings]] = Append("content_ratings")
    """The content ratings of a TV series, by country."""

    CREDITS: Final[Append[TVHasCredits]] = Append("credits")
    """The cast and crew of the latest season of a TV series."""

    EPISODE_GROUPS: Final[Append[TVHasEpisodeGroups]] = Append("episode_groups")
    """The episode groups (alternative episode orders) of a TV series."""

    EXTERNAL_IDS: Final[Append[TVHasExternalIds]] = Append("external_ids")
    """External ids of a TV series; null or empty if TMDB has none."""

    IMAGES: Final[Append[TVHasImages]] = Append("images")
    """The images of a TV series."""

    KEYWORDS: Final[Append[TVHasKeywords]] = Append("keywords")
    """The keywords of a TV series."""

    LISTS: Final[Append[TVHasLists]] = Append("lists")
    """One page of the lists of an account, or of the lists that contain a movie or TV series."""

    RECOMMENDATIONS: Final[Append[TVHasRecommendations]] = Append("recommendations")
    """One page of TV series."""

    REVIEWS: Final[Append[TVHasReviews]] = Append("reviews")
    """One page of the reviews of a movie or TV series."""

    SCREENED_THEATRICALLY: Final[Append[TVHasScreenedTheatrically]] = Append("screened_theatrically")
    """The episodes of a TV series that were screened in theaters."""

    SIMILAR: Final[Append[TVHasSimilar]] = Append("similar")
    """One page of TV series."""

    TRANSLATIONS: Final[Append[TVHasTranslations]] = Append("translations")
    """The translations of a TV series."""

    VIDEOS: Final[Append[TVHasVideos]] = Append("videos")
    """The videos of a movie, TV series, season or episode."""

    WATCH_PROVIDERS: Final[Append[TVHasWatchProviders]] = Append("watch/providers")
    """The watch providers of a movie, TV series or season, by country."""

    @staticmethod
    def season(season_number: int) -> Append[TVHasSeason]:
        """A season of the series, with its episodes."""
        return Append(f"season/{season_number}")
