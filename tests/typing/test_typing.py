"""Type checkers agree with us about what users see, and about what is wrong."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
USERS = Path(__file__).with_name("users.py")

CHECKERS = {
    "mypy": ["-m", "mypy", "--no-error-summary", "--hide-error-context", "--no-incremental"],
    "pyright": ["-m", "pyright", "--pythonpath", sys.executable],
    "ty": ["-m", "ty", "check", "--output-format", "concise", "--python", sys.executable],
}

#: Wrong uses, each in one line; the last of the line is what is wrong with it.
WRONG = """
tmdb.movies.details(550).credits  # a block that was not asked for
tmdb.movies.details(550, append=MovieAppend.CREDITS).videos  # another block than was asked for
tmdb.movies.details(550, append=MovieAppend.CREDITS | MovieAppend.VIDEOS).images  # neither of two
tmdb.movies.details(550, append=TVAppend.CREDITS)  # a block of another parent
tmdb.movies.details(550, append=MovieAppend.CREDITS | TVAppend.CREDITS)  # one of them of another parent
tmdb.movies.details(550, append="credits")  # a text in the place of a list
tmdb.movies.details(550, lang="de")  # an unknown parameter
tmdb.movies.details(None)  # a parameter of another type
tmdb.movies.details()  # a missing parameter
tmdb.movies.details(550).titel  # an unknown field
tmdb.movies.details(550).tagline.upper()  # a field that can be null
tmdb.movies.popular(page=2)  # pages are asked for on the pager
tmdb.movies.popular()[0]  # a pager is no list
tmdb.search.movies()  # a missing parameter
tmdb.search.movies("x", year="1999")  # a parameter of another type
next(iter(tmdb.search.multi("x"))).title  # not every kind has one
tmdb.call(api.movies.details)  # a missing parameter of an endpoint
tmdb.call(api.movies.details, 550, lang="de")  # an unknown parameter of an endpoint
tmdb.call(api.configuration.details).images.nothing  # an unknown field of an answer
tmdb.call(api.movies)  # not an endpoint
TMDB(on_drift="sometimes")  # an unknown policy
TMDB(http_client=httpx.AsyncClient())  # a client of the other kind
AsyncTMDB(transport=httpx.HTTPTransport())  # a transport of the other kind
tmdb.with_options(max_retry=1)  # an unknown option
tmdb.with_options(max_retries=None)  # a number that is none
tmdb.with_raw_response(tmdb.search.movies("x").page, "3")  # a parameter of the wrong type
tmdb.call_raw(api.movies.details, 550, lang="de")  # an unknown parameter of an endpoint
tmdb_facade.models.Nothing  # an unknown model
tmdb_facade.Nothing  # an unknown name
""".strip().splitlines()

HEADER = """\
import httpx
from tmdb_bindings import api

import tmdb_facade
from tmdb_facade import TMDB, AsyncTMDB, MovieAppend, TVAppend

tmdb = TMDB()
"""


def check(checker: str, path: Path) -> dict[int, str]:
    """Run a type checker on a file.

    Returns:
        The errors by line.
    """
    command = [sys.executable, *CHECKERS[checker], str(path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stdout + run.stderr
    errors: dict[int, str] = {}
    for line in run.stdout.splitlines():
        if match := re.search(rf"{re.escape(path.name)}:(\d+):.*\berror\b.*", line):
            errors[int(match[1])] = match[0]
    assert run.returncode == bool(errors), run.stdout + run.stderr
    return errors


@pytest.mark.parametrize("checker", CHECKERS)
def test_what_users_see_is_exact(checker: str) -> None:
    """Every call of the slice, in both clients, has the type that is written beside it."""
    assert check(checker, USERS) == {}


@pytest.mark.parametrize("checker", CHECKERS)
def test_wrong_uses_are_errors(checker: str, tmp_path: Path) -> None:
    """Each on its own line, and nothing else on the page."""
    path = tmp_path / "wrong.py"
    path.write_text(HEADER + "\n".join(WRONG) + "\n", "utf-8")
    first = HEADER.count("\n") + 1
    errors = check(checker, path)
    accepted = [line for number, line in enumerate(WRONG, first) if number not in errors]
    assert accepted == []
    assert [error for number, error in errors.items() if number < first] == []
