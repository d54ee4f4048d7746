"""The measured clients, and what each needs in its environment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from scripts.paths import ROOT

#: What a client's answers are: bare libraries and some clients return dicts, the others return objects.
Answers: TypeAlias = Literal["bare", "dicts", "objects", "ours"]
Style: TypeAlias = Literal["sync", "async"]


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment.

    Attributes:
        name: The name of its folder, and of the distribution whose version is reported.
        requirements: The arguments of pip.
        python: The oldest Python that it supports.
    """

    name: str
    requirements: tuple[str, ...]
    python: tuple[int, int] = (3, 11)


@dataclass(frozen=True, slots=True)
class Client:
    """A line of the table.

    Attributes:
        name: The name of the client in the table; unique.
        environment: Where it runs.
        driver: The module of its driver.
        class_name: The class in that module.
        answers: What it returns.
        statement: The import that its users write.
    """

    name: str
    environment: Environment
    driver: str
    class_name: str
    answers: Answers
    statement: str

    @property
    def style(self) -> Style:
        """`sync` or `async`."""
        return "async" if self.class_name.endswith("Async") else "sync"


HTTPX = Environment("httpx", ("httpx==0.28.1",))
REQUESTS = Environment("requests", ("requests==2.34.2",))
AIOHTTP = Environment("aiohttp", ("aiohttp==3.14.5",))
TMDBSIMPLE = Environment("tmdbsimple", ("tmdbsimple==2.9.8",))
TMDBV3API = Environment("tmdbv3api", ("tmdbv3api==1.10.0",))
THEMOVIEDB = Environment("themoviedb", ("themoviedb==2.0.2",))
TMDBAPIS = Environment("tmdbapis", ("tmdbapis==1.3.1",))
TMDBONE = Environment("tmdbone", ("tmdbone==1.0.0",))
AIOTMDB = Environment("aiotmdb", ("aiotmdb==0.4",))
TMDBFUSION = Environment("tmdbfusion", ("tmdbfusion==0.2.0",), python=(3, 13))
OURS = Environment("tmdb-facade", (str(ROOT),))
OURS_FAST = Environment("tmdb-facade-fast", (f"{ROOT}[fast,aiohttp]",))

#: The first client of each style is the baseline of its style.
CLIENTS = (
    Client("httpx", HTTPX, "httpx", "Sync", "bare", "import httpx"),
    Client("requests", REQUESTS, "requests", "Sync", "bare", "import requests"),
    Client("tmdbsimple", TMDBSIMPLE, "tmdbsimple", "Sync", "dicts", "import tmdbsimple"),
    Client("tmdbv3api", TMDBV3API, "tmdbv3api", "Sync", "objects", "from tmdbv3api import Movie"),
    Client("tmdbapis", TMDBAPIS, "tmdbapis", "Sync", "objects", "from tmdbapis import TMDbAPIs"),
    Client("themoviedb", THEMOVIEDB, "themoviedb", "Sync", "objects", "from themoviedb import TMDb"),
    Client("tmdbfusion", TMDBFUSION, "tmdbfusion", "Sync", "objects", "from tmdbfusion import TMDBClient"),
    Client("tmdb-facade", OURS, "ours", "Sync", "ours", "from tmdb_facade import TMDB"),
    Client("tmdb-facade, fast", OURS_FAST, "ours", "FastSync", "ours", "from tmdb_facade import TMDB"),
    Client("httpx, async", HTTPX, "httpx", "Async", "bare", "import httpx"),
    Client("aiohttp, async", AIOHTTP, "aiohttp", "Async", "bare", "import aiohttp"),
    Client("aiotmdb, async", AIOTMDB, "aiotmdb", "Async", "dicts", "import aiotmdb"),
    Client("tmdbone, async", TMDBONE, "tmdbone", "Async", "dicts", "import tmdbone"),
    Client("themoviedb, async", THEMOVIEDB, "themoviedb", "Async", "objects", "from themoviedb import aioTMDb"),
    Client("tmdbfusion, async", TMDBFUSION, "tmdbfusion", "Async", "objects", "from tmdbfusion import AsyncTMDBClient"),
    Client("tmdb-facade, async", OURS, "ours", "Async", "ours", "from tmdb_facade import AsyncTMDB"),
    Client("tmdb-facade, fast, async", OURS_FAST, "ours", "FastAsync", "ours", "from tmdb_facade import AsyncTMDB"),
)
BASELINES: dict[Style, Client] = {
    style: next(client for client in CLIENTS if client.style == style) for style in ("sync", "async")
}
