"""The search for a match: its requests, and the choice among candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tmdb_facade._core.matching.matching import (
    REQUEST_LIMIT,
    Candidate,
    Match,
    Matching,
    SearchRequest,
    TitlesRequest,
    halves,
)
from tmdb_facade._core.matching.scoring import KnownTitle, MatchReason

Row = Candidate[str]
Request = SearchRequest | TitlesRequest


def row(number: int, title: str, year: int | None, *, votes: int = 10, original: str = "", country: str = "") -> Row:
    """Return a search result."""
    titles = (KnownTitle(title, MatchReason.TITLE), KnownTitle(original or title, MatchReason.ORIGINAL_TITLE))
    return Candidate(title, number, titles, year, votes, (country,) if country else ())


def run(
    title: str,
    year: int | None,
    answer: Callable[[SearchRequest], list[Row]],
    titles: dict[int, list[str]] | None = None,
    minimum: float = 0.7,
) -> tuple[Match[str] | None, list[Request]]:
    """Return the match and the requests of a search."""
    matching: Matching[str] = Matching(title, year, minimum)
    requests: list[Request] = []
    while (request := matching.next_request()) is not None:
        requests.append(request)
        if isinstance(request, SearchRequest):
            matching.add_candidates(answer(request))
        else:
            matching.add_titles(request.id, (titles or {})[request.id])
    return matching.result(), requests


def always(*rows: Row) -> Callable[[SearchRequest], list[Row]]:
    """Return an answer that is the same for every search."""
    return lambda _: list(rows)


def found(match: Match[str] | None) -> tuple[str, MatchReason] | None:
    """Return the title and reason of a match."""
    return None if match is None else (match.item, match.reason)


def test_one_request_if_title_and_year_fit() -> None:
    match, requests = run("The Matrix", 1999, always(row(1, "The Matrix", 1999), row(2, "The Matrix Reloaded", 2003)))
    assert found(match) == ("The Matrix", MatchReason.TITLE)
    assert match is not None
    assert match.score == 1
    assert [other.item for other in match.others] == ["The Matrix Reloaded"]
    assert match.others[0].others == ()
    assert requests == [SearchRequest("Matrix", 1999)]


def test_one_request_without_a_year() -> None:
    match, requests = run("The Matrix", None, always(row(1, "The Matrix", 1999)))
    assert found(match) == ("The Matrix", MatchReason.TITLE)
    assert requests == [SearchRequest("The Matrix")]


def test_second_request_is_without_the_year() -> None:
    match, requests = run("Matrix", 1998, lambda request: [] if request.year else [row(1, "Matrix", 1999)])
    assert match is not None
    assert match.score == 0.93
    assert requests == [SearchRequest("Matrix", 1998), SearchRequest("Matrix")]


def test_year_decides_between_equal_titles() -> None:
    rows = [row(1, "Titanic", 1997, votes=9000), row(2, "Titanic", 1953), row(3, "Titanic", 1943)]
    match, _ = run("Titanic", 1953, always(*rows))
    assert match is not None
    assert (match.score, [other.score for other in match.others]) == (1, [0.5, 0.5])


def test_votes_decide_between_equal_candidates_with_a_lower_score() -> None:
    match, _ = run("Titanic", None, always(row(2, "TITANIC", 1953), row(1, "Titanic", 1997, votes=9000)))
    assert found(match) == ("Titanic", MatchReason.TITLE)
    assert match is not None
    assert match.score < 0.9
    assert match.others[0].item == "TITANIC"


def test_alternative_titles_are_requested_only_if_nothing_fits() -> None:
    rows = [row(5, "Other", 1950), row(7, "A Good Day to Die Hard", 2013), row(8, "Something Else", 2013)]
    match, requests = run("Die Hard 5", 2013, always(*rows), {7: ["", "Duro de matar 5", "Die Hard 5"], 8: []})
    assert found(match) == ("A Good Day to Die Hard", MatchReason.ALTERNATIVE_TITLE)
    assert match is not None
    assert match.title == "Die Hard 5"
    assert requests == [
        SearchRequest("Hard 5", 2013),  # an article in German
        SearchRequest("Die Hard 5"),
        TitlesRequest(7),
    ]


def test_halves_of_the_title_are_searched_for_if_nothing_is_found() -> None:
    match, requests = run(
        "Fight Clb", 1999, lambda request: [row(550, "Fight Club", 1999)] if request.query == "Fight" else []
    )
    assert found(match) == ("Fight Club", MatchReason.SPELLING)
    assert requests == [SearchRequest("Fight Clb", 1999), SearchRequest("Fight Clb"), SearchRequest("Fight", 1999)]


def test_at_most_four_requests() -> None:
    others = [row(number, f"Other {number}", 1999) for number in range(30)]
    for text in ("The Matrix", "Matrix", "The Matrix (1999)", "Matrix 1999", "The.Matrix.1999", "The Matrix: Reloaded"):
        for year in (None, 1999):
            for rows in (others, []):
                match, requests = run(text, year, always(*rows), {one.id: [] for one in others})
                assert match is None
                assert len(requests) <= REQUEST_LIMIT
                assert len(set(requests)) == len(requests)


def test_year_in_the_text_is_a_year_or_a_part_of_the_title() -> None:
    woman = row(1, "Wonder Woman 1984", 2020)
    match, requests = run("Wonder Woman 1984", None, always(woman, row(2, "Wonder Woman", 2017)))
    assert found(match) == ("Wonder Woman 1984", MatchReason.TITLE)
    assert requests == [SearchRequest("Wonder Woman 1984")]

    match, requests = run(
        "The Matrix 1999", None, lambda request: [row(3, "The Matrix", 1999)] if request.year == 1999 else []
    )
    assert found(match) == ("The Matrix", MatchReason.TITLE)
    assert requests == [SearchRequest("The Matrix 1999"), SearchRequest("Matrix", 1999)]


def test_country_decides_between_equal_names() -> None:
    rows = [row(1, "The Office", 2001, votes=99, country="GB"), row(2, "The Office", 2005, country="US")]
    match, _ = run("The Office (US)", None, always(*rows))
    assert match is not None
    assert match.score > 0.9
    assert match.others[0].score < 0.7


def test_result_is_none_below_the_least_score() -> None:
    rows = [row(1, "Inception", 2010)]
    match, _ = run("Incepton", 2010, always(*rows))
    assert match is not None
    below, _ = run("Incepton", 2010, always(*rows), {1: []}, minimum=match.score + 0.01)
    assert below is None
    nothing, _ = run("Zulu", 1964, always(*rows), minimum=0)
    assert nothing is not None
    assert nothing.score == 0
    empty, _ = run("Zulu", 1964, always(), minimum=0)
    assert empty is None


def test_a_lower_least_score_ends_the_requests_no_earlier() -> None:
    def answer(request: SearchRequest) -> list[Row]:
        return [row(550, "Fight Club", 1999)] if request.query == "fight" else [row(1, "Unfit", 1950)]

    default, _ = run("fight clb", 1999, answer)
    match, requests = run("fight clb", 1999, answer, minimum=0)
    assert found(match) == found(default) == ("Fight Club", MatchReason.SPELLING)
    assert requests[-1] == SearchRequest("fight", 1999)


def test_other_movies_are_no_match() -> None:
    """Sequels, similar titles and the same title of another year."""
    wrong: Iterable[tuple[str, int | None, Row]] = [
        ("Toy Story 2", 1999, row(1, "Toy Story", 1995)),
        ("Rocky III", None, row(1, "Rocky II", 1979)),
        ("Aliens", 1986, row(1, "Alien", 1979)),
        ("Psycho", 1998, row(1, "Psycho", 1960)),
        ("Minion", None, row(1, "Minions", 2015)),
        ("Wind River", None, row(1, "Wild River", 1960)),
        ("Richard Serra: Man of Steel", None, row(1, "Man of Steel", 2013)),
        ("Heat", 1995, row(1, "The Heat is On", 1995)),
        ("Star Wars: A Fan Film", None, row(1, "Star Wars", 1977)),
    ]
    for title, year, candidate in wrong:
        match, _ = run(title, year, always(candidate), {1: []})
        assert match is None, title


def test_further_titles_are_kept_if_a_candidate_is_found_again() -> None:
    matching: Matching[str] = Matching("Die Hard 5", 2013, 0.7)
    again = row(7, "A Good Day to Die Hard", 2013)
    matching.add_candidates([again])
    matching.add_titles(7, ["Die Hard 5"])
    matching.add_candidates([again])
    assert found(matching.result()) == ("A Good Day to Die Hard", MatchReason.ALTERNATIVE_TITLE)


def test_halves_split_words_and_begin_single_ones() -> None:
    assert halves("The Lord of the Rings") == ["Lord of", "Rings"]
    assert halves("Inception") == ["Incep", "In"]
    assert halves("Up") == []
