"""TMDB refuses requests with a repeated query parameter; the client never sends one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from tmdb_facade import TMDB
from tmdb_facade.testing import TMDBServer

CASSETTES = Path(__file__).parents[1] / "cassettes"


def repeated(query: str) -> list[str]:
    """Return the names that occur more than once in a query."""
    names = Counter(name for name, _ in parse_qsl(query, keep_blank_values=True))
    return [name for name, times in names.items() if times > 1]


def test_recorded_requests_repeat_no_parameter() -> None:
    urls = [
        line.removeprefix("    uri: ")
        for path in CASSETTES.rglob("*.yaml")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("    uri: ")
    ]
    assert urls
    assert [url for url in urls if repeated(urlsplit(url).query)] == []


@pytest.mark.parametrize("credential", ["access_token", "api_key"])
def test_more_specific_parameters_replace_those_of_the_client(credential: str) -> None:
    """The embedded server refuses repeated parameters."""
    server = TMDBServer()
    options = {credential: getattr(server, credential)}
    client = TMDB(
        **options,
        transport=server.transport,
        language="de-DE",
        region="DE",
        session_id=server.session_id,
        extra_query={"language": "fr-FR", "debug": "1"},
    )
    with client as tmdb:
        tmdb.movies.details(550, language="es-ES", append=["credits", "account_states"])
        tmdb.movies.popular(region="FR").page(2)
        tmdb.with_options(extra_query={"region": "US"}).discover.movies(year=1999).first()
        tmdb.request("GET", "/3/movie/550", query={"language": "pt-BR"}, extra_query={"language": "it-IT"})
    requests = list(server.requests)
    assert [request.status for request in requests] == [200] * 4
    assert [request.query.get("language") for request in requests] == ["fr-FR", "fr-FR", "de-DE", "it-IT"]
