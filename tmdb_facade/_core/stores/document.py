"""The format of stored credentials: JSON with a version.

Reading is strict: what a value cannot be is damage, and nothing is guessed. Unknown fields are kept when a document is
written again, since a later version may have written them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple, TypeGuard, cast

from tmdb_facade._core.client.user_credentials import UserCredentials
from tmdb_facade._core.request.validation import check_session
from tmdb_facade._core.stores.store import check_profile
from tmdb_facade.errors import InvalidArgumentError

#: Marks our documents, so that no other program's file is changed.
FORMAT: Final = "tmdb-facade credentials"
VERSION: Final = 1
#: The greatest size that is read, in bytes: thousands of profiles.
MAX_BYTES: Final = 4 * 1024**2
_TOO_LARGE = f"it is larger than {MAX_BYTES // 1024**2} MiB"


class StoreDocumentError(Exception):
    """A document that cannot be read. The message shows no value of it.

    Attributes:
        is_damage: Whether the document is damaged, and not only written by another program or a later version.
    """

    def __init__(self, problem: str, *, is_damage: bool = True) -> None:
        super().__init__(problem)
        self.is_damage = is_damage


class StoreDocument(NamedTuple):
    """Stored credentials.

    Attributes:
        users: The credentials of each profile.
        raw: The document as JSON has it, with the fields that this version does not know.
    """

    users: Mapping[str, UserCredentials]
    raw: Mapping[str, object]

    def __repr__(self) -> str:
        """Return the names of the profiles only."""
        return f"<StoreDocument {sorted(self.users)}>"

    def changed(self, profile: str, user: UserCredentials | None) -> StoreDocument:
        """Return a document with other credentials of a profile, or without it.

        Raises:
            InvalidArgumentError: The credentials contain a wrong value, or neither a session nor an access token.
        """
        if user is not None and (problem := _find_problem(_values_of(user))):
            # Raised where no variable shows a value.
            raise InvalidArgumentError("user", f"cannot be stored: {problem}")
        users = dict(self.users)
        entries = dict(cast("Mapping[str, object]", self.raw["profiles"]))
        users.pop(profile, None)
        entries.pop(profile, None)
        if user is not None:
            users[profile], entries[profile] = user, _written_user(user)
        return StoreDocument(users, {**self.raw, "profiles": entries})

    def to_bytes(self, *, indent: int | None = None) -> bytes:
        """Return the document as JSON.

        Raises:
            StoreDocumentError: It is too large to be read again.
        """
        data = json.dumps(self.raw, indent=indent, separators=(",", ": " if indent else ":")).encode()
        if len(data) > MAX_BYTES:
            raise StoreDocumentError(_TOO_LARGE, is_damage=False)
        return data


EMPTY: Final = StoreDocument({}, {"format": FORMAT, "version": VERSION, "profiles": {}})


def read_document(data: bytes) -> StoreDocument:
    """Read a document.

    Raises:
        StoreDocumentError: It is damaged, of a later version, or of another program.
    """
    raw = _read_object(data)
    users: dict[str, UserCredentials] = {}
    for profile, entry in _object(raw.get("profiles"), "profiles").items():
        try:
            check_profile(profile)
        except InvalidArgumentError:
            raise StoreDocumentError("a profile has an impossible name") from None
        users[profile] = _read_user(_object(entry, f"profile {profile!r}"), f"profile {profile!r}: ")
    return StoreDocument(users, raw)


def read_names(data: bytes) -> tuple[str, ...]:
    """Read the list of profiles that a keyring keeps, because keyrings have none.

    Raises:
        StoreDocumentError: It is damaged, of a later version, or of another program.
    """
    return tuple(_object(_read_object(data).get("profiles"), "profiles"))


def write_names(names: tuple[str, ...]) -> bytes:
    """Write the list of profiles that a keyring keeps."""
    profiles: dict[str, object] = {name: {} for name in sorted(names)}
    return StoreDocument({}, {**EMPTY.raw, "profiles": profiles}).to_bytes()


def _read_object(data: bytes) -> dict[str, object]:
    """Read the outer object, and check its format and version."""
    if len(data) > MAX_BYTES:
        raise StoreDocumentError(_TOO_LARGE, is_damage=False)
    if not data.strip(b" \t\r\n\0"):
        raise StoreDocumentError("it is empty")
    try:
        raw: object = json.loads(data, object_pairs_hook=_without_duplicates)
    except (ValueError, RecursionError):  # a decoding error is a ValueError, and refers to the text
        raw = None
    if not isinstance(raw, dict):
        raise StoreDocumentError("it is not a JSON object, or has a field twice")
    document = cast("dict[str, object]", raw)
    if document.get("format") != FORMAT:
        raise StoreDocumentError(f"it is JSON without the format {FORMAT!r}: another program's file", is_damage=False)
    version = document.get("version")
    if not _is_integer(version) or version < 1:
        raise StoreDocumentError("its version is not a number from 1 on")
    if version > VERSION:
        problem = f"it has version {version} of the format, and this tmdb-facade knows {VERSION}: update tmdb-facade"
        raise StoreDocumentError(problem, is_damage=False)
    return document


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError
    return made


def _object(value: object, name: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise StoreDocumentError(f"{name} is not an object")
    return cast("dict[str, object]", value)


def _is_integer(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_id(value: object) -> bool:
    return _is_integer(value) and 0 <= value < 2**63


def _is_secret(value: object) -> bool:
    try:
        return isinstance(value, str) and check_session("secret", value) == value
    except InvalidArgumentError:
        return False


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value) and value.isprintable()


def _is_time(value: object) -> bool:
    if not isinstance(value, datetime) or value.utcoffset() is None:
        return False
    try:
        value.astimezone(UTC)
    except OverflowError:  # before the year 1 in UTC, or after 9999
        return False
    return True


# For each field, what its value must be.
_RULES: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "session_id": (_is_secret, "text without blanks"),
    "access_token": (_is_secret, "text without blanks"),
    "account_id": (_is_id, "an integer from 0 on"),
    "account_object_id": (_is_text, "text"),
    "application": (_is_text, "text"),
    "created_at": (_is_time, "a time with its offset from UTC"),
}


def _read_user(entry: Mapping[str, object], where: str) -> UserCredentials:
    values: dict[str, Any] = {name: entry[name] for name in _RULES if entry.get(name) is not None}
    if isinstance(created_at := values.get("created_at"), str):
        with suppress(ValueError):  # it stays text, which the rule of the field rejects
            values["created_at"] = datetime.fromisoformat(created_at)
    if problem := _find_problem(values):
        raise StoreDocumentError(where + problem)
    return UserCredentials(**values)


def _values_of(user: UserCredentials) -> dict[str, object]:
    return {name: value for name in _RULES if (value := getattr(user, name)) is not None}


def _written_user(user: UserCredentials) -> dict[str, object]:
    values = _values_of(user)
    if user.created_at is not None:
        values["created_at"] = user.created_at.astimezone(UTC).isoformat()
    return values


def _find_problem(values: Mapping[str, object]) -> str | None:
    """Return what is wrong with the fields of a user, without a value, or `None`."""
    for name, value in values.items():
        is_good, expected = _RULES[name]
        if not is_good(value):
            return f"{name} is not {expected}"
    if not {"session_id", "access_token"} & values.keys():
        return "it has neither a session_id nor an access_token"
    return None
