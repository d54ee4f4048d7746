"""What recorded answers say about movies, series, people and other records, by id.

A *sighting* is an object of an answer, such as the row of a list, with the request that was answered. Answers that somebody
has edited by hand are not read.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from scripts.evidence.recordings import RecordedAnswer, read_recordings
from scripts.json_io import is_list, is_mapping

#: The language of a request without one.
DEFAULT = "en"

_KINDS = frozenset({"recorded", "saved"})
#: The author of this project has put answers about different records together: a person with the ids and credits of another. Only the
#: images themselves, and rows of seasons and episodes, are read.
COMPOSED = "c-eg/themoviedbapi"
# None of these has facts about the records of the catalogue.
_IGNORED = ("movie-reviews", "tv-series-reviews", "err", "unknown-endpoint")

#: Record of a kind (`movie`, `tv`, `person`, `company`, `network`, `keyword`, `collection`) with its id.
Key: TypeAlias = tuple[str, int]


class Source(NamedTuple):
    """The request that was answered.

    Attributes:
        operation: Its operation.
        path: Its path, or the path with the names of its parameters if the request is not recorded.
        date: The day of the recording.
        place: The file and line of the recording.
        repo: The project that has recorded it.
    """

    operation: str
    path: str
    date: str
    place: str
    repo: str


class Sighting(NamedTuple):
    """An object of an answer. `language` is that of the request, `None` if the request is not recorded."""

    source: Source
    language: str | None
    value: Mapping[str, Any]


class Role(NamedTuple):
    """A credit of an answer: its movie or series, person, and the object of the answer."""

    title: Key
    person: int
    sighting: Sighting


@dataclass
class Recorded:
    """What the recordings say.

    Attributes:
        objects: The objects with the id of a record: details and rows of lists.
        blocks: The parts of records, such as `credits` and `images`, by record and name.
        roles: Credits by credit id.
        keywords: Keywords of movies, from the lists of the movies of a keyword.
        images: The objects with the size of an image, by its path.
    """

    objects: defaultdict[Key, list[Sighting]] = field(default_factory=lambda: defaultdict(list))
    blocks: defaultdict[tuple[Key, str], list[Sighting]] = field(default_factory=lambda: defaultdict(list))
    roles: defaultdict[str, list[Role]] = field(default_factory=lambda: defaultdict(list))
    keywords: defaultdict[Key, set[int]] = field(default_factory=lambda: defaultdict(set))
    images: defaultdict[str, list[Mapping[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    @cached_property
    def credits(self) -> dict[Key, list[tuple[str, Role]]]:
        """The credits of each movie and series with the newest sighting of each, from its own answers and from those of people."""
        found: defaultdict[Key, list[tuple[str, Role]]] = defaultdict(list)
        for credit, roles in self.roles.items():
            found[roles[-1].title].append((credit, roles[-1]))
        return found

    @cached_property
    def departments(self) -> dict[int, str]:
        """The department of most recorded credits of each person; the first one of several."""
        counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for roles in self.roles.values():
            counts[roles[-1].person][roles[-1].sighting.value.get("department") or "Acting"] += 1
        return {person: count.most_common(1)[0][0] for person, count in counts.items()}

    @cached_property
    def collections(self) -> dict[int, list[int]]:
        """The collections of each movie, from the parts of collections."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for (kind, number), sightings in self.objects.items():
            for movie in {
                part["id"] for one in sightings if kind == "collection" for part in one.value.get("parts", ())
            }:
                found[movie].append(number)
        return dict(found)

    def details(self, key: Key) -> list[Sighting]:
        """Return the details of a record, the newest last."""
        return [one for one in self.objects[key] if is_details(key[0], one.value)]


# What only the details of a record have.
_OF_DETAILS = {
    "movie": "budget",
    "tv": "in_production",
    "person": "birthday",
    "company": "headquarters",
    "network": "headquarters",
    "collection": "parts",
    "keyword": "name",
}

#: The operations whose answers are also appended to details, by the name of the block.
BLOCKS = (
    "alternative_names", "alternative_titles", "changes", "combined_credits", "content_ratings", "credits", "external_ids", "images",
    "keywords", "movie_credits", "release_dates", "releases", "tagged_images", "translations", "tv_credits", "videos", "watch/providers",
)  # fmt: skip
_OWNERS = {
    "movie": "movie",
    "tv": "tv",
    "person": "person",
    "collection": "collection",
    "company": "company",
    "network": "network",
}


def is_details(kind: str, value: Mapping[str, Any]) -> bool:
    """Return whether an object is the details of a record, not a row."""
    return _OF_DETAILS[kind] in value


def read_corpus(corpus: Path) -> Recorded:
    """Return what a folder of recordings says, the oldest answers first."""
    recorded = Recorded()
    answers = (one for one in read_recordings([corpus]) if one.kind in _KINDS and _is_read(one) and one.is_success())
    for answer in sorted(answers, key=lambda one: (one.date, one.label)):
        _Reader(recorded, answer).read()
    return recorded


def language_of(answer: RecordedAnswer) -> str | None:
    """Return the language of a request; `None` if the request is not recorded."""
    language = answer.query.get("language", DEFAULT) if answer.path else None
    return language.partition("-")[0] if language in {"en-US", "en"} else language


def _is_read(answer: RecordedAnswer) -> bool:
    return not answer.label.startswith(_IGNORED)


