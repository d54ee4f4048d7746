"""The rules of values that methods take: ratings, languages of images, seasons."""

from __future__ import annotations

import pytest

from tmdb_facade._core.request.append import append_seasons
from tmdb_facade._core.request.comma_lists import include_text
from tmdb_facade._core.request.validation import check_rating


def test_ratings_are_halves_from_a_half_to_ten() -> None:
    """Twenty values, given back as they came."""
    halves = [step / 2 for step in range(1, 21)]
    assert [check_rating(value) for value in halves] == halves
    assert check_rating(7) == 7


@pytest.mark.parametrize(
    "value", [0, 0.4, 0.25, -1, 10.5, 11, 7.3, 8.499999, True, float("nan"), float("inf"), float("-inf")]
)
def test_any_other_rating_is_refused(value: float) -> None:
    """The error shows the value."""
    with pytest.raises(ValueError, match=str(value).replace(".", r"\.")):
        check_rating(value)


def test_languages_are_joined_in_order() -> None:
    """`None` is what has no language; a code counts once; no choice sends nothing."""
    assert include_text(["pt-BR", None, "en", "pt-BR"]) == "pt-BR,null,en"
    assert include_text(["pt", "null", None]) == "pt,null"
    assert include_text(()) is None
    assert include_text(None) is None


def test_a_single_text_is_not_a_list_of_languages() -> None:
    """Its letters would be sent."""
    with pytest.raises(TypeError, match=r"\['en'\]"):
        include_text("en")


def test_seasons_are_added_to_the_other_blocks() -> None:
    """Each once, after them."""
    assert append_seasons(None, None) is None
    assert append_seasons("credits", None) == "credits"
    assert append_seasons("credits", []) == "credits"
    assert append_seasons(None, []) is None
    assert append_seasons("credits,season/1", [0, 1, 2]) == "credits,season/1,season/0,season/2"


def test_a_season_below_zero_is_refused() -> None:
    """The error names it."""
    with pytest.raises(ValueError, match="-2"):
        append_seasons("credits", [1, -2])
