"""Fuzz the embedded TMDB and validate its answers against openapi/tmdb.json.

    python -m scripts.checks.fuzz [OPTIONS OF `schemathesis run`]

schemathesis sends requests to every operation of a running server: parameters at their limits, malformed values, and
chains in which the ids of one answer go into the next request. `fuzz.toml` configures it, `fuzz_rules.py` adds checks
that the document cannot express. The seed is fixed, so failures are reproducible.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any, TypeAlias

import httpx

from scripts.paths import ROOT
from tmdb_facade.testing import TMDBServer, builtin

Values: TypeAlias = dict[str, list[str] | list[int]]

CONFIG = Path(__file__).resolve().parent / "fuzz.toml"
# More than a run consumes: each session, token and list can be deleted once.
MANY = 200
SECONDS = 600
PATTERNS = {
    "date-time": r"^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d UTC|T\d\d:\d\d:\d\d(\.\d+)?Z)$",
    "date": r"^(\d{4}-\d\d-\d\d)?$",
}


def main(options: list[str]) -> int:
    """Run schemathesis; return its exit code."""
    with TMDBServer(builtin()) as server, tempfile.TemporaryDirectory() as folder:
        values, credentials = seed_server(server)
        document, config = Path(folder, "tmdb.json"), Path(folder, "schemathesis.toml")
        document.write_text(json.dumps(document_for_validation()), encoding="utf-8")
        config.write_text(CONFIG.read_text(encoding="utf-8") + dictionaries(values), encoding="utf-8")
        command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run", str(document)]
        command += ["--url", server.base_url, "--no-color", *options]
        paths = os.pathsep.join([str(ROOT), str(ROOT / "generated"), os.environ.get("PYTHONPATH", "")])
        environment = {**os.environ, **credentials, "PYTHONPATH": paths}
        return subprocess.run(command, cwd=ROOT, env=environment, timeout=SECONDS, check=False).returncode


def document_for_validation() -> dict[str, Any]:
    """Return the prepared document with TMDB's formats of dates and timestamps.

    A timestamp is `2026-11-21 08:04:25 UTC`, and an unknown date may be an empty text. The document itself states `date-time`
    and `date`, which are other formats but make the generator use `datetime` and `date`.
    """
    document: dict[str, Any] = json.loads((ROOT / "openapi" / "tmdb.json").read_text(encoding="utf-8"))
    for schema in document["components"]["schemas"].values():
        for field in schema.get("properties", {}).values():
            if (pattern := PATTERNS.get(field.get("format", ""))) is not None:
                del field["format"]
                field["pattern"] = pattern
    return document


def seed_server(server: TMDBServer) -> tuple[Values, dict[str, str]]:
    """Seed the server with objects that fuzzed requests delete.

    Returns:
        The values of fuzz dictionaries by name, and the credentials as environment variables.
    """
    known = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["dictionaries"]
    catalogue, user = builtin(), server.login()
    application = {"authorization": f"Bearer {server.access_token}"}
    users = {"authorization": f"Bearer {user.access_token}"}
    with httpx.Client(base_url=server.base_url, headers=application) as api:

        def create(path: str, key: str, body: object = None, headers: dict[str, str] | None = None) -> Any:
            method = "GET" if body is None else "POST"
            return api.request(method, path, json=body, headers=headers).raise_for_status().json()[key]

        tokens = [create("/3/authentication/token/new", "request_token") for _ in range(MANY)]
        v4_tokens = [create("/4/auth/request_token", "request_token", {}) for _ in range(MANY)]
        for token in (*tokens, *v4_tokens):
            server.approve(token, user.username)
        body = {"name": "to be deleted", "iso_639_1": "en"}
        items = [{"media_type": "movie", "media_id": number} for number in known["movies"]["values"]]
        lists = [create("/4/list", "id", body, users) for _ in range(MANY)]
        for number in lists[::2]:
            create(f"/4/list/{number}/items", "success", {"items": items}, users)
        guest = create("/3/authentication/guest_session/new", "guest_session_id")
        for title in ("movie/550", "tv/1396", "tv/1396/season/1/episode/1"):
            create(f"/3/{title}/rating?guest_session_id={guest}", "success", {"value": 8})
    logins = [server.login() for _ in range(MANY)]
    values: Values = {
        "season_ids": list(catalogue.seasons)[::9],
        "episode_ids": list(catalogue.episodes_by_id)[::199],
        "episode_groups": [group.id for series in catalogue.series.values() for group in series.episode_groups],
        "credits": list(catalogue.credits_by_id)[::199],
        "reviews": list(catalogue.reviews),
        "account_objects": [user.account_object_id],
        "guests": [guest],
        "lists": lists[1::2],
        "filled_lists": lists[::2],
        "request_tokens": tokens,
        "v4_request_tokens": v4_tokens,
        "access_tokens": [one.access_token for one in logins],
        "sessions": [one.session_id for one in logins],
        "usernames": [user.username],
    }
    return values, {
        "FUZZ_ACCESS_TOKEN": server.access_token,
        "FUZZ_API_KEY": server.api_key,
        "FUZZ_SESSION": user.session_id,
        "FUZZ_GUEST_SESSION": guest,
        "FUZZ_USER_TOKEN": user.access_token,
    }


def dictionaries(values: Values) -> str:
    """Return the dictionaries of the seeded values as TOML; JSON strings and numbers are TOML too."""
    lines = [f"{name} = {{ values = {json.dumps(entries)} }}" for name, entries in values.items()]
    return "\n".join(["", *lines, ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
