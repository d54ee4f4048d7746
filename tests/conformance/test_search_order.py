"""The embedded TMDB's search agrees with recorded searches: `python -m scripts.evidence.search_order` prints all figures."""

from __future__ import annotations

import httpx
import pytest

from scripts.evidence.recordings import RecordedAnswer
from scripts.evidence.search_order import KINDS, RecordedSearch, agreement, by_match, matches, read_searches
from tests.testing.calls import ids
from tmdb_facade.testing import TMDBServer, builtin

pytestmark = pytest.mark.conformance

PARAMETERS = {"query", "year", "primary_release_year", "first_air_date_year", "include_adult"}


@pytest.fixture(scope="session")
def searches(recordings: list[RecordedAnswer]) -> list[RecordedSearch]:
    """Return the recorded searches whose query is known."""
    return list(read_searches(recordings))


@pytest.mark.parametrize(
    ("since", "pairs", "first"), [("2014", 0.75, 0.75), ("2022", 0.75, 0.75), ("2024", 0.63, 0.85)]
)
def test_search_order_agrees_with_recorded_pages(
    searches: list[RecordedSearch], since: str, pairs: float, first: float
) -> None:
    """By popularity, it would be 67, 68 and 60 % of the pairs of rows, and 66 % of the first rows."""
    chosen = [search for search in searches if search.kind in KINDS and search.date >= since]
    found = agreement(chosen, by_match)
    assert found.pairs / found.all_pairs >= pairs, found
    assert found.first / found.all_first >= first, found


def test_only_the_last_word_of_a_recorded_query_is_incomplete(searches: list[RecordedSearch]) -> None:
    counts = matches(search for search in searches if len(search.query.written) > 1)
    assert counts["prefixes of earlier words"] <= 3, counts
    assert counts["prefix"] >= 30, counts


def test_search_finds_the_recorded_titles_of_the_catalogue_and_no_others(searches: list[RecordedSearch]) -> None:
    """A recorded page with all results also shows which titles did not match.

    Movies that are known from rows of lists, and the collections of such movies, lack the other titles by which TMDB finds them.
    """
    catalogue, compared = builtin(), 0
    known = {
        "movie": catalogue.movies,
        "tv": catalogue.series,
        "person": catalogue.people,
        "collection": catalogue.collections,
        "company": catalogue.companies,
        "keyword": catalogue.keywords,
    }
    thin = {("movie", movie.id) for movie in catalogue.movies.values() if movie.thin}
    whole = {movie.collection for movie in catalogue.movies.values() if not movie.thin}
    thin |= {("collection", number) for number in catalogue.collections if number not in whole}
    days = {movie.id: str(movie.release_date) for movie in catalogue.movies.values()}
    with TMDBServer() as server:
        headers = {"authorization": f"Bearer {server.access_token}"}
        with httpx.Client(transport=server.transport, base_url=server.base_url, headers=headers) as api:
            for search in searches:
                sent = {name: value for name, value in search.parameters.items() if name in PARAMETERS}
                found = set(ids(api, f"/3/search/{search.kind}", **sent)) if search.kind in known else set[int]()
                recorded = {row.id for row in search.rows}
                expected = recorded & known.get(search.kind, {}).keys()
                assert {one for one in expected - found if (search.kind, one) not in thin} == set(), search
                compared += len(expected)
                if search.total == len(search.rows):
                    assert {one for one in found - recorded if days.get(one, "") < search.date} == set(), search
    assert compared > 100
