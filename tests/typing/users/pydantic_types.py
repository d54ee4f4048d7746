"""Models, enums and partial dates keep their types in pydantic and FastAPI."""

from __future__ import annotations

import datetime
from typing import Annotated, assert_type

from fastapi import Body, FastAPI
from pydantic import BaseModel, TypeAdapter

from tmdb_facade.models import Movie, MovieCredits, MovieDetails, MultiSearchResult
from tmdb_facade.types import MovieHasCredits, MovieStatus, PartialDate, ReleaseType

app = FastAPI()


class Shelf(BaseModel):
    """A model of a program."""

    movies: list[Movie]
    details: MovieDetails[MovieHasCredits]
    found: list[MultiSearchResult]
    since: PartialDate | datetime.date | None = None
    status: MovieStatus | None = None


@app.post("/movies/{kind}")
async def add(movie: Annotated[Movie, Body()], kind: ReleaseType) -> MovieDetails[MovieHasCredits]:
    """Add a movie."""
    assert_type(movie, Movie)
    assert_type(kind, ReleaseType)
    raise NotImplementedError


def fields(shelf: Shelf, value: object) -> None:
    """Check fields and adapters."""
    assert_type(shelf.movies, list[Movie])
    assert_type(shelf.details.credits, MovieCredits)
    assert_type(shelf.since, PartialDate | datetime.date | None)
    assert_type(shelf.status, MovieStatus | None)
    assert_type(TypeAdapter(Movie).validate_python(value), Movie)
    assert_type(TypeAdapter(list[Movie]).validate_json("[]"), list[Movie])
