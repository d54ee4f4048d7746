"""The fields of movies, TV series, seasons and episodes, from merged facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from .draft import Draft, DraftEntry, Fields
from .parts import CreditIds, Once, Places, images

# Ids of seasons that no answer names are above TMDB's, and small enough for those of their generated episodes.
_OWN_SEASONS = 1_000_000
# The fields with the aggregate credits of a series, with the numbers of episodes.
_ALL = {"cast": "all_cast", "crew": "all_crew"}


def movie_fields(number: int, entry: DraftEntry, places: Places, ids: CreditIds, once: Once) -> Fields:
    """Return the fields of a movie."""
    fields = {**_title(number, entry, places, ids, once, "movie"), "original_title": _original(number, entry, "movie")}
    if not once.first("movie", fields.get("imdb_id")):
        fields["imdb_id"] = None
    return fields


def series_fields(number: int, entry: DraftEntry, draft: Draft, places: Places, ids: CreditIds, once: Once) -> Fields:
    """Return the fields of a TV series with its seasons."""
    counts = {credit["credit_id"]: credit for name in _ALL.values() for credit in entry.fields.get(name, ())}
    for name in _ALL:
        own = entry.fields.get(name, ())
        entry.fields[name] = [{**counts.get(credit["credit_id"], {}), **credit} for credit in own]
    title = _title(number, entry, places, ids, once, "tv")
    creators = [ids.unique(creator, f"tv {number}") for creator in entry.fields.get("creators", ())]
    numbers = sorted(season for series, season in draft.seasons if series == number)
    seasons = [_season(draft, number, season, places, ids, once) for season in numbers]
    known = {credit["credit_id"] for credit in _credits_of(title, seasons)}
    other = {
        name: [
            ids.unique(credit, f"tv {number}")
            for credit in _with_extra(entry.fields.get(every, []), entry, name)
            if credit["credit_id"] not in known
        ]
        for name, every in _ALL.items()
    }
    return {
        "status": "Ended",
        "type": "Scripted",
        **title,
        "original_name": _original(number, entry, "tv"),
        "creators": creators,
        "other_cast": other["cast"],
        "other_crew": other["crew"],
        "languages": [places.language(code) for code in entry.fields.get("languages") or ()],
        "seasons": seasons,
    }


def _credits_of(title: Fields, seasons: Iterable[Fields]) -> Iterator[Fields]:
    """Yield the credits of a series, its seasons and their episodes."""
    yield from (*title["cast"], *title["crew"])
    for season in seasons:
        yield from (*season.get("cast", ()), *season.get("crew", ()))
        for episode in season["episodes"]:
            yield from (*episode["guest_stars"], *episode["crew"])


def _original(number: int, entry: DraftEntry, kind: str) -> str:
    name = entry.fields.get("original_title" if kind == "movie" else "original_name")
    texts = (text["title"] for text in entry.texts.values() if text.get("title"))
    return name or next(texts, f"{'Movie' if kind == 'movie' else 'Series'} {number}")


def _title(number: int, entry: DraftEntry, places: Places, ids: CreditIds, once: Once, kind: str) -> Fields:
    fields, scope = entry.fields, f"{kind} {number}"
    original = places.language(fields.get("original_language") or "en")
    cast, crew = fields.get("cast", []), fields.get("crew", [])
    if kind == "movie":
        # In a series, they may be credits of single episodes.
        cast, crew = _with_extra(cast, entry, "cast"), _with_extra(crew, entry, "crew")
    is_unvoted = fields.get("vote_average") and not fields.get("vote_count")
    return {
        **fields,
        "id": number,
        "original_language": original,
        **{
            name: list(dict.fromkeys([*fields.get(name, ()), *entry.members[name]]))
            for name in ("companies", "keywords")
        },
        "origin_countries": [places.country(code) for code in fields.get("origin_countries") or ()],
        "translations": places.translations(entry),
        "cast": [ids.unique(_in_place(credit, place), scope) for place, credit in enumerate(cast)],
        "crew": [ids.unique(credit, scope) for credit in crew],
        "videos": [places.video(video) for video in fields.get("videos", ())],
        "reviews": [review for review in fields.get("reviews", ()) if once.first("review", review["id"])],
        "alternative_titles": [
            title
            for title in fields.get("alternative_titles", ())
            if len(title["country"]) == 2 and title["country"].isupper()
        ],
        # An average needs a vote.
        **({"vote_count": 1} if is_unvoted else {}),
        **{name: images(entry, name, places, original) for name in ("posters", "backdrops", "logos")},
        **{name: _pages(fields.get(f"{name}_pages")) for name in ("recommendations", "similar")},
    }


def _with_extra(credits: list[Fields], entry: DraftEntry, where: str) -> list[Fields]:
    """Return the credits of a title, and those that only lists of a person's credits name."""
    known = {credit.get("credit_id") for credit in credits}
    extra = [credit for number, credit in entry.credits.items() if credit["in"] == where and number not in known]
    defaults = {"character": ""} if where == "cast" else {"department": "", "job": ""}
    names = ("person", "credit_id", "order", "episodes", *defaults)
    return [
        *credits,
        *(
            {**defaults, **{name: one[name] for name in names if one.get(name) is not None}}
            for one in sorted(extra, key=_order)
        ),
    ]


