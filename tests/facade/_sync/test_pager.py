# Made from tests/facade/_async/test_pager.py by `make sync`: edit that file, never this one.
"""Lists: entries by default, pages on demand, and nothing asked for that is not needed."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.facade.support import TOKEN, Fake, pages, refuse, say
from tmdb_facade import TMDB, Pager, ServerError
from tmdb_facade.models import Movie, MoviePage


def asked(fake: Fake) -> list[int]:
    """Tell which pages were asked for."""
    return [int(request.url.params["page"]) for request in fake.requests]


def test_iterating_gives_the_entries_of_all_pages_in_order() -> None:
    """Pages are not seen, and the last one is not asked for twice."""
    fake = Fake(pages(45))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = [movie.id for movie in tmdb.movies.popular()]
    assert found == list(range(1, 46))
    assert asked(fake) == [1, 2, 3]


def test_nothing_is_asked_for_until_it_is_wanted() -> None:
    """Making a pager sends nothing, and stopping early leaves the other pages unasked."""
    fake = Fake(pages(100))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular()
        assert fake.requests == []
        for movie in pager:
            if movie.id == 21:
                break
    assert asked(fake) == [1, 2]


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
    """TMDB counts hundreds of thousands of pages and gives out 500; the pager says that there are more."""
    fake = Fake(pages(500, size=1, said=242_774))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular()
        assert len([movie for movie in pager]) == 500
        assert pager.truncated is True
        assert pager.total_pages == 242_774
    assert max(asked(fake)) == 500


def test_an_empty_page_in_the_middle_does_not_end_the_list() -> None:
    """What TMDB hides leaves pages empty; the totals tell where the end is."""
    sizes = {1: 2, 2: 0, 3: 1}
    fake = Fake(
        lambda request: say(
            {
                "page": 1,
                "results": [{"id": 1}] * sizes[int(request.url.params["page"])],
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
    assert "search_movies" in shown
    assert "7" in shown
    assert "secret" not in shown
