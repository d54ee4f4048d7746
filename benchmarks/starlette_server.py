"""The baseline for the embedded TMDB: one Starlette route that returns a movie as JSON, in its own process."""

from __future__ import annotations

import json
import socket
import sys
import threading

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from benchmarks.bodies import MOVIE_ID
from benchmarks.measure import pin
from tmdb_facade.testing import TMDBServer


def main() -> None:
    """Serve until stdin is closed."""
    pin(1)
    embedded = TMDBServer()
    headers = {"Authorization": f"Bearer {embedded.access_token}"}
    with httpx.Client(base_url="http://embedded", headers=headers, transport=embedded.transport) as client:
        movie = json.loads(client.get(f"/3/movie/{MOVIE_ID}").content)

    async def details(request: Request) -> JSONResponse:
        return JSONResponse(movie)

    app = Starlette(routes=[Route("/3/movie/{movie_id}", details)])
    # asyncio disables Nagle's algorithm only if the protocol is passed.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, lifespan="off"))

    def stop() -> None:
        sys.stdin.read()
        server.should_exit = True

    threading.Thread(target=stop).start()
    print(f"http://127.0.0.1:{listener.getsockname()[1]}", "no-token", flush=True)
    server.run([listener])


if __name__ == "__main__":
    main()
