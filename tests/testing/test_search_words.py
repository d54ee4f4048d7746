"""Which names match a query, and the order of the results."""

from __future__ import annotations

import pytest

from tmdb_facade.testing.catalogue.search_words import MatchKind, SearchName, search_names, sort_by_match


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("journeys end", "Journey's End"),
        ("journey\u2019s end", "Journey's End"),
        ("wall e", "WALL·E"),
        ("walle", "WALL·E"),
        ("WALL-E", "WALL·E"),
        ("spider man", "Spider-Man: No Way Home"),
        ("spiderman", "Spider-Man: No Way Home"),
        ("Spider-Man", "Spiderman"),
        ("neverending", "Never-Ending Man"),
        ("dune", "La Vie d'une autre"),
        ("swat", "S.W.A.T."),
        ("amelie", "Amélie"),
        ("Léon", "Leon: The Professional"),
        ("\uff21\uff2c\uff29\uff25\uff2e", "Alien"),
        ("strasse", "Die Straße"),
        ("007", "ロボット007 光線銃"),
        ("100", "The 100th Love with You"),
        ("Breaking+Bad", "Breaking Bad"),
        ("hobbs shaw", "Hobbs & Shaw"),
        ("hobbs & shaw", "Hobbs Shaw"),
        ("مُوسَى", "موسى"),
        ("Lord Rings", "The Lord of the Rings"),
        ("rings lord", "The Lord of the Rings"),
    ],
)
def test_a_name_contains_all_words_of_a_query(query: str, name: str) -> None:
    found = SearchName.of(query).match(SearchName.of(name))
    assert found in {MatchKind.WORDS, MatchKind.EXACT}


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "Alien"),
        ("!!!", "Alien"),
        ("top gun next", "Top Guns: The Next Generation"),
        ("hank", "The Shawshank Redemption"),
        ("the matrix 1999", "The Matrix"),
        ("Meen of Stal", "Man of Steel"),
        ("the bing bag theory", "The Big Bang Theory"),
        ("minions", "Cro Minion"),
        ("hobbs and shaw", "Hobbs & Shaw"),
    ],
)
def test_other_names_do_not_match(query: str, name: str) -> None:
    """There is no stemming, and no tolerance of typing errors; only the last word may be incomplete."""
    assert SearchName.of(query).match(SearchName.of(name)) is None


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        ("alien", "Alien", MatchKind.EXACT),
        ("up", "Up!", MatchKind.EXACT),
        ("alien", "The Alien", MatchKind.WORDS),
        ("dallas", "Dall-As", MatchKind.WORDS),
        ("miss cong", "Miss Congeniality", MatchKind.PREFIX),
        ("shaw", "The Shawshank Redemption", MatchKind.PREFIX),
        ("spider-m", "Spider-Man", MatchKind.PREFIX),
        ("spiderm", "Spider-Man", MatchKind.PREFIX),
    ],
)
def test_a_match_is_exact_of_words_or_of_a_prefix(query: str, name: str, expected: MatchKind) -> None:
    assert SearchName.of(query).match(SearchName.of(name)) is expected


def order(query: str, *records: tuple[str, float]) -> list[str]:
    """Return the names of the results of a search."""
    return sort_by_match(SearchName.of(query), [(name, search_names(name), popularity) for name, popularity in records])


def test_exact_names_are_first_then_names_with_all_words() -> None:
    assert order("up", ("Grown Ups", 90), ("Grown Up", 20), ("Alien", 99), ("Up", 1)) == ["Up", "Grown Up", "Grown Ups"]


def test_of_two_names_the_longer_one_has_to_be_more_popular() -> None:
    assert order("jobs", ("The Life of Jobs", 3), ("Dirty Jobs", 2)) == ["Dirty Jobs", "The Life of Jobs"]
    assert order("jobs", ("The Life of Jobs", 5), ("Dirty Jobs", 2)) == ["The Life of Jobs", "Dirty Jobs"]


def test_the_best_of_several_names_counts() -> None:
    records = [
        ("original", search_names("千と千尋の神隠し", "Spirited Away"), 1.0),
        ("other", search_names("Away"), 2.0),
    ]
    assert sort_by_match(SearchName.of("spirited away"), records) == ["original"]
    assert sort_by_match(SearchName.of("away"), records) == ["other", "original"]


def test_equal_matches_keep_their_order() -> None:
    assert order("plot", ("evil plot", 1), ("plot twist", 1), ("plot", 1)) == ["plot", "evil plot", "plot twist"]
