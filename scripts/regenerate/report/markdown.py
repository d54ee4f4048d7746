"""Names and sentences in the Markdown of a report. A name can contain any character, and an entry is one line."""

from __future__ import annotations

import json
import re

_SPAN = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
# Also what splits lines elsewhere than in Markdown. A backslash at the end of a line, an underscore inside of a word and
# brackets of types have no meaning.
_SPECIAL = re.compile(r"[`*<>|\\\[\]#~]|(?<!\w)_|_(?!\w)")


def code(name: str) -> str:
    """Return a name as a code span, with escapes instead of line breaks and other invisible characters."""
    text = _visible(name)
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    space = " " if not text.strip() or text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{space}{text}{space}{fence}"


def prose(text: str) -> str:
    """Return a sentence with escapes outside of its code spans, where a name could be read as markup."""
    made: list[str] = []
    end = 0
    line = _visible(text)
    for span in _SPAN.finditer(line):
        made += [_escaped(line[end : span.start()]), span[0]]
        end = span.end()
    return "".join([*made, _escaped(line[end:])])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text)


def _visible(text: str) -> str:
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)