def _in_place(credit: Fields, place: int) -> Fields:
    """Return a role without its order if that is its place in the list."""
    return {name: value for name, value in credit.items() if name != "order" or value != place}


def _order(credit: Fields) -> int:
    order: int = credit.get("order", 1000)
    return order


def _pages(pages: dict[int, list[int]] | None) -> list[int] | None:
    """Return the ids of all saved pages of a list."""
    if pages is None:
        return None
    return list(dict.fromkeys(number for page in sorted(pages) for number in pages[page]))


def _season(draft: Draft, series: int, number: int, places: Places, ids: CreditIds, once: Once) -> Fields:
    entry = draft.seasons[series, number]
    fields = entry.fields
    season_id = fields.get("id") or 0
    if not once.first("season", season_id):
        season_id = next(other for other in count(_OWN_SEASONS) if once.first("season", other))
    keys = sorted(key for key in draft.episodes if key[:2] == (series, number))
    episodes = [_episode(draft, key, places, ids, once) for key in keys]
    return {
        **fields,
        "id": season_id,
        "number": number,
        "name": fields.get("name") or ("Specials" if number == 0 else f"Season {number}"),
        "episode_count": max(fields.get("episode_count") or 0, len(episodes)),
        "translations": places.translations(entry),
        "posters": images(entry, "posters", places),
        "videos": [places.video(video) for video in fields.get("videos", ())],
        "episodes": episodes,
        **{
            name: [ids.unique(credit, f"tv {series}", shared=True) for credit in fields[name]]
            for name in ("cast", "crew")
            if name in fields
        },
        "changes": _changes(draft, "season", fields),
    }


def _episode(draft: Draft, key: tuple[int, int, int], places: Places, ids: CreditIds, once: Once) -> Fields:
    entry, scope = draft.episodes[key], f"tv {key[0]} episodes"
    fields = entry.fields
    return {
        **fields,
        # Without an id, it gets a generated one.
        "id": fields.get("id", 0) if once.first("episode", fields.get("id")) else 0,
        "number": key[2],
        "translations": places.translations(entry),
        "changes": _changes(draft, "episode", fields),
        "crew": _each_once(ids.unique(credit, scope, shared=True) for credit in fields.get("crew", ())),
        "guest_stars": _each_once(ids.unique(credit, scope, shared=True) for credit in fields.get("guest_stars", ())),
        "stills": images(entry, "stills", places),
        "videos": [places.video(video) for video in fields.get("videos", ())],
    }


def _changes(draft: Draft, kind: str, fields: Fields) -> list[Fields]:
    """Return the edits of a season or episode, which an answer names by its id."""
    edited = draft.edited.get((kind, fields.get("id", 0)))
    changes: list[Fields] = (edited.fields if edited else fields).get("changes", [])
    return changes


def _each_once(credits: Iterable[Fields]) -> list[Fields]:
    return list({credit["credit_id"]: credit for credit in credits}.values())
