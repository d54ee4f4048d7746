# Made from tests/facade/_async/test_pager.py by `make sync`: edit that file, never this one.
"""Lists: entries by default, pages on demand, and nothing asked for that is not needed."""

from __future__ import annotations

import json
import warnings
from typing import get_args

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facade.support import TOKEN, Fake, pages, refuse, say
from tmdb_facade import TMDB, Pager, ServerError, TruncationWarning
from tmdb_facade.models import Movie, MoviePage


def asked(fake: Fake) -> list[int]:
    """Tell which pages were asked for; which of those that were under way together came first does not matter."""
    return sorted(int(request.url.params["page"]) for request in fake.requests)


def test_iterating_gives_the_entries_of_all_pages_in_order() -> None:
    """Pages are not seen, and the last one is not asked for twice."""
    fake = Fake(pages(45))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = [movie.id for movie in tmdb.movies.popular()]
    assert found == list(range(1, 46))
    assert asked(fake) == [1, 2, 3]


def test_nothing_is_asked_for_until_it_is_wanted() -> None:
    """Making a pager sends nothing, the first page comes alone, and what is fetched ahead is bounded."""
    fake = Fake(pages(1000))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular()
        assert fake.requests == []
        for movie in pager:
            if movie.id == 20:
                break
        assert asked(fake) == [1]
        for movie in pager:
            if movie.id == 21:
                break
        assert set(asked(fake)) <= {1, 2, 3, 4, 5}


