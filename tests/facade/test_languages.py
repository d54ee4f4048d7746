"""Lists of languages: what is a language, what fits one, and what is asked of TMDB."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmdb_facade._core.languages.preferences import Languages, Tag, choose_languages


class Thing(NamedTuple):
    """A translation or an image, less all but its language."""

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
def test_what_is_no_list_of_languages_is_an_error(languages: list[str | None]) -> None:
    """TMDB would take any of it for English without a word."""
    with pytest.raises(ValueError, match="language"):
        Languages(languages)


def test_a_single_text_is_an_error() -> None:
    """It is a sequence of letters to Python, and none of them is a language."""
    with pytest.raises(TypeError, match=r"\['pt-BR'\]"):
        Languages("pt-BR")


def test_tags_are_read_in_any_case_and_once() -> None:
    """They are written as TMDB writes them."""
    languages = Languages(["PT-br", "pt-BR", "EN", None, "en-us"])
    assert [str(tag) for tag in languages.tags] == ["pt-BR", "en", "en-US"]
    assert languages.order == (Tag("pt", "BR"), Tag("en"), Tag(""), Tag("en", "US"))
    assert languages.images == ["pt", "en", None]


def test_images_without_words_come_last_unless_they_have_a_place() -> None:
    """`None` is that place."""
    assert Languages(["pt"]).order == (Tag("pt"), Tag(""))
    assert Languages([None, "pt"]).order == (Tag(""), Tag("pt"))
    images = [Thing("pt", "PT"), Thing("xx"), Thing(None)]
    assert Languages(["pt-BR"]).pick(images) == Thing("pt", "PT")
    assert Languages([None, "pt-BR"]).pick(images) == Thing("xx")
    assert Languages(["de"]).pick(images) == Thing("xx")
    assert Languages(["de"]).pick(images[:1]) is None


def test_the_very_region_fits_before_the_language_alone() -> None:
    """Then what is of no region, of the region that the language has its code from, and of any other."""
    things = [
        Thing("pt", "AO"),
        Thing("pt", "PT"),
        Thing("pt"),
        Thing("en", "US"),
        Thing("pt", "BR"),
        Thing("pt", "MZ"),
    ]
    assert [thing.iso_3166_1 for thing in Languages(["pt-BR"]).matches(Tag("pt", "BR"), things)] == [
        "BR",
        None,
        "PT",
        "AO",
        "MZ",
    ]


def test_a_region_with_a_place_of_its_own_waits_for_it() -> None:
    """Who lists Spain after English wants it there."""
    things = [Thing("es", "ES"), Thing("en", "US")]
    assert Languages(["es-MX", "en-US"]).pick(things) == Thing("es", "ES")
    assert Languages(["es-MX", "en-US", "es-ES"]).pick(things) == Thing("en", "US")


@given(LISTS, THINGS)
def test_nothing_fits_better_than_what_is_picked(languages: list[str | None], things: list[Thing]) -> None:
    """The place in the list counts first, then the region, then the order in which TMDB gave them."""
    wanted = Languages(languages)

    def rank(thing: Thing) -> tuple[int, int] | None:
        language = thing.iso_639_1 if thing.iso_639_1 not in (None, "xx") else ""
        tag = Tag(language or "", thing.iso_3166_1 or "")
        if tag in wanted.order:
            return wanted.order.index(tag), 0
        place = next((index for index, other in enumerate(wanted.order) if other.language == tag.language), None)
        if place is None:
            return None
        return place, 1 if not tag.region else 2 if tag.region.lower() == tag.language else 3

    ranks = [(found, index) for index, thing in enumerate(things) if (found := rank(thing)) is not None]
    assert wanted.pick(things) is (things[min(ranks)[1]] if ranks else None)


@given(LISTS, BLOCKS)
def test_a_list_asks_for_translations_and_for_images_where_those_are_asked_for(
    languages: list[str | None], blocks: list[str]
) -> None:
    """All in the one request of the call, whose language is the first."""
    choice = choose_languages(languages, None, ",".join(blocks) or None)
    tags = [tag for tag in languages if tag]
    assert choice.language == tags[0]
    assert choice.blocks == ",".join([*blocks, *(["translations"] if "translations" not in blocks else [])])
    assert choice.hidden == ("translations" not in blocks)
    if "images" in blocks:
        assert choice.images == ",".join([*dict.fromkeys(tag[:2] for tag in tags), "null"])
    else:
        assert choice.images is None


def test_without_a_list_the_call_is_what_it_was() -> None:
    """And so is its answer."""
    choice = choose_languages(None, "pt-BR", "images", ["de", None])
    assert choice[:4] == ("pt-BR", "images", "de,null", None)


def test_the_user_s_own_languages_of_images_are_sent() -> None:
    """The choice is among those."""
    assert choose_languages(["pt", "en"], None, "images", ["de"]).images == "de"


def test_one_language_and_several_are_an_error() -> None:
    """It cannot be known which was meant."""
    with pytest.raises(ValueError, match="not both"):
        choose_languages(["pt"], "pt", None)
