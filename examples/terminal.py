"""A program for the terminal: it signs you in with TMDB in your browser, and prints your watchlist.

    pip install 'tmdb-facade[demo,qr]'
    python examples/terminal.py

It starts an embedded TMDB, whose user is "demo" with the password "demo". With TMDB_ACCESS_TOKEN set, it uses TMDB itself.
With --headless it opens no browser: it shows the URL, which you can open anywhere, and asks TMDB until you have approved.
With --save it keeps your session in a file that only you can read, and the next run needs no login.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext

from tmdb_facade import ATTRIBUTION, TMDB, LoginError, SessionExpiredError, TMDBError, UserCredentials
from tmdb_facade.stores import CredentialStore, FileStore, MemoryStore
from tmdb_facade.testing import TMDBServer

PROFILE = "terminal-example"


def sign_in(tmdb: TMDB, store: CredentialStore, *, headless: bool) -> UserCredentials:
    """Return the stored user if their session is still valid, else sign a user in."""
    user = store.load(PROFILE)
    if user is not None:
        try:
            tmdb.as_user(user).account.details()
        except SessionExpiredError:
            store.delete(PROFILE)
        else:
            return user
    return tmdb.auth.login(redirect=not headless, app_name="Watchlist", store=store, profile=PROFILE)


def print_watchlist(tmdb: TMDB) -> None:
    """Print the user's name and watchlist."""
    print(f"Signed in as {tmdb.account.details().username}.")
    movies = list(tmdb.account.watchlist_movies())
    for movie in movies:
        print(f"  {movie.title}" + (f" ({movie.release_date.year})" if movie.release_date else ""))
    if not movies:
        print("Your watchlist is empty.")
    print(ATTRIBUTION)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Returns:
        The exit code: 1 if the login or a call has failed, 130 after Ctrl-C.
    """
    parser = argparse.ArgumentParser(description="Print your watchlist.")
    parser.add_argument("--headless", action="store_true", help="open no browser, and show the URL")
    parser.add_argument("--save", metavar="FILE", help="keep the session in a file")
    options = parser.parse_args(arguments)
    store: CredentialStore = FileStore(options.save) if options.save else MemoryStore()
    server = None if os.environ.get("TMDB_ACCESS_TOKEN") else TMDBServer()
    with (
        server or nullcontext(),
        TMDB() if server is None else TMDB(server.access_token, base_url=server.base_url) as tmdb,
    ):
        try:
            print_watchlist(tmdb.as_user(sign_in(tmdb, store, headless=options.headless)))
        except LoginError as error:
            print(f"You are not signed in: {error}", file=sys.stderr)
        except TMDBError as error:
            print(error, file=sys.stderr)
        except KeyboardInterrupt:
            return 130
        else:
            return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
