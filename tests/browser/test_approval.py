"""The approval pages in a real browser with JavaScript disabled."""

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
    """Log in and approve or deny; return the final address."""
    chromium = shutil.which("chromium") or ""
    command = ["node", str(PROGRAM), chromium, url, username, username, decision]
    process = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert process.returncode == 0, process.stderr
    result: dict[str, Any] = json.loads(process.stdout)
    assert result["headings"] == ["Log in", "Approve the application?"]
    return str(result["address"])


def test_approval_of_a_v3_token_redirects_and_allows_a_session() -> None:
    with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url) as tmdb:
        user = server.login("ada")
        token = tmdb.auth.create_request_token().request_token
        # No page exists at this address; the redirect is enough.
        redirect_to = f"{server.base_url}/application?id=7"
        address = decide(tmdb.auth.approval_url(token, redirect_to=redirect_to), user.username, "approve")
        assert urlsplit(address).path == "/application"
        assert parse_qs(urlsplit(address).query) == {"id": ["7"], "request_token": [token], "approved": ["true"]}
        session = tmdb.auth.create_session(token).session_id
        assert tmdb.account.details(session_id=session).username == "ada"


def test_denial_of_a_v3_token_prevents_a_session() -> None:
    with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url) as tmdb:
        user = server.login("ada")
        token = tmdb.auth.create_request_token().request_token
        address = decide(tmdb.auth.approval_url(token), user.username, "deny")
        assert urlsplit(address).path == "/authenticate/deny"
        with pytest.raises(TMDBError):
            tmdb.auth.create_session(token)


def test_approval_of_a_v4_token_redirects_and_allows_an_access_token() -> None:
    """The redirect address is part of the token."""
    with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url) as tmdb:
        user = server.login("ada")
        redirect_to = f"{server.base_url}/application"
        token = tmdb.v4.auth.create_request_token(redirect_to=redirect_to).request_token
        with pytest.raises(AuthorizationPendingError):
            tmdb.v4.auth.create_access_token(token)
        address = decide(tmdb.v4.auth.approval_url(token), user.username, "approve")
        assert address == redirect_to
        assert tmdb.v4.auth.create_access_token(token).account_id == user.account_object_id
