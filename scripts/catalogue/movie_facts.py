"""The facts of a movie of the catalogue, with their values in recorded answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scripts.catalogue.facts import (
    PRODUCTION,
    Facts,
    changing,
    fixed,
    flags,
    genres,
    ids_in_lists,
    other_ids,
    videos,
    watch_providers,
)
from scripts.catalogue.image_facts import images
from scripts.catalogue.image_records import main_country
from scripts.catalogue.movies import likely_origin
from scripts.catalogue.public_answers import public_details, public_titles
from scripts.catalogue.public_releases import CINEMA, known_releases
from scripts.catalogue.recorded import Key, Recorded
from scripts.catalogue.references import by_language, known_place
from scripts.catalogue.values import english, newest, object_of, rows_of, seen

#: The status of most movies, which their records do not name.
RELEASED = "Released"


def movie_facts(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    """Yield the facts of a movie, with their recorded values."""
    rows, details = recorded.objects[key], [*public_details(key[1]), *recorded.details(key)]
    yield from fixed(record, rows, "original_title", "original_language", "release_date")
    yield from fixed(record, details, "runtime")
    # The status of a movie of which no details are recorded is the default one.
    yield "status", record.get("status", RELEASED), [*seen(details, "status")] or [RELEASED], True
    yield from changing(record, rows, "popularity", "vote_average", "vote_count")
    yield from flags(record, rows, "adult", "video")
    yield from changing(record, details, "budget", "revenue", "homepage")
    yield "imdb_id", record.get("imdb_id"), [*seen([*details, *recorded.blocks[key, "external_ids"]], "imdb_id")], True
    yield "genres", sorted(record.get("genres", [])), [*map(sorted, genres(rows))], False
    countries = [one["iso_3166_1"] for one in newest(details, "production_countries") or ()]
    origins = [*seen(details, "origin_country")] or [likely_origin(record["original_language"], countries)]
    yield "origin_countries", record.get("origin_countries"), origins, False
    yield from ids_in_lists(record, details, *PRODUCTION)
    collections = [one["id"] for one in seen(details, "belongs_to_collection")]
    yield "collection", record.get("collection"), collections or recorded.collections.get(key[1], []), True
    keywords = [row["id"] for rows in seen(recorded.blocks[key, "keywords"], "keywords") for row in rows]
    keywords += recorded.keywords[key]
    yield from (("keywords", number, keywords, False) for number in record.get("keywords", ()))
    yield from other_ids(recorded.blocks[key, "external_ids"], record)
    yield from _titles(recorded, key, record)
    yield from _credits(recorded, key, record)
    yield from images(recorded, key, record, "posters", "backdrops", "logos")
    yield from _parts(recorded, key, record)


def _titles(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    localized = by_language(recorded.objects[key])
    blocks = recorded.blocks[key, "translations"]
    texts = [row for block in blocks for row in rows_of(block.value.get("translations"))]
    alternative = [row for block in seen(recorded.blocks[key, "alternative_titles"], "titles") for row in block]
    known = [(row["iso_3166_1"], row["title"], row.get("type") or "") for row in alternative]
    unknown = [one for one in recorded.objects[key] if one.language is None]
    others = [*((country, title) for country, title, _ in known), *(("", title) for title in seen(unknown, "title"))]
    for text in record.get("translations", ()):
        language, country = text["language"], text["country"]
        yield known_place(text, recorded.objects[key], blocks)
        of_language = english(recorded.objects[key]) if language == "en" else localized.get(language, [])
        own = [
            object_of(row.get("data"))
            for row in texts
            if (row["iso_639_1"], row.get("iso_3166_1")) == (language, country)
        ]
        shown = text.get("title") or record["original_title"]
        titles = [*seen(of_language, "title"), *(row["title"] for row in own if row.get("title"))]
        if not titles and main_country(language) == country:
            titles = [title for other, title in public_titles(key[1]).items() if other == language]
        # A recording of an unknown language, or an alternative title, is evidence if there is no other.
        titles = titles or [shown for other, title in others if other in {country, ""} and title == shown]
        if text.get("title") or titles:
            yield f"titles.{language}-{country}", shown, titles, True
        for name in ("runtime", "homepage"):
            values = [row[name] for row in own if row.get(name)] or [record.get(name)]
            yield f"translations.{name}", text.get(name), values, False
    yield from (
        ("alternative_titles", (one["country"], one["title"], one.get("type", "")), known, False)
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


def _parts(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    blocks = seen(recorded.blocks[key, "videos"], "results")
    yield from videos(record, (row for block in blocks for row in block))
    releases = [*known_releases(recorded, key)]
    for country, entries in record.get("releases", {}).items():
        for entry in entries:
            date, certification = entry["date"], entry.get("certification", "")
            own = [one for one in releases if one.country == country]
            known = [(one.country, one.date, one.certification) for one in own]
            yield "releases", (country, date, certification), known, False
            same = [one for one in own if (one.date, one.certification) == (date, certification)]
            yield "releases.type", entry.get("type", CINEMA), [one.type for one in same], False
            yield "releases.note", entry.get("note"), [one.note for one in same], False
            yield "releases.language", entry.get("language"), [one.language for one in same], False
    yield from watch_providers(recorded.blocks[key, "watch/providers"], record)
