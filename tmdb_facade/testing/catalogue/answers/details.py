"""Details of movies, TV series, seasons, episodes, people and others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from . import rows
from .blocks import blocks, review
from .bodies import Body, is_object, object_of, rows_of
from .credits import cast, crew, regular_cast
from .draft import DETAILS, MENTION, ROW, AnswerReading, DraftEntry, Fields, picked, same

_MOVIE = same("budget", "imdb_id", "revenue", "runtime", "status")
_SERIES = same("episode_run_time", "in_production", "languages", "last_air_date", "status", "type")
_SEASON = {"number": "season_number", **same("id", "air_date", "episode_count", "poster_path", "vote_average")}
_EPISODE = {
    "number": "episode_number",
    "type": "episode_type",
    **same("id", "air_date", "runtime", "production_code", "vote_average", "vote_count"),
}
_PERSON = same("also_known_as", "birthday", "deathday", "homepage", "imdb_id", "place_of_birth")


def movie(reading: AnswerReading, body: Body) -> None:
    """Read a movie's details."""
    entry = _title(reading, "movie", body)
    reading.update(entry, DETAILS, picked(body, _MOVIE))
    if collection := body.get("belongs_to_collection"):
        rows.merge_collection(reading, collection)
        reading.update(entry, DETAILS, {"collection": collection["id"]})
    blocks(reading, "movie", entry, body)


def series(reading: AnswerReading, body: Body) -> None:
    """Read the details of a TV series."""
    entry = _title(reading, "tv", body)
    reading.update(entry, DETAILS, picked(body, _SERIES))
    for code in body.get("languages") or ():
        rows.languages(reading, [{"iso_639_1": code}])
    if "networks" in body:
        reading.update(entry, DETAILS, {"networks": rows.networks(reading, rows_of(body["networks"]))})
    if "created_by" in body:
        creators: list[Fields] = []
        for creator in rows_of(body["created_by"]):
            rows.merge_person(reading, creator)
            creators.append({"person": creator["id"], "credit_id": creator.get("credit_id") or ""})
        reading.update(entry, DETAILS, {"creators": creators})
    for row in rows_of(body.get("seasons")):
        merge_season(reading, body["id"], row, ROW)
    for name in ("last_episode_to_air", "next_episode_to_air"):
        if aired := body.get(name):
            _episode(reading, body["id"], aired["season_number"], aired, ROW)
    for name, block in body.items():
        if name.startswith("season/") and is_object(block):
            season(reading, body["id"], block)
    blocks(reading, "tv", entry, body)


def season(reading: AnswerReading, series_id: int, body: Body) -> None:
    """Read a season's details with its episodes."""
    entry = merge_season(reading, series_id, body, DETAILS)
    number = body["season_number"]
    episodes = rows_of(body.get("episodes"))
    for row in episodes:
        _episode(reading, series_id, number, row, ROW)
    reading.update(entry, ROW, {"episode_count": len(episodes)})
    for name, block in body.items():
        if name.startswith("episode/") and is_object(block):
            episode(reading, series_id, number, block)
    if "networks" in body:
        networks = rows.networks(reading, rows_of(body["networks"]))
        reading.update(reading.draft.series[series_id], ROW, {"networks": networks})
    blocks(reading, "season", entry, body)


def merge_season(reading: AnswerReading, series_id: int, body: Body, rank: int) -> DraftEntry:
    """Merge the fields that rows and details of a season share."""
    entry = reading.draft.seasons[series_id, body["season_number"]]
    reading.update(entry, rank, {**picked(body, _SEASON), **picked(body, {"object_id": "_id"})})
    _named(reading, entry, body, rank)
    return entry


def episode(reading: AnswerReading, series_id: int, season_number: int, body: Body) -> None:
    """Read an episode's details."""
    blocks(reading, "episode", _episode(reading, series_id, season_number, body, DETAILS), body)
    regular_cast(reading, reading.draft.seasons[series_id, season_number], object_of(body.get("credits")))


def person(reading: AnswerReading, body: Body) -> None:
    """Read a person's details."""
    entry = rows.merge_person(reading, body, DETAILS)
    reading.update(entry, DETAILS, picked(body, {**_PERSON, "id": "id"}))
    if biography := body.get("biography"):
        entry.add_text(reading.language, {"biography": biography})
    blocks(reading, "person", entry, body)


def collection(reading: AnswerReading, body: Body) -> None:
    """Read a collection with its movies."""
    entry = rows.merge_collection(reading, body, DETAILS)
    for row in rows_of(body.get("parts")):
        part = rows.merge_title(reading, "movie", row)
        reading.update(part, ROW, {"collection": body["id"]})
    blocks(reading, "collection", entry, body)


def company(reading: AnswerReading, entries: dict[int, DraftEntry], body: Body) -> None:
    """Read the details of a company or network."""
    entry = entries[body["id"]]
    names = same("name", "logo_path", "origin_country", "description", "headquarters", "homepage")
    reading.update(entry, DETAILS, picked(body, names))
    if parent := body.get("parent_company"):
        rows.companies(reading, [parent])
        reading.update(entry, DETAILS, {"parent": parent["id"]})
    for name in ("alternative_names", "images"):
        if name in body:
            company_block(reading, entry, name, body[name])


