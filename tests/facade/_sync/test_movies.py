# Made from tests/facade/_async/test_movies.py by `make sync`: edit that file, never this one.
"""Films: what each method asks, and the type that it gives."""

from __future__ import annotations

from datetime import date
from typing import assert_type

import pytest

from tests.facade.resources import ANSWER, Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_bindings.append import MovieHasImages
from tmdb_facade import TMDB, MovieAppend
from tmdb_facade.models import (
    AccountStates,
    Changes,
    DatedMoviePage,
    Movie,
    MovieAlternativeTitles,
    MovieCredits,
    MovieDetails,
    MovieExternalIds,
    MovieImages,
    MovieKeywords,
    MovieReleaseDates,
    MovieTranslations,
    Review,
    UserList,
    Videos,
    WatchProviders,
)

CASES: list[Case[TMDB]] = [
    Case(
        lambda tmdb: tmdb.movies.details(
            550,
            start_date=date(2026, 1, 2),
            end_date=date(2026, 1, 9),
            page=2,
            include_image_language=["pt", None],
            include_video_language=["pt", "en"],
            language="pt-BR",
            session_id="s1",
            guest_session_id="g1",
        ),
        "/3/movie/550",
        {
            "start_date": "2026-01-02",
            "end_date": "2026-01-09",
            "page": "2",
            "include_image_language": "pt,null",
            "include_video_language": "pt,en",
            "language": "pt-BR",
            "session_id": "s1",
            "guest_session_id": "g1",
        },
        MovieDetails,
    ),
    Case(
        lambda tmdb: tmdb.movies.account_states(550, session_id="s1", guest_session_id="g1"),
        "/3/movie/550/account_states",
        {"session_id": "s1", "guest_session_id": "g1"},
        AccountStates,
    ),
    Case(
        lambda tmdb: tmdb.movies.alternative_titles(550, country="BR"),
        "/3/movie/550/alternative_titles",
        {"country": "BR"},
        MovieAlternativeTitles,
    ),
    Case(
        lambda tmdb: tmdb.movies.changes(550, start_date=date(2026, 1, 2), end_date=date(2026, 1, 9), page=2),
        "/3/movie/550/changes",
        {"start_date": "2026-01-02", "end_date": "2026-01-09", "page": "2"},
        Changes,
    ),
    Case(
        lambda tmdb: tmdb.movies.credits(550, language="pt-BR"),
        "/3/movie/550/credits",
        {"language": "pt-BR"},
        MovieCredits,
    ),
    Case(lambda tmdb: tmdb.movies.external_ids(550), "/3/movie/550/external_ids", {}, MovieExternalIds),
    Case(
        lambda tmdb: tmdb.movies.images(550, include_image_language=["pt", None], language="pt-BR"),
        "/3/movie/550/images",
        {"include_image_language": "pt,null", "language": "pt-BR"},
        MovieImages,
    ),
    Case(lambda tmdb: tmdb.movies.keywords(550), "/3/movie/550/keywords", {}, MovieKeywords),
    Case(lambda tmdb: tmdb.movies.latest(), "/3/movie/latest", {}, MovieDetails),
    Case(
        lambda tmdb: tmdb.movies.lists(550, language="pt-BR").first(),
        "/3/movie/550/lists",
        {"language": "pt-BR", "page": "1"},
        UserList,
    ),
    Case(
        lambda tmdb: tmdb.movies.now_playing(language="pt-BR", region="BR").first(),
        "/3/movie/now_playing",
        {"language": "pt-BR", "region": "BR", "page": "1"},
        Movie,
    ),
    Case(
        lambda tmdb: tmdb.movies.popular(language="pt-BR", region="BR").first(),
        "/3/movie/popular",
        {"language": "pt-BR", "region": "BR", "page": "1"},
        Movie,
    ),
    Case(
        lambda tmdb: tmdb.movies.recommendations(550, language="pt-BR").first(),
        "/3/movie/550/recommendations",
        {"language": "pt-BR", "page": "1"},
        Movie,
    ),
    Case(lambda tmdb: tmdb.movies.release_dates(550), "/3/movie/550/release_dates", {}, MovieReleaseDates),
    Case(
        lambda tmdb: tmdb.movies.reviews(550, language="pt-BR").first(),
        "/3/movie/550/reviews",
        {"language": "pt-BR", "page": "1"},
        Review,
    ),
    Case(
        lambda tmdb: tmdb.movies.similar(550, language="pt-BR").first(),
        "/3/movie/550/similar",
        {"language": "pt-BR", "page": "1"},
        Movie,
    ),
    Case(
        lambda tmdb: tmdb.movies.top_rated(language="pt-BR", region="BR").first(),
        "/3/movie/top_rated",
        {"language": "pt-BR", "region": "BR", "page": "1"},
        Movie,
    ),
    Case(lambda tmdb: tmdb.movies.translations(550), "/3/movie/550/translations", {}, MovieTranslations),
    Case(
        lambda tmdb: tmdb.movies.upcoming(language="pt-BR", region="BR").first(),
        "/3/movie/upcoming",
        {"language": "pt-BR", "region": "BR", "page": "1"},
        Movie,
    ),
    Case(
        lambda tmdb: tmdb.movies.videos(550, include_video_language=["pt", "en"], language="pt-BR"),
        "/3/movie/550/videos",
        {"include_video_language": "pt,en", "language": "pt-BR"},
        Videos,
    ),
    Case(lambda tmdb: tmdb.movies.watch_providers(550), "/3/movie/550/watch/providers", {}, WatchProviders),
]


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_each_method_asks_for_its_operation(case: Case[TMDB]) -> None:
    """It sends all that it was given, and gives the class that it promises."""
    fake = Fake(say(case.answer))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = case.call(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", case.path, case.query)
    assert type(found) is case.kind
    assert len(fake.requests) == 1


def test_parameters_reach_the_appended_blocks() -> None:
    """TMDB gives each block what it knows of the call's parameters."""
    fake = Fake(say({"id": 550, "images": {"posters": []}}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        film = tmdb.movies.details("tt0137523", append=MovieAppend.IMAGES, include_image_language=["de", None])
    assert_type(film, MovieDetails[MovieHasImages])
    assert fake.last.url.path == "/3/movie/tt0137523"
    assert fake.query == {"append_to_response": "images", "include_image_language": "de,null"}


def test_pages_of_films_in_cinemas_tell_their_dates() -> None:
    """The entries are films; the page knows the span that they were chosen by."""
    fake = Fake(say({**ANSWER, "dates": {"minimum": "2026-01-02", "maximum": "2026-02-03"}}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        page = tmdb.movies.now_playing(region="BR").page(1)
        assert_type(page, DatedMoviePage)
        first = tmdb.movies.upcoming().first()
        assert_type(first, Movie | None)
    assert (page.dates.minimum, page.dates.maximum) == (date(2026, 1, 2), date(2026, 2, 3))
