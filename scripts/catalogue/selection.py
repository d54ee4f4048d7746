"""Choose the movies of the built-in catalogue: those that other clients' tests and documentation ask for most.

    TMDB_CORPUS=FOLDER python -m scripts.catalogue.selection

A movie is chosen for one of these reasons, which are counted in recorded answers, each project once:

- at least 6 projects have recorded an answer with it, and at least 1,000 people have rated it
- at least 2 projects have requested its details or parts of it (credits, images, ...)
- the tests of a client library have requested its details, so that they compare its facts
- more than 20,000 people have rated it: the best known
- public code or the tests of a client ask for it, or for something that needs it (`public_code.yaml`, which says how it was counted)
- it is in cinemas on the day of the catalogue (`public_code.yaml`)
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from pathlib import Path

from scripts.catalogue.movies import english_title
from scripts.catalogue.recorded import Recorded, Source, read_corpus
from scripts.catalogue.requested import PUBLIC_CODE

PROJECTS = 6
RATED = 1_000
REQUESTED = 2
BEST_KNOWN = 20_000
# Applications and a collection of answers: which movies they ask for says nothing about a client's tests.
_APPLICATIONS = ("Astrotomic/", "turingschool-examples/", "viewing_party", "viewing-party", "import-imdb-lists")


def chosen_movies(recorded: Recorded) -> dict[int, list[str]]:
    """Return the ids of the chosen movies with the reasons, the most recorded first."""
    requests = _requests(recorded)
    details = _details(recorded)
    found: dict[int, tuple[int, int, list[str]]] = {}
    for (kind, number), sightings in [*recorded.objects.items()]:
        if kind != "movie":
            continue
        projects = len({one.source.repo for one in sightings})
        votes = max(one.value.get("vote_count") or 0 for one in sightings)
        clients = sorted(repo for repo in details[number] if not any(part in repo for part in _APPLICATIONS))
        reasons = [
            *([f"recorded by {projects} projects"] if projects >= PROJECTS and votes >= RATED else []),
            *([f"requested by {len(requests[number])} projects"] if len(requests[number]) >= REQUESTED else []),
            *([f"in the tests of {', '.join(clients)}"] if clients else []),
            *([f"{votes:,} votes"] if votes > BEST_KNOWN else []),
            *([f"{PUBLIC_CODE['movies'][number]} times in public code"] if number in PUBLIC_CODE["movies"] else []),
            *([f"in the tests of {PUBLIC_CODE['tests'][number]}"] if number in PUBLIC_CODE["tests"] else []),
            *([PUBLIC_CODE["needed"][number]] if number in PUBLIC_CODE["needed"] else []),
            *(["in cinemas on the day of the catalogue"] if number in PUBLIC_CODE["now_playing"] else []),
        ]
        if reasons and not any(one.value.get("adult") for one in sightings):
            found[number] = (-projects, -votes, reasons)
    return {number: found[number][2] for number in sorted(found, key=found.__getitem__)}


def _requests(recorded: Recorded) -> defaultdict[int, set[str]]:
    """Return the projects that have requested the details or parts of a movie."""
    found = _details(recorded)
    for ((kind, number), _), sightings in recorded.blocks.items():
        if kind == "movie":
            found[number] |= {one.source.repo for one in sightings}
    return found


def _details(recorded: Recorded) -> defaultdict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for key in [key for key in recorded.objects if key[0] == "movie"]:
        found[key[1]] |= {one.source.repo for one in recorded.details(key) if _is_request(one.source)}
    return found


def _is_request(source: Source) -> bool:
    """Return whether an answer was asked for by id: the latest movie is another one every day."""
    return source.operation == "movie-details"


def main() -> int:
    """Run the program."""
    corpus = os.environ.get("TMDB_CORPUS")
    if not corpus:
        print("set TMDB_CORPUS to a folder with recorded answers", file=sys.stderr)
        return 2
    recorded = read_corpus(Path(corpus))
    for number, reasons in chosen_movies(recorded).items():
        print(f"{number} {english_title(recorded, number)}: {'; '.join(reasons)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
