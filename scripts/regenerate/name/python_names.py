"""Python names for the names in TMDB's documents, which can be any text that JSON can contain.

A text that is a name in Python keeps it. Another one becomes a readable name: `class` becomes `class_`, `has-dash`
becomes `has_dash`, `4k` becomes `n4k`, and an emoji becomes its Unicode name.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Collection, Iterable

# Characters of a text without letters that its name spells out.
_SPELLED = 3


def is_python_name(text: str) -> bool:
    """Return whether a text is a name that Python reads as it is.

    Python normalizes names (the ligature in `ﬁeld` becomes two letters), and mangles those with two leading underscores in
    a class.
    """
    return (
        text.isidentifier()
        and not keyword.iskeyword(text)
        and not text.startswith("__")
        and unicodedata.normalize("NFKC", text) == text
    )


def python_name(text: str, taken: Collection[str] = ()) -> str:
    """Return the Python name of a text such as `vote_average.gte` or `watch/providers`.

    Unlike the naming of the generator, it does not depend on the builtins of the interpreter.

    Args:
        text: Any text.
        taken: Names in use, which get an underscore at the end.
    """
    name = text if is_python_name(text) or keyword.iskeyword(text) else _cleaned(text)
    while keyword.iskeyword(name) or name in taken:
        name = f"{name}_" if name.strip("_") else f"n{name}"
    return name


def python_names(texts: Iterable[str], taken: Collection[str] = ()) -> dict[str, str]:
    """Return a different Python name for each text, which does not depend on the order of the texts.

    Args:
        texts: Different texts.
        taken: Other names in use.
    """
    listed = list(texts)
    names = {text: text for text in listed if is_python_name(text) and text not in taken}
    used = {*taken, *names}
    # `class` comes before `__class__`, and both before what has to be spelled differently.
    for text in sorted(set(listed) - names.keys(), key=lambda text: (not text.isidentifier(), text[:2] == "__", text)):
        names[text] = python_name(text, used)
        used.add(names[text])
    return {text: names[text] for text in listed}


def ascii_words(text: str) -> list[str]:
    """Return the lower-case ASCII words of a key, path segment or camelCase name, without accents. May be empty."""
    plain = unicodedata.normalize("NFKD", text)
    unaccented = "".join(char for char in plain if not unicodedata.combining(char))
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", unaccented)
    return [word.lower() for word in re.split(r"[^A-Za-z0-9]+", spaced) if word]


def spelled_words(text: str) -> list[str]:
    """Return words for a text without words: the Unicode names of symbols, the numbers of letters without case."""
    words: list[str] = []
    for char in text[:_SPELLED]:
        number = f"u{ord(char):x}"
        words += ascii_words(number if char.isalnum() else unicodedata.name(char, number))
    return words or ["empty"]


def _cleaned(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    # A digit or an accent may follow the first character of a name without being a name itself.
    name = "".join(char if f"a{char}".isidentifier() else "_" for char in plain)
    name = re.sub(r"_+", "_", name).strip("_") or "_".join(spelled_words(text))
    if not name.isidentifier():
        name = f"n{name}"
    return unicodedata.normalize("NFKC", name)
