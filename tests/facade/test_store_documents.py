"""The format of stored credentials."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmdb_facade import UserCredentials
from tmdb_facade._core.stores.document import (
    EMPTY,
    StoreDocument,
    StoreDocumentError,
    read_document,
    read_names,
    write_names,
)

SECRETS = st.text("abcdefghijklmnopqrstuvwxyz.-_0123456789ABC", min_size=1, max_size=60)
USERS = st.builds(
    UserCredentials,
    session_id=SECRETS,
    access_token=st.none() | SECRETS,
    account_id=st.none() | st.integers(0, 2**63 - 1),
    account_object_id=st.none() | SECRETS,
    application=st.none() | SECRETS,
    created_at=st.none()
    | st.integers(631_238_400, 4_102_444_800).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
)
PROFILES = st.text("abcXYZ019.-_@", min_size=1, max_size=64)


def written(**entry: object) -> bytes:
    """Return a document with one profile that has the fields."""
    return json.dumps(
        {"format": "tmdb-facade credentials", "version": 1, "profiles": {"anna": {"session_id": "s3cret", **entry}}}
    ).encode()


@given(st.dictionaries(PROFILES, USERS, max_size=5))
def test_document_returns_what_was_written(users: dict[str, UserCredentials]) -> None:
    document: StoreDocument = EMPTY
    for name, user in users.items():
        document = document.changed(name, user)
    read = read_document(document.to_bytes())
    assert read == document
    assert read.users == users


def test_times_are_written_in_utc() -> None:
    time = datetime(2026, 11, 28, 12, tzinfo=timezone(timedelta(hours=2)))
    document = EMPTY.changed("anna", UserCredentials(session_id="s", created_at=time))
    assert b'"created_at":"2026-11-28T10:00:00+00:00"' in document.to_bytes()
    assert read_document(document.to_bytes()).users["anna"].created_at == time


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n",
        b"\0" * 512,
        b"[]",
        b"{",
        b"\xff",
        b"[" * 100_000,
        b'{"format": "tmdb-facade credentials"}',
        b'{"format": "tmdb-facade credentials", "version": true, "profiles": {}}',
        b'{"format": "tmdb-facade credentials", "version": 0, "profiles": {}}',
        b'{"format": "tmdb-facade credentials", "version": 1}',
        b'{"format": "tmdb-facade credentials", "version": 1, "profiles": []}',
        b'{"format": "tmdb-facade credentials", "version": 1, "profiles": {"a": 5}}',
        b'{"format": "tmdb-facade credentials", "version": 1, "profiles": {"a": {}}}',
        b'{"format": "tmdb-facade credentials", "version": 1, "profiles": {"a b": {"session_id": "s"}}}',
        b'{"format": "tmdb-facade credentials", "version": 1, "profiles": {"a": {"session_id": "s"}, "a": {}}}',
        written(session_id=5),
        written(session_id=""),
        written(session_id="with blanks"),
        written(access_token=["eyJ"]),
        written(account_id="7"),
        written(account_id=True),
        written(account_id=-1),
        written(account_object_id=7),
        written(application=""),
        written(created_at="yesterday"),
        written(created_at="2026-11-28T10:00:00"),
        written(created_at="0001-01-01T00:00:00+05:00"),
        written(created_at=5),
        written()[:-1],
    ],
    ids=lambda data: repr(data[-30:]),
)
def test_damage_is_not_read(data: bytes) -> None:
    """The error contains no value and no reference to the document."""
    with pytest.raises(StoreDocumentError) as caught:
        read_document(data)
    assert caught.value.is_damage
    assert "s3cret" not in str(caught.value)


@given(st.integers(0, len(written()) - 1), st.binary(max_size=3))
def test_damage_anywhere_raises_nothing_else(index: int, replacement: bytes) -> None:
    with suppress(StoreDocumentError):
        read_document(written()[:index] + replacement)


@pytest.mark.parametrize("data", [b'{"format": "tmdb-facade credentials", "version": 2}', b"{}", b'{"version": 1}'])
def test_other_documents_are_no_damage(data: bytes) -> None:
    for read in (read_document, read_names):
        with pytest.raises(StoreDocumentError) as caught:
            read(data)
        assert not caught.value.is_damage


def test_unknown_fields_are_ignored() -> None:
    assert read_document(written(nickname="x")).users == {"anna": UserCredentials(session_id="s3cret")}


def test_names_of_profiles_are_read_as_written() -> None:
    assert read_names(write_names(())) == ()
    assert read_names(write_names(("bert", "anna"))) == ("anna", "bert")


def test_representation_of_a_document_shows_the_profiles_only() -> None:
    assert repr(read_document(written())) == "<StoreDocument ['anna']>"
