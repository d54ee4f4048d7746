"""Blocks: answers below a title's or person's path, such as credits and images, requested or appended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from . import rows
from .bodies import Body, is_object, object_of, rows_of
from .credits import aggregate_credits, persons_credits, title_credits
from .draft import DETAILS, MENTION, ROW, AnswerReading, Block, DraftEntry, Fields, picked, same

_IDS = {
    **{
        site: f"{site}_id" for site in ("wikidata", "facebook", "instagram", "twitter", "tiktok", "youtube", "freebase")
    },
    **{site: f"{site}_id" for site in ("tvdb", "tvrage")},
    "freebase_mid": "freebase_mid",
}
_IMAGE = {
    "path": "file_path",
    "language": "iso_639_1",
    "country": "iso_3166_1",
    **same("width", "height", "vote_average", "vote_count"),
}
_VIDEO = {
    "language": "iso_639_1",
    "country": "iso_3166_1",
    **same("id", "key", "name", "site", "size", "type", "official", "published_at"),
}
_OFFERS = ("flatrate", "free", "ads", "rent", "buy")


def _images(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    for name in ("posters", "backdrops", "logos", "stills", "profiles"):
        entry.add_images(name, (picked(row, _IMAGE) for row in rows_of(body.get(name))))


def _tagged_images(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    images: list[Fields] = []
    for row in rows_of(body.get("results")):
        media = object_of(row.get("media"))
        if rows.any_row(reading, {**media, "media_type": row.get("media_type")}) in ("movie", "tv"):
            fields = picked(row, {**_IMAGE, **same("id", "image_type", "media_type")})
            images.append({**fields, "media": media["id"]})
    entry.lengthen(reading.source, "tagged_images", images)


def _videos(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    videos = {video["id"]: video for video in entry.fields.get("videos", ())}
    videos.update({row["id"]: picked(row, _VIDEO) for row in rows_of(body.get("results"))})
    reading.update(entry, DETAILS, {"videos": list(videos.values())})


def _translations(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    for row in rows_of(body.get("translations")):
        data = object_of(row.get("data"))
        rows.languages(reading, [row])
        # Older answers have no countries.
        country = row.get("iso_3166_1") or ""
        rows.countries(reading, [{"iso_3166_1": country}] if country else ())
        names = same("overview", "tagline", "homepage", "runtime", "biography")
        title = data.get("title", data.get("name")) or ""
        entry.add_text(
            (row["iso_639_1"], country),
            {("name" if kind == "person" else "title"): title, **picked(data, names)},
        )


def _keywords(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    found = rows.keywords(reading, rows_of(body.get("keywords") or body.get("results")))
    reading.update(entry, DETAILS, {"keywords": found})


def _alternative_titles(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    names = {"country": "iso_3166_1", **same("title", "type")}
    titles = [picked(row, names) for row in rows_of(body.get("titles") or body.get("results"))]
    known: list[Fields] = entry.fields.get("alternative_titles", [])
    # Answers may be of one country; the one with most titles of a country wins.
    new, old = (Counter(title["country"] for title in of) for of in (titles, known))
    better = [title for title in titles if new[title["country"]] >= old[title["country"]]]
    kept = [title for title in known if new[title["country"]] < old[title["country"]]]
    reading.update(entry, DETAILS, {"alternative_titles": [*better, *kept]})


def _external_ids(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    ids = {**entry.fields.get("external_ids", {}), **picked(body, _IDS)}
    if kind in ("movie", "tv", "person"):
        reading.update(entry, DETAILS, picked(body, same("imdb_id")))
    else:
        ids |= picked(body, {"imdb": "imdb_id"})
    reading.update(entry, DETAILS, {"external_ids": ids})


def _release_dates(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    releases: Fields = {}
    names = {"date": "release_date", "language": "iso_639_1", **same("type", "certification", "note")}
    for row in rows_of(body.get("results")):
        rows.countries(reading, [{"iso_3166_1": row["iso_3166_1"]}])
        dated = [picked(one, names) for one in rows_of(row.get("release_dates")) if one.get("release_date")]
        releases[row["iso_3166_1"]] = [{**one, "date": one["date"][:10]} for one in dated]
    reading.update(entry, DETAILS, {"releases": releases})


def _content_ratings(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    ratings = {row["iso_3166_1"]: row.get("rating") or "" for row in rows_of(body.get("results"))}
    rows.countries(reading, [{"iso_3166_1": code} for code in ratings])
    reading.update(entry, DETAILS, {"content_ratings": ratings})


def _watch_providers(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    by_country: Fields = {}
    for country, offers in object_of(body.get("results")).items():
        rows.countries(reading, [{"iso_3166_1": country}])
        of = "movie" if kind == "movie" else "tv"
        by_country[country] = {
            offer: rows.providers(reading, of, country, offers[offer]) for offer in _OFFERS if offers.get(offer)
        }
    reading.update(entry, DETAILS, {"watch_providers": by_country})


def _reviews(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    reviews = {review["id"]: review for review in entry.fields.get("reviews", ())}
    for row in rows_of(body.get("results")):
        reviews[row["id"]] = review(row, reading.language[0])
    reading.update(entry, DETAILS, {"reviews": list(reviews.values())})


def review(row: Body, language: str) -> Fields:
    """Return the fields of a review."""
    author = object_of(row.get("author_details"))
    return {
        # Older answers have no dates.
        "created_at": "",
        "updated_at": "",
        **picked(row, same("id", "author", "content", "created_at", "updated_at")),
        "username": author.get("username") or row["author"],
        **picked(author, same("rating", "avatar_path")),
        "language": row.get("iso_639_1") or language,
    }


def _changes(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    names = {
        "language": "iso_639_1",
        "country": "iso_3166_1",
        **same("id", "action", "time", "value", "original_value"),
    }
    changes = {
        change["key"]: {item["id"]: item for item in change["items"]} for change in entry.fields.get("changes", ())
    }
    for row in rows_of(body.get("changes")):
        items = changes.setdefault(row["key"], {})
        items.update({item["id"]: picked(item, names) for item in rows_of(row.get("items"))})
    merged = [{"key": key, "items": list(items.values())} for key, items in changes.items()]
    reading.update(entry, DETAILS, {"changes": merged})


def _related(name: str) -> Block:
    def read(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
        found = rows_of(body.get("results"))
        for row in found:
            rows.merge_title(reading, kind, row)
        pages = {**entry.fields.get(f"{name}_pages", {}), body.get("page", 1): [row["id"] for row in found]}
        reading.update(entry, DETAILS, {f"{name}_pages": pages})

    return read


def _screened_theatrically(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    for row in rows_of(body.get("results")):
        episode = reading.draft.episodes[entry.fields["id"], row["season_number"], row["episode_number"]]
        reading.update(episode, DETAILS, {**picked(row, same("id")), "screened_theatrically": True})


def _lists(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    names = {"language": "iso_639_1", "country": "iso_3166_1"}
    names |= same("name", "description", "favorite_count", "poster_path", "backdrop_path")
    for row in rows_of(body.get("results")):
        if isinstance(row["id"], int):
            user_list = reading.draft.lists[row["id"]]
            reading.update(user_list, ROW, picked(row, names))
            ids = user_list.fields.setdefault("movies" if kind == "movie" else "series", [])
            if entry.fields["id"] not in ids:
                ids.append(entry.fields["id"])


def _releases(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    """Read the old form of `release_dates`, which has no types."""
    if "releases" in entry.fields:
        return
    releases: Fields = {}
    for row in rows_of(body.get("countries")):
        rows.countries(reading, [{"iso_3166_1": row["iso_3166_1"]}])
        if row.get("release_date"):
            release = {"date": row["release_date"][:10], **picked(row, same("certification"))}
            releases.setdefault(row["iso_3166_1"], []).append(release)
    reading.update(entry, MENTION, {"releases": releases})


BLOCKS: Mapping[str, Block] = {
    "aggregate_credits": aggregate_credits,
    "alternative_titles": _alternative_titles,
    "casts": title_credits,
    "changes": _changes,
    "combined_credits": persons_credits(None),
    "content_ratings": _content_ratings,
    "credits": title_credits,
    "external_ids": _external_ids,
    "images": _images,
    "keywords": _keywords,
    "lists": _lists,
    "movie_credits": persons_credits("movie"),
    "recommendations": _related("recommendations"),
    "release_dates": _release_dates,
    "releases": _releases,
    "reviews": _reviews,
    "screened_theatrically": _screened_theatrically,
    "similar": _related("similar"),
    "similar_movies": _related("similar"),
    "tagged_images": _tagged_images,
    "translations": _translations,
    "tv_credits": persons_credits("tv"),
    "videos": _videos,
    "watch/providers": _watch_providers,
}


def blocks(reading: AnswerReading, kind: str, entry: DraftEntry, body: Body) -> None:
    """Read the blocks that are appended to details."""
    for name, block in body.items():
        if name in BLOCKS and is_object(block):
            BLOCKS[name](reading, kind, entry, block)
