"""Compare the facts of the catalogue with recorded answers.

    TMDB_CORPUS=FOLDER python -m scripts.catalogue.verification

A fact that TMDB seldom changes (a name, a date, an id) must be the one of most recordings or of the newest; one that changes (votes,
popularity, lists of ids, images) must be in any recording. `unrecorded.yaml` lists the facts that no recording has, with reasons. The
sentences are ours and are not compared.
"""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from scripts.catalogue.files import main_countries, read_titles, records_in
from scripts.catalogue.movies import likely_origin
from scripts.catalogue.public_answers import public_details
from scripts.catalogue.public_releases import known_releases
from scripts.catalogue.public_titles import public_collection_names, public_titles
from scripts.catalogue.recorded import Key, Recorded, Sighting, read_corpus
from scripts.catalogue.references import by_language, translated_names
from scripts.catalogue.values import english, most_frequent, newest, object_of, rows_of, seen
from scripts.json_io import is_mapping, load_yaml
from tmdb_facade.testing.catalogue.odd import INVENTED


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


#: Facts that no recording has, with reasons.
REVIEWED = Path(__file__).with_name("unrecorded.yaml")

#: The name of a fact, its value in the catalogue, its recorded values (the oldest first), and whether TMDB seldom changes it.
Facts: TypeAlias = Iterator[tuple[str, Any, list[Any], bool]]


def unconfirmed_facts(recorded: Recorded) -> list[UnconfirmedFact]:
    """Return what recordings do not confirm in the movies, people, companies, keywords and collections of the catalogue."""
    found: list[UnconfirmedFact] = []
    kinds: dict[str, tuple[Iterable[dict[str, Any]], Callable[[Recorded, Key, Mapping[str, Any]], Facts]]] = {
        "movie": (read_titles("movies").values(), movie_facts),
        "person": (records_in("people.json").values(), _person),
        "company": (records_in("companies.json").values(), _company),
        "keyword": (records_in("keywords.json").values(), _keyword),
        "collection": (records_in("collections.json").values(), _collection),
    }
    for kind, (records, facts) in kinds.items():
        for record in sorted((one for one in records if one["id"] not in INVENTED), key=lambda record: record["id"]):
            for fact, value, values, is_fixed in facts(recorded, (kind, record["id"]), record):
                if value in (None, "", [], {}, 0):
                    continue
                expected = most_frequent(values)
                accepted = [expected, *values[-1:]] if is_fixed else values
                if value not in accepted:
                    found.append(UnconfirmedFact(f"{kind} {record['id']}", fact, value, expected))
    return found


def unreviewed(found: Iterable[UnconfirmedFact], reviewed: Path = REVIEWED) -> list[str]:
    """Return a line for each fact without a reason, and for each record of a reason without a fact."""
    lines: list[str] = []
    reasons = {
        (f"{entry['kind']} {number}", fact): False
        for entry in load_yaml(reviewed)["reviewed"]
        for number in entry["records"]
        for fact in entry["facts"]
    }
    for one in found:
        if one.recorded is None and (one.record, one.fact) in reasons:
            reasons[one.record, one.fact] = True
        else:
            lines.append(str(one))
    needed = {record for (record, _), is_needed in reasons.items() if is_needed}
    stale = dict.fromkeys(record for record, _ in reasons if record not in needed)
    return [*lines, *(f"{record}: {reviewed.name} has a reason that is no longer needed" for record in stale)]


