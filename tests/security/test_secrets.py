"""Credentials of every form, through every way on which a client of any engine shows something."""

from __future__ import annotations

import json
import logging
import pickle
import traceback
import warnings
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from inspect import isawaitable
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engines.clients import run as run_client
from tests.engines.table import ENGINES, Engine
from tests.security.echo_server import ANSWERS, EchoServer
from tmdb_bindings import api
from tmdb_facade import SessionExpiredError, TMDBError, UserCredentials
from tmdb_facade.testing import Recording, use_cassette

HEX = "0123456789abcdef"
WORD = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-", min_size=24, max_size=40)
# With characters in the middle that no innocent text has: hypothesis also tries words of the program, such as names of
# operations.
PASSWORD = (
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=8, max_size=20)
    .filter(lambda text: len(set(text)) > 5)
    .map(lambda text: f"{text[:4]}\xdf~{text[4:]}")
)


class Secrets(NamedTuple):
    """What a client and its calls must not show."""

    token: str
    key: str
    session: str
    guest: str
    request_token: str
    user_token: str
    password: str


def token_of(key: str, scope: str, signature: str) -> str:
    """Return a token in TMDB's form, which contains the API key."""
    parts = [{"alg": "HS256"}, {"aud": key, "sub": key[:24], "scopes": ["api_read", scope], "version": 1}]
    encoded = [urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts]
    return ".".join([*encoded, signature])


def secrets_of(key: str, session: str, guest: str, request_token: str, signature: str, password: str) -> Secrets:
    """Return secrets that belong together."""
    token, user_token = token_of(key, "api_read", signature), token_of(key, "api_write", signature)
    return Secrets(token, key, session, guest, request_token, user_token, password)


SECRETS = st.builds(
    secrets_of,
    st.text(HEX, min_size=32, max_size=32).filter(lambda key: len(set(key)) > 8),
    st.text(HEX, min_size=40, max_size=40),
    st.text(HEX, min_size=32, max_size=32),
    st.text(HEX, min_size=40, max_size=40),
    WORD,
    PASSWORD,
)


def renewed(tmdb: Any, secrets: Secrets) -> Any:
    """Return the client of a user whose session is renewed."""

    def sign_in(error: SessionExpiredError) -> UserCredentials:
        return UserCredentials(session_id=secrets.guest)

    return tmdb.with_options(session_id=secrets.session, on_session_expired=sign_in)


Call = Callable[[Any, Secrets], Any]
CALLS: dict[str, Call] = {
    "details": lambda tmdb, _: tmdb.movies.details(550),
    "raw": lambda tmdb, _: tmdb.with_raw_response(tmdb.movies.details, 550),
    "rate": lambda tmdb, secrets: tmdb.movies.rate(550, 8.5, session_id=secrets.session),
    "favorites": lambda tmdb, secrets: tmdb.call(api.account.favorite_movies, 7, session_id=secrets.session),
    "guest": lambda tmdb, secrets: tmdb.call(api.guest.rated_movies, secrets.guest),
    "session": lambda tmdb, secrets: tmdb.call(api.auth.create_session, {"request_token": secrets.request_token}),
    "login": lambda tmdb, secrets: tmdb.call(
        api.auth.create_session_from_login,
        {"username": "user", "password": secrets.password, "request_token": secrets.request_token},
    ),
    "approval by password": lambda tmdb, secrets: tmdb.auth.create_session_from_login(
        secrets.request_token, username="user", password=secrets.password
    ),
    "login with password": lambda tmdb, secrets: tmdb.auth.login_with_password(
        username="user", password=secrets.password
    ),
    "logout": lambda tmdb, secrets: tmdb.call(api.auth.delete_session, {"session_id": secrets.session}),
    "renewed": lambda tmdb, secrets: renewed(tmdb, secrets).movies.rate(550, 8.5),
    "v4": lambda tmdb, secrets: tmdb.call(api.v4_auth.logout, {"access_token": secrets.user_token}),
    "user": lambda tmdb, secrets: (
        tmdb.as_user(UserCredentials(access_token=secrets.user_token, account_object_id="4bc8"))
        .v4.account.lists()
        .page(1)
    ),
    "lookup": lambda tmdb, secrets: tmdb.as_user(UserCredentials(session_id=secrets.session)).account.lists().page(1),
}


@pytest.fixture(autouse=True)
def retries_without_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retry at once."""
    for module in ("_async", "_sync"):
        monkeypatch.setattr(f"tmdb_facade.{module}.senders.retrying.random", lambda: 0.0)


@pytest.fixture(scope="module")
def server() -> Iterator[EchoServer]:
    """Yield a running server."""
    with EchoServer() as server:
        yield server


class _Records(logging.Handler):
    """Everything that is logged, but not by the HTTP library of a user's engine."""

    def __init__(self, entry: Engine) -> None:
        super().__init__(logging.DEBUG)
        self.texts: list[str] = []
        self._ignored = () if entry.maps_errors else ("httpx", "httpcore")

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the text."""
        if record.name.partition(".")[0] not in self._ignored:
            self.texts.append(f"{record.getMessage()} {record.exc_text or ''}")


class Shown:
    """All texts that a call has shown."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def hook(self, event: object) -> None:
        """Show an event of a client."""
        self.texts.append(f"{event!r} {event}")

    def run(self, entry: Engine, call: Callable[[], object]) -> None:
        """Run a call with an engine, and collect what it logs, warns, returns and raises."""
        records = _Records(entry)
        root = logging.getLogger()
        level = root.level
        root.addHandler(records)
        root.setLevel(logging.DEBUG)
        try:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                try:
                    call()
                except TMDBError as error:
                    self.texts += texts_of(error)
            self.texts += [str(warning.message) for warning in caught]
        finally:
            root.removeHandler(records)
            root.setLevel(level)
        self.texts += records.texts


