# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""The `repr` of models, for programs and for `rich`: the fields that matter most, and which blocks there are."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final, NamedTuple, cast

from .details import Details, appended_blocks
from .model import Model
from .wire_names import attribute_name

_LONGEST_TEXT: Final = 40
_MOST_FIELDS: Final = 5
#: With fewer fields that matter, others are shown too.
_FEWEST_FIELDS: Final = 3
#: The fields that matter, in the order of their importance, by attribute. One rule for all models: a field means the same
#: in each, and a model has few of them.
IMPORTANT: Final = (
    # What it is.
    *("id", "kind", "media_type", "media_id", "provider_id", "status_code", "status_message"),
    *("title", "name", "provider_name", "author", "username", "character", "roles", "job", "jobs", "department"),
    # The kind of it.
    *("key", "site", "type", "image_type", "file_path", "width", "height", "iso_3166_1", "iso_639_1", "english_name"),
    # When.
    *("release_date", "first_air_date", "air_date", "season_number", "episode_number", "birthday", "deathday"),
    # Opinions.
    *("account_rating", "rating", "rated", "favorite", "watchlist", "value", "content", "certification"),
    # What it contains.
    *("page", "results", "total_pages", "total_results", "cast", "crew", "guest_stars", "parts", "items", "episodes"),
    *("episode_count", "total_episode_count", "item_count", "number_of_items", "data", "media", "person"),
    # Less.
    *("known_for_department", "status", "imdb_id", "created_at", "time"),
)
_RANKS: Final = {name: rank for rank, name in enumerate(IMPORTANT)}
# Credentials. Their values must not appear in a repr, log or traceback.
_SECRETS: Final = frozenset({"access_token", "guest_session_id", "password", "request_token", "session_id"})
_MORE: Final = "..."


class _Text(str):
    """A text that is its own `repr`, as `rich` prints the `repr` of values."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the text."""
        return str(self)


class ReprPart(NamedTuple):
    """A part of a `repr`: a value with its name, or only `...` for what is left out."""

    name: str
    text: str

    def __str__(self) -> str:
        """Return the part as in a call."""
        return f"{self.name}={self.text}" if self.name else self.text


def model_parts(model: Model) -> Iterator[ReprPart]:
    """Yield the parts of a model's `repr`.

    At most five fields that have a value, those that matter first; `...` if others have one too; and the blocks.
    """
    # The class implies the tag of a union's member, which is a constant.
    names = [attribute_name(one) for one in type(model).__attrs_attrs__ if not isinstance(one.default, str)]
    ordered = sorted(names, key=lambda name: _RANKS.get(name, len(_RANKS)))
    values = [ReprPart(name, text) for name in ordered if (text := _field_text(name, getattr(model, name, None)))]
    important = sum(part.name in _RANKS for part in values)
    shown = values[: min(important, _MOST_FIELDS) if important >= _FEWEST_FIELDS else _MOST_FIELDS]
    yield from shown
    if len(shown) < len(values):
        yield ReprPart("", _MORE)
    if isinstance(model, Details) and (blocks := appended_blocks(model)):
        yield ReprPart("append", repr(list(blocks)))


def rich_parts(model: Model) -> Iterator[object]:
    """Yield the parts of a model's `repr` as `rich` expects them."""
    for part in model_parts(model):
        yield (part.name, _Text(part.text)) if part.name else _Text(part.text)


def _field_text(name: str, value: object) -> str:
    """Return a short text for a field's value, or "" if it is empty."""
    if value is None or value in ("", [], {}):
        return ""
    if name in _SECRETS:
        return "***"
    if isinstance(value, (list, dict)):
        count = len(cast("list[object]", value))
        return f"<{count} {'entry' if count == 1 else 'entries'}>"
    if isinstance(value, Model):
        return f"<{type(value).__name__}>"
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return repr(value[: _LONGEST_TEXT - 3] + "...")
    return repr(value)