def test_one_page_after_the_other_asks_for_none_ahead() -> None:
    """`prefetch(1)` turns it off: a page is asked for when its first entry is wanted."""
    fake = Fake(pages(100))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        for movie in tmdb.movies.popular().prefetch(1):
            assert asked(fake) == list(range(1, (movie.id - 1) // 20 + 2))
        with pytest.raises(ValueError, match="not 0"):
            tmdb.movies.popular().prefetch(0)
    assert asked(fake) == [1, 2, 3, 4, 5]


@settings(max_examples=40)
@given(
    total=st.integers(min_value=0, max_value=90),
    limit=st.none() | st.integers(min_value=0, max_value=100),
    prefetch=st.integers(min_value=1, max_value=7),
    start=st.integers(min_value=1, max_value=6),
)
def test_every_walk_gives_what_one_page_after_the_other_would(
    total: int, limit: int | None, prefetch: int, start: int
) -> None:
    """In order, from the page that was asked for, as many as were asked for, and without a needless page."""
    fake = Fake(pages(total))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular().prefetch(prefetch).start_page(start)
        pager = pager if limit is None else pager.limit(limit)
        found = [movie.id for movie in pager]
    assert found == list(range(20 * (start - 1) + 1, total + 1))[:limit]
    needed = max(1, -(-len(found) // 20)) if limit != 0 else 0
    assert asked(fake) == list(range(start, start + needed))


@settings(max_examples=25)
@given(moves=st.lists(st.integers(min_value=0, max_value=3), min_size=1, max_size=6), prefetch=st.integers(1, 4))
def test_what_a_moving_ranking_brings_again_is_given_once(moves: list[int], prefetch: int) -> None:
    """So many entries move from the end of a page to the next one while it is walked; they can be kept."""
    rows: list[list[int]] = [list(range(1, 21))]
    for move in moves:
        last = rows[-1]
        rows.append(last[20 - move :] + list(range(max(last) + 1, max(last) + 21 - move)))
    fake = Fake(
        lambda request: say(
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


def test_a_walk_can_go_on_where_another_was_left() -> None:
    """`start_page` counts for entries and pages; the totals come from the page that was asked for."""
    fake = Fake(pages(105))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular().start_page(4)
        assert [movie.id for movie in pager] == list(range(61, 106))
        assert [page.page for page in pager.pages()] == [4, 5, 6]
        assert pager.total_results == 105
        first = pager.first()
        assert first is not None
        assert first.id == 61
        for number in (0, 501):
            with pytest.raises(ValueError, match="1 to 500"):
                tmdb.movies.popular().start_page(number)
    assert 1 not in asked(fake)


def test_of_a_list_with_one_page_only_that_is_asked_for() -> None:
    """TMDB ignores the page of tagged images and knows none of trends; whatever it says of more pages."""
    row = {"id": "a", "media_type": "movie", "media": {"id": 1, "media_type": "movie"}}
    for rows, path in (([row], "/3/person/1/tagged_images"), ([{"id": 1}], "/3/trending/movie/day")):
        fake = Fake(say({"page": 0, "results": rows, "total_pages": 40, "total_results": 800}))
        with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
            pager = tmdb.people.tagged_images(1) if "person" in path else tmdb.trending.movies("day")
            assert len([entry for entry in pager]) == 1
            assert pager.truncated is True
            with pytest.raises(ValueError, match="one page"):
                pager.page(2)
            with pytest.raises(ValueError, match="one page"):
                pager.start_page(2)
        assert [request.url.path for request in fake.requests] == [path]


def test_change_lists_have_a_hundred_entries_a_page() -> None:
    """A limit counts with that."""
    fake = Fake(pages(450, 100))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert [item.id for item in tmdb.changes.movies().limit(250)] == list(range(1, 251))
    assert asked(fake) == [1, 2, 3]


def test_lists_of_version_4_are_walked_alike() -> None:
    """Their pages are the list's details."""
    whole = pages(45)

    def answer(request: httpx.Request) -> httpx.Response:
        return say({**json.loads(whole(request).content), "id": 9, "name": "Mine"})

    fake = Fake(answer)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.v4.lists.items(9)
        assert len([item for item in pager]) == 45
        assert (pager.page(2)).name == "Mine"
    assert asked(fake) == [1, 2, 2, 3]


def test_a_pager_that_was_closed_is_not_walked_again() -> None:
    """Nor is one that was made of it; a pager that it was made of is."""
    fake = Fake(pages(100))
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
        with pytest.raises(RuntimeError, match="closed"):  # and not an end where there is none
            [movie for movie in started]
        assert len([movie for movie in whole]) == 100
    with pytest.raises(RuntimeError, match="closed"):
        whole.start_page(2).first()


def test_a_limit_counts_entries_and_spares_pages() -> None:
    """Exactly as many entries are given, and no page beyond the last of them is asked for."""
    fake = Fake(pages(100))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular()
        assert [movie.id for movie in pager.limit(20)] == list(range(1, 21))
        assert asked(fake) == [1]
        assert [movie.id for movie in pager.limit(0)] == []
        assert [movie.id for movie in pager.limit(3).limit(5)] == [1, 2, 3]
        assert [movie.id for movie in pager.limit(1000)] == list(range(1, 101))
        assert [page.page for page in pager.limit(41).pages()] == [1, 2, 3]
        assert [page.page for page in pager.limit(0).pages()] == []
        with pytest.raises(ValueError, match="-1"):
            pager.limit(-1)


def test_pages_come_whole() -> None:
    """Each page has its number, its entries and the totals."""
    fake = Fake(pages(45))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = [(page.page, len(page.results), page.total_results) for page in tmdb.movies.popular().pages()]
    assert found == [(1, 20, 45), (2, 20, 45), (3, 5, 45)]


def test_one_page_can_be_asked_for() -> None:
    """`page(n)` asks for that page only; numbers that TMDB refuses are refused before."""
    fake = Fake(pages(45))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        page = tmdb.movies.popular().page(3)
        assert [movie.id for movie in page.results] == [41, 42, 43, 44, 45]
        for number in (0, 501, -1):
            with pytest.raises(ValueError, match="1 to 500"):
                tmdb.movies.popular().page(number)
    assert asked(fake) == [3]


def test_the_first_page_is_asked_for_once() -> None:
    """Totals, the first entry and the walk share it."""
    fake = Fake(pages(25))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.search.movies("film")
        first = pager.first()
        assert first is not None
        assert first.id == 1
        assert pager.total_results == 25
        assert pager.total_pages == 2
        assert pager.truncated is False
        assert asked(fake) == [1]
        assert len([movie for movie in pager]) == 25
    assert asked(fake) == [1, 2]


def test_an_empty_list_is_empty() -> None:
    """TMDB says 0 or 1 page of nothing; there is no first entry."""
    for said in (0, 1):
        fake = Fake(pages(0, said=said))
        with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
            pager = tmdb.search.movies("nothing")
            assert pager.first() is None
            assert [movie for movie in pager] == []
        assert asked(fake) == [1]


def test_pages_beyond_500_are_never_asked_for() -> None:
    """TMDB counts hundreds of thousands of pages and gives out 500; the walk that ends there says so, once."""
    fake = Fake(pages(600, size=1, said=242_774))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular().start_page(490).prefetch(20)
        with pytest.warns(TruncationWarning, match="movies_popular.*242774") as told:
            assert len([movie for movie in pager]) == 11
        assert [warning.filename for warning in told] == [__file__]
        with pytest.warns(TruncationWarning) as told:
            assert len([page for page in pager.pages()]) == 11
        assert [warning.filename for warning in told] == [__file__]
        assert pager.truncated is True
        assert pager.total_pages == 242_774
    assert asked(fake) == sorted([*range(490, 501)] * 2)


def test_an_end_that_the_user_chose_is_no_truncation() -> None:
    """Nor is a list of exactly 500 pages."""
    fake = Fake(pages(600, size=1))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert len([movie for movie in tmdb.movies.popular().start_page(490).limit(11)]) == 11
        tmdb.movies.popular().page(500)
    fake = Fake(pages(500, size=1))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular().start_page(499)
        assert len([movie for movie in pager]) == 2
        assert pager.truncated is False


def test_an_empty_page_in_the_middle_does_not_end_the_list() -> None:
    """What TMDB hides leaves pages empty; the totals tell where the end is."""
    sizes = {1: 2, 2: 0, 3: 1}
    fake = Fake(
        lambda request: say(
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
    assert asked(fake) == [1, 2, 3]


def test_an_error_on_a_later_page_comes_when_that_page_is_wanted() -> None:
    """What came before it has been given."""
    good = pages(60)
    fake = Fake(lambda request: refuse(503, 46) if request.url.params["page"] == "2" else good(request))
    seen: list[int] = []
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(ServerError):  # noqa: PT012  (what comes before the error counts here)
            for movie in tmdb.movies.popular():
                seen.append(movie.id)  # noqa: PERF401  (a comprehension would lose them)
    assert seen == list(range(1, 21))


def test_what_is_odd_on_a_page_is_told_at_the_users_line() -> None:
    """Also when the page was fetched ahead."""
    good = pages(100)

    def answer(request: httpx.Request) -> httpx.Response:
        page = json.loads(good(request).content)
        if page["page"] == 3:
            page["results"][0]["title"] = 5
        return say(page)

    fake = Fake(answer)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            assert len([movie for movie in tmdb.movies.popular()]) == 100
    assert [warning.filename for warning in told if "Movie.title" in str(warning.message)] == [__file__]


def test_search_sends_what_was_asked_for() -> None:
    """Every parameter goes out under TMDB's name for it, and nothing else does."""
    fake = Fake(pages(0))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.search.movies(
            "tom & jerry", year=1992, primary_release_year=1993, include_adult=False, language="pt-BR", region="BR"
        ).first()
        assert fake.query == {
            "query": "tom & jerry",
            "year": "1992",
            "primary_release_year": "1993",
            "include_adult": "false",
            "language": "pt-BR",
            "region": "BR",
            "page": "1",
        }
        tmdb.search.movies("x").first()
        assert fake.query == {"query": "x", "page": "1"}


def test_a_search_of_all_kinds_gives_each_entry_its_class() -> None:
    """`media_type` decides; a kind that TMDB adds one day has a class too."""
    rows = [
        {"id": 1, "media_type": "movie", "title": "A film"},
        {"id": 2, "media_type": "tv", "name": "A series"},
        {"id": 3, "media_type": "person", "name": "A person"},
        {"id": 4, "media_type": "podcast", "name": "Something new"},
    ]
    fake = Fake(say({"page": 1, "results": rows, "total_pages": 1, "total_results": 4}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = [type(entry).__name__ for entry in tmdb.search.multi("a")]
    assert len(set(found)) == 4
    assert found[3] == "UnknownMedia"


def test_a_pager_can_stand_in_annotations_that_are_evaluated() -> None:
    """With or without the type of its pages: programs without postponed annotations evaluate them."""
    assert get_args(Pager[Movie]) == (Movie,)
    assert get_args(Pager[Movie, MoviePage]) == (Movie, MoviePage)


def test_a_pager_shows_what_it_lists_and_no_values() -> None:
    """Its `repr` names the operation; the query could hold a session id."""
    tmdb = TMDB(TOKEN)
    shown = repr(tmdb.search.movies("secret words").limit(7))
    assert shown.endswith("Pager of search_movies, at most 7 entries>")
