"""Matching of titles: normalization, what a text says, and scores."""

from __future__ import annotations

import pytest

from tmdb_facade._core.matching.readings import TitleReading, read_title
from tmdb_facade._core.matching.scoring import KnownTitle, MatchReason, score, spelling_fit, title_fit, year_fit
from tmdb_facade._core.matching.titles import contains_words, search_words, title_key, without_article

SAME = [
    ("Amélie", "amelie"),
    ("Les Misérables", "Les Miserables"),
    ("Æon Flux", "Aeon Flux"),
    ("Brüno", "BRUNO"),
    ("Straße", "Strasse"),
    ("Ёлки", "Елки"),
    ("Tom & Jerry", "Tom and Jerry"),
    ("Tim & Struppi", "Tim und Struppi"),
    ("Romeo + Juliet", "Romeo and Juliet"),
    ("Journey's End", "Journeys End"),
    ("Journey\u2019s End", "Journey's End"),
    ("Disney+ Day", "Disney Day"),
    ("Spider-Man", "Spider Man"),
    ("Spider-Man", "Spiderman"),
    ("WALL\u00b7E", "Wall-E"),
    ("E.T. the Extra-Terrestrial", "ET the Extra Terrestrial"),
    ("M*A*S*H", "MASH"),
    ("Batman v Superman", "Batman vs. Superman"),
    ("Rocky II", "Rocky 2"),
    ("Star Wars: Episode I", "Star Wars Episode 1"),
    ("Star Wars: Episode V - The Empire", "Star Wars Episode 5 The Empire"),
    ("Alien\u00b3", "Alien 3"),
    ("007", "7"),
    ("Hunter \u00d7 Hunter", "Hunter x Hunter"),
    ("Matrix, The", "The Matrix"),
    ("The Lego\u2122 Movie", "The Lego Movie"),
    ("\uff26\uff55\uff4c\uff4c", "Full"),  # full-width letters
    ("千と千尋の神隠し", "千と千尋の神隠し "),
    ("銀魂2", "銀魂 2"),
    ("שָׁלוֹם", "שלום"),  # Hebrew with and without points
    ("مُحَمَّد", "محمد"),  # Arabic with and without vowel signs
    ("أحمد", "احمد"),
]
LOOSELY_SAME = [
    ("The Matrix", "Matrix"),
    ("La Haine", "Haine"),
    ("The Die Hard", "Die Hard"),
    ("Lord of the Rings", "The Lord of Rings"),
    ("Ocean's Eleven", "Oceans 11"),
    ("Dune: Part Two", "Dune Part II"),
    ("Twelve Monkeys", "12 Monkeys"),
]
DIFFERENT = [
    ("Rocky", "Rocky II"),
    ("Alien", "Aliens"),
    ("I, Robot", "Robot"),
    ("V for Vendetta", "5 for Vendetta"),
    ("The King and I", "The King and 1"),
    ("がき", "かき"),  # the voicing mark of Kana is a letter
    ("किताब", "कताब"),  # and so is a vowel sign of Devanagari
    ("!!!", "???"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_title_key_is_the_same_for_other_spellings(one: str, other: str) -> None:
    assert title_key(one).exact == title_key(other).exact


@pytest.mark.parametrize(("one", "other"), LOOSELY_SAME)
def test_title_key_is_loosely_the_same_without_articles_and_with_number_words(one: str, other: str) -> None:
    assert title_key(one).exact != title_key(other).exact
    assert title_key(one).loose == title_key(other).loose


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_title_key_differs_for_other_titles(one: str, other: str) -> None:
    assert title_key(one).exact != title_key(other).exact
    assert title_key(one).loose != title_key(other).loose


@pytest.mark.parametrize("title", ["", " ", "?", "...", "!!!", "\u0301", "'", "½", "🎬", "The", "A", "&", "II", "v"])
def test_title_key_of_any_text_does_not_raise(title: str) -> None:
    title_key(title)
    read_title(title, None)
    title_fit(title, KnownTitle("The Matrix", MatchReason.TITLE))


READINGS = {
    "Blade Runner (1982)": [TitleReading("Blade Runner", 1982)],
    "Blade Runner [1982]": [TitleReading("Blade Runner", 1982)],
    "The Office (US)": [TitleReading("The Office", country="US")],
    "The Office (UK) (2001)": [TitleReading("The Office", 2001, "GB")],
    "2012": [TitleReading("2012")],
    "2012 (2009)": [TitleReading("2012", 2009)],
    "1917": [TitleReading("1917")],
    "(500) Days of Summer": [TitleReading("(500) Days of Summer")],
    "Blade Runner 2049": [TitleReading("Blade Runner", 2049, weight=0.99)],
    "Wonder Woman 1984": [TitleReading("Wonder Woman 1984"), TitleReading("Wonder Woman", 1984, weight=0.99)],
    "The.Matrix.1999": [
        TitleReading("The Matrix", 1999, weight=0.99),
        TitleReading("The Matrix 1999", is_searched=False),
    ],
    "The_Matrix": [TitleReading("The Matrix")],
    "S.W.A.T.": [TitleReading("S.W.A.T.")],
    "E.T. the Extra-Terrestrial": [TitleReading("E.T. the Extra-Terrestrial")],
    "  Fight   Club ": [TitleReading("Fight Club")],
}
READINGS["Blade Runner 2049"] = [TitleReading("Blade Runner 2049"), *READINGS["Blade Runner 2049"]]


@pytest.mark.parametrize("text", READINGS)
def test_read_title_finds_year_and_country(text: str) -> None:
    assert read_title(text, None) == READINGS[text]


def test_read_title_takes_the_passed_year() -> None:
    assert read_title("Blade Runner (1982)", 1983) == [TitleReading("Blade Runner", 1983)]
    assert read_title("Wonder Woman 1984", 2020) == [TitleReading("Wonder Woman 1984", 2020)]
    assert read_title("The Matrix 1999", 1999)[0] == TitleReading("The Matrix", 1999, weight=0.99)


#: A wanted title, a title of a candidate, and the reason for which it fits, or None if it does not.
FITS = [
    ("fight club", "Fight Club", MatchReason.TITLE),
    ("Seven", "Se7en", MatchReason.TITLE),
    ("Simone", "S1m0ne", MatchReason.TITLE),
    ("Borat", "Borat: Cultural Learnings of America for Make Benefit", MatchReason.PART),
    ("Birdman", "Birdman or (The Unexpected Virtue of Ignorance)", MatchReason.PART),
    ("Dr. Strangelove", "Dr. Strangelove or: How I Learned to Stop Worrying", MatchReason.PART),
    ("Mission Impossible Fallout", "Mission: Impossible - Fallout", MatchReason.TITLE),
    ("Fury Road", "Mad Max: Fury Road", MatchReason.PART),
    ("Star Wars: Episode V - The Empire Strikes Back", "The Empire Strikes Back", MatchReason.PART),
    ("Incepton", "Inception", MatchReason.SPELLING),
    ("Inceptoin", "Inception", MatchReason.SPELLING),
    ("Incaption", "Inception", MatchReason.SPELLING),
    ("Inzaptien", "Inception", None),
    ("The Mtrix", "The Matrix", MatchReason.SPELLING),
    ("Sevn Years in Tibet", "Seven Years in Tibet", MatchReason.SPELLING),
    ("The Lord of te Rings", "The Lord of the Rings", MatchReason.SPELLING),
    ("千と千尋の神し", "千と千尋の神隠し", MatchReason.SPELLING),
    ("Toy Story 2", "Toy Story 3", None),
    ("Toy Story", "Toy Story 3", None),
    ("Rocky III", "Rocky II", None),
    ("Batman: The Long Halloween, Part One", "Batman: The Long Halloween, Part Two", None),
    ("In Isolation", "Isolation", None),
    ("Cal", "Call", None),
    ("Whatever Happens", "Whatever Happens Next", None),
    ("Up", "It", None),
    ("Heat", "Seat of Power", None),
]


@pytest.mark.parametrize(("wanted", "title", "reason"), FITS)
def test_title_fit_has_a_reason(wanted: str, title: str, reason: MatchReason | None) -> None:
    fit, found = title_fit(wanted, KnownTitle(title, MatchReason.TITLE))
    assert (found if fit else None) == reason
    assert 0 <= fit <= 1


def test_title_fit_prefers_the_same_title() -> None:
    fits = [
        title_fit("The Matrix", KnownTitle(title, MatchReason.TITLE))[0]
        for title in ("The Matrix", "Matrix", "The Matrix: Reloaded", "Ark")
    ]
    assert fits == sorted(fits, reverse=True)
    assert len(set(fits)) == 4


def test_spelling_fit_needs_equal_numbers() -> None:
    assert spelling_fit(title_key("Cars 2"), title_key("Cars 3")) == 0
    assert spelling_fit(title_key("Blade Runner 2049"), title_key("Blade Runnr 2049")) > 0.8


def test_year_fit_decreases_with_the_difference() -> None:
    fits = [year_fit(1999, year) for year in (1999, 1998, 1997, 1990)]
    assert fits == sorted(fits, reverse=True)
    assert year_fit(1999, 2000) == year_fit(1999, 1998)
    assert year_fit(1999, 1990) == year_fit(1999, 1950)
    assert 0.5 < year_fit(1999, None) < year_fit(None, 1999) < 1


def test_score_is_the_best_over_titles_and_readings() -> None:
    titles = [KnownTitle("Amélie", MatchReason.TITLE), KnownTitle("Le Fabuleux Destin", MatchReason.ORIGINAL_TITLE)]
    found = score(read_title("Le fabuleux destin 2001", None), titles, 2001, ())
    assert (found.reason, found.title) == (MatchReason.ORIGINAL_TITLE, "Le Fabuleux Destin")
    assert found.value > 0.9


def test_score_considers_the_country() -> None:
    readings, titles = read_title("The Office (US)", None), [KnownTitle("The Office", MatchReason.TITLE)]
    american, british = score(readings, titles, 2005, ["US"]), score(readings, titles, 2001, ["GB"])
    assert american.value > 0.9
    assert british.value < 0.7
    assert score(readings, titles, 2005, ()).value == american.value


def test_search_words_omit_articles_and_conjunctions() -> None:
    assert search_words("The Lion, the Witch & the Wardrobe") == ["Lion,", "Witch", "Wardrobe"]
    assert search_words("The") == ["The"]


def test_without_article_omits_one_article() -> None:
    assert [without_article(title) for title in ("The Matrix", "Matrix, The", "Them", "The !")] == [
        "Matrix",
        "Matrix",
        "Them",
        "The !",
    ]


def test_contains_words_matches_the_beginnings_of_words() -> None:
    assert contains_words("The Matrix Reloaded", "matr reload")
    assert not contains_words("The Matrix", "trix")


def test_number_with_more_digits_than_python_converts_is_a_word() -> None:
    assert title_key("00" + "7" * 5000).exact == title_key("\uff17" * 5000).exact == "7" * 5000
    assert title_key("Part 000").exact == "part0"
    assert title_key("\u0663").exact == "3"
