"""The client's language and region, sent where an operation knows them."""

from __future__ import annotations

from tmdb_facade._core.endpoint import Request


def add_defaults(request: Request, language: str | None, region: str | None) -> None:
    """Put the client's language and region into a request.

    Only where the operation's record has the parameter (TMDB ignores unknown ones, but a cache would not) and the
    caller did not pass it.

    Args:
        request: The request; its query is changed.
        language: ISO 639-1, perhaps with a region (`pt-BR`), or `None`.
        region: ISO 3166-1 in capitals, or `None`.
    """
    query, known = request.query, request.operation.query
    if language is not None and "language" in known and "language" not in query:
        query["language"] = language
    if region is not None and "region" in known and "region" not in query:
        query["region"] = region
