"""The bot: one message for each movie and new date, failures that end a round, and how it stops."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from examples.release_bot import ReleaseBot
from tmdb_facade import AsyncTMDB, AuthenticationError, InvalidArgumentError
from tmdb_facade.testing import TMDBServer, blank, builtin
from tmdb_facade.testing.catalogue.records import Release

PROGRAM = Path(__file__).parents[2] / "examples" / "release_bot.py"
SECONDS = 60
OPEN = ["Bullet Train opens on 2022-07-03", "Minions: The Rise of Gru opens on 2022-06-30 (87 min, rated 6)"]
MINIONS = 438148


@pytest.fixture
def server() -> Iterator[TMDBServer]:
    """Yield a running embedded TMDB with two coming movies, of which one has a German release."""
    release = Release(date=date(2022, 6, 30), certification="6")
    coming = [
        replace(builtin().movies[718930], releases={}, cast=(), crew=()),
        replace(
            builtin().movies[MINIONS], releases={"DE": (release,)}, cast=(), crew=(), collection=None, companies=()
        ),
    ]
    with TMDBServer(blank().extended(movies=coming)) as server:
        yield server


@pytest.fixture
async def tmdb(server: TMDBServer) -> AsyncIterator[AsyncTMDB]:
    """Yield a client that repeats no request."""
    async with AsyncTMDB(server.access_token, base_url=server.base_url, max_retries=0) as tmdb:
        yield tmdb


@pytest.fixture
def sent() -> list[str]:
    """Return the messages of the bot."""
    return []


@pytest.fixture
def bot(tmdb: AsyncTMDB, sent: list[str]) -> ReleaseBot:
    """Return a bot for Germany."""

    async def send(text: str) -> None:
        sent.append(text)

    return ReleaseBot(tmdb, "DE", send)


async def test_bot_announces_each_movie_once(bot: ReleaseBot, sent: list[str], server: TMDBServer) -> None:
    await bot.run(0, rounds=3)
    assert sorted(sent) == OPEN
    assert len(server.requests.of("movies_details")) == len(OPEN)


async def test_bot_announces_a_new_date_of_a_changed_movie(
    bot: ReleaseBot, sent: list[str], server: TMDBServer
) -> None:
    await bot.announce()
    date = {"release_dates.results[].release_dates[].release_date": "2022-07-07T00:00:00.000Z"}
    with server.faults.drift(new=date, on="movies_details"):
        with server.faults.drift(new={"results": [{"id": 550, "adult": False}]}, on="changes_movies"):
            await bot.announce()
        assert sorted(sent) == OPEN
        with server.faults.drift(new={"results": [{"id": MINIONS, "adult": False}]}, on="changes_movies"):
            await bot.run(0, rounds=2)
    assert sent[2:] == ["Minions: The Rise of Gru now opens on 2022-07-07, not on 2022-06-30 (87 min, rated 6)"]


@pytest.mark.parametrize("operation", ["movies_upcoming", "movies_details"])
async def test_failure_ends_only_its_round(
    bot: ReleaseBot, sent: list[str], server: TMDBServer, operation: str, capsys: pytest.CaptureFixture[str]
) -> None:
    server.faults.status(500, times=1, on=operation)
    await bot.run(0, rounds=2)
    assert sorted(sent) == OPEN
    assert "HTTP 500" in capsys.readouterr().err


async def test_wrong_credentials_end_the_bot(server: TMDBServer, bot: ReleaseBot) -> None:
    server.faults.status(401)
    with pytest.raises(AuthenticationError):
        await bot.run(0)


async def test_wrong_country_ends_the_bot(tmdb: AsyncTMDB) -> None:
    with pytest.raises(InvalidArgumentError, match="write 'DE'"):
        await ReleaseBot(tmdb, "de", print_nothing).run(0)


async def print_nothing(text: str) -> None:
    """Send no message."""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_stops_the_program(server: TMDBServer, number: signal.Signals) -> None:
    env = {**os.environ, "TMDB_ACCESS_TOKEN": server.access_token, "TMDB_BASE_URL": server.base_url}
    command = [sys.executable, "-W", "error", str(PROGRAM), "--country", "DE"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)
    assert process.stdout is not None
    lines = [process.stdout.readline().rstrip() for _ in range(3)]
    assert sorted(lines[1:]) == OPEN
    process.send_signal(number)
    output, errors = process.communicate(timeout=SECONDS)
    assert (process.returncode, output, errors) == (0, "stopped\n", "")
