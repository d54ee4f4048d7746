"""Overloads of the details methods."""

from __future__ import annotations

import inspect
from typing import Any, get_overloads

import pytest

from scripts.ledger.methods import Method, methods
from tmdb_facade import TMDB, AsyncTMDB

NAMES = ("details", "details_many")
METHODS = [method for client in (TMDB, AsyncTMDB) for method in methods(client)]
OVERLOADED = [one for one in METHODS if one.name.rpartition(".")[2] in NAMES and get_overloads(one.function)]


def test_details_are_overloaded() -> None:
    names = {method.name for method in OVERLOADED}
    assert {"movies.details", "movies.details_many", "tv.details", "tv.seasons.details"} <= names


@pytest.mark.parametrize("method", OVERLOADED, ids=lambda method: method.function.__qualname__)
def test_each_overload_has_the_docstring_of_its_method(method: Method) -> None:
    """Editors show the docstring of the overload that a call matches."""
    expected = inspect.getdoc(method.function)
    documented: list[Any] = [inspect.getdoc(overload) for overload in get_overloads(method.function)]
    assert expected
    assert documented == [expected] * len(documented)
