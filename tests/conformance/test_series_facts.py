"""TV series, seasons and episodes of the built-in catalogue have the facts of recorded answers."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from scripts.catalogue.recorded import Recorded
from scripts.catalogue.recorded_episodes import RecordedEpisodes, read_episodes
from scripts.catalogue.series_evidence import unconfirmed_series
from scripts.catalogue.series_facts import disagreements
from tests.once import Once
from tmdb_facade.testing import builtin
from tmdb_facade.testing.catalogue.odd import INVENTED
from tmdb_facade.testing.catalogue.records import Series

pytestmark = pytest.mark.conformance


@pytest.fixture(scope="session")
def episodes(once: Once, corpus: Path) -> RecordedEpisodes:
    """Return what the recordings say about seasons and episodes."""
    return once("episodes", lambda: read_episodes(corpus))


def real_series() -> list[Series]:
    """Return the TV series of the catalogue that are not invented."""
    return [series for series in builtin().series.values() if series.id not in INVENTED]


def test_facts_of_series_are_those_of_most_or_the_newest_recordings(
    recorded: Recorded, episodes: RecordedEpisodes
) -> None:
    assert list(disagreements(recorded, episodes, real_series())) == []


def test_every_fact_of_series_seasons_and_episodes_is_recorded(recorded: Recorded, episodes: RecordedEpisodes) -> None:
    """Or it is in a public copy of an answer. `scripts.catalogue.verification` prints the lines."""
    assert [*map(str, unconfirmed_series(recorded, episodes))] == []


def test_disagreements_name_wrong_facts(recorded: Recorded, episodes: RecordedEpisodes) -> None:
    thrones = builtin().series[1399]
    first = thrones.seasons[1]
    wrong = msgspec.structs.replace(
        thrones,
        imdb_id="tt2934286",
        genres=(18,),
        seasons=(
            msgspec.structs.replace(
                first,
                name="第 1 季",
                episodes=(msgspec.structs.replace(first.episodes[0], id=1, name="第1話"),),
            ),
        ),
    )
    assert list(disagreements(recorded, episodes, [wrong])) == [
        "series 1399: genres: [18], recorded: [18, 10759, 10765]",
        "series 1399: external id imdb: 'tt2934286', recorded: 'tt0944947'",
        "series 1399, season 1: English name: '第 1 季', recorded: 'Season 1'",
        "series 1399, season 1: episode 1: id: 1, recorded: 63056",
        "series 1399, season 1: episode 1: English name: '第1話', recorded: 'Winter Is Coming'",
    ]
