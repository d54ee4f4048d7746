"""Cassettes: recorded answers that a test replays, readable by people and free of credentials.

This stands on vcrpy, which comes with the extra: `pip install 'tmdb-facade[testing]'`.

    with use_cassette("fight_club.yaml"), TMDB(access_token) as tmdb:
        print(tmdb.movies.details(550).title)

One cassette serves sync and async calls, whatever server it was recorded from and whoever's credentials replay it:
before a request is stored or looked up, its server becomes https://api.themoviedb.org, its API key and its headers go,
and other secrets in its URL and body are masked. Of an answer's headers those stay that matter to a client.
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

try:
    import vcr  # type: ignore[import-untyped]  # it has no types
    import yaml
    from vcr.cassette import Cassette as _VCRCassette  # type: ignore[import-untyped]
    from vcr.errors import CannotOverwriteExistingCassetteException  # type: ignore[import-untyped]
    from vcr.persisters.filesystem import CassetteNotFoundError  # type: ignore[import-untyped]
    from vcr.request import Request as _Request  # type: ignore[import-untyped]
except ImportError as _error:
    raise ImportError(
        "the cassettes of tmdb_facade.testing need vcrpy: pip install 'tmdb-facade[testing]'", name=_error.name
    ) from _error

from tmdb_facade._core.answer.downloads import whole_file
from tmdb_facade._core.redaction import MASK, redact
from tmdb_facade._runtime.http import URL

__all__ = ["Recording", "use_cassette"]

# What vcrpy does not say of itself: its parameters are untyped, or typed more narrowly than they are.
_VCR: Any = vcr.VCR
Request: Any = _Request
_Cassette: Any = _VCRCassette

# What a cassette's requests are addressed to.
_SERVER = URL("https://api.themoviedb.org")
# The headers of an answer that stay; all others change with every request, or say nothing to a client.
_HEADERS = ("cache-control", "content-type", "etag", "retry-after")
# Who logs in; elsewhere, as in reviews, names are public.
_USERNAME = re.compile(r'("username"\s*:\s*")(?:\\.|[^"\\])*')
# Whose a version 4 list is: the same id as in the paths of that user's account.
_AUTHOR = re.compile(r'("created_by"\s*:\s*\{[^{}]*"id"\s*:\s*")[^"]*')
_MATCHED = ("method", "scheme", "host", "port", "path", "query", "body")


class Recording(NamedTuple):
    """What a cassette says about its making.

    Attributes:
        source: What it is recorded from, in words.
        version: What records it, with its version.
        day: When.
    """

    source: str
    version: str
    day: date

    def __str__(self) -> str:
        """The first line of the cassette."""
        return f"# Recorded from {self.source} on {self.day}, by {self.version}."


@contextmanager
def use_cassette(path: Path | str, *, record: Recording | None = None) -> Generator[Any]:
    """Answer requests from a cassette, or record them into it.

    Args:
        path: The cassette's file.
        record: What to say about the recording, which replaces what the cassette holds; to replay when not given, where
            a request that the cassette does not hold is an error.

    Yields:
        vcrpy's cassette, with `all_played`, `play_count` and `requests`.

    Raises:
        FileNotFoundError: There is no such cassette to replay.
        vcr.errors.CannotOverwriteExistingCassetteException: A request is not on it; this is raised where it is sent, by
            whichever client.
    """
    recorder = _VCR(
        record_mode="none" if record is None else "all",
        match_on=_MATCHED,
        decode_compressed_response=True,
        before_record_request=_scrub_request,
        before_record_response=_scrub_response,
    )
    persister = _Persister(record)
    recorder.register_persister(persister)
    with _unlogged(), _Strict.use(**recorder.get_merged_config(path=str(path))) as cassette:
        yield cassette
    # Not of what ends early, which is not worth keeping in the place of what was there.
    persister.write()


@contextmanager
def _unlogged() -> Generator[None]:
    """Keep vcrpy from logging requests and answers: it does so before they are scrubbed."""
    log = logging.getLogger("vcr")
    level = log.level
    log.setLevel(max(level, logging.WARNING))
    try:
        yield
    finally:
        log.setLevel(level)


class _Strict(_Cassette):  # type: ignore[misc]  # vcrpy has no types
    """A cassette that says in our words what it does not hold.

    vcrpy's would advise options that cannot be set here, and show the URL as it was sent, an API key included.
    """

    def can_play_response_for(self, request: Any) -> bool:
        if _Cassette.can_play_response_for(self, request):
            return True
        if not self.write_protected:
            return False
        asked = self.filter_request(request)
        error = CannotOverwriteExistingCassetteException(cassette=self, failed_request=asked)
        error.args = (self._complaint(asked),)
        raise error

    def _complaint(self, asked: Any) -> str:
        nearest = self.find_requests_with_most_matches(asked)
        name = f"{asked.method} {asked.uri}"
        if not nearest:
            what = f"does not hold {name}, nor anything like it"
        elif not nearest[0][2]:
            what = f"has no answer left to {name}: all {len(nearest)} that it holds have been given"
        else:
            held, _, differing = nearest[0]
            parts = " and ".join(matcher for matcher, _ in differing)
            what = f"does not hold {name}; the nearest that it holds differs in its {parts}: {held.method} {held.uri}"
        return (
            f"{self._path} {what}. Record it again with pytest's --tmdb-record, or with use_cassette(..., record=...)"
        )


class _Persister:
    """Reads and writes cassettes as YAML in which JSON bodies are YAML too."""

    def __init__(self, recording: Recording | None) -> None:
        self._recording = recording
        self._recorded: tuple[Path, list[dict[str, Any]]] | None = None

    def load_cassette(self, cassette_path: str, serializer: object) -> tuple[list[Any], list[Any]]:
        if self._recording is not None:
            # vcrpy would keep what is not asked for any more.
            raise CassetteNotFoundError
        path = Path(cassette_path)
        if not path.is_file():
            raise FileNotFoundError(f"there is no cassette {path}: record it first, as pytest's --tmdb-record does")
        held = _read(path)
        return [_request(entry["request"]) for entry in held], [_response(entry["response"]) for entry in held]

    def save_cassette(self, cassette_path: str, cassette_dict: Mapping[str, list[Any]], serializer: object) -> None:
        # Written later: an error here would leave httpx in vcrpy's hands, for whatever is sent next.
        requests, responses = cassette_dict["requests"], cassette_dict["responses"]
        interactions = [
            {"request": _plain_request(request), "response": _plain_response(response)}
            for request, response in zip(requests, responses, strict=True)
        ]
        self._recorded = Path(cassette_path), interactions

    def write(self) -> None:
        """Write what was recorded."""
        if self._recorded is None:
            return
        path, interactions = self._recorded
        # Recording the same again is no change, whatever the day.
        if path.is_file() and _read(path) == interactions:
            return
        content = yaml.safe_dump({"interactions": interactions}, sort_keys=False, allow_unicode=True, width=120)
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path) as file:
            file.write(f"{self._recording}\n{content}".encode())


def _read(path: Path) -> list[dict[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    held: dict[str, list[dict[str, Any]]] = yaml.load(path.read_text("utf-8"), Loader=loader)  # a safe one
    return held["interactions"]


def _scrub_request(request: Any) -> Any:
    url = URL(request.uri).copy_with(scheme=_SERVER.scheme, netloc=_SERVER.netloc)
    if "api_key" in url.params:
        url = url.copy_remove_param("api_key")
    body: bytes = request.body or b""
    sent = _USERNAME.sub(rf"\g<1>{MASK}", redact(body.decode()))
    return Request(request.method, redact(str(url)), sent.encode(), {})


def _scrub_response(response: Mapping[str, Any]) -> dict[str, Any]:
    headers = {name.lower(): values for name, values in response["headers"].items()}
    text = response["body"]["string"].decode("utf-8", "replace")
    return {
        "status": response["status"],
        "headers": {name: headers[name] for name in _HEADERS if name in headers},
        "body": {"string": _AUTHOR.sub(rf"\g<1>{MASK}", redact(text)).encode()},
    }


def _plain_request(request: Any) -> dict[str, object]:
    plain: dict[str, object] = {"method": request.method, "uri": request.uri}
    return {**plain, **_plain_body(request.body)}


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
    text: str = plain.get("text", "")
    return text.encode()
