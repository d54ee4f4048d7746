"""Behavior in which TMDB itself was lenient at one time and strict at another."""

from __future__ import annotations

from typing import Any, cast

import httpx
import pytest

from tmdb_facade.testing import TMDBServer

BLOCKS = ("countries", "jobs", "languages", "primary_translations", "timezones")


def configuration(server: TMDBServer) -> dict[str, Any]:
    """Request the configuration with all its blocks."""
    headers = {"authorization": f"Bearer {server.access_token}"}
    with httpx.Client(transport=server.transport, base_url="http://server", headers=headers) as client:
        body: dict[str, Any] = client.get(f"/3/configuration?append_to_response={','.join(BLOCKS)}").json()
        for name in set(BLOCKS) & body.keys():
            assert body[name] == client.get(f"/3/configuration/{name}").json()
    return body


def test_configuration_has_appended_blocks_unless_the_server_is_strict() -> None:
    server = TMDBServer()
    assert configuration(server).keys() == {"change_keys", "images", *BLOCKS}
    server.strict("configuration_append")
    assert configuration(server).keys() == {"change_keys", "images"}
    server.lenient("configuration_append")
    assert configuration(server).keys() == {"change_keys", "images", *BLOCKS}


def test_reset_makes_the_server_lenient() -> None:
    server = TMDBServer()
    server.strict("configuration_append")
    server.reset()
    assert configuration(server).keys() > set(BLOCKS)


def test_unknown_leniency_is_an_error() -> None:
    server = TMDBServer()
    for switch in (server.strict, server.lenient):
        with pytest.raises(ValueError, match="unknown leniency 'paging': write one of configuration_append"):
            switch(cast("Any", "paging"))
