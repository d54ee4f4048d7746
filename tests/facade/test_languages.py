"""Language preferences: validation, matching, and the parameters that they send."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmdb_facade._core.languages.preferences import Languages, LanguageTag, choose_languages


class Thing(NamedTuple):
    """The language fields of a translation or an image."""

    iso_639_1: str | None
    iso_3166_1: str | None = None


CODES: st.SearchStrategy[str] = st.sampled_from(["pt", "en", "es", "ja"])
REGIONS = st.sampled_from(["PT", "BR", "US", "ES", "JP", "MX"])
TAGS = CODES | st.tuples(CODES, REGIONS).map("-".join)
LISTS: st.SearchStrategy[list[str | None]] = st.lists(st.none() | TAGS, min_size=1, max_size=6).filter(any)
THINGS = st.lists(st.builds(Thing, st.sampled_from([None, "", "xx", "pt", "en", "es", "de"]), st.none() | REGIONS))
BLOCKS = st.lists(st.sampled_from(["images", "credits", "translations", "season/1"]), unique=True)


@pytest.mark.parametrize(
    "languages",
    [[], [None], ["pt_BR"], ["portuguese"], ["pt-"], ["pt-BRA"], ["en-US", ""], ["pt-BR\n"], ["p1"], ["pt,en"], ["xx"]],
    ids=repr,
)
def test_languages_reject_invalid_codes(languages: list[str | None]) -> None:
    """TMDB silently treats invalid languages as English."""
    with pytest.raises(ValueError, match="language"):
        Languages(languages)


def test_languages_reject_a_single_string() -> None:
    """A string is a sequence of letters, none of which is a language."""
    with pytest.raises(ValueError, match=r"\['pt-BR'\]"):
        Languages("pt-BR")


def test_languages_normalize_case_and_drop_duplicates() -> None:
    languages = Languages(["PT-br", "pt-BR", "EN", None, "en-us"])
    assert [str(tag) for tag in languages.tags] == ["pt-BR", "en", "en-US"]
    assert languages.order == (LanguageTag("pt", "BR"), LanguageTag("en"), LanguageTag(""), LanguageTag("en", "US"))
    assert languages.images == ["pt", "en", None]


def test_languages_pick_textless_images_last_unless_none_is_listed() -> None:
    assert Languages(["pt"]).order == (LanguageTag("pt"), LanguageTag(""))
    assert Languages([None, "pt"]).order == (LanguageTag(""), LanguageTag("pt"))
    images = [Thing("pt", "PT"), Thing("xx"), Thing(None)]
    assert Languages(["pt-BR"]).pick(images) == Thing("pt", "PT")
    assert Languages([None, "pt-BR"]).pick(images) == Thing("xx")
    assert Languages(["de"]).pick(images) == Thing("xx")
    assert Languages(["de"]).pick(images[:1]) is None


def test_matches_prefer_the_exact_region() -> None:
    """Next come entries without a region, then the language's home region, then other regions."""
    things = [
        Thing("pt", "AO"),
        Thing("pt", "PT"),
        Thing("pt"),
        Thing("en", "US"),
        Thing("pt", "BR"),
        Thing("pt", "MZ"),
    ]
    assert [thing.iso_3166_1 for thing in Languages(["pt-BR"]).matches(LanguageTag("pt", "BR"), things)] == [
        "BR",
        None,
        "PT",
        "AO",
        "MZ",
    ]


def test_pick_uses_a_listed_region_only_at_its_own_position() -> None:
    """A translation for es-ES does not stand in for es-MX if es-ES is listed after en-US."""
    things = [Thing("es", "ES"), Thing("en", "US")]
    assert Languages(["es-MX", "en-US"]).pick(things) == Thing("es", "ES")
    assert Languages(["es-MX", "en-US", "es-ES"]).pick(things) == Thing("en", "US")


@given(LISTS, THINGS)
def test_pick_returns_the_best_match(languages: list[str | None], things: list[Thing]) -> None:
    """The position in the list counts first, then the region, then TMDB's order."""
    preferred = Languages(languages)

    def rank(thing: Thing) -> tuple[int, int] | None:
        language = thing.iso_639_1 if thing.iso_639_1 not in (None, "xx") else ""
        tag = LanguageTag(language or "", thing.iso_3166_1 or "")
        if tag in preferred.order:
            return preferred.order.index(tag), 0
        position = next((index for index, other in enumerate(preferred.order) if other.language == tag.language), None)
        if position is None:
            return None
        return position, 1 if not tag.region else 2 if tag.region.lower() == tag.language else 3

    ranks = [(best, index) for index, thing in enumerate(things) if (best := rank(thing)) is not None]
    assert preferred.pick(things) is (things[min(ranks)[1]] if ranks else None)


@given(LISTS, BLOCKS)
def test_choose_languages_appends_translations_and_sets_image_languages(
    languages: list[str | None], blocks: list[str]
) -> None:
    """The first language becomes the request's language; image languages are sent only with images."""
    choice = choose_languages(languages, None, ",".join(blocks) or None)
    tags = [tag for tag in languages if tag]
    assert choice.language == tags[0]
    assert choice.blocks == ",".join([*blocks, *(["translations"] if "translations" not in blocks else [])])
    assert choice.hidden == ("translations" not in blocks)
    if "images" in blocks:
        assert choice.images == ",".join([*dict.fromkeys(tag[:2] for tag in tags), "null"])
    else:
        assert choice.images is None


def test_choose_languages_without_languages_changes_nothing() -> None:
    choice = choose_languages(None, "pt-BR", "images", ["de", None])
    assert choice[:4] == ("pt-BR", "images", "de,null", None)


def test_choose_languages_sends_explicit_image_languages() -> None:
    assert choose_languages(["pt", "en"], None, "images", ["de"]).images == "de"


def test_choose_languages_rejects_language_together_with_languages() -> None:
    with pytest.raises(ValueError, match="cannot be combined"):
        choose_languages(["pt"], "pt", None)
