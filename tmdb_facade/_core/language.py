"""The client's language and region, sent where an operation knows them."""

from __future__ import annotations

from tmdb_facade._core.append import APPEND_PARAMETER
from tmdb_facade._core.endpoint import Operation, Request


def add_defaults(request: Request, language: str | None, region: str | None) -> None:
    """Put the client's language and region into a request.

    Only where the operation's record has the parameter (TMDB ignores unknown ones, but a cache would not), the caller
    did not pass it, and it chooses the language of texts.

    Args:
        request: The request; its query is changed.
        language: ISO 639-1, perhaps with a region (`pt-BR`), or `None`.
        region: ISO 3166-1 in capitals, or `None`.
    """
    query = request.query
    if language is not None and _takes_texts(request.operation) and "language" not in query:
        query["language"] = language
    if region is not None and "region" in request.operation.query and "region" not in query:
        query["region"] = region


def _takes_texts(operation: Operation) -> bool:
    """Tell whether an operation's `language` is the language of texts.

    Lists of images have none: there, TMDB leaves out the images of all other languages and those without words, which
    nobody means who wants texts in Portuguese. Details have both, and texts come first.
    """
    query = operation.query
    return "language" in query and ("include_image_language" not in query or APPEND_PARAMETER in query)
