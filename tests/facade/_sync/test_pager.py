# Made from tests/facade/_async/test_pager.py by `make sync`: edit that file, never this one.
"""Pagers: entries, pages, limits and prefetched requests."""

from __future__ import annotations

import json
import warnings
from typing import Any, get_args

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facade.support import TOKEN, Fake, error_response, json_response, movie_pages
from tmdb_bindings import api
from tmdb_facade import (
    TMDB,
    ClientClosedError,
    InvalidArgumentError,
    Pager,
    ServerError,
    StalledListWarning,
    TruncationWarning,
)
from tmdb_facade.models import Movie, MoviePage


def requested_pages(fake: Fake) -> list[int]:
    """Return the requested pages, sorted: concurrent requests have no order."""
    return sorted(int(request.url.params["page"]) for request in fake.requests)


def test_pager_yields_the_entries_of_all_pages_in_order() -> None:
    """No page is requested twice."""
    fake = Fake(movie_pages(45))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = [movie.id for movie in tmdb.movies.popular()]
    assert found == list(range(1, 46))
    assert requested_pages(fake) == [1, 2, 3]


def test_pager_requests_the_first_page_alone_and_prefetches_a_bounded_number() -> None:
    """Creating a pager sends nothing."""
    fake = Fake(movie_pages(1000))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular()
        assert fake.requests == []
        for movie in pager:
            if movie.id == 20:
                break
        assert requested_pages(fake) == [1]
        for movie in pager:
            if movie.id == 21:
                break
        assert set(requested_pages(fake)) <= {1, 2, 3, 4, 5}