def company_block(reading: AnswerReading, entry: DraftEntry, name: str, body: Body) -> None:
    """Read the alternative names or logos of a company or network."""
    if name == "alternative_names":
        found = [picked(row, same("name", "type")) for row in rows_of(body.get("results"))]
        entry.lengthen(reading.source, "alternative_names", found)
    elif name == "images":
        names = {
            "path": "file_path",
            "type": "file_type",
            **same("id", "width", "height", "vote_average", "vote_count"),
        }
        entry.lengthen(reading.source, "logos", [picked(row, names) for row in rows_of(body.get("logos"))])


def movies_of(reading: AnswerReading, of: str, number: int, body: Body) -> None:
    """Read a page of the movies with a keyword (`keyword`) or of a production company (`company`)."""
    entries, field = {
        "keyword": (reading.draft.keywords, "keywords"),
        "company": (reading.draft.companies, "companies"),
    }[of]
    reading.update(entries[number], MENTION, {"id": number})
    for row in rows_of(body.get("results")):
        rows.merge_title(reading, "movie", row).members[field].append(number)


def episode_group(reading: AnswerReading, body: Body) -> None:
    """Read an episode group of a TV series with its episodes."""
    parts: list[Fields] = []
    series_ids: set[int] = set()
    for part in rows_of(body.get("groups")):
        episodes = rows_of(part.get("episodes"))
        for row in episodes:
            episode(reading, row["show_id"], row["season_number"], row)
            series_ids.add(row["show_id"])
        places = [(row["season_number"], row["episode_number"]) for row in episodes]
        parts.append({**picked(part, same("id", "name", "order", "locked")), "episodes": places})
    network = [body["network"]] if body.get("network") else []
    group: Fields = {
        **picked(body, same("id", "name", "type", "description")),
        "network": next(iter(rows.networks(reading, network)), None),
        "parts": parts,
    }
    for series_id in series_ids:
        entry = reading.draft.series[series_id]
        groups = {one["id"]: one for one in entry.fields.get("episode_groups", ())}
        reading.update(entry, DETAILS, {"episode_groups": list({**groups, group["id"]: group}.values())})


def review_details(reading: AnswerReading, body: Body) -> None:
    """Read a review, and its movie or series."""
    kind, number = body.get("media_type"), body.get("media_id")
    if kind in ("movie", "tv") and isinstance(number, int):
        entry = rows.merge_title(
            reading, kind, {"id": number, "title": body.get("media_title"), "name": body.get("media_title")}
        )
        reviews = [one for one in entry.fields.get("reviews", ()) if one["id"] != body["id"]]
        reading.update(entry, DETAILS, {"reviews": [*reviews, review(body, reading.language[0])]})


def user_list(reading: AnswerReading, number: int, body: Body) -> None:
    """Read a user list of v3 or v4 with a page of its items."""
    entry = reading.draft.lists[number]
    names = {"language": "iso_639_1", "country": "iso_3166_1", **same("name", "description", "favorite_count")}
    names |= same("poster_path", "backdrop_path")
    reading.update(entry, DETAILS, picked(body, names))
    for row in rows_of(body.get("items") or body.get("results")):
        if (kind := rows.any_row(reading, row)) in ("movie", "tv"):
            ids = entry.fields.setdefault("movies" if kind == "movie" else "series", [])
            if row["id"] not in ids:
                ids.append(row["id"])


def _title(reading: AnswerReading, kind: str, body: Body) -> DraftEntry:
    entry = rows.merge_title(reading, kind, body, DETAILS)
    lists: Mapping[str, tuple[str, Callable[[Sequence[Body]], object]]] = {
        "genres": ("genres", lambda found: rows.genres(reading, kind, found)),
        "companies": ("production_companies", lambda found: rows.companies(reading, found)),
        "production_countries": ("production_countries", lambda found: rows.countries(reading, found)),
        "spoken_languages": ("spoken_languages", lambda found: rows.languages(reading, found)),
    }
    for field, (key, read) in lists.items():
        if key in body:
            reading.update(entry, DETAILS, {field: read(rows_of(body[key]))})
    reading.update(entry, MENTION if reading.language[0] != "en" else DETAILS, picked(body, same("homepage")))
    texts = picked(body, same("tagline", "homepage"))
    if any(texts.values()):
        entry.add_text(reading.language, texts)
    return entry


def _episode(reading: AnswerReading, series_id: int, season_number: int, body: Body, rank: int) -> DraftEntry:
    entry = reading.draft.episodes[series_id, season_number, body["episode_number"]]
    reading.update(entry, rank, picked(body, _EPISODE))
    _named(reading, entry, body, rank)
    if body.get("still_path"):
        entry.images["stills"].setdefault(body["still_path"], {"path": body["still_path"]})
    if "guest_stars" in body:
        entry.lengthen(reading.source, "guest_stars", cast(reading, rows_of(body["guest_stars"])))
    if "crew" in body:
        entry.lengthen(reading.source, "crew", crew(reading, rows_of(body["crew"])))
    return entry


def _named(reading: AnswerReading, entry: DraftEntry, body: Body, rank: int) -> None:
    """Read the name and overview of a season or episode, which have no original language."""
    is_english = reading.language[0] == "en"
    if body.get("name") and (is_english or "name" not in entry.fields):
        reading.update(entry, rank if is_english else MENTION, {"name": body["name"]})
    texts = {"title": "" if is_english else body.get("name") or "", "overview": body.get("overview") or ""}
    if any(texts.values()):
        entry.add_text(reading.language, texts)
