"""The approval pages in a real browser, without scripts: an application sends its user there and is told the end."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tmdb_facade import TMDB, AuthorizationPendingError, TMDBError
from tmdb_facade.testing import TMDBServer

pytestmark = pytest.mark.browser
PROGRAM = Path(__file__).with_name("approve.cjs")


def decide(url: str, username: str, decision: str) -> str:
    """Do as a person does, and return where they arrived."""
    chromium = shutil.which("chromium") or ""
    command = ["node", str(PROGRAM), chromium, url, username, username, decision]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    assert result["seen"] == ["Log in", "Approve the application?"]
    return str(result["arrived"])


def test_a_login_of_version_3() -> None:
    """The browser arrives at the application, which makes a session of its token."""
    with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url) as tmdb:
        user = server.login("ada")
        token = tmdb.auth.create_request_token().request_token
        # Nothing is there but an address; that the browser asks for it is enough.
        back = f"{server.base_url}/application?id=7"
        arrived = decide(tmdb.auth.approval_url(token, redirect_to=back), user.username, "approve")
        assert urlsplit(arrived).path == "/application"
        assert parse_qs(urlsplit(arrived).query) == {"id": ["7"], "request_token": [token], "approved": ["true"]}
        session = tmdb.auth.create_session(token).session_id
        assert tmdb.account.details(session_id=session).username == "ada"


def test_a_refusal_of_version_3() -> None:
    """The application is told, and the token is worth nothing."""
    with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url) as tmdb:
        user = server.login("ada")
        token = tmdb.auth.create_request_token().request_token
        arrived = decide(tmdb.auth.approval_url(token), user.username, "deny")
        assert urlsplit(arrived).path == "/authenticate/deny"
        with pytest.raises(TMDBError):
            tmdb.auth.create_session(token)


def test_a_login_of_version_4() -> None:
    """The address to come back to is in the token."""
    with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url) as tmdb:
        user = server.login("ada")
        back = f"{server.base_url}/application"
        token = tmdb.v4.auth.create_request_token(redirect_to=back).request_token
        with pytest.raises(AuthorizationPendingError):
            tmdb.v4.auth.create_access_token(token)
        arrived = decide(tmdb.v4.auth.approval_url(token), user.username, "approve")
        assert arrived == back
        assert tmdb.v4.auth.create_access_token(token).account_id == user.account_object_id
