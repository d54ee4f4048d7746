"""`append_to_response`: the answers of other operations, put into a details answer under their names."""

from __future__ import annotations

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Router

MOST_BLOCKS = 20


def append_blocks(router: Router, path: str, context: RequestContext, answer: JSONObject) -> None:
    """Add the blocks that a request asks for to its answer.

    A block is what the path below the answer's own gives (`/3/movie/550/watch/providers`), asked with the same query,
    without its `id`. A name that leads nowhere gives no key, and neither does a block that is refused on its own.

    Args:
        router: What finds the blocks' operations.
        path: The path of the answer.
        context: The request.
        answer: The answer, to which the blocks are added.

    Raises:
        Refusal: More than 20 blocks are asked for (400, code 27).
    """
    names = context.words("append_to_response") or ()
    if len(names) > MOST_BLOCKS:
        raise Refusal.of(TMDBCode.TOO_MANY_APPENDS)
    for name in names:
        match = router.find("GET", f"{path}/{name}")
        if match is None:
            continue
        try:
            block = match.route.handler(context._replace(path=match.path))
        except Refusal:
            continue
        # A season in a series is more than a block of it: what has details of its own keeps its id.
        if isinstance(block, dict) and not match.route.appends:
            block.pop("id", None)
        answer[name] = block