def test_paginate_returns_the_pager_of_any_operation() -> None:
    """Creating it sends nothing, and the client's defaults apply."""
    fake = Fake(movie_pages(45))
    with TMDB(TOKEN, language="de", transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.paginate(api.movies.similar, 550)
        assert fake.requests == []
        assert [movie.id for movie in pager.limit(21)] == list(range(1, 22))
        assert (pager.page(3)).total_results == 45
    assert {request.url.params["language"] for request in fake.requests} == {"de"}
    assert {request.url.path for request in fake.requests} == {"/3/movie/550/similar"}


def test_paginate_rejects_an_operation_without_pages_and_a_page() -> None:
    fake = Fake(movie_pages(45))
    details: Any = api.movies.details
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(
            InvalidArgumentError, match=r"endpoint must be a paged operation, got movies_details: use call"
        ):
            tmdb.paginate(details, 550)
        with pytest.raises(InvalidArgumentError, match=r"page must be omitted: use start_page\(\) or page\(\)"):
            tmdb.paginate(api.movies.popular, page=2)
    assert fake.requests == []


def test_pager_prefetch_1_requests_each_page_when_it_is_reached() -> None:
    fake = Fake(movie_pages(100))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        for movie in tmdb.movies.popular().prefetch(1):
            assert requested_pages(fake) == list(range(1, (movie.id - 1) // 20 + 2))
        with pytest.raises(ValueError, match="got 0"):
            tmdb.movies.popular().prefetch(0)
    assert requested_pages(fake) == [1, 2, 3, 4, 5]


@settings(max_examples=40, deadline=None)
@given(
    total=st.integers(min_value=0, max_value=90),
    limit=st.none() | st.integers(min_value=0, max_value=100),
    prefetch=st.integers(min_value=1, max_value=7),
    start=st.integers(min_value=1, max_value=6),
)
def test_pager_with_any_options_yields_the_sequential_entries_without_extra_pages(
    total: int, limit: int | None, prefetch: int, start: int
) -> None:
    fake = Fake(movie_pages(total))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular().prefetch(prefetch).start_page(start)
        pager = pager if limit is None else pager.limit(limit)
        found = [movie.id for movie in pager]
    assert found == list(range(20 * (start - 1) + 1, total + 1))[:limit]
    needed = max(1, -(-len(found) // 20)) if limit != 0 else 0
    assert requested_pages(fake) == list(range(start, start + needed))


@settings(max_examples=25, deadline=None)
@given(moves=st.lists(st.integers(min_value=0, max_value=3), min_size=1, max_size=6), prefetch=st.integers(1, 4))
def test_pager_yields_entries_that_move_to_a_later_page_once(moves: list[int], prefetch: int) -> None:
    """`keep_duplicates` keeps them; pages are never changed."""
    rows: list[list[int]] = [list(range(1, 21))]
    for move in moves:
        last = rows[-1]
        rows.append(last[20 - move :] + list(range(max(last) + 1, max(last) + 21 - move)))
    fake = Fake(
        lambda request: json_response(
            {
                "page": 1,
                "results": [{"id": number} for number in rows[int(request.url.params["page"]) - 1]],
                "total_pages": len(rows),
                "total_results": 20 * len(rows),
            }
        )
    )
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular().prefetch(prefetch)
        found = [movie.id for movie in pager]
        limited = [movie.id for movie in pager.limit(30)]
        everything = [movie.id for movie in pager.keep_duplicates()]
        whole = [movie.id for page in pager.pages() for movie in page.results]
    assert found == list(range(1, max(rows[-1]) + 1))
    assert limited == found[:30]
    assert everything == whole == [number for row in rows for number in row]


def test_pager_start_page_applies_to_entries_and_pages() -> None:
    fake = Fake(movie_pages(105))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular().start_page(4)
        assert [movie.id for movie in pager] == list(range(61, 106))
        assert [page.page for page in pager.pages()] == [4, 5, 6]
        first = pager.first()
        assert first is not None
        assert first.id == 61
        for number in (0, 501):
            with pytest.raises(ValueError, match="1 to 500"):
                tmdb.movies.popular().start_page(number)
    assert 1 not in requested_pages(fake)


def test_pager_of_a_single_page_operation_requests_one_page() -> None:
    """TMDB ignores the page of tagged images, and trends have no page, whatever total TMDB sends."""
    row = {"id": "a", "media_type": "movie", "media": {"id": 1, "media_type": "movie"}}
    for rows, path in (([row], "/3/person/1/tagged_images"), ([{"id": 1}], "/3/trending/movie/day")):
        fake = Fake(json_response({"page": 0, "results": rows, "total_pages": 40, "total_results": 800}))
        with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
            pager = tmdb.people.tagged_images(1) if "person" in path else tmdb.trending.movies("day")
            assert len([entry for entry in pager]) == 1
            assert pager.truncated is True
            with pytest.raises(ValueError, match="one page"):
                pager.page(2)
            with pytest.raises(ValueError, match="one page"):
                pager.start_page(2)
        assert [request.url.path for request in fake.requests] == [path, path]  # the entries, and `truncated`


def test_pager_limit_of_a_change_list_counts_pages_of_100() -> None:
    fake = Fake(movie_pages(450, 100))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert [item.id for item in tmdb.changes.movies().limit(250)] == list(range(1, 251))
    assert requested_pages(fake) == [1, 2, 3]


def test_pager_of_v4_lists_items_has_the_lists_details_as_pages() -> None:
    whole = movie_pages(45)

    def answer(request: httpx.Request) -> httpx.Response:
        return json_response({**json.loads(whole(request).content), "id": 9, "name": "Mine"})

    fake = Fake(answer)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.v4.lists.items(9)
        assert len([item for item in pager]) == 45
        assert (pager.page(2)).name == "Mine"
    assert requested_pages(fake) == [1, 2, 2, 3]


def test_closed_pager_raises_and_so_do_pagers_derived_from_it() -> None:
    """The pager from which it was derived stays open."""
    fake = Fake(movie_pages(100))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        whole = tmdb.movies.popular()
        with whole.limit(50) as pager:
            assert len([movie for movie in pager]) == 50
            started = pager.__iter__()
            for _ in started:
                break
        for closed in (pager, pager.limit(3)):
            with pytest.raises(RuntimeError, match="closed"):
                closed.first()
        with pytest.raises(RuntimeError, match="closed"):  # the iteration must not just end
            [movie for movie in started]
        assert len([movie for movie in whole]) == 100
    with pytest.raises(RuntimeError, match="closed"):
        whole.start_page(2).first()


def test_pager_limit_stops_before_the_next_page() -> None:
    fake = Fake(movie_pages(100))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular()
        assert [movie.id for movie in pager.limit(20)] == list(range(1, 21))
        assert requested_pages(fake) == [1]
        assert [movie.id for movie in pager.limit(0)] == []
        assert [movie.id for movie in pager.limit(3).limit(5)] == [1, 2, 3]
        assert [movie.id for movie in pager.limit(1000)] == list(range(1, 101))
        assert [page.page for page in pager.limit(41).pages()] == [1, 2, 3]
        assert [page.page for page in pager.limit(0).pages()] == []
        with pytest.raises(ValueError, match="-1"):
            pager.limit(-1)


def test_pager_pages_yields_whole_pages() -> None:
    fake = Fake(movie_pages(45))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = [(page.page, len(page.results), page.total_results) for page in tmdb.movies.popular().pages()]
    assert found == [(1, 20, 45), (2, 20, 45), (3, 5, 45)]


def test_pager_page_requests_one_page_between_1_and_500() -> None:
    fake = Fake(movie_pages(45))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        page = tmdb.movies.popular().page(3)
        assert [movie.id for movie in page.results] == [41, 42, 43, 44, 45]
        for number in (0, 501, -1):
            with pytest.raises(ValueError, match="1 to 500"):
                tmdb.movies.popular().page(number)
    assert requested_pages(fake) == [3]


def test_pager_requests_anew_for_each_method_and_total() -> None:
    """So that a list which changes is never answered from an earlier page."""
    totals = iter(range(25, 99))
    fake = Fake(lambda request: movie_pages(next(totals))(request))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.search.movies("movie")
        first = pager.first()
        assert first is not None
        assert first.id == 1
        assert [pager.total_results for _ in range(2)] == [26, 27]
        assert pager.total_pages == 2
        assert pager.truncated is False
        assert (pager.page(1)).total_results == 30
        assert requested_pages(fake) == [1] * 6
        assert len([movie for movie in pager]) == 32
        assert len([movie for movie in pager]) == 34
    assert requested_pages(fake) == [1] * 8 + [2] * 2


def test_pages_belong_to_the_caller() -> None:
    """Changing a page changes neither the iteration that yielded it nor later ones."""
    fake = Fake(movie_pages(60))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular()
        for _ in range(2):
            seen: list[int] = []
            for page in pager.limit(60).pages():
                seen += [movie.id for movie in page.results]
                page.results.clear()
                page.total_pages = 1
            assert seen == list(range(1, 61))
        (pager.page(1)).results.clear()
        assert len([movie for movie in pager]) == 60


def test_pager_ends_after_3_pages_without_a_new_entry_and_warns() -> None:
    """TMDB promises pages that it does not have; a server that ignores `page` repeats its first page for ever."""

    def answer(request: httpx.Request) -> httpx.Response:
        empty: dict[str, object] = {"page": 1, "results": [], "total_pages": 500, "total_results": 10_000}
        return (
            json_response(empty) if "query" in request.url.params else json_response({**empty, "results": [{"id": 1}]})
        )

    fake = Fake(answer)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.warns(StalledListWarning, match="search_movies: pages 1 to 3 of 500") as caught:
            assert tmdb.search.movies("x").first() is None
        assert requested_pages(fake) == [1, 2, 3]
        assert [warning.filename for warning in caught] == [__file__]
        repeated = tmdb.movies.popular().prefetch(1)
        for pager, expected in ((repeated, 1), (repeated.limit(50), 1), (repeated.keep_duplicates(), 4)):
            fake.requests.clear()
            with pytest.warns(StalledListWarning, match="pages 2 to 4"):
                assert len([movie for movie in pager]) == expected
            assert requested_pages(fake) == [1, 2, 3, 4]
        with pytest.warns(StalledListWarning, match="pages 2 to 4"):
            assert len([page for page in repeated.pages()]) == 4


def test_pager_of_an_empty_list_has_no_first_entry() -> None:
    """TMDB sends a total of 0 pages or of 1."""
    for total_pages in (0, 1):
        fake = Fake(movie_pages(0, claimed_pages=total_pages))
        with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
            pager = tmdb.search.movies("nothing")
            assert pager.first() is None
            assert [movie for movie in pager] == []
        assert requested_pages(fake) == [1, 1]


def test_pager_stops_after_page_500_with_one_truncation_warning() -> None:
    """TMDB's total counts pages that it does not return."""
    fake = Fake(movie_pages(600, size=1, claimed_pages=242_774))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular().start_page(490).prefetch(20)
        with pytest.warns(TruncationWarning, match="movies_popular.*242774") as caught:
            assert len([movie for movie in pager]) == 11
        assert [warning.filename for warning in caught] == [__file__]
        with pytest.warns(TruncationWarning) as caught:
            assert len([page for page in pager.pages()]) == 11
        assert [warning.filename for warning in caught] == [__file__]
        assert requested_pages(fake) == sorted([*range(490, 501)] * 2)
        assert pager.truncated is True
        assert pager.total_pages == 242_774


def test_pager_with_a_limit_or_exactly_500_pages_does_not_warn() -> None:
    fake = Fake(movie_pages(600, size=1))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert len([movie for movie in tmdb.movies.popular().start_page(490).limit(11)]) == 11
        tmdb.movies.popular().page(500)
    fake = Fake(movie_pages(500, size=1))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular().start_page(499)
        assert len([movie for movie in pager]) == 2
        assert pager.truncated is False


def test_pager_continues_after_an_empty_page() -> None:
    """TMDB hides entries, which leaves pages empty."""
    sizes = {1: 2, 2: 0, 3: 1}
    fake = Fake(
        lambda request: json_response(
            {
                "page": 1,
                "results": [{"id": int(request.url.params["page"])}] * sizes[int(request.url.params["page"])],
                "total_pages": 3,
                "total_results": 60,
            }
        )
    )
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert len([movie for movie in tmdb.movies.popular()]) == 3
    assert requested_pages(fake) == [1, 2, 3]


def test_pager_raises_the_error_of_a_later_page_after_the_entries_before_it() -> None:
    good = movie_pages(60)
    fake = Fake(lambda request: error_response(503, 46) if request.url.params["page"] == "2" else good(request))
    seen: list[int] = []
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(ServerError):  # noqa: PT012  (the entries before the error matter)
            for movie in tmdb.movies.popular():
                seen.append(movie.id)  # noqa: PERF401  (a comprehension would lose them)
    assert seen == list(range(1, 21))


def test_drift_on_a_prefetched_page_warns_at_the_callers_line() -> None:
    good = movie_pages(100)

    def answer(request: httpx.Request) -> httpx.Response:
        page = json.loads(good(request).content)
        if page["page"] == 3:
            page["results"][0]["title"] = 5
        return json_response(page)

    fake = Fake(answer)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert len([movie for movie in tmdb.movies.popular()]) == 100
    assert [warning.filename for warning in caught if "Movie.title" in str(warning.message)] == [__file__]


def test_pager_can_be_subscribed_at_run_time() -> None:
    """Programs without postponed annotations evaluate them."""
    assert get_args(Pager[Movie]) == (Movie,)
    assert get_args(Pager[Movie, MoviePage]) == (Movie, MoviePage)


def test_pager_repr_names_the_operation_and_hides_the_query() -> None:
    tmdb = TMDB(TOKEN)
    shown = repr(tmdb.search.movies("secret words").limit(7))
    assert shown.endswith("Pager of search_movies, at most 7 entries>")


def test_closed_pager_requests_no_page() -> None:
    fake = Fake()
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with tmdb.movies.popular() as pager:
            pass
        with pytest.raises(ClientClosedError):
            pager.page(1)
    assert fake.requests == []