#: Folders whose frames show no secret.
_PRIVATE_FOLDERS = {"senders", "engines", "cache", "rate", "signing_in", "_core", "_runtime"}


def texts_of(error: BaseException) -> Iterator[str]:
    """Yield all that an error shows: its texts, notes, pickle and causes, and the variables of our frames below the call."""
    yield f"{error} {error!r} {error.args} {vars(error)}"
    yield "".join(traceback.format_exception(error))
    with suppress(TypeError, AttributeError, pickle.PicklingError):
        yield pickle.dumps(error).decode("latin-1")
    for frame, _ in traceback.walk_tb(error.__traceback__):
        parts = Path(frame.f_code.co_filename).parts
        if "tmdb_facade" in parts and not _PRIVATE_FOLDERS.isdisjoint(parts):
            yield repr(frame.f_locals)
    for inner in (error.__cause__, error.__context__):
        if inner is not None:
            yield from texts_of(inner)


def forms_of(secret: str) -> set[str]:
    """Return a secret as it is, and as URLs, JSON, Python and files write it."""
    return {
        secret,
        quote(secret),
        quote(secret, safe=""),
        quote_plus(secret),
        json.dumps(secret)[1:-1],
        repr(secret)[1:-1],
        repr(secret.encode())[2:-1],
        secret.encode().decode("latin-1"),
    }


def find(secrets: Secrets, texts: list[str]) -> list[tuple[str, str]]:
    """Return the secrets that a text contains."""
    return [
        (name, text)
        for name, secret in secrets._asdict().items()
        for form in forms_of(secret)
        for text in texts
        if form in text
    ]


def options_of(secrets: Secrets, bearer: bool) -> dict[str, Any]:
    """Return the options of a client with one of the credentials."""
    credential = {"access_token": secrets.token} if bearer else {"api_key": secrets.key}
    return {"max_retries": 1, "total_timeout": 5, "on_drift": "warn", **credential}


def run(entry: Engine, url: str, calls: list[Call], secrets: Secrets, **options: Any) -> list[str]:
    """Call operations with an engine, and return all that is shown."""
    shown = Shown()

    def call(tmdb: Any) -> None:
        shown.hook(tmdb)
        for each in calls:
            each(tmdb, secrets)

    async def call_async(tmdb: Any) -> None:
        shown.hook(tmdb)
        for each in calls:
            result = each(tmdb, secrets)
            if isawaitable(result):
                await result

    hooks: dict[str, Any] = {"on_request": shown.hook, "on_response": shown.hook}
    shown.run(entry, lambda: run_client(entry, url, call_async if entry.is_async else call, **options, **hooks))
    return shown.texts


def texts_in(folder: Path) -> list[str]:
    """Return the contents of the files in a folder."""
    return [path.read_bytes().decode("latin-1") for path in folder.iterdir()]


_numbers = count()
ON_EACH_ENGINE = pytest.mark.parametrize("entry", ENGINES, ids=[entry.id for entry in ENGINES])


@ON_EACH_ENGINE
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    secrets=SECRETS,
    name=st.sampled_from(sorted(CALLS)),
    answer=st.sampled_from(ANSWERS),
    bearer=st.booleans(),
    has_cache=st.booleans(),
)
def test_no_secret_is_shown(
    entry: Engine,
    server: EchoServer,
    tmp_path: Path,
    secrets: Secrets,
    name: str,
    answer: str,
    bearer: bool,
    has_cache: bool,
) -> None:
    """The server echoes the request, and the bare values without their names."""
    server.answer = answer
    options = options_of(secrets, bearer)
    folder = tmp_path / f"{next(_numbers)}"
    folder.mkdir()
    if has_cache:
        options["cache"] = folder / "cache"
    shown = run(entry, server.base_url, [CALLS[name]], secrets, **options)
    assert find(secrets, shown + texts_in(folder)) == []


@pytest.mark.parametrize("entry", [entry for entry in ENGINES if entry.is_recorded], ids=lambda entry: entry.id)
@pytest.mark.parametrize("bearer", [False, True])
def test_cassette_of_each_engine_contains_no_secret(
    entry: Engine, server: EchoServer, tmp_path: Path, bearer: bool
) -> None:
    server.answer = "harmless"
    secrets = secrets_of("0a1b" * 8, "1b2c" * 10, "2c3d" * 8, "3d4e" * 10, "c2lnbmF0dXJl", "p\u00e4ss-word")
    recording = Recording("a test", "the tests", date(2026, 1, 31))
    with use_cassette(tmp_path / "calls.yaml", record=recording):
        shown = run(entry, server.base_url, list(CALLS.values()), secrets, **options_of(secrets, bearer))
    [cassette] = texts_in(tmp_path)
    assert cassette.count("- request:") == len(CALLS) + 4  # a login with a password has four, "lookup" two
    assert find(secrets, [*shown, cassette]) == []
