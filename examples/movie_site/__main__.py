"""A web site: search for movies, TV series and people, and see where to watch them in your country.

    pip install 'tmdb-facade[cache,demo]'
    python -m examples.movie_site

It starts an embedded TMDB, which knows some 60 movies. With TMDB_ACCESS_TOKEN set, it uses TMDB itself.

Texts are in the languages of the visitor's browser. A page of details takes one request to TMDB with all that it shows; the list of
countries is another one, which the cache answers from then on.
"""

from __future__ import annotations

import os
from contextlib import nullcontext

import uvicorn

from tmdb_facade import AsyncTMDB
from tmdb_facade.testing import TMDBServer

from .app import create_app


def main() -> None:
    """Run the web site on this machine."""
    server = None if os.environ.get("TMDB_ACCESS_TOKEN") else TMDBServer()

    def connect() -> AsyncTMDB:
        token, base_url = (None, None) if server is None else (server.access_token, server.base_url)
        # A visitor does not wait for long; when TMDB fails, the cache answers what it has.
        return AsyncTMDB(token, base_url=base_url, cache="memory", total_timeout=10)

    with server or nullcontext():
        print("http://127.0.0.1:8551")
        uvicorn.run(create_app(connect), port=8551, log_level="warning")


if __name__ == "__main__":
    main()
