"""Facts of records with their recorded values: what movies, TV series, people and companies have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from msgspec import NODEFAULT
from msgspec.structs import fields

from scripts.catalogue.recorded import Sighting
from scripts.catalogue.values import most_frequent, object_of, rows_of, seen
from tmdb_facade.testing.catalogue.records import Video


class UnconfirmedFact(NamedTuple):
    """A fact that no recording has, or that most recordings contradict.

    Attributes:
        record: The record, such as `movie 550`.
        fact: The name of the fact, such as `titles.fr`.
        value: Its value in the catalogue.
        recorded: The value of most recordings, or None if no recording has the fact.
    """

    record: str
    fact: str
    value: Any
    recorded: Any

    def __str__(self) -> str:
        """Return the fact as a line."""
        found = "no recording has it" if self.recorded is None else f"recorded: {self.recorded!r}"
        return f"{self.record}: {self.fact} {self.value!r}: {found}"


#: The name of a fact, its value in the catalogue, its recorded values (the oldest first), and whether TMDB seldom changes it.
Facts: TypeAlias = Iterator[tuple[str, Any, list[Any], bool]]

#: The lists of details that movies and series have; `ids_in_lists` explains them.
PRODUCTION = (
    ("companies", "production_companies", "id"),
    ("production_countries", "production_countries", "iso_3166_1"),
    ("spoken_languages", "spoken_languages", "iso_639_1"),
)

#: The fields of a video, with their names in an answer.
_VIDEO = {
    **{name: name for name in ("name", "site", "size", "type", "official", "published_at")},
    "language": "iso_639_1",
    "country": "iso_3166_1",
}
_VIDEO_DEFAULTS = {one.name: one.default for one in fields(Video) if one.default is not NODEFAULT}


def unconfirmed(record: str, facts: Facts) -> Iterator[UnconfirmedFact]:
    """Yield the facts of a record that have another value than the recordings, or none there."""
    for fact, value, values, is_fixed in facts:
        if value is not False and value in (None, "", [], {}, 0):
            continue
        expected = most_frequent(values)
        accepted = [expected, *values[-1:]] if is_fixed else values
        if value not in accepted:
            yield UnconfirmedFact(record, fact, value, expected)


def fixed(record: Mapping[str, Any], sightings: Iterable[Sighting], *names: str) -> Facts:
    """Yield fields that TMDB seldom changes."""
    sightings = list(sightings)
    return ((name, record.get(name), [*seen(sightings, name)], True) for name in names)


def changing(record: Mapping[str, Any], sightings: Iterable[Sighting], *names: str) -> Facts:
    """Yield fields that TMDB changes."""
    sightings = list(sightings)
    return ((name, record.get(name), [*seen(sightings, name)], False) for name in names)


def flags(record: Mapping[str, Any], sightings: Iterable[Sighting], *names: str) -> Facts:
    """Yield fields that are true or false, the latter by default."""
    sightings = list(sightings)
    for name in names:
        values = [value for one in sightings if isinstance(value := one.value.get(name), bool)]
        yield name, record.get(name, False), values or [False], False


def genres(rows: Iterable[Sighting]) -> Iterator[list[int]]:
    """Yield the recorded genres."""
    for row in rows:
        objects = row.value.get("genres")
        if objects:
            yield [one["id"] for one in objects]
        elif row.value.get("genre_ids"):
            yield row.value["genre_ids"]


def ids_in_lists(record: Mapping[str, Any], details: Iterable[Sighting], *names: tuple[str, str, str]) -> Facts:
    """Yield each id of some lists.

    Args:
        record: The record.
        details: Its recorded details.
        names: The field of the record, the list of an answer, and the id of an object there.
    """
    details = list(details)
    for fact, name, code in names:
        known = [one[code] for objects in seen(details, name) for one in objects if code in one]
        yield from ((fact, value, known, False) for value in record.get(fact, ()))


def other_ids(blocks: Iterable[Sighting], record: Mapping[str, Any]) -> Facts:
    """Yield the ids of other sites."""
    blocks = list(blocks)
    for name, value in record.get("external_ids", {}).items():
        yield f"external_ids.{name}", value, [*seen(blocks, f"{name}_id"), *seen(blocks, name)], True


def videos(record: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> Facts:
    """Yield the videos of a record with their fields, some of which have a default in the catalogue."""
    rows = list(rows)
    for video in record.get("videos", ()):
        yield "videos", (video["id"], video["key"]), [(row["id"], row["key"]) for row in rows], False
        known = [row for row in rows if row["id"] == video["id"]]
        for field, name in _VIDEO.items():
            values = [row[name] for row in known if row.get(name) is not None]
            yield f"videos.{field}", video.get(field, _VIDEO_DEFAULTS.get(field)), values, False


def watch_providers(blocks: Iterable[Sighting], record: Mapping[str, Any]) -> Facts:
    """Yield each offer of a country."""
    offers = [object_of(block.value.get("results")) for block in blocks]
    for country, by_offer in record.get("watch_providers", {}).items():
        for offer, numbers in by_offer.items():
            rows = [row for one in offers for row in rows_of(object_of(one.get(country)).get(offer))]
            known = [(country, offer, row["provider_id"]) for row in rows]
            yield from (("watch_providers", (country, offer, number), known, False) for number in numbers)
