"""Choose the TV series of the built-in catalogue: those of which recorded answers have the seasons.

A series is chosen if

- a recording has its details, and at least 50 people have rated it, or
- it is one of those in `series_public_code.yaml`.

A row of a list is not enough: a series without its seasons would be wrong in every answer about seasons.
"""

from __future__ import annotations

from scripts.catalogue.recorded import Recorded
from scripts.catalogue.recorded_episodes import RecordedEpisodes
from scripts.catalogue.series import PUBLIC_CODE

RATED = 50


def chosen_series(recorded: Recorded, episodes: RecordedEpisodes) -> list[int]:
    """Return the ids of the chosen TV series, those with most ratings first."""
    with_seasons = {number for number, _ in episodes.seasons}
    votes: dict[int, int] = {}
    for kind, number in [*recorded.objects]:
        rows = recorded.objects[kind, number]
        if kind == "tv" and not any(one.value.get("adult") for one in rows):
            votes[number] = max(int(one.value.get("vote_count") or 0) for one in rows)
    for number in PUBLIC_CODE:
        votes.setdefault(number, 0)
    found = [
        number
        for number in votes
        if number in PUBLIC_CODE
        or (votes[number] >= RATED and number in with_seasons and recorded.details(("tv", number)))
    ]
    return sorted(found, key=lambda number: (-votes[number], number))
