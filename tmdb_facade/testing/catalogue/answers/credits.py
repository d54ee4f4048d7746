"""Credits of titles, seasons, episodes and people."""

from __future__ import annotations

from collections.abc import Iterable

from . import rows
from .bodies import Body, rows_of
from .draft import AnswerReading, Block, DraftEntry, Fields, picked, same

# Only aggregate credits and lists of a person's credits have it.
_EPISODES = {"episodes": "episode_count"}


def cast(reading: AnswerReading, people: Iterable[Body]) -> list[Fields]:
    """Read roles and their people; return the credits."""
    credits: list[Fields] = []
    for row in people:
        rows.merge_person(reading, row)
        credits.append(
            {
                "person": row["id"],
                "character": "",
                "credit_id": "",
                **picked(row, {**same("character", "credit_id", "cast_id", "order"), **_EPISODES}),
            }
        )
    return credits


def crew(reading: AnswerReading, people: Iterable[Body]) -> list[Fields]:
    """Read jobs and their people; return the credits."""
    credits: list[Fields] = []
    for row in people:
        rows.merge_person(reading, row)
        names = {**same("credit_id", "department", "job"), **_EPISODES}
        job = {"person": row["id"], "credit_id": "", **picked(row, names)}
        credits.append({"department": "", "job": "", **job})
    return credits


def title_credits(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    """Read the cast, the guest stars and the crew of a title, season or episode."""
    if kind == "person":
        # The old name of `movie_credits`.
        persons_credits("movie")(reading, kind, entry, body)
        return
    if kind != "episode":
        entry.lengthen(reading.source, "cast", cast(reading, rows_of(body.get("cast"))))
    if "guest_stars" in body:
        entry.lengthen(reading.source, "guest_stars", cast(reading, rows_of(body["guest_stars"])))
    entry.lengthen(reading.source, "crew", crew(reading, rows_of(body.get("crew"))))


def regular_cast(reading: AnswerReading, season: DraftEntry, body: Body) -> None:
    """Read the cast of an episode's credits, which is that of its season."""
    if "cast" in body:
        season.lengthen(reading.source, "cast", cast(reading, rows_of(body["cast"])))


def aggregate_credits(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    """Read the credits of a series and all its episodes, with the number of episodes of each."""
    # The order is that of the people, not of the roles.
    roles = [
        {**person, **role, "order": None}
        for person in rows_of(body.get("cast"))
        for role in rows_of(person.get("roles"))
    ]
    jobs = [{**person, **job} for person in rows_of(body.get("crew")) for job in rows_of(person.get("jobs"))]
    credits = {"all_cast": cast(reading, roles), "all_crew": crew(reading, jobs)}
    if kind == "tv":
        for name, items in credits.items():
            entry.lengthen(reading.source, name, items)


def persons_credits(kind: str | None) -> Block:
    """Build the reader of a person's credits; `kind` is that of titles without a `media_type`."""

    def read(reading: AnswerReading, of: str, entry: DraftEntry, body: Body) -> None:
        number = entry.fields.get("id")
        names = {**same("credit_id", "character", "department", "job"), **_EPISODES}
        for name in ("cast", "crew"):
            for row in rows_of(body.get(name)):
                media = row.get("media_type") or kind
                title = rows.merge_title(reading, media, row) if media in ("movie", "tv") else None
                if title is None or not row.get("credit_id") or number is None:
                    continue
                credit = {"person": number, **picked(row, names)}
                title.credits[row["credit_id"]] = {**credit, **picked(row, same("order")), "in": name}

    return read