def movie_facts(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    """Yield the facts of a movie, with their recorded values."""
    rows, details = recorded.objects[key], recorded.details(key) or public_details(key[1])
    yield from _fixed(record, rows, "original_title", "original_language", "release_date")
    yield from _fixed(record, details, "runtime", "status")
    yield from _changing(record, rows, "adult", "video", "popularity", "vote_average", "vote_count")
    yield from _changing(record, details, "budget", "revenue", "homepage")
    yield "imdb_id", record.get("imdb_id"), [*seen([*details, *recorded.blocks[key, "external_ids"]], "imdb_id")], True
    yield "genres", sorted(record.get("genres", [])), [*map(sorted, _genres(rows))], False
    countries = [one["iso_3166_1"] for one in newest(details, "production_countries") or ()]
    origins = [*seen(details, "origin_country")] or [likely_origin(record["original_language"], countries)]
    yield "origin_countries", record.get("origin_countries"), origins, False
    for fact, name, code in (
        ("companies", "production_companies", "id"),
        ("production_countries", "production_countries", "iso_3166_1"),
        ("spoken_languages", "spoken_languages", "iso_639_1"),
    ):
        known = [one[code] for objects in seen(details, name) for one in objects]
        yield from ((fact, value, known, False) for value in record.get(fact, ()))
    yield "collection", record.get("collection"), [one["id"] for one in seen(details, "belongs_to_collection")], True
    keywords = [row["id"] for rows in seen(recorded.blocks[key, "keywords"], "keywords") for row in rows]
    yield from (("keywords", number, keywords, False) for number in record.get("keywords", ()))
    yield from _external_ids(recorded, key, record)
    yield from _titles(recorded, key, record)
    yield from _credits(recorded, key, record)
    yield from _images(recorded, key, record, "posters", "backdrops", "logos")
    yield from _parts(recorded, key, record)


def _fixed(record: Mapping[str, Any], sightings: Iterable[Sighting], *names: str) -> Facts:
    sightings = list(sightings)
    return ((name, record.get(name), [*seen(sightings, name)], True) for name in names)


def _changing(record: Mapping[str, Any], sightings: Iterable[Sighting], *names: str) -> Facts:
    sightings = list(sightings)
    return ((name, record.get(name), [*seen(sightings, name)], False) for name in names)


def _genres(rows: Iterable[Sighting]) -> Iterator[list[int]]:
    for row in rows:
        genres = row.value.get("genres")
        if genres:
            yield [one["id"] for one in genres]
        elif row.value.get("genre_ids"):
            yield row.value["genre_ids"]


def _external_ids(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    blocks = recorded.blocks[key, "external_ids"]
    for name, value in record.get("external_ids", {}).items():
        yield f"external_ids.{name}", value, [*seen(blocks, f"{name}_id"), *seen(blocks, name)], True


def _titles(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    localized = by_language(recorded.objects[key])
    blocks = recorded.blocks[key, "translations"]
    texts = [row for block in blocks for row in rows_of(block.value.get("translations"))]
    alternative = [row for block in seen(recorded.blocks[key, "alternative_titles"], "titles") for row in block]
    known = [(row["iso_3166_1"], row["title"]) for row in alternative]
    unknown = [one for one in recorded.objects[key] if one.language is None]
    others = [*known, *(("", title) for title in seen(unknown, "title"))]
    for text in record.get("translations", ()):
        language, country = text["language"], text["country"]
        of_language = english(recorded.objects[key]) if language == "en" else localized.get(language, [])
        own = [
            object_of(row.get("data"))
            for row in texts
            if (row["iso_639_1"], row.get("iso_3166_1")) == (language, country)
        ]
        shown = text.get("title") or record["original_title"]
        titles = [*seen(of_language, "title"), *(row["title"] for row in own if row.get("title"))]
        if not titles and main_countries().get(language) == country:
            titles = [title for other, title in public_titles(key[1]).items() if other == language]
        # A recording of an unknown language, or an alternative title, is evidence if there is no other.
        titles = titles or [shown for other, title in others if other in {country, ""} and title == shown]
        if text.get("title") or titles:
            yield f"titles.{language}-{country}", shown, titles, True
        for name in ("runtime", "homepage"):
            values = [row[name] for row in own if row.get(name)] or [record.get(name)]
            yield f"translations.{name}", text.get(name), values, False
    yield from (
        ("alternative_titles", (one["country"], one["title"]), known, False)
        for one in record.get("alternative_titles", ())
    )


def _credits(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    for name, fields in (("cast", ("character",)), ("crew", ("department", "job"))):
        for credit in record.get(name, ()):
            roles = [role for role in recorded.roles.get(credit["credit_id"], ()) if role.title == key]
            yield (
                f"{name}.credit_id",
                f"{credit['credit_id']} {credit['person']}",
                [f"{credit['credit_id']} {role.person}" for role in roles],
                True,
            )
            sightings = english(role.sighting for role in roles)
            if sightings:
                yield from ((f"{name}.{field}", credit[field], [*seen(sightings, field)], True) for field in fields)
                yield f"{name}.cast_id", credit.get("cast_id"), [*seen(sightings, "cast_id")], False
    order = [
        next((role.sighting.value.get("order") for role in reversed(known_roles) if role.title == key), None)
        for credit in record.get("cast", ())
        if (known_roles := recorded.roles.get(credit["credit_id"]))
    ]
    known = [place for place in order if place is not None]
    yield "cast.order", known, [sorted(known)], True


def _images(recorded: Recorded, key: Key, record: Mapping[str, Any], *names: str) -> Facts:
    for name in names:
        block = [row for one in seen(recorded.blocks[key, "images"], name) for row in one]
        for image in record.get(name, ()):
            path = image["path"]
            yield f"{name}.path", path, [path] if path in recorded.paths else [], True
            rows = [row for row in block if row["file_path"] == path]
            sizes = [(row["width"], row["height"]) for row in rows]
            if sizes:
                yield f"{name}.size", (image["width"], image["height"]), sizes, False
                yield f"{name}.language", image.get("language"), [row.get("iso_639_1") for row in rows], False


def _parts(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    videos = [row for one in seen(recorded.blocks[key, "videos"], "results") for row in one]
    for video in record.get("videos", ()):
        yield "videos", (video["id"], video["key"]), [(row["id"], row["key"]) for row in videos], False
    releases = [*known_releases(recorded, key)]
    for country, entries in record.get("releases", {}).items():
        for entry in entries:
            known = [one for one in releases if one[0] == country]
            value = (country, entry["date"], entry.get("certification", ""))
            yield "releases", value, known, False
    offers = [object_of(block.value.get("results")) for block in recorded.blocks[key, "watch/providers"]]
    for country, by_offer in record.get("watch_providers", {}).items():
        for offer, numbers in by_offer.items():
            rows = [row for one in offers for row in rows_of(object_of(one.get(country)).get(offer))]
            known = [(country, offer, row["provider_id"]) for row in rows]
            yield from (("watch_providers", (country, offer, number), known, False) for number in numbers)


def _person(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    rows, details = english(recorded.objects[key]), recorded.details(key)
    yield from _fixed(record, rows, "name", "original_name")
    yield from _changing(record, rows, "gender", "popularity", "profile_path", "adult")
    departments = [*seen(rows, "known_for_department")] or [recorded.departments.get(key[1], _departments().get(key[1]))]
    yield "department", record.get("department", "Acting"), departments, False
    yield from _fixed(record, details, "birthday", "deathday")
    yield from _changing(record, details, "place_of_birth", "homepage")
    yield "imdb_id", record.get("imdb_id"), [*seen([*details, *recorded.blocks[key, "external_ids"]], "imdb_id")], True
    names = [name for one in seen(details, "also_known_as") for name in one]
    yield from (("also_known_as", name, names, False) for name in record.get("also_known_as", ()))
    yield from _external_ids(recorded, key, record)
    yield from _images(recorded, key, record, "profiles", "tagged_images")


@cache
def _departments() -> dict[int, str]:
    """Return the department of most credits of each person in the catalogue."""
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for title in (*read_titles("movies").values(), *read_titles("series").values()):
        for credit in (*title.get("cast", ()), *title.get("crew", ())):
            counts[credit["person"]][credit.get("department", "Acting")] += 1
    return {person: count.most_common(1)[0][0] for person, count in counts.items()}


def _company(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    rows, details = recorded.objects[key], recorded.details(key)
    yield from _fixed(record, rows, "name")
    yield from _changing(record, rows, "logo_path", "origin_country")
    yield from _changing(record, details, "headquarters", "homepage")
    parents = [one["id"] for one in seen(details, "parent_company") if is_mapping(one)]
    yield "parent", record.get("parent"), parents, True
    for logo in record.get("logos", ()):
        yield "logos.path", logo["path"], [logo["path"]] if logo["path"] in recorded.paths else [], True


def _keyword(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    return _fixed(record, recorded.objects[key], "name")


def _collection(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    rows = recorded.objects[key]
    localized = by_language(rows)
    unknown = [one for one in rows if one.language is None]
    for language, name in record["names"].items():
        own = localized.get(language, [])
        names = [*seen([*unknown, *own], "name")] if language == "en" else translated_names(rows, own)
        names = names or [name for other, name in public_collection_names(key[1]).items() if other == language]
        yield f"names.{language}", name, names, True
    yield from _changing(record, recorded.objects[key], "poster_path", "backdrop_path")
    yield from _images(recorded, key, record, "posters", "backdrops")


def main() -> int:
    """Run the program."""
    corpus = os.environ.get("TMDB_CORPUS")
    if not corpus:
        print("set TMDB_CORPUS to a folder with recorded answers", file=sys.stderr)
        return 2
    lines = unreviewed(unconfirmed_facts(read_corpus(Path(corpus))))
    for line in lines:
        print(line)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
