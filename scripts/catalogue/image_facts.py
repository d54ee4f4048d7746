"""The images of records, with their owners, sizes, languages and votes in recorded answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from scripts.catalogue import image_records
from scripts.catalogue.facts import Facts
from scripts.catalogue.image_records import image, main_country
from scripts.catalogue.recorded import Key, Recorded, Sighting
from scripts.catalogue.values import object_of, rows_of
from scripts.json_io import is_list

#: The lists of images, with the size of an image whose size no answer has.
USUAL = {
    "posters": image_records.POSTER,
    "backdrops": image_records.BACKDROP,
    "logos": image_records.LOGO,
    "profiles": image_records.PROFILE,
    "stills": image_records.STILL,
}
_MAIN = ("poster_path", "backdrop_path", "profile_path", "logo_path", "still_path")
_ENGLISH = ("en", "US")


def images(recorded: Recorded, key: Key, record: Mapping[str, Any], *names: str) -> Facts:
    """Yield the images of some lists of a record."""
    owned = paths(recorded.objects[key], recorded.blocks[key, "images"])
    for name in names:
        yield from listed_images(recorded, owned, record, name, USUAL[name])


def paths(rows: Iterable[Sighting], blocks: Iterable[Sighting]) -> dict[str, set[str]]:
    """Return the paths of the images of a record, with the languages of the requests that they were the main image in.

    Args:
        rows: The objects of the record.
        blocks: The answers with its images.
    """
    found: dict[str, set[str]] = {}
    for row in rows:
        for path in filter(None, map(row.value.get, _MAIN)):
            found.setdefault(path, set()).add((row.language or "en").partition("-")[0])
    for block in blocks:
        for listed in filter(is_list, block.value.values()):
            for one in listed:
                found.setdefault(one["file_path"], set())
    return found


def listed_images(
    recorded: Recorded,
    owned: Mapping[str, Collection[str]],
    record: Mapping[str, Any],
    name: str,
    usual: Mapping[str, int],
) -> Facts:
    """Yield the images of a list.

    Args:
        recorded: The recordings.
        owned: The paths of the record's images, with the languages of the requests that they were the main image in.
        record: The record.
        name: The name of the list.
        usual: The size of an image whose size is not recorded.
    """
    for one in record.get(name, ()):
        path = one["path"]
        yield f"{name}.path", path, [path] if path in owned else [], True
        known = [*_recorded(recorded, path, name)]
        sizes = [_size(row) for row in known] or [_size(usual)]
        yield f"{name}.size", _size(one), sizes, False
        # Without a recorded size the language is not known either. A poster has that of its request, other images show no text.
        languages = owned.get(path, ()) if name == "posters" else ()
        places = (
            [_ENGLISH, *((language, main_country(language)) for language in languages)]
            if name == "posters"
            else [(None, None)]
        )
        yield f"{name}.language", _place(one), [_place(row) for row in known] or places, False
        yield f"{name}.votes", _votes(one), [_votes(row) for row in known] or [(0, 0)], False


def tagged_images(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    """Yield the images of titles that show a person."""
    rows = [row for block in recorded.blocks[key, "tagged_images"] for row in rows_of(block.value.get("results"))]
    for one in record.get("tagged_images", ()):
        shown = (one["id"], one["path"], one["image_type"], one["media_type"], one["media"])
        known = [_tagged(row) for row in rows]
        yield "tagged_images", shown, known, False
        same = [image(row) for row in rows if row["file_path"] == one["path"]]
        for fact, read in (("size", _size), ("language", _place), ("votes", _votes)):
            yield f"tagged_images.{fact}", read(one), [read(row) for row in same], False


def company_logos(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    """Yield the logos of a company or a network. A logo of which only the path is known has an id of ours."""
    yield from images(recorded, key, record, "logos")
    for logo in record.get("logos", ()):
        rows = recorded.images.get(logo["path"], [])
        types = [(row["id"], row["file_type"]) for row in rows if "file_type" in row] or [(logo["id"], ".png")]
        yield "logos.id", (logo["id"], logo.get("type", ".png")), types, False


def _recorded(recorded: Recorded, path: str, name: str) -> Iterator[dict[str, Any]]:
    """Yield the recorded objects of an image in the format of the catalogue."""
    for row in recorded.images.get(path, ()):
        # Images of people have had no language for years; some recorded before 2023 have.
        yield image({**row, "iso_639_1": None} if name == "profiles" else row)


def _size(row: Mapping[str, Any]) -> tuple[int, int]:
    return row["width"], row["height"]


def _place(row: Mapping[str, Any]) -> tuple[str | None, str | None]:
    return row.get("language"), row.get("country")


def _votes(row: Mapping[str, Any]) -> tuple[float, int]:
    return row.get("vote_average", 0), row.get("vote_count", 0)


def _tagged(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["id"], row["file_path"], row["image_type"], row["media_type"], object_of(row.get("media")).get("id")
