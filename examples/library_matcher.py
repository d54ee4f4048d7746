"""A program for a media library: it names video files after the movies and episodes that they contain.

    python examples/library_matcher.py FOLDER            # only prints what it would do
    python examples/library_matcher.py FOLDER --apply    # moves the files

`fight.club.1999.mkv` becomes `Fight Club (1999)/Fight Club (1999).mkv`, and `Breaking Bad S01E02.mkv` becomes
`Breaking Bad (2008)/Season 01/Breaking Bad - S01E02 - Cat's in the Bag....mkv`. Files without a certain match are not moved: they
are listed with the best candidates. No file is overwritten.

Set TMDB_ACCESS_TOKEN; without it, the program uses an embedded TMDB, which knows some 60 movies. It understands names that consist of a
title, a year and an episode's number. For names with more, pass what a parser such as guessit finds to `match_movie` and `match_tv`.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

from tmdb_facade import ATTRIBUTION, TMDB, NotFoundError, TMDBError
from tmdb_facade.models import Movie, SeasonDetails, TVShow
from tmdb_facade.testing import TMDBServer
from tmdb_facade.types import Match

VIDEOS = {".avi", ".m4v", ".mkv", ".mov", ".mp4", ".ts", ".webm"}
EPISODE = re.compile(r"(.+?)[\s._-]+[Ss](\d{1,2})[\s._-]*[Ee](\d{1,3})\b.*")
#: The score from which a match needs no review.
CERTAIN = 0.9


class Decision(NamedTuple):
    """The decision to rename a file or to leave it.

    Attributes:
        source: The file.
        target: Its new path, or `None` if it stays.
        reason: Why it stays, or the match.
    """

    source: Path
    target: Path | None
    reason: str


class Library:
    """Finds the new names of files in a folder."""

    def __init__(self, tmdb: TMDB, folder: Path) -> None:
        self._tmdb = tmdb
        self._folder = folder
        self._series: dict[str, Match[TVShow] | None] = {}
        self._seasons: dict[tuple[int, int], SeasonDetails | None] = {}

    def decide(self) -> list[Decision]:
        """Return a decision for each video file, sorted by path."""
        files = sorted(path for path in self._folder.rglob("*") if path.suffix.lower() in VIDEOS and path.is_file())
        decisions: list[Decision] = []
        taken = set(files)
        for file in files:
            decision = self._decide(file)
            if decision.target in taken:
                same = decision.target == file
                decision = Decision(file, None, "has its name already" if same else f"{decision.target} exists")
            elif decision.target is not None:
                taken.add(decision.target)
            decisions.append(decision)
        return decisions

    def _decide(self, file: Path) -> Decision:
        episode = EPISODE.fullmatch(file.stem)
        if episode is None:
            return self._movie(file)
        return self._episode(file, episode[1], int(episode[2]), int(episode[3]))

    def _movie(self, file: Path) -> Decision:
        match = self._tmdb.search.match_movie(file.stem, minimum=0)
        if match is None or match.score < CERTAIN:
            return Decision(file, None, candidates(match))
        name = movie_name(match.item)
        return Decision(file, self._folder / name / f"{name}{file.suffix}", described(match))

    def _episode(self, file: Path, title: str, season_number: int, episode_number: int) -> Decision:
        if title not in self._series:
            self._series[title] = self._tmdb.search.match_tv(title, minimum=0)
        match = self._series[title]
        if match is None or match.score < CERTAIN:
            return Decision(file, None, candidates(match))
        season = self._season(match.item.id, season_number)
        found = [one for one in season.episodes if one.episode_number == episode_number] if season else []
        if not found:
            return Decision(file, None, f"{match.item.name} has no episode {season_number}x{episode_number:02}")
        name = safe(f"{match.item.name} - S{season_number:02}E{episode_number:02} - {found[0].name}")
        folder = self._folder / series_name(match.item) / f"Season {season_number:02}"
        return Decision(file, folder / f"{name}{file.suffix}", described(match))

    def _season(self, series_id: int, number: int) -> SeasonDetails | None:
        """Return a season, or `None` if TMDB does not have it. Each is requested once."""
        if (series_id, number) not in self._seasons:
            try:
                self._seasons[series_id, number] = self._tmdb.tv.seasons.details(series_id, number)
            except NotFoundError:
                self._seasons[series_id, number] = None
        return self._seasons[series_id, number]


def movie_name(movie: Movie) -> str:
    """Return `Title (Year)`."""
    return safe(f"{movie.title} ({movie.release_date.year})" if movie.release_date else movie.title)


def series_name(show: TVShow) -> str:
    """Return `Name (Year)`."""
    return safe(f"{show.name} ({show.first_air_date.year})" if show.first_air_date else show.name)


def safe(name: str) -> str:
    """Replace what some systems do not allow in file names."""
    return re.sub(r'[<>"/\\|?*\x00-\x1f]', "", name.replace(": ", " - ").replace(":", "-")).strip(" .") or "_"


def described(match: Match[Movie] | Match[TVShow]) -> str:
    """Return the id, the reason and the score of a match."""
    return f"{match.item.id}, {match.reason.value}, {match.score:.2f}"


def candidates(match: Match[Movie] | Match[TVShow] | None) -> str:
    """Return the best candidates, for the user to choose."""
    if match is None:
        return "no match"
    found = [match.item, *(other.item for other in match.others)][:3]
    names = [movie_name(item) if isinstance(item, Movie) else series_name(item) for item in found]
    return f"no certain match; perhaps {' or '.join(names)}"


def apply(decisions: Sequence[Decision]) -> None:
    """Move the files."""
    for decision in decisions:
        if decision.target is not None and not decision.target.exists():
            decision.target.parent.mkdir(parents=True, exist_ok=True)
            decision.source.rename(decision.target)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Returns:
        The exit code: 1 if a request has failed or a file cannot be moved.
    """
    parser = argparse.ArgumentParser(description="Name video files after their movies and episodes.")
    parser.add_argument("folder", type=Path, help="the folder with the files")
    parser.add_argument("--apply", action="store_true", help="move the files, instead of printing their new names")
    options = parser.parse_args(arguments)
    folder: Path = options.folder
    if not folder.is_dir():
        parser.error(f"{folder} is not a folder")
    server = None if os.environ.get("TMDB_ACCESS_TOKEN") else TMDBServer()
    try:
        with (
            server or nullcontext(),
            TMDB() if server is None else TMDB(server.access_token, base_url=server.base_url) as tmdb,
        ):
            decisions = Library(tmdb, folder).decide()
        for decision in decisions:
            source = decision.source.relative_to(folder)
            target = decision.target and decision.target.relative_to(folder)
            print(f"{source}: {decision.reason}" if target is None else f"{source} -> {target} ({decision.reason})")
        if options.apply:
            apply(decisions)
        print(ATTRIBUTION)
    except (OSError, TMDBError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
