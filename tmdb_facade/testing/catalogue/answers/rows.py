"""Rows of lists: thin movies, TV series and people, and the companies, genres and others that answers mention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .bodies import Body, rows_of
from .draft import MENTION, ROW, AnswerReading, DraftEntry, Fields, picked, same

_TITLE_FIELDS = {
    **same("adult", "softcore", "original_language", "popularity", "vote_average", "vote_count"),
    "origin_countries": "origin_country",
}
_KINDS: Mapping[str, Mapping[str, str]] = {
    "movie": {**_TITLE_FIELDS, **same("original_title", "video", "release_date")},
    "tv": {**_TITLE_FIELDS, **same("original_name", "first_air_date")},
}
_PERSON = {
    **same("name", "original_name", "gender", "popularity", "profile_path", "adult"),
    "department": "known_for_department",
}


def kind_of(row: Body | None) -> str | None:
    """Return the kind of a row: `movie`, `tv` or `person`; None if it is something else."""
    if not isinstance(row, dict) or not isinstance(row.get("id"), int):
        return None
    kind = row.get("media_type")
    if kind in ("movie", "tv", "person"):
        return str(kind)
    if "title" in row and ("release_date" in row or "original_title" in row):
        return "movie"
    if "name" in row and ("first_air_date" in row or "original_language" in row) and "parts" not in row:
        return "tv" if "original_title" not in row and "genre_ids" in row else None
    return "person" if "known_for" in row or "known_for_department" in row else None


def any_row(reading: AnswerReading, row: Body | None) -> str | None:
    """Read a row of a list of any kinds; return its kind."""
    kind = kind_of(row)
    if row and kind == "person":
        merge_person(reading, row)
    elif row and kind:
        merge_title(reading, kind, row)
    return kind


def merge_title(reading: AnswerReading, kind: str, row: Body, rank: int = ROW) -> DraftEntry:
    """Merge the fields that rows and details of a movie or series share."""
    entry = reading.draft.titles(kind)[row["id"]]
    reading.update(entry, rank, {"id": row["id"], **_dated(picked(row, _KINDS[kind]))})
    for code in row.get("origin_country") or ():
        reading.draft.countries[code].update(MENTION, reading.source, {})
    if "genre_ids" in row:
        ids = list(dict.fromkeys(row["genre_ids"]))
        reading.update(entry, rank, {"genres": ids})
        for number in ids:
            _genre_of(reading, number, kind)
    original = row.get("original_title" if kind == "movie" else "original_name")
    name = row.get("title" if kind == "movie" else "name") or ""
    # Without a translation, TMDB sends the original title.
    texts: Fields = {"title": "" if name == original else name, "overview": row.get("overview") or ""}
    if original is None:
        reading.update(entry, MENTION, {"original_title" if kind == "movie" else "original_name": name})
    if any(texts.values()):
        entry.add_text(reading.language, texts)
    _image(entry, "posters", row.get("poster_path"), reading.language)
    _image(entry, "backdrops", row.get("backdrop_path"), None)
    return entry


def merge_person(reading: AnswerReading, row: Body, rank: int = ROW) -> DraftEntry:
    """Merge the fields that rows and details of a person share, and the titles that the person is known for."""
    entry = reading.draft.people[row["id"]]
    fields = picked(row, _PERSON)
    name = fields.pop("name", None)
    if reading.language[0] == "en" or "name" not in entry.fields:
        reading.update(entry, rank if reading.language[0] == "en" else MENTION, {"name": name})
    if name and reading.language[0] != "en":
        entry.add_text(reading.language, {"name": name})
    reading.update(entry, rank, fields)
    if "known_for_department" in row and row["known_for_department"] is None:
        reading.update(entry, rank, {"no_department": True})
    kinds = [(any_row(reading, known), known) for known in rows_of(row.get("known_for"))]
    known_for = [(kind, known["id"]) for kind, known in kinds if kind in ("movie", "tv")]
    reading.update(entry, rank, {"known_for": known_for} if known_for else {})
    return entry


def genres(reading: AnswerReading, kind: str | None, rows: Iterable[Body]) -> list[int]:
    """Read genres with their names; return their ids."""
    ids: list[int] = []
    for row in rows:
        entry = _genre_of(reading, row["id"], kind)
        entry.add_text((reading.language[0], ""), {"name": row.get("name")})
        ids.append(row["id"])
    return list(dict.fromkeys(ids))


def keywords(reading: AnswerReading, rows: Iterable[Body]) -> list[int]:
    """Read keywords; return their ids."""
    return _named(reading, reading.draft.keywords, rows, same("name"))


def companies(reading: AnswerReading, rows: Iterable[Body]) -> list[int]:
    """Read production companies; return their ids."""
    return _named(reading, reading.draft.companies, rows, same("name", "logo_path", "origin_country"))


def networks(reading: AnswerReading, rows: Iterable[Body]) -> list[int]:
    """Read networks; return their ids."""
    return _named(reading, reading.draft.networks, rows, same("name", "logo_path", "origin_country"))


def providers(reading: AnswerReading, kind: str | None, country: str | None, rows: Iterable[Body]) -> list[int]:
    """Read watch providers of movies or TV; return their ids."""
    ids: list[int] = []
    for row in rows:
        entry = reading.draft.providers[row["provider_id"]]
        names = {"name": "provider_name", **same("logo_path", "display_priority", "display_priorities")}
        reading.update(entry, ROW, picked(row, names))
        if country and "display_priority" in row:
            entry.fields.setdefault("priorities", {})[country] = row["display_priority"]
        if kind:
            entry.fields.setdefault("of", set()).add(kind)
        ids.append(row["provider_id"])
    return list(dict.fromkeys(ids))


def countries(reading: AnswerReading, rows: Iterable[Body]) -> list[str]:
    """Read countries; return their codes."""
    codes: list[str] = []
    for row in rows:
        fields = {"english_name": row.get("english_name", row.get("name")), "native_name": row.get("native_name")}
        reading.update(reading.draft.countries[row["iso_3166_1"]], ROW, fields)
        codes.append(row["iso_3166_1"])
    return list(dict.fromkeys(codes))


def languages(reading: AnswerReading, rows: Iterable[Body]) -> list[str]:
    """Read languages; return their codes."""
    codes: list[str] = []
    for row in rows:
        reading.update(reading.draft.languages[row["iso_639_1"]], ROW, picked(row, same("english_name", "name")))
        codes.append(row["iso_639_1"])
    return list(dict.fromkeys(codes))


def merge_collection(reading: AnswerReading, row: Body, rank: int = ROW) -> DraftEntry:
    """Merge the fields that rows and details of a collection share."""
    entry = reading.draft.collections[row["id"]]
    reading.update(entry, rank, picked(row, same("poster_path", "backdrop_path", "original_language")))
    entry.add_text((reading.language[0], ""), picked(row, same("name", "overview")))
    return entry


def _named(
    reading: AnswerReading, entries: dict[int, DraftEntry], rows: Iterable[Body], names: Mapping[str, str]
) -> list[int]:
    ids: list[int] = []
    for row in rows:
        reading.update(entries[row["id"]], ROW, picked(row, names))
        ids.append(row["id"])
    return list(dict.fromkeys(ids))


def _genre_of(reading: AnswerReading, number: int, kind: str | None) -> DraftEntry:
    entry = reading.draft.genres[number]
    if kind:
        entry.fields.setdefault("of", set()).add(kind)
    return entry


def _dated(fields: Fields) -> Fields:
    """Replace empty dates, which records have not."""
    return {name: value or None if name.endswith("_date") else value for name, value in fields.items()}


def _image(entry: DraftEntry, kind: str, path: str | None, language: tuple[str, str] | None) -> None:
    """Add an image of unknown size, unless it is known; TMDB shows it in this language."""
    if not path:
        return
    width, height = (3840, 2160) if kind == "backdrops" else (2000, 3000)
    image = entry.images[kind].setdefault(path, {"path": path, "width": width, "height": height})
    if language and "language" not in image:
        image["shown_in"] = [*image.get("shown_in", ()), language]
