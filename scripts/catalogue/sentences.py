"""Describe movies and series in sentences made of facts, since TMDB's own texts are not copied.

"A crime film from 1994 by Quentin Tarantino, with John Travolta and Uma Thurman."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from scripts.json_io import load_yaml

#: The words about movies and about TV series in each language.
WORDS = load_yaml(Path(__file__).with_name("words.yaml"))
SERIES_WORDS = load_yaml(Path(__file__).with_name("series_words.yaml"))

# A documentary or an animated film is called so whatever else it is; a TV movie only if it is nothing else.
_FIRST = (99, 16)
_LAST = 10770
# A list of more directors is left out rather than cut.
_MOST_PEOPLE = 4
_FEMININE = re.compile(r"(une|una) ")
_SOUND_OF_I = re.compile(r"(i|hi(?!e)|y(?![aeiou]))", re.IGNORECASE)


class Facts(NamedTuple):
    """What a sentence says.

    Attributes:
        kind: `movie` or `tv`.
        genres: The ids of the genres.
        year: The year of the first release, if there is any.
        people: The names of the directors or creators.
        cast: The names of the cast.
    """

    kind: str
    genres: Sequence[int] = ()
    year: str = ""
    people: Sequence[str] = ()
    cast: Sequence[str] = ()


def sentence(facts: Facts, language: str) -> str:
    """Return the sentence about a movie or series in a language of `WORDS`."""
    words = (SERIES_WORDS if facts.kind == "tv" else WORDS)[language]
    noun = _noun(facts, words["nouns"])
    gender = "feminine" if _FEMININE.match(noun) else "masculine"
    values = {
        "noun": noun,
        "year": facts.year,
        "people": _joined(facts.people if len(facts.people) <= _MOST_PEOPLE else (), words),
        "cast": _joined(facts.cast, words),
    }
    by = words.get("by", {}).get(gender, "")
    parts = (part for part in words["pattern"] if all(values[name] for name in values if f"{{{name}}}" in part))
    text = "".join(part.format(by=by, **values) for part in parts)
    return f"{text[0].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def _noun(facts: Facts, nouns: dict[Any, str]) -> str:
    known = [genre for genre in facts.genres if genre in nouns]
    known.sort(key=lambda genre: (genre == _LAST, genre not in _FIRST, _FIRST.index(genre) if genre in _FIRST else 0))
    return nouns[known[0]] if known else nouns[facts.kind]


def _joined(names: Sequence[str], words: dict[str, Any]) -> str:
    if len(names) < 2:
        return "".join(names)
    and_ = words.get("and_before_i") if _SOUND_OF_I.match(names[-1]) else None
    return f"{', '.join(names[:-1])} {and_ or words['and']} {names[-1]}"
