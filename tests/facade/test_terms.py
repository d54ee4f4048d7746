"""Terms of a query: what each means, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmdb_facade._core.lists.terms import AllOf, AnyOf, all_of, any_of, between, exact, high, low, span, terms_text

ids = st.lists(st.integers(min_value=1), min_size=1)


@given(ids)
def test_values_are_joined_as_tmdb_reads_them(values: list[int]) -> None:
    """A comma means all of them, a pipe any of them; each is sent once."""
    once = [str(value) for value in dict.fromkeys(values)]
    assert terms_text(all_of(*values)) == ",".join(once)
    assert terms_text(any_of(*values)) == "|".join(once)


def test_a_single_value_is_sent_as_it_is() -> None:
    """And nothing is nothing."""
    assert terms_text(28) == 28
    assert terms_text("fr") == "fr"
    assert terms_text(None) is None


@pytest.mark.parametrize("make", [all_of, any_of])
@pytest.mark.parametrize("values", [(), ("28,12",), ("28|12",), (28, "")])
def test_what_would_mix_both_kinds_or_mean_nothing_is_refused(make: Any, values: tuple[Any, ...]) -> None:
    """The separators stand between values, never in one; and there is at least one value."""
    with pytest.raises(ValueError, match=make.__name__):
        make(*values)


def test_a_single_text_with_separators_is_refused() -> None:
    """It would be several values, and which kind of several nobody said."""
    with pytest.raises(ValueError, match=r"all_of\(\) or any_of\(\)"):
        terms_text("fr|en")


@pytest.mark.parametrize("value", [True, 1.5, any_of(1), [1, 2], (1,), date(2000, 1, 1)])
def test_what_is_neither_a_number_nor_a_text_is_refused(value: Any) -> None:
    """Lists, truth values and terms within terms."""
    with pytest.raises(TypeError, match="whole numbers or texts"):
        all_of(value)
    if not isinstance(value, AllOf | AnyOf):
        with pytest.raises(TypeError, match="whole numbers or texts"):
            terms_text(value)


def test_terms_are_values() -> None:
    """They can be compared, hashed and read in an error message."""
    assert all_of(1, 2) == all_of(2, 1, 1)
    assert all_of(1, 2) != any_of(1, 2)
    assert len({any_of(1, 2), any_of(2, 1), all_of(1, 2)}) == 2
    assert repr(any_of(1, "a")) == "any_of(1, 'a')"
    assert between(1, None) == between(low=1)
    assert between(1, None) != between(None, 1)
    assert between(1, 2) != (1, 2)
    assert len({between(1, 2), between(1, 2)}) == 1
    assert repr(between(None, 7)) == "between(None, 7)"


@given(st.integers(), st.integers())
def test_a_range_has_its_ends_in_order(first: int, last: int) -> None:
    """The other way round it is empty, and refused."""
    if first <= last:
        assert (low(between(first, last)), high(between(first, last))) == (first, last)
    else:
        with pytest.raises(ValueError, match="low end comes first"):
            between(first, last)


def test_a_range_has_at_least_one_end() -> None:
    """Without one it would be no condition."""
    with pytest.raises(ValueError, match="low end, a high end or both"):
        between()
    assert low(between(high=5)) is None
    assert low(None) is None
    assert high(None) is None


@pytest.mark.parametrize("ends", [(1, "x"), (date(2000, 1, 1), 5), (None, True), ([1], None)])
def test_the_ends_of_a_range_are_of_one_kind(ends: tuple[Any, Any]) -> None:
    """Numbers, texts or dates."""
    with pytest.raises(TypeError, match="range"):
        between(*ends)


def test_moments_count_as_their_days_and_certifications_have_no_order() -> None:
    """TMDB filters by days; that PG-13 comes after R in the alphabet says nothing."""
    assert between(datetime(2000, 1, 2, 3, tzinfo=UTC), None) == between(date(2000, 1, 2), None)
    assert low(between("R", "PG-13")) == "R"
    assert low(between(6.5, 8)) == 6.5


def test_only_between_makes_a_range() -> None:
    """A tuple or a single number says so in the error."""
    with pytest.raises(TypeError, match=r"between\(7, None\)"):
        low(7)  # type: ignore[arg-type]  # wrong on purpose


def test_a_parameter_may_take_a_value_or_a_range() -> None:
    """One of the two is there."""
    assert (exact("PG"), span("PG")) == ("PG", None)
    assert (exact(between("PG", None)), span(between("PG", None))) == (None, between("PG", None))
    assert (exact(None), span(None)) == (None, None)