class _Reader:
    """Adds the objects of an answer."""

    def __init__(self, recorded: Recorded, answer: RecordedAnswer) -> None:
        self.recorded = recorded
        self.body: object = json.loads(answer.body)
        operation = answer.label.partition(".")[0]
        path = answer.path or answer.template
        self.source = Source(operation, path, answer.date, answer.label, answer.source)
        self.language = language_of(answer)

    def read(self) -> None:
        """Read the answer."""
        self._read_images(self.body)
        if self.source.repo != COMPOSED:
            if is_mapping(self.body):
                self._read_owner(self.body)
            self._read_objects(self.body, None)

    def _read_images(self, value: object) -> None:
        if is_mapping(value) and "file_path" in value and "width" in value:
            self.recorded.images[value["file_path"]].append(value)
        for inner in value.values() if is_mapping(value) else value if is_list(value) else ():
            self._read_images(inner)

    def _read_owner(self, body: dict[str, Any]) -> None:
        """Read the blocks of an answer about one record."""
        kind, _, rest = self.source.path.removeprefix("/3/").partition("/")
        owner, number = _OWNERS.get(kind), body.get("id")
        if self.source.operation == "credit-details":
            self._read_credit(body)
        if self.source.operation == "find-by-id" and rest.startswith("tt"):
            self._read_found(body, rest)
        if self.source.operation == "keyword-movies" and isinstance(number, int):
            for row in _objects(body.get("results")):
                self.recorded.keywords["movie", row["id"]].add(number)
        if owner is None or not isinstance(number, int) or "/season/" in rest or rest.startswith("episode"):
            return
        key = (owner, number)
        name = rest.partition("/")[2]
        if name == "casts":
            name = "credits"
        if name in BLOCKS:
            self._add_block(key, name, body)
        elif not name and is_details(owner, body):
            for block in BLOCKS:
                inner = body.get(block)
                if is_mapping(inner):
                    self._add_block(key, block, inner)

    def _add_block(self, key: Key, name: str, value: dict[str, Any]) -> None:
        sighting = Sighting(self.source, self.language, value)
        self.recorded.blocks[key, name].append(sighting)
        if name not in {"credits", "movie_credits", "tv_credits", "combined_credits"}:
            return
        for entry in (*_objects(value.get("cast")), *_objects(value.get("crew"))):
            credit, other = entry.get("credit_id"), entry.get("id")
            if not isinstance(credit, str) or not isinstance(other, int):
                continue
            one = Sighting(self.source, self.language, entry)
            if key[0] == "person":
                default = "tv" if name == "tv_credits" else "movie"
                self.recorded.roles[credit].append(Role((entry.get("media_type", default), other), key[1], one))
            else:
                self.recorded.roles[credit].append(Role(key, other, one))

    def _read_credit(self, body: dict[str, Any]) -> None:
        media, person = body.get("media"), body.get("person")
        if is_mapping(media) and is_mapping(person) and "id" in media:
            value = {**body, "character": media.get("character", "")}
            one = Sighting(self.source, self.language, value)
            self.recorded.roles[str(body["id"])].append(Role((body["media_type"], media["id"]), person["id"], one))

    def _read_found(self, body: dict[str, Any], imdb_id: str) -> None:
        """Read the record that an IMDb id finds."""
        for kind in ("movie", "tv", "person"):
            for row in _objects(body.get(f"{kind}_results")):
                one = Sighting(self.source, self.language, {"imdb_id": imdb_id})
                self.recorded.blocks[(kind, row["id"]), "external_ids"].append(one)

    def _read_objects(self, value: object, name: str | None) -> None:
        if is_list(value):
            for one in value:
                self._read_objects(one, name)
            return
        if not is_mapping(value):
            return
        number, kind = value.get("id"), self._kind(value, name)
        if kind is not None and isinstance(number, int):
            self.recorded.objects[kind, number].append(Sighting(self.source, self.language, value))
        for key, inner in value.items():
            self._read_objects(inner, key)

    def _kind(self, value: dict[str, Any], name: str | None) -> str | None:
        if "original_title" in value:
            return "movie"
        if "first_air_date" in value and "name" in value:
            return "tv"
        operation = self.source.operation
        if name == "production_companies" or (name is None and operation.startswith("company-details")):
            return "company"
        if name == "parent_company":
            return "company"
        if name == "networks" or (name is None and operation.startswith("network-details")):
            return "network"
        if name == "belongs_to_collection" or (name is None and operation == "collection-details"):
            return "collection"
        if name == "keywords" or (name is None and operation == "keyword-details"):
            return "keyword"
        if name == "results" and operation.startswith("search-"):
            found = operation.removeprefix("search-")
            return found if found in {"company", "keyword", "collection", "person"} else self._person(value)
        if name == "results" and operation.endswith("-keywords"):
            return "keyword"
        return self._person(value)

    @staticmethod
    def _person(value: dict[str, Any]) -> str | None:
        return "person" if "profile_path" in value and "name" in value else None


def _objects(value: object) -> Iterator[dict[str, Any]]:
    return (one for one in value if is_mapping(one)) if is_list(value) else iter(())


def sources(sightings: Iterable[Sighting]) -> list[Source]:
    """Return the sources of sightings, each once."""
    return list(dict.fromkeys(one.source for one in sightings))
