"""Names and titles of the built-in catalogue are in a script of their language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from tmdb_facade.testing import builtin
from tmdb_facade.testing.catalogue.records import Movie, Series

#: The scripts of languages that have another one than Latin, which every language uses beside its own.
SCRIPTS = {
    "ar": {"ARABIC"},
    "be": {"CYRILLIC"},
    "bg": {"CYRILLIC"},
    "bn": {"BENGALI"},
    "cn": {"CJK"},
    "el": {"GREEK"},
    "fa": {"ARABIC"},
    "he": {"HEBREW"},
    "hi": {"DEVANAGARI"},
    "hy": {"ARMENIAN"},
    "ja": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"},
    "ka": {"GEORGIAN"},
    "kk": {"CYRILLIC"},
    "kn": {"KANNADA"},
    "ko": {"HANGUL", "CJK"},
    "ku": {"ARABIC"},
    "mk": {"CYRILLIC"},
    "ml": {"MALAYALAM"},
    "mn": {"CYRILLIC"},
    "mr": {"DEVANAGARI"},
    "pa": {"GURMUKHI"},
    "ru": {"CYRILLIC"},
    "sr": {"CYRILLIC"},
    "ta": {"TAMIL"},
    "te": {"TELUGU"},
    "th": {"THAI"},
    "uk": {"CYRILLIC"},
    "ur": {"ARABIC"},
    "zh": {"CJK", "BOPOMOFO", "HIRAGANA", "KATAKANA"},
}

#: Names that TMDB itself has in another script, since nobody has added an English one.
RECORDED = {"person 4823857: 필리핀뉴스 (en)"}


def foreign_letters(text: str, language: str) -> str:
    """Return the letters of a text that are in no script of its language."""
    scripts = {"LATIN", "MODIFIER", "FULLWIDTH", *SCRIPTS.get(language, ())}
    # Ordinal marks have no script, and a delta is a symbol.
    letters = (sign for sign in text if unicodedata.category(sign) in {"Lu", "Ll", "Lt", "Lo"} and sign not in "ªºΔ")
    return "".join(sign for sign in letters if unicodedata.name(sign).split()[0] not in scripts)


def test_foreign_letters_are_those_of_other_scripts() -> None:
    """These names were once in English answers."""
    assert foreign_letters("珍妮佛·安妮斯頓", "en") == "珍妮佛安妮斯頓"
    assert foreign_letters("第 1 季", "en") == "第季"
    assert foreign_letters("Amélie, Nº 1: Œuvre", "fr") == ""
    assert foreign_letters("新世紀エヴァンゲリオン", "ja") == ""
    assert foreign_letters("Интерстеллар", "uk") == ""


def names() -> Iterator[tuple[str, str, str]]:
    """Yield the place, the language and the text of every name and title."""
    catalogue = builtin()
    for person in catalogue.people.values():
        yield f"person {person.id}", "en", person.name
    for movie in catalogue.movies.values():
        yield f"movie {movie.id}", movie.original_language, movie.original_title
        yield from titles(f"movie {movie.id}", movie)
        yield from ((f"movie {movie.id}: role", "en", role.character) for role in movie.cast)
    for series in catalogue.series.values():
        yield f"series {series.id}", series.original_language, series.original_name
        yield from titles(f"series {series.id}", series)
        yield from ((f"series {series.id}: role", "en", role.character) for role in series.cast)
        for season in series.seasons:
            place = f"series {series.id}, season {season.number}"
            yield place, "en", season.name
            yield from ((place, text.language, text.title) for text in season.translations)
            for episode in season.episodes:
                place = f"series {series.id}, season {season.number}, episode {episode.number}"
                yield place, "en", episode.name
                yield from ((place, text.language, text.title) for text in episode.translations)
                yield from ((f"{place}: role", "en", role.character) for role in episode.guest_stars)
    for collection in catalogue.collections.values():
        yield from ((f"collection {collection.id}", language, name) for language, name in collection.names.items())
    for keyword in catalogue.keywords.values():
        yield f"keyword {keyword.id}", "en", keyword.name


def titles(place: str, title: Movie | Series) -> Iterator[tuple[str, str, str]]:
    """Yield the titles and texts of a movie or series by language. Without a translation the title is the original one."""
    for text in title.translations:
        yield from ((place, text.language, one) for one in (text.title, text.overview, text.tagline))


def test_names_are_in_a_script_of_their_language() -> None:
    foreign = {f"{place}: {text} ({language})" for place, language, text in names() if foreign_letters(text, language)}
    assert foreign == RECORDED
