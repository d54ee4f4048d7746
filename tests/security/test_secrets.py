"""Credentials of every form, through every way on which a client shows something."""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
import pickle
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.security.echo_server import ANSWERS, EchoServer
from tmdb_bindings import api
from tmdb_facade import TMDB, AsyncTMDB, TMDBError

HEX = "0123456789abcdef"
WORD = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-", min_size=24, max_size=40)
TOKEN = st.builds("eyJ{}.eyJ{}.{}".format, WORD, WORD, WORD)
PASSWORD = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=8, max_size=20
).filter(lambda text: len(set(text)) > 5)


class Secrets(NamedTuple):
    """What a client and its calls must not show."""

    token: str
    key: str
    session: str
    guest: str
    request_token: str
    user_token: str
    password: str


SECRETS = st.builds(
    Secrets,
    TOKEN,
    st.text(HEX, min_size=32, max_size=32),
    st.text(HEX, min_size=40, max_size=40),
    st.text(HEX, min_size=32, max_size=32),
    st.text(HEX, min_size=40, max_size=40),
    TOKEN,
    PASSWORD,
)

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
    "logout": lambda tmdb, secrets: tmdb.call(api.auth.delete_session, {"session_id": secrets.session}),
    "v4": lambda tmdb, secrets: tmdb.call(api.v4_auth.logout, {"access_token": secrets.user_token}),
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
    """Everything that is logged."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the text."""
        self.texts.append(f"{record.getMessage()} {record.exc_text or ''}")


class Shown:
    """All texts that a call has shown."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def run(self, call: Callable[[Callable[[object], None]], object]) -> None:
        """Run a call, and collect what it logs, warns, reports, returns and raises.

        Args:
            call: The call; its argument is a hook.
        """
        records = _Records()
        root = logging.getLogger()
        level = root.level
        root.addHandler(records)
        root.setLevel(logging.DEBUG)
        try:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                try:
                    self.texts.append(repr(type(call(lambda event: self.texts.append(f"{event!r} {event}")))))
                except TMDBError as error:
                    self.texts += texts_of(error)
            self.texts += [str(warning.message) for warning in caught]
        finally:
            root.removeHandler(records)
            root.setLevel(level)
        self.texts += records.texts


def texts_of(error: BaseException) -> Iterator[str]:
    """Yield all that an error shows: its texts, its pickle, its causes, and the variables of our frames below the call."""
    yield f"{error} {error!r} {error.args} {vars(error)}"
    yield "".join(traceback.format_exception(error))
    with suppress(TypeError, AttributeError, pickle.PicklingError):
        yield pickle.dumps(error).decode("latin-1")
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if any(part in frame.f_code.co_filename for part in ("/senders/", "/engines/", "/_core/", "/_runtime/")):
            yield repr(frame.f_locals)
    for inner in (error.__cause__, error.__context__):
        if inner is not None:
            yield from texts_of(inner)


def forms_of(secret: str) -> set[str]:
    """Return a secret as it is, and as URLs and JSON write it."""
    return {
        secret,
        quote(secret),
        quote(secret, safe=""),
        quote_plus(secret),
        json.dumps(secret)[1:-1],
        repr(secret)[1:-1],
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


def run(secrets: Secrets, name: str, url: str, bearer: bool, is_async: bool) -> list[str]:
    """Call an operation, and return all that is shown."""
    shown = Shown()
    credential = {"access_token": secrets.token} if bearer else {"api_key": secrets.key}
    options: dict[str, Any] = {"base_url": url, "max_retries": 1, "total_timeout": 5, **credential}

    def call(hook: Callable[[object], None]) -> object:
        hooks: dict[str, Any] = {"on_request": hook, "on_response": hook}
        if is_async:

            async def call_async() -> object:
                async with AsyncTMDB(**options, **hooks) as tmdb:
                    hook(tmdb)
                    result = CALLS[name](tmdb, secrets)
                    return await result if inspect.isawaitable(result) else result

            return asyncio.run(call_async())
        with TMDB(**options, **hooks) as tmdb:
            hook(tmdb)
            return CALLS[name](tmdb, secrets)

    shown.run(call)
    return shown.texts


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    secrets=SECRETS,
    name=st.sampled_from(sorted(CALLS)),
    answer=st.sampled_from(ANSWERS),
    bearer=st.booleans(),
    is_async=st.booleans(),
)
def test_no_secret_is_shown(
    server: EchoServer, secrets: Secrets, name: str, answer: str, bearer: bool, is_async: bool
) -> None:
    """The server echoes the request, and the bare values without their names."""
    server.answer = answer
    assert find(secrets, run(secrets, name, server.base_url, bearer, is_async)) == []
