"""Save answers of TMDB in a folder, from which `Catalogue.from_answers` makes a catalogue."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, TypeAlias, cast

import tmdb_facade
from tmdb_bindings.runtime import JSONValue
from tmdb_facade._core.files import write_file

#: TMDB's terms do not allow keeping its data for longer than six months.
KEPT_FOR = timedelta(days=180)

_SHARED = (
    "alternative_titles",
    "credits",
    "external_ids",
    "images",
    "keywords",
    "recommendations",
    "reviews",
    "similar",
)
#: The blocks to append to details by default.
BLOCKS: Mapping[str, tuple[str, ...]] = {
    "movie": (*_SHARED, "release_dates", "translations", "videos", "watch/providers"),
    "tv": (*_SHARED, "aggregate_credits", "content_ratings", "translations", "videos", "watch/providers"),
    "season": ("credits", "external_ids", "images", "translations", "videos"),
    "person": ("combined_credits", "external_ids", "images", "tagged_images", "translations"),
}

Report: TypeAlias = Callable[[str], None]


class Selection(NamedTuple):
    """What to save.

    Attributes:
        movies: Ids of movies.
        series: Ids of TV series; all their seasons are saved too.
        people: Ids of people.
        searches: Queries of searches for movies, TV series and people, of which the first page is saved.
        languages: The languages of the answers.
        append: The blocks to append to details, instead of `BLOCKS`.
    """

    movies: Sequence[int] = ()
    series: Sequence[int] = ()
    people: Sequence[int] = ()
    searches: Sequence[str] = ()
    languages: Sequence[str] = ("en-US",)
    append: Sequence[str] | None = None


class _Request(NamedTuple):
    path: str
    query: Mapping[str, str]

    @property
    def file(self) -> str:
        """The name of the file: the path, the language, and a digest of the other parameters."""
        digest = hashlib.sha256(json.dumps([self.path, *sorted(self.query.items())]).encode()).hexdigest()[:8]
        text = re.sub(r"[^\w-]+", "-", self.query.get("query", ""))[:40]
        return ".".join(filter(None, [self.path.removeprefix("/3/"), text, self.query["language"], digest, "json"]))

    def __str__(self) -> str:
        text = f" {self.query['query']!r}" if "query" in self.query else ""
        return f"{self.path}{text} ({self.query['language']})"


class AnswerRecorder:
    """Saves answers, each in a file of its own that is complete or missing; a later run continues where one stopped."""

    def __init__(self, tmdb: tmdb_facade.TMDB, folder: Path, report: Report) -> None:
        """Create a recorder.

        Args:
            tmdb: The client that requests the answers.
            folder: The folder to fill, created if missing.
            report: Called with a line for each answer.
        """
        self._tmdb = tmdb
        self._folder = folder
        self._report = report
        self.saved: int = 0
        self.missing: int = 0

    def record(self, selection: Selection) -> None:
        """Save the answers of a selection that the folder does not have, or has for too long.

        Raises:
            TMDBError: A request failed, except because TMDB has no such record.
            OSError: A file cannot be written.
        """
        for request in _requests(selection):
            body = self._answer(request)
            if request.path.startswith("/3/tv/") and isinstance(body, dict):
                for season in _seasons(body, request, selection):
                    self._answer(season)

    def _answer(self, request: _Request) -> JSONValue:
        file = self._folder / request.file
        known = _saved(file)
        if known is not None:
            self._report(f"kept     {request}")
            return known
        try:
            body = self._tmdb.request("GET", request.path, query=request.query)
        except tmdb_facade.NotFoundError:
            self.missing += 1
            self._report(f"missing  {request}: TMDB does not have it")
            return None
        answer = {
            "recorded": str(datetime.now(UTC).date()),
            "request": {"method": "GET", "path": request.path, "query": {**request.query}},
            "response": {"status": 200, "body": body},
        }
        file.parent.mkdir(parents=True, exist_ok=True)
        write_file(file, json.dumps(answer, ensure_ascii=False, indent=1).encode())
        self.saved += 1
        self._report(f"saved    {request}")
        return body


def oldest(folder: Path) -> date | None:
    """Return the day of the oldest answer in a folder; None if it has none."""
    days = (_day(document) for file in folder.rglob("*.json") if (document := _document(file)) is not None)
    return min((day for day in days if day is not None), default=None)


def _requests(selection: Selection) -> Iterator[_Request]:
    details = [("movie", selection.movies), ("tv", selection.series), ("person", selection.people)]
    for language in selection.languages:
        for kind, numbers in details:
            for number in numbers:
                yield _Request(f"/3/{kind}/{number}", _query(kind, language, selection))
        for text in selection.searches:
            yield _Request("/3/search/multi", {"query": text, "language": language})


def _query(kind: str, language: str, selection: Selection) -> dict[str, str]:
    blocks = BLOCKS[kind] if selection.append is None else selection.append
    query = {"language": language}
    if blocks:
        query["append_to_response"] = ",".join(blocks)
    if "images" in blocks:
        codes = dict.fromkeys(code.partition("-")[0] for code in selection.languages)
        query["include_image_language"] = ",".join([*codes, "null"])
    return query


def _seasons(body: Mapping[str, JSONValue], request: _Request, selection: Selection) -> Iterator[_Request]:
    query = _query("season", request.query["language"], selection._replace(append=None))
    for season in cast("list[dict[str, JSONValue]]", body.get("seasons") or []):
        yield _Request(f"{request.path}/season/{season['season_number']}", query)


def _saved(file: Path) -> JSONValue:
    """Return the body in a file; None if there is none, or if it is too old to keep."""
    document = _document(file)
    day = None if document is None else _day(document)
    if document is None or day is None or datetime.now(UTC).date() - day > KEPT_FOR:
        return None
    response = document.get("response")
    return response.get("body") if isinstance(response, dict) else None


def _document(file: Path) -> dict[str, JSONValue] | None:
    try:
        document: JSONValue = json.loads(file.read_bytes())
    except (OSError, RecursionError, ValueError):
        # No answer that was saved here; the folder may have other files.
        return None
    return document if isinstance(document, dict) else None


def _day(document: Mapping[str, JSONValue]) -> date | None:
    try:
        return date.fromisoformat(str(document.get("recorded")))
    except ValueError:
        return None
