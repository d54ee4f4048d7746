"""Which facts the answer of a path contains, and what a bare body is if its path is not known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from tmdb_facade.testing.catalogue.catalogue_data import CatalogueError
from tmdb_facade.testing.catalogue.records import ExternalIds

from . import details, reference_lists, rows
from .blocks import BLOCKS
from .bodies import Body, is_array, is_object, object_of, rows_of
from .credits import regular_cast
from .draft import MENTION, ROW, AnswerReading, DraftEntry, picked, same

_FIND = ("movie_results", "tv_results", "person_results", "tv_season_results", "tv_episode_results")


def read_answer(reading: AnswerReading, path: str, query: Mapping[str, str], body: Body) -> bool:
    """Read an answer whose path is known; return whether the path has facts about records."""
    draft = reading.draft
    segments = path.strip("/").split("/")[1:]
    match segments:
        case ["movie" | "tv" | "person" | "collection" | "company" | "network", "latest" | _] if _is_details(
            body, segments
        ):
            _details(reading, segments[0], body)
        case ["movie" | "tv" | "person" | "collection" as kind, number, *rest] if number.isdigit() and rest:
            return _below(reading, kind, int(number), rest, body)
        case ["company" | "keyword" as of, number, "movies"] if number.isdigit():
            details.movies_of(reading, of, int(number), body)
        case ["company", number, name] if number.isdigit():
            details.company_block(reading, draft.companies[int(number)], name, body)
        case ["network", number, name] if number.isdigit():
            details.company_block(reading, draft.networks[int(number)], name, body)
        case ["tv", "episode_group", _]:
            details.episode_group(reading, body)
        case ["tv", "season" | "episode" as of, number, "changes"] if number.isdigit():
            BLOCKS["changes"](reading, of, draft.edited[of, int(number)], body)
        case ["keyword", _] if "name" in body:
            rows.keywords(reading, [body])
        case ["certification", "movie" | "tv" as kind, "list"]:
            reference_lists.certifications(reading, kind, body)
        case ["genre", "movie" | "tv" as kind, "list"]:
            rows.genres(reading, kind, rows_of(body.get("genres")))
        case ["watch", "providers", "movie" | "tv" as kind]:
            rows.providers(reading, kind, None, rows_of(body.get("results")))
        case ["configuration"]:
            draft.configuration.update(picked(body, same("images", "change_keys")))
        case ["review", _]:
            details.review_details(reading, body)
        case ["list", number] if number.isdigit():
            details.user_list(reading, int(number), body)
        case ["find", external_id]:
            _find(reading, external_id, query.get("external_source", ""), body)
        case ["credit", _]:
            _credit(reading, body)
        case ["search", "company"]:
            rows.companies(reading, rows_of(body.get("results")))
        case ["search", "keyword"]:
            rows.keywords(reading, rows_of(body.get("results")))
        case ["search", "collection"]:
            for row in rows_of(body.get("results")):
                rows.merge_collection(reading, row)
        case ["movie", "now_playing" | "upcoming" as name]:
            _dates(reading, name, body)
            return _found(reading, body)
        case _:
            return _found(reading, body)
    return True


def shape_of(body: Body) -> str | None:
    """Return the path of a bare body whose shape is that of one operation only; None if it is not."""
    keys = {*body}
    number = body.get("id")
    if keys & {*_FIND}:
        return "/3/find/-"
    if {"images", "change_keys"} <= keys:
        return "/3/configuration"
    if is_array(body.get("results")) and "page" in keys:
        return "/3/-"
    if not isinstance(number, int):
        return None
    if "title" in keys and keys & {"imdb_id", "budget", "runtime", "belongs_to_collection"}:
        return f"/3/movie/{number}"
    if "name" in keys and keys & {"number_of_seasons", "episode_run_time", "created_by"}:
        return f"/3/tv/{number}"
    if "name" in keys and keys & {"also_known_as", "biography", "place_of_birth"}:
        return f"/3/person/{number}"
    if "parts" in keys and "name" in keys:
        return f"/3/collection/{number}"
    if "parent_company" in keys:
        return f"/3/company/{number}"
    show = next((one.get("show_id") for one in rows_of(body.get("episodes")) if is_object(one)), None)
    if show and "season_number" in keys:
        return f"/3/tv/{show}/season/{body['season_number']}"
    return None


def unknown_shape(source: str) -> CatalogueError:
    """Return the error of a bare body whose path is needed and not known."""
    return CatalogueError(
        f"{source}: cannot tell which request this body answers: save it as "
        '{"request": {"path": "/3/movie/550/credits"}, "response": {"body": ...}}, or name the file after the path, as in '
        "movie/550/credits.json"
    )


def _is_details(body: Body, segments: list[str]) -> bool:
    names = {
        "movie": "title",
        "tv": "name",
        "person": "name",
        "collection": "parts",
        "company": "name",
        "network": "name",
    }
    return len(segments) == 2 and names[segments[0]] in body and isinstance(body.get("id"), int)


def _details(reading: AnswerReading, kind: str, body: Body) -> None:
    draft = reading.draft
    match kind:
        case "movie":
            details.movie(reading, body)
        case "tv":
            details.series(reading, body)
        case "person":
            details.person(reading, body)
        case "collection":
            details.collection(reading, body)
        case _:
            details.company(reading, draft.companies if kind == "company" else draft.networks, body)


def _below(reading: AnswerReading, kind: str, number: int, rest: list[str], body: Body) -> bool:
    """Read an answer below the path of a record, such as its credits, or a season."""
    draft = reading.draft
    match rest:
        case ["season", season, *block] if kind == "tv" and season.isdigit():
            if block[:1] == ["episode"]:
                return _episode(reading, number, int(season), block[1:], body)
            if not block:
                details.season(reading, number, {"season_number": int(season), **body})
                return True
            of, entry = "season", draft.seasons[number, int(season)]
            reading.update(entry, MENTION, picked(body, same("id")))
            rest = block
        case _:
            of = kind
            entry = {
                "person": draft.people,
                "collection": draft.collections,
                "movie": draft.movies,
                "tv": draft.series,
            }[kind][number]
            reading.update(entry, MENTION, {"id": number})
    name = "/".join(rest)
    if name not in BLOCKS:
        return _found(reading, body)
    BLOCKS[name](reading, of, entry, body)
    return True


def _episode(reading: AnswerReading, series: int, season: int, rest: list[str], body: Body) -> bool:
    if not rest or not rest[0].isdigit():
        return False
    number, block = int(rest[0]), "/".join(rest[1:])
    if not block:
        details.episode(reading, series, season, {"season_number": season, "episode_number": number, **body})
    elif block in BLOCKS:
        entry = reading.draft.episodes[series, season, number]
        reading.update(entry, MENTION, picked(body, same("id")))
        BLOCKS[block](reading, "episode", entry, body)
        if block == "credits":
            regular_cast(reading, reading.draft.seasons[series, season], body)
    return True


def _find(reading: AnswerReading, external_id: str, source: str, body: Body) -> None:
    for name in _FIND[:3]:
        kind = name.removesuffix("_results")
        for row in rows_of(body.get(name)):
            rows.any_row(reading, {**row, "media_type": kind})
            entry = reading.draft.people[row["id"]] if kind == "person" else reading.draft.titles(kind)[row["id"]]
            if source == "imdb_id":
                reading.update(entry, MENTION, {"imdb_id": external_id})
            elif source:
                _external_id(reading, entry, source, external_id)
    for row in rows_of(body.get("tv_season_results")):
        entry = details.merge_season(reading, row["show_id"], row, ROW)
        _external_id(reading, entry, source, external_id)
    for row in rows_of(body.get("tv_episode_results")):
        details.episode(reading, row["show_id"], row["season_number"], row)
        entry = reading.draft.episodes[row["show_id"], row["season_number"], row["episode_number"]]
        _external_id(reading, entry, source, external_id)


def _external_id(reading: AnswerReading, entry: DraftEntry, source: str, external_id: str) -> None:
    """Merge the id on another site by which a record was found."""
    site = source.removesuffix("_id")
    value: str | int = external_id
    if site in ("tvdb", "tvrage"):
        if not external_id.isdecimal():
            return
        value = int(external_id)
    if site in ExternalIds.__struct_fields__:
        reading.update(entry, MENTION, {"external_ids": {site: value, **entry.fields.get("external_ids", {})}})


def _credit(reading: AnswerReading, body: Body) -> None:
    media, person = object_of(body.get("media")), object_of(body.get("person"))
    kind = body.get("media_type")
    if kind in ("movie", "tv") and "id" in media and "id" in person:
        rows.merge_person(reading, person)
        entry = rows.merge_title(reading, kind, media)
        credit = {"person": person["id"], "credit_id": body["id"], "character": media.get("character") or ""}
        more = {**picked(body, same("department", "job")), **picked(media, same("order"))}
        entry.credits[body["id"]] = {**credit, **more, "in": body.get("credit_type")}


def _dates(reading: AnswerReading, name: str, body: Body) -> None:
    """Read the day of a list of movies in theaters: its weeks begin or end on the next Wednesday."""
    dates = object_of(body.get("dates"))
    wednesday = dates.get("maximum" if name == "now_playing" else "minimum")
    if wednesday:
        reading.draft.days.append(date.fromisoformat(wednesday) - timedelta(days=1))


def _found(reading: AnswerReading, body: Body) -> bool:
    """Read the rows of a list of any path."""
    found = body.get("results", body.get("items"))
    if not is_array(found):
        return False
    kinds = [rows.any_row(reading, row) for row in found]
    return any(kinds) or not found
