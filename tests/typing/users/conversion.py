"""Models from dictionaries and JSON text have the types that `details` returns."""

from __future__ import annotations

from typing import Any, assert_type

from tmdb_facade import EpisodeAppend, MovieAppend, TVAppend
from tmdb_facade.models import (
    EpisodeDetails,
    Movie,
    MovieCredits,
    MovieDetails,
    MoviePage,
    SeasonDetails,
    TVDetails,
)
from tmdb_facade.types import (
    EpisodeHasCredits,
    MovieHasCredits,
    MovieHasVideos,
    TVHasCredits,
    TVHasSeason,
)


def plain(text: str, data: bytes, fields: dict[str, Any], values: dict[str, object]) -> None:
    """Check models without blocks."""
    assert_type(Movie.from_json(text), Movie)
    assert_type(Movie.from_json(data, on_drift="raise"), Movie)
    assert_type(Movie.from_dict(fields), Movie)
    assert_type(MoviePage.from_dict(values, on_drift="ignore").results, list[Movie])
    assert_type(Movie.from_json(text).to_dict(), dict[str, Any])


def movies(text: str, fields: dict[str, Any]) -> None:
    """Check details with constants, without, and with a list of names."""
    assert_type(MovieDetails.from_json(text), MovieDetails)
    assert_type(MovieDetails.from_dict(fields, on_drift="raise"), MovieDetails)
    movie = MovieDetails.from_json(text, append=MovieAppend.CREDITS)
    assert_type(movie, MovieDetails[MovieHasCredits])
    assert_type(movie.credits, MovieCredits)
    both = MovieDetails.from_dict(fields, append=MovieAppend.CREDITS | MovieAppend.VIDEOS, on_drift="ignore")
    assert_type(both, MovieDetails[MovieHasCredits | MovieHasVideos])
    listed = MovieDetails.from_json(text, append=["credits"])
    assert_type(listed, MovieDetails[Any])
    assert_type(listed.credits, MovieCredits)
    assert_type(MovieDetails[MovieHasCredits].from_json(text), MovieDetails)
    any_movie: list[MovieDetails] = [movie, both, listed]
    del any_movie


def series(text: str, fields: dict[str, Any]) -> None:
    """Check seasons, as a block and by their numbers."""
    assert_type(TVDetails.from_json(text), TVDetails)
    assert_type(TVDetails.from_json(text, seasons=[1]), TVDetails[TVHasSeason])
    assert_type(TVDetails.from_dict(fields, append=TVAppend.season(1)).season(1), SeasonDetails)
    assert_type(TVDetails.from_dict(fields, append=TVAppend.CREDITS), TVDetails[TVHasCredits])
    whole = TVDetails.from_json(text, append=TVAppend.CREDITS, seasons=[1, 2])
    assert_type(whole, TVDetails[TVHasCredits | TVHasSeason])
    assert_type(TVDetails.from_json(text, append=["credits"], seasons=[1]), TVDetails[Any])
    assert_type(EpisodeDetails.from_json(text, append=EpisodeAppend.CREDITS), EpisodeDetails[EpisodeHasCredits])
