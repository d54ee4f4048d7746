"""Does the embedded TMDB answer as openapi/tmdb.json says, whatever it is sent?

    python -m scripts.checks.fuzz [OPTIONS OF `schemathesis run`]

schemathesis drives every operation of a running server: with every parameter at its limits, with odd and malformed
values, and in chains where one answer's ids go into the next request (sessions and lists among them). `fuzz.toml` says
with what, `fuzz_rules.py` what is asked beyond the document. The seed is fixed, so a failure comes again.
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
# More than any run uses up: each session can be ended, each token be used and each list be deleted once.
MANY = 200
SECONDS = 600


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
    """Return the prepared document, in which times are written as TMDB does.

    Most are like `2026-11-21 08:04:25 UTC`. OpenAPI's `date-time` is not, and is there for the generator, which makes a
    `datetime` of it.
    """
    document: dict[str, Any] = json.loads((ROOT / "openapi" / "tmdb.json").read_text(encoding="utf-8"))
    for schema in document["components"]["schemas"].values():
        for field in schema.get("properties", {}).values():
            if field.get("format") == "date-time":
                del field["format"]
                field["pattern"] = r"^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d UTC|T\d\d:\d\d:\d\d(\.\d+)?Z)$"
    return document


def seed_server(server: TMDBServer) -> tuple[Values, dict[str, str]]:
    """Fill a server with what requests can use up.

    Returns:
        Values that lead somewhere, by the names of dictionaries, and the credentials as environment variables.
    """
    known = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["dictionaries"]
    catalogue, user = builtin(), server.login()
    application = {"authorization": f"Bearer {server.access_token}"}
    users = {"authorization": f"Bearer {user.access_token}"}
    with httpx.Client(base_url=server.base_url, headers=application) as api:

        def made(path: str, key: str, body: object = None, headers: dict[str, str] | None = None) -> Any:
            method = "GET" if body is None else "POST"
            return api.request(method, path, json=body, headers=headers).raise_for_status().json()[key]

        tokens = [made("/3/authentication/token/new", "request_token") for _ in range(MANY)]
        v4_tokens = [made("/4/auth/request_token", "request_token", {}) for _ in range(MANY)]
        for token in (*tokens, *v4_tokens):
            server.approve(token, user.username)
        body = {"name": "to be used up", "iso_639_1": "en"}
        items = [{"media_type": "movie", "media_id": number} for number in known["movies"]["values"]]
        lists = [made("/4/list", "id", body, users) for _ in range(MANY)]
        for number in lists[::2]:
            made(f"/4/list/{number}/items", "success", {"items": items}, users)
        guest = made("/3/authentication/guest_session/new", "guest_session_id")
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
    """Write the dictionaries that only a running server has; JSON's texts and numbers are TOML's too."""
    lines = [f"{name} = {{ values = {json.dumps(held)} }}" for name, held in values.items()]
    return "\n".join(["", *lines, ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
