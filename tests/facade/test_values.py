"""Validation of ratings, image languages and season numbers."""

from __future__ import annotations

import pytest

from tmdb_facade._core.request.append import append_seasons
from tmdb_facade._core.request.comma_lists import languages_text
from tmdb_facade._core.request.validation import check_rating


def test_check_rating_accepts_multiples_of_a_half_from_0_5_to_10() -> None:
    halves = [step / 2 for step in range(1, 21)]
    assert [check_rating(value) for value in halves] == halves
    assert check_rating(7) == 7


@pytest.mark.parametrize(
    "value", [0, 0.4, 0.25, 8.25, -1, 10.5, 11, 7.3, 8.499999, True, float("nan"), float("inf"), float("-inf")]
)
def test_check_rating_rejects_other_values(value: float) -> None:
    """The error shows the value."""
    with pytest.raises(ValueError, match=str(value).replace(".", r"\.")):
        check_rating(value)


def test_languages_text_joins_languages_in_order() -> None:
    """`None` stands for no language, duplicates are dropped, and an empty choice sends nothing."""
    assert languages_text("languages", ["pt-BR", None, "en", "pt-BR"]) == "pt-BR,null,en"
    assert languages_text("languages", ["pt", None, None]) == "pt,null"
    assert languages_text("languages", ()) is None
    assert languages_text("languages", None) is None


def test_languages_text_rejects_a_single_string() -> None:
    with pytest.raises(ValueError, match=r"\['en'\]"):
        languages_text("languages", "en")


def test_append_seasons_adds_each_season_once_after_the_blocks() -> None:
    assert append_seasons(None, None) is None
    assert append_seasons("credits", None) == "credits"
    assert append_seasons("credits", []) == "credits"
    assert append_seasons(None, []) is None
    assert append_seasons("credits,season/1", [0, 1, 2]) == "credits,season/1,season/0,season/2"


def test_append_seasons_rejects_negative_numbers() -> None:
    with pytest.raises(ValueError, match="-2"):
        append_seasons("credits", [1, -2])
