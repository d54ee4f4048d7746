"""Cassettes: recorded answers for tests, as readable YAML without credentials.

They are based on vcrpy, which the extra installs: `pip install 'tmdb-facade[testing]'`.

    with use_cassette("fight_club.yaml"), TMDB(access_token) as tmdb:
        print(tmdb.movies.details(550).title)

One cassette serves sync and async calls, from any server and with any credentials. Before a request is stored or matched,
its server is replaced by https://api.themoviedb.org, its API key and headers are removed, and other secrets in its URL
and body are masked. Of an answer's headers, a cassette keeps those that matter to a client.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import vcr  # type: ignore[import-untyped]  # it has no types
import yaml
from vcr.cassette import Cassette as _VCRCassette  # type: ignore[import-untyped]
from vcr.errors import CannotOverwriteExistingCassetteException  # type: ignore[import-untyped]
from vcr.persisters.filesystem import CassetteNotFoundError  # type: ignore[import-untyped]
from vcr.request import Request as _Request  # type: ignore[import-untyped]

from tmdb_facade._core.files import write_file
from tmdb_facade._core.redaction import MASK, redact
from tmdb_facade._runtime.http import URL

# vcrpy's parameters are untyped, or typed too narrowly.
_VCR: Any = vcr.VCR
Request: Any = _Request
_Cassette: Any = _VCRCassette

# The server of all requests in a cassette.
_BASE_URL = URL("https://api.themoviedb.org")
# The headers to keep. All others change with every request, or do not matter to a client.
_HEADERS = ("cache-control", "content-type", "etag", "retry-after")
# The user name of a login. Elsewhere, as in reviews, user names are public.
_USERNAME = re.compile(r'("username"\s*:\s*")(?:\\.|[^"\\])*')
# The owner of a v4 list: this id is part of the paths of the user's account, where it is masked too.
_AUTHOR = re.compile(r'("created_by"\s*:\s*\{[^{}]*"id"\s*:\s*")[^"]*')
_MATCH_ON = ("method", "scheme", "host", "port", "path", "query", "body")


class Recording(NamedTuple):
    """The source, recorder and date of a cassette, written as its first line.

    Attributes:
        source: The recorded server, such as `TMDB`.
        version: The recording program and its version.
        day: The date of the recording.
    """

    source: str
    version: str
    day: date

    def __str__(self) -> str:
        """Return the first line of the cassette."""
        return f"# Recorded from {self.source} on {self.day}, by {self.version}."


@contextmanager
def use_cassette(path: Path | str, *, record: Recording | None = None) -> Generator[Any]:
    """Answer requests from a cassette, or record them into it.

    Args:
        path: The cassette's file.
        record: Replace the file by a new recording with this description. By default the cassette is replayed, and a
            request that is not on it is an error.

    Yields:
        vcrpy's cassette, with `all_played`, `play_count` and `requests`.

    Raises:
        FileNotFoundError: The cassette to replay does not exist.
        vcr.errors.CannotOverwriteExistingCassetteException: A request is not on the cassette; the client call that sends
            it raises this.
    """
    recorder = _VCR(
        record_mode="none" if record is None else "all",
        match_on=_MATCH_ON,
        decode_compressed_response=True,
        before_record_request=_scrub_request,
        before_record_response=_scrub_response,
    )
    persister = _Persister(record)
    recorder.register_persister(persister)
    with _unlogged(), _Strict.use(**recorder.get_merged_config(path=str(path))) as cassette:
        yield cassette
    # Skipped if the block raises: an incomplete recording must not replace a complete one.
    persister.write()


@contextmanager
def _unlogged() -> Generator[None]:
    """Prevent vcrpy from logging requests and answers, which are not scrubbed at that point."""
    log = logging.getLogger("vcr")
    level = log.level
    log.setLevel(max(level, logging.WARNING))
    try:
        yield
    finally:
        log.setLevel(level)


class _Strict(_Cassette):  # type: ignore[misc]  # vcrpy has no types
    """A cassette with its own error message for requests that were not recorded.

    vcrpy's message suggests options that are not available here, and shows the original URL with its API key.
    """

    def can_play_response_for(self, request: Any) -> bool:
        if _Cassette.can_play_response_for(self, request):
            return True
        if not self.write_protected:
            return False
        scrubbed = self.filter_request(request)
        error = CannotOverwriteExistingCassetteException(cassette=self, failed_request=scrubbed)
        error.args = (self._error_message(scrubbed),)
        raise error

    def _error_message(self, request: Any) -> str:
        similar = self.find_requests_with_most_matches(request)
        name = f"{request.method} {request.uri}"
        if not similar:
            problem = f"does not contain {name} or a similar request"
        elif not similar[0][2]:
            problem = f"has no answer left for {name}: all {len(similar)} were replayed"
        else:
            closest, _, differing = similar[0]
            parts = " and ".join(matcher for matcher, _ in differing)
            problem = (
                f"does not contain {name}; the most similar request differs in {parts}: {closest.method} {closest.uri}"
            )
        return f"{self._path} {problem}. Record it again with pytest's --tmdb-record or use_cassette(..., record=...)"


class _Persister:
    """Reads and writes cassettes as YAML, with JSON bodies as YAML too."""

    def __init__(self, recording: Recording | None) -> None:
        self._recording = recording
        self._recorded: tuple[Path, list[dict[str, Any]]] | None = None

    def load_cassette(self, cassette_path: str, serializer: object) -> tuple[list[Any], list[Any]]:
        if self._recording is not None:
            # vcrpy would keep requests that are no longer sent.
            raise CassetteNotFoundError
        path = Path(cassette_path)
        if not path.is_file():
            raise FileNotFoundError(
                f"there is no cassette {path}: record it first, for example with pytest's --tmdb-record"
            )
        interactions = _read(path)
        requests = [_request(interaction["request"]) for interaction in interactions]
        return requests, [_response(interaction["response"]) for interaction in interactions]

    def save_cassette(self, cassette_path: str, cassette_dict: Mapping[str, list[Any]], serializer: object) -> None:
        # Written later: an error here would leave vcrpy's patches of httpx in place.
        requests, responses = cassette_dict["requests"], cassette_dict["responses"]
        interactions = [
            {"request": _plain_request(request), "response": _plain_response(response)}
            for request, response in zip(requests, responses, strict=True)
        ]
        self._recorded = Path(cassette_path), interactions

    def write(self) -> None:
        """Write the recorded interactions, if there are any."""
        if self._recorded is None:
            return
        path, interactions = self._recorded
        # An equal recording does not replace the file, so the date stays too.
        if path.is_file() and _read(path) == interactions:
            return
        content = yaml.safe_dump({"interactions": interactions}, sort_keys=False, allow_unicode=True, width=120)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, f"{self._recording}\n{content}".encode())


def _read(path: Path) -> list[dict[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    cassette: dict[str, list[dict[str, Any]]] = yaml.load(path.read_text("utf-8"), Loader=loader)  # a safe loader
    return cassette["interactions"]


def _scrub_request(request: Any) -> Any:
    url = URL(request.uri).copy_with(scheme=_BASE_URL.scheme, netloc=_BASE_URL.netloc)
    if "api_key" in url.params:
        url = url.copy_remove_param("api_key")
    body: bytes = request.body or b""
    scrubbed = _USERNAME.sub(rf"\g<1>{MASK}", redact(body.decode()))
    return Request(request.method, redact(str(url)), scrubbed.encode(), {})


def _scrub_response(response: Mapping[str, Any]) -> dict[str, Any]:
    headers = {name.lower(): values for name, values in response["headers"].items()}
    text = response["body"]["string"].decode("utf-8", "replace")
    return {
        "status": response["status"],
        "headers": {name: headers[name] for name in _HEADERS if name in headers},
        "body": {"string": _AUTHOR.sub(rf"\g<1>{MASK}", redact(text)).encode()},
    }


def _plain_request(request: Any) -> dict[str, object]:
    return {"method": request.method, "uri": request.uri, **_plain_body(request.body)}


def _request(plain: Mapping[str, Any]) -> Any:
    return Request(plain["method"], plain["uri"], _body(plain), {})


def _plain_response(response: Mapping[str, Any]) -> dict[str, object]:
    headers = {name: ", ".join(values) for name, values in response["headers"].items()}
    return {"status": response["status"]["code"], "headers": headers, **_plain_body(response["body"]["string"])}


def _response(plain: Mapping[str, Any]) -> dict[str, object]:
    return {
        "status": {"code": plain["status"], "message": ""},
        "headers": {name: [value] for name, value in plain["headers"].items()},
        "body": {"string": _body(plain)},
    }


def _plain_body(body: bytes | None) -> dict[str, object]:
    if not body:
        return {}
    try:
        return {"json": json.loads(body)}
    except ValueError:
        return {"text": body.decode()}


def _body(plain: Mapping[str, Any]) -> bytes:
    if "json" in plain:
        return json.dumps(plain["json"], ensure_ascii=False, separators=(",", ":")).encode()
    return str(plain.get("text", "")).encode()
