"""`append_to_response`: add the answers of other operations to a details answer."""

from __future__ import annotations

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Router

MOST_BLOCKS = 20


def append_blocks(router: Router, path: str, context: RequestContext, answer: JSONObject) -> None:
    """Add the requested blocks to an answer.

    A block is the answer of a path below the details' own path (`/3/movie/550/watch/providers`) to the same query,
    without its `id`. An unknown name adds no key, and neither does a block whose own request fails.

    Args:
        router: The routes of all operations.
        path: The path of the details.
        context: The request.
        answer: The details; the blocks are added to it.

    Raises:
        Refusal: The request names more than 20 blocks (400, code 27).
    """
    names = context.comma_list("append_to_response") or ()
    if len(names) > MOST_BLOCKS:
        raise Refusal.of(TMDBCode.TOO_MANY_APPENDS)
    for name in names:
        match = router.find("GET", f"{path}/{name}")
        if match is None:
            continue
        try:
            block = match.route.handler(context._replace(operation=match.route.path, path=match.path))
        except Refusal:
            continue
        # An appended season is a details answer of its own, and keeps its id.
        if isinstance(block, dict) and not match.route.appends:
            block.pop("id", None)
        answer[name] = block
