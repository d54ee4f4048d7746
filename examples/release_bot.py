"""A bot that announces the movies that come to the cinemas of a country, and new dates of those that it has announced.

    python examples/release_bot.py --country DE
    python examples/release_bot.py --country DE --interval 600 --rounds 3

It prints its messages, where a bot would send them to a chat; press Ctrl-C to stop it. With TMDB_ACCESS_TOKEN set, it uses TMDB
itself, else an embedded TMDB.

A round takes a request for each page of upcoming movies and of changed ids, and one for each movie that is new or has changed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext, suppress
from datetime import UTC, date, datetime

from tmdb_facade import (
    ATTRIBUTION,
    AsyncTMDB,
    AuthenticationError,
    InvalidArgumentError,
    MovieAppend,
    RateLimit,
    TMDBError,
)
from tmdb_facade.models import MovieDetails
from tmdb_facade.testing import TMDBServer
from tmdb_facade.types import MovieHasReleaseDates, ReleaseType

#: Seconds for the details of all movies of a round.
DETAILS_TIMEOUT = 120


class ReleaseBot:
    """Announces movies and their dates."""

    def __init__(self, tmdb: AsyncTMDB, country: str, send: Callable[[str], Awaitable[None]]) -> None:
        self._tmdb = tmdb
        self._country = country
        self._send = send
        self._dates: dict[int, date | None] = {}
        self._since = datetime.now(UTC).date()

    async def run(self, interval: float, rounds: int | None = None) -> None:
        """Work in rounds, until the task is cancelled.

        Args:
            interval: The seconds between two rounds.
            rounds: The number of rounds; by default endless.

        Raises:
            AuthenticationError: TMDB does not accept the credentials. Other failures end only their round.
            InvalidArgumentError: The country is not a code such as `DE`.
        """
        number = 0
        while True:
            number += 1
            try:
                await self.announce()
            except (AuthenticationError, InvalidArgumentError):
                raise
            except TMDBError as error:
                print(f"TMDB failed, the next round tries again: {error}", file=sys.stderr)
            if number == rounds:
                return
            await asyncio.sleep(interval)

    async def announce(self) -> None:
        """Announce new movies and dates, once each."""
        today = datetime.now(UTC).date()
        upcoming = [movie.id async for movie in self._tmdb.movies.upcoming(region=self._country)]
        ids = [movie_id for movie_id in upcoming if movie_id not in self._dates]
        if self._dates:
            # The day of the last round again, because it had not ended.
            changes = self._tmdb.changes.movies(start_date=self._since)
            ids += [changed.id async for changed in changes if changed.id in self._dates]
        details = self._tmdb.movies.details_many(ids, append=MovieAppend.RELEASE_DATES, timeout=DETAILS_TIMEOUT)
        failed = False
        async with details:
            async for result in details:
                if result.error is None:
                    await self._announce(result.value)
                else:
                    failed = True
                    print(f"movie {result.id}: {result.error}", file=sys.stderr)
        if not failed:
            self._since = today

    async def _announce(self, movie: MovieDetails[MovieHasReleaseDates]) -> None:
        cinemas = (ReleaseType.THEATRICAL, ReleaseType.THEATRICAL_LIMITED)
        opens = movie.release_dates.date(self._country, *cinemas) or movie.release_date
        is_new = movie.id not in self._dates
        if not is_new and self._dates[movie.id] == opens:
            return
        rating = movie.release_dates.certification(self._country)
        facts = [f"{movie.runtime} min" if movie.runtime else "", f"rated {rating.certification}" if rating else ""]
        known = ", ".join(filter(None, facts))
        when = f"opens on {opens}" if is_new else f"now opens on {opens}, not on {self._dates[movie.id]}"
        await self._send(f"{movie.title} {when}" + (f" ({known})" if known else ""))
        self._dates[movie.id] = opens


async def print_message(text: str) -> None:
    """Print a message; a bot would await the call of a chat here."""
    print(text, flush=True)


async def run(server: TMDBServer | None, options: argparse.Namespace) -> None:
    """Run the bot, until it is cancelled: by SIGINT, which asyncio handles, or SIGTERM."""
    task = asyncio.current_task()
    assert task is not None
    # Windows has no SIGTERM handlers; there, Ctrl-C is the only way to stop the bot.
    with suppress(NotImplementedError):
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    token, base_url = (None, None) if server is None else (server.access_token, server.base_url)
    # Nobody waits for a bot: a quarter of TMDB's limit leaves the rest to the other programs of this machine.
    async with AsyncTMDB(token, base_url=base_url, rate_limit=RateLimit(10, 1), total_timeout=60) as tmdb:
        await ReleaseBot(tmdb, options.country, print_message).run(options.interval, options.rounds)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Returns:
        The exit code: 1 if TMDB does not accept the credentials or an argument.
    """
    parser = argparse.ArgumentParser(description="Announce the movies that come to cinemas.")
    parser.add_argument("--country", default="US", help="an ISO 3166-1 code (default: US)")
    parser.add_argument("--interval", type=float, default=3600, metavar="SECONDS", help="time between rounds")
    parser.add_argument("--rounds", type=int, metavar="N", help="stop after so many rounds")
    options = parser.parse_args(arguments)
    server = None if os.environ.get("TMDB_ACCESS_TOKEN") else TMDBServer()
    print(ATTRIBUTION, flush=True)
    try:
        with server or nullcontext():
            asyncio.run(run(server, options))
    except TMDBError as error:
        print(error, file=sys.stderr)
        return 1
    except (KeyboardInterrupt, asyncio.CancelledError):
        print("stopped")
    return 0


if __name__ == "__main__":
    sys.exit(main())
