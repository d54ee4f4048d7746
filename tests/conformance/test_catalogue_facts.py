"""The facts of the embedded TMDB's catalogue are those of recorded answers."""

from __future__ import annotations

import pytest

from scripts.catalogue import sources, verification
from scripts.catalogue.files import read_titles
from scripts.catalogue.recorded import Recorded
from scripts.catalogue.selection import chosen_movies

pytestmark = pytest.mark.conformance


def test_facts_of_movies_and_people_are_recorded(recorded: Recorded) -> None:
    """Companies, keywords and collections too, or in a public copy of an answer. `scripts.catalogue.verification` prints the lines."""
    assert [*map(str, verification.unconfirmed_facts(recorded))] == []


def test_catalogue_has_the_movies_that_other_clients_ask_for_most(recorded: Recorded) -> None:
    assert chosen_movies(recorded).keys() <= read_titles("movies").keys()


def test_sources_of_the_catalogue_are_current(recorded: Recorded) -> None:
    """`python -m scripts.catalogue.sources` writes them."""
    assert sources.OUTPUT.read_text("utf-8") == sources.sources_text(recorded)
