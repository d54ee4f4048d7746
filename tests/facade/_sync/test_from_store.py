# Made from tests/facade/_async/test_from_store.py by `make sync`: edit that file, never this one.
"""Clients of stored users."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any

import keyring
import pytest

from tests.facade.keyrings import MemoryKeyring, use_configuration_in
from tests.facade.support import KEY, TOKEN, Fake, error_response, json_response
from tmdb_bindings import api
from tmdb_facade import (
    TMDB,
    ClientClosedError,
    CredentialsError,
    InvalidArgumentError,
    StoreError,
    UserCredentials,
)
from tmdb_facade.stores import FileStore, KeyringStore, MemoryStore
from tmdb_facade.types import ClientOptions

USER = UserCredentials(session_id="s3cret-session")


def test_client_of_a_stored_user_sends_their_session() -> None:
    """With the credential of the application, and the other options of the constructor."""
    store = MemoryStore()
    store.save("anna", USER)
    fake = Fake(json_response({"id": 7}))
    with TMDB.from_store(
        "anna", store, access_token=TOKEN, language="de", transport=fake.transport, on_drift="ignore"
    ) as tmdb:
        assert type(tmdb) is TMDB
        tmdb.account.details()
        assert fake.query == {"session_id": "s3cret-session"}
        assert fake.last.headers["Authorization"] == f"Bearer {TOKEN}"
        tmdb.movies.details(550)
        assert fake.query == {"language": "de"}


def test_client_of_a_stored_user_sends_their_access_token_and_knows_their_account(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The application's credential stays its own; the session of the environment is another user's."""
    monkeypatch.setenv("TMDB_SESSION_ID", "s3cret-other")
    store = MemoryStore()
    store.save("anna", UserCredentials(session_id="s3cret-session", access_token="t0ken", account_id=7))
    store.save("bert", UserCredentials(access_token="t0ken", account_object_id="4bc8"))
    fake = Fake(json_response({"id": 550, "success": True, "results": [], "total_pages": 1}))
    with TMDB.from_store("anna", store, access_token=TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.account.lists().first()
        assert (fake.last.url.path, fake.query["session_id"]) == ("/3/account/7/lists", "s3cret-session")
        tmdb.v4.lists.delete(7)
        assert fake.last.headers["Authorization"] == "Bearer t0ken"
    with TMDB.from_store("bert", store, access_token=TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        assert fake.last.headers["Authorization"] == f"Bearer {TOKEN}"
        tmdb.v4.account.lists().first()
        assert fake.last.url.path == "/4/account/4bc8/lists"
        with pytest.raises(InvalidArgumentError, match="session_id is missing"):
            tmdb.account.details()


def test_hook_for_an_expired_session_is_kept() -> None:
    """It is for one user, as the client is."""
    store = MemoryStore()
    store.save("anna", USER)
    fake = Fake(
        lambda request: (
            json_response({"id": 7}) if request.url.params["session_id"] == "s3cret-new" else error_response(401, 3)
        )
    )
    with TMDB.from_store(
        "anna",
        store,
        access_token=TOKEN,
        transport=fake.transport,
        on_drift="ignore",
        on_session_expired=lambda _: UserCredentials(session_id="s3cret-new"),
    ) as tmdb:
        tmdb.account.details()
    assert fake.query == {"session_id": "s3cret-new"}


def test_closing_the_client_of_a_stored_user_closes_its_connections() -> None:
    store = MemoryStore()
    store.save("anna", USER)
    with TMDB.from_store("anna", store, access_token=TOKEN, transport=Fake().transport, on_drift="ignore") as tmdb:
        tmdb.call(api.movies.popular)
    with pytest.raises(ClientClosedError):
        tmdb.movies.details(550)


def test_default_is_the_default_profile_in_the_keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_configuration_in(tmp_path, monkeypatch)
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())
    try:
        KeyringStore().save("default", USER)
        tmdb = TMDB.from_store(access_token=TOKEN)
    finally:
        keyring.set_keyring(before)
    tmdb.close()


def test_missing_keyring_is_not_replaced_by_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Credentials are never plain text without being asked for."""
    use_configuration_in(tmp_path, monkeypatch)
    monkeypatch.setitem(sys.modules, "keyring", None)
    FileStore().save("default", USER)
    with pytest.raises(StoreError, match="FileStore"):
        TMDB.from_store(access_token=TOKEN)


def test_missing_profile_is_an_error_that_names_those_that_exist(tmp_path: Path) -> None:
    folder = tmp_path / ("long" * 50)
    folder.mkdir()
    store = FileStore(folder / "users.json")
    with pytest.raises(StoreError, match="there is no profile 'default'; the store is empty"):
        TMDB.from_store(store=store, access_token=TOKEN)
    for profile in ("bert", "anna"):
        store.save(profile, USER)
    with pytest.raises(StoreError, match=r"users.json'\): there is no profile 'carl'; stored are 'anna', 'bert'"):
        TMDB.from_store("carl", store, access_token=TOKEN)


def test_credential_of_the_application_is_needed_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("TMDB_ACCESS_TOKEN", "TMDB_READ_ACCESS_TOKEN", "TMDB_API_KEY"):
        monkeypatch.delenv(variable, raising=False)
    store = MemoryStore()
    store.save("default", USER)
    with pytest.raises(CredentialsError):
        TMDB.from_store(store=store)


@pytest.mark.parametrize("is_given", [False, True])
def test_access_token_of_the_user_is_sent_if_there_is_no_other_credential(
    monkeypatch: pytest.MonkeyPatch, is_given: bool
) -> None:
    for variable in ("TMDB_ACCESS_TOKEN", "TMDB_READ_ACCESS_TOKEN", "TMDB_API_KEY"):
        monkeypatch.delenv(variable, raising=False)
    if is_given:
        monkeypatch.setenv("TMDB_API_KEY", KEY)
    store = MemoryStore()
    store.save("default", UserCredentials(access_token="t0ken"))
    fake = Fake(json_response({"id": 550}))
    with TMDB.from_store(store=store, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    assert fake.last.headers.get("Authorization") == (None if is_given else "Bearer t0ken")
    assert fake.query == ({"api_key": KEY} if is_given else {})


def test_arguments_of_from_store_are_validated() -> None:
    wrong: Any = {}
    with pytest.raises(InvalidArgumentError, match="store must be a CredentialStore, got dict"):
        TMDB.from_store("anna", wrong)
    with pytest.raises(InvalidArgumentError, match="profile must be"):
        TMDB.from_store("a b", MemoryStore())


def test_options_of_from_store_are_those_of_the_constructor() -> None:
    """But for the sessions of users. Their types are the same, word by word."""
    constructor = inspect.signature(TMDB.__init__).parameters
    expected = {name: parameter.annotation for name, parameter in constructor.items()}
    for name in ("self", "session_id", "guest_session_id"):
        del expected[name]
    annotations = {name: getattr(hint, "__forward_arg__", hint) for name, hint in ClientOptions.__annotations__.items()}
    assert annotations == expected


@pytest.mark.parametrize("name", ["session_id", "guest_session_id"])
def test_session_beside_the_stored_user_is_rejected(name: str) -> None:
    """Two users would be meant."""
    store = MemoryStore()
    store.save("anna", USER)
    other: Any = {name: "s3cret-other"}
    with pytest.raises(InvalidArgumentError, match=f"{name} cannot be passed to from_store"):
        TMDB.from_store("anna", store, access_token=TOKEN, **other)
