"""Query terms: the text that each sends, and validation."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmdb_facade._core.lists.discover import check_ranges
from tmdb_facade._core.lists.terms import (
    AllOf,
    AnyOf,
    all_of,
    any_of,
    between,
    exact,
    high,
    low,
    span,
    terms_text,
)

ids = st.lists(st.integers(min_value=1), min_size=1)


@given(ids)
def test_terms_text_joins_all_of_with_commas_and_any_of_with_pipes(values: list[int]) -> None:
    """Duplicates are dropped."""
    unique = [str(value) for value in dict.fromkeys(values)]
    assert terms_text("genres", all_of(*values)) == ",".join(unique)
    assert terms_text("genres", any_of(*values)) == "|".join(unique)


def test_terms_text_returns_single_values_and_none_unchanged() -> None:
    assert terms_text("genres", 28) == 28
    assert terms_text("genres", "fr") == "fr"
    assert terms_text("genres", None) is None


@pytest.mark.parametrize("make", [all_of, any_of])
@pytest.mark.parametrize("values", [(), ("28,12",), ("28|12",), (28, "")])
def test_all_of_and_any_of_reject_empty_values_and_separators(make: Any, values: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match="values must"):
        make(*values)


def test_terms_text_rejects_a_string_with_separators() -> None:
    """The error points to all_of() and any_of()."""
    with pytest.raises(ValueError, match=r"all_of\(\) or any_of\(\)"):
        terms_text("genres", "fr|en")


@pytest.mark.parametrize("value", [True, 1.5, any_of(1), [1, 2], (1,), date(2000, 1, 1)])
def test_terms_accept_only_integers_and_strings(value: Any) -> None:
    """The error for a list points to all_of() and any_of()."""
    is_several = type(value) in {list, tuple}
    advice = r", got .*; write all_of\(\*values\) or any_of\(\*values\)"
    problem = f"must be an integer or text{advice if is_several else ''}"
    with pytest.raises(ValueError, match=problem):
        all_of(value)
    if not isinstance(value, AllOf | AnyOf):
        with pytest.raises(ValueError, match=problem):
            terms_text("genres", value)


def test_terms_compare_hash_and_have_a_repr() -> None:
    """all_of and any_of ignore the order of values and duplicates."""
    assert all_of(1, 2) == all_of(2, 1, 1)
    assert all_of(1, 2) != any_of(1, 2)
    assert len({any_of(1, 2), any_of(2, 1), all_of(1, 2)}) == 2
    assert repr(any_of(1, "a")) == "any_of(1, 'a')"
    assert between(1, None) == between(low=1)
    assert between(1, None) != between(None, 1)
    assert between(1, 2) != (1, 2)
    assert len({between(1, 2), between(1, 2)}) == 1
    assert repr(between(None, 7)) == "between(None, 7)"


@given(st.integers(0), st.integers(0))
def test_between_rejects_a_low_end_above_the_high_end(first: int, last: int) -> None:
    if first <= last:
        assert (low(between(first, last)), high(between(first, last))) == (first, last)
    else:
        with pytest.raises(ValueError, match="high must not be below low"):
            between(first, last)


def test_between_requires_at_least_one_end() -> None:
    """A missing range has no ends."""
    with pytest.raises(ValueError, match="low or high must be passed"):
        between()
    assert low(between(high=5)) is None
    assert low(None) is None
    assert high(None) is None


@pytest.mark.parametrize("ends", [(1, "x"), (date(2000, 1, 1), 5), (None, True), ([1], None)])
def test_between_rejects_ends_of_different_or_unsupported_types(ends: tuple[Any, Any]) -> None:
    with pytest.raises(ValueError, match=r"must (be|have)"):
        between(*ends)


def test_between_converts_datetimes_to_dates_and_does_not_order_strings() -> None:
    """TMDB filters by day. The alphabetical order of certifications has no meaning."""
    assert between(datetime(2000, 1, 2, 3, tzinfo=UTC), None) == between(date(2000, 1, 2), None)
    assert low(between("R", "PG-13")) == "R"
    assert low(between(6.5, 8)) == 6.5


def test_check_ranges_rejects_values_that_are_not_a_range() -> None:
    """The error shows how to build a range."""
    with pytest.raises(ValueError, match=r"between\(7, None\)"):
        check_ranges("integers", int, vote_count=7)


def test_exact_and_span_separate_values_from_ranges() -> None:
    assert (exact("PG"), span("PG")) == ("PG", None)
    assert (exact(between("PG", None)), span(between("PG", None))) == (None, between("PG", None))
    assert (exact(any_of("G", "PG")), span(any_of("G", "PG"))) == ("G|PG", None)
    assert (exact(None), span(None)) == (None, None)


def test_values_are_sent_without_surrounding_whitespace() -> None:
    assert terms_text("genres", any_of(" 28\n", "12")) == "28|12"
    assert terms_text("origin_country", " KR ") == "KR"
