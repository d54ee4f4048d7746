"""Save real answers of TMDB for a catalogue: `python -m tmdb_facade.testing record answers --movie 550`.

The key is that of the environment, TMDB_ACCESS_TOKEN or TMDB_API_KEY: an argument would be in the shell's history.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

# As shells report a program that SIGINT ended.
_INTERRUPTED = 130

HELP = "Save real answers of TMDB in a folder, for a catalogue of your own."


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command to its parser."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder to fill; a later run continues it")
    what = parser.add_argument_group("what to save; options can be repeated")
    what.add_argument("--movie", type=_number, action="append", default=[], metavar="ID", help="a movie")
    what.add_argument(
        "--tv", type=_number, action="append", default=[], metavar="ID", help="a TV series, with its seasons"
    )
    what.add_argument("--person", type=_number, action="append", default=[], metavar="ID", help="a person")
    what.add_argument("--search", action="append", default=[], metavar="TEXT", help="the first page of a search")
    what.add_argument("--language", action="append", metavar="CODE", help="a language of the answers (default: en-US)")
    what.add_argument(
        "--append", action="append", metavar="BLOCK", help="a block to append to details (default: nearly all)"
    )
    parser.add_argument("--base-url", metavar="URL", help="another server than TMDB (default: TMDB_BASE_URL)")


def run(options: argparse.Namespace) -> int:
    """Save the answers.

    Args:
        options: The options of the command line.

    Returns:
        The exit status: 0 if everything is saved, 1 if something is missing or failed, 130 after Ctrl+C.
    """
    # Imported here, so that the help does not need them.
    import tmdb_facade
    from tmdb_facade._core.client.credentials import needs_credential
    from tmdb_facade._core.request.validation import check_language
    from tmdb_facade._core.signing_in.advice import SETTINGS_URL
    from tmdb_facade.testing.offline.recorder import KEPT_FOR, AnswerRecorder, Selection, oldest

    selection = Selection(
        movies=options.movie,
        series=options.tv,
        people=options.person,
        searches=options.search,
        languages=options.language or ["en-US"],
        append=options.append,
    )
    if not any(selection[:4]):
        print("nothing to save: pass --movie, --tv, --person or --search", file=sys.stderr)
        return 1
    if needs_credential(None, None, os.environ):
        print(f"set TMDB_ACCESS_TOKEN or TMDB_API_KEY: get one at {SETTINGS_URL}", file=sys.stderr)
        return 1
    try:
        for code in selection.languages:
            check_language("--language", code)
        with tmdb_facade.TMDB(base_url=options.base_url, cache=None) as tmdb:
            recorder = AnswerRecorder(tmdb, options.folder, lambda line: print(line, flush=True))
            recorder.record(selection)
    except (tmdb_facade.TMDBError, OSError) as error:
        print(f"{error}\nRun the command again to continue.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\ninterrupted\nRun the command again to continue.", file=sys.stderr)
        return _INTERRUPTED
    day = oldest(options.folder)
    answers = "answer" if recorder.saved == 1 else "answers"
    print(f"\n{recorder.saved} {answers} saved in {options.folder}, {recorder.missing} missing.")
    print(f"Serve the folder with: python -m tmdb_facade.testing serve --catalogue {options.folder}\n")
    print(tmdb_facade.ATTRIBUTION)
    if day is not None:
        print(f"TMDB's terms do not allow keeping its data for longer than six months: delete it by {day + KEPT_FOR}.")
    return 1 if recorder.missing else 0


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not an id: pass a number such as 550")
    return int(text)
