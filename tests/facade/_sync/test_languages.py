# Made from tests/facade/_async/test_languages.py by `make sync`: edit that file, never this one.
"""Several languages: what details methods ask, what they fill, and what they tell of it."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Mapping
from typing import Any, assert_type

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.facade.support import TOKEN, Fake, say
from tmdb_bindings.append import MovieHasImages
from tmdb_facade import TMDB, EpisodeAppend, MovieAppend, PersonAppend
from tmdb_facade._core.languages.localization import Localization, localization
from tmdb_facade.errors import MissingBlockError
from tmdb_facade.models import Image, MovieDetails

WANTED = ["pt-BR", "pt-PT", "en-US"]


def translations(**data: Mapping[str, object]) -> dict[str, object]:
    """Make the block; each language is written as a name (`pt_BR`)."""
    return {
        "translations": [
            {
                "iso_639_1": tag[:2],
                "iso_3166_1": tag[3:],
                "name": "",
                "english_name": "",
                "data": {"homepage": "", "overview": "", "runtime": 0, "tagline": "", "title": "", **texts},
            }
            for tag, texts in data.items()
        ]
    }


def film(*, overview: str = "", **texts: Mapping[str, object]) -> dict[str, object]:
    """Make a Japanese film as TMDB sends it in a language that it has no title in."""
    return {
        "id": 129,
        "title": "千と千尋の神隠し",
        "original_title": "千と千尋の神隠し",
        "original_language": "ja",
        "overview": overview,
        "tagline": "",
        "homepage": "",
        "translations": translations(**texts),
    }


def image(path: str, language: str | None, region: str | None = None) -> dict[str, object]:
    """Make an image."""
    return {
        "file_path": path,
        "iso_639_1": language,
        "iso_3166_1": region,
        "width": 2,
        "height": 3,
        "aspect_ratio": 0.667,
        "vote_average": 5.0,
        "vote_count": 1,
    }


def ask(answer: object, languages: list[str] | None = None) -> MovieDetails:
    """Ask for a film."""
    with TMDB(TOKEN, transport=Fake(say(answer)).transport, on_drift="ignore") as tmdb:
        return tmdb.movies.details(129, languages=languages or WANTED)


def test_empty_texts_are_filled_in_the_order_of_the_list_from_one_request() -> None:
    """Each text by itself: the title of one language can stand beside the overview of another."""
    fake = Fake(
        say(
            film(
                en_US={"title": "Spirited Away", "overview": "A girl.", "tagline": "Far.", "homepage": "https://en"},
                pt_PT={"title": "A Viagem de Chihiro", "tagline": "Longe."},
                pt_BR={"overview": "Uma menina."},
                fr_FR={"title": "Le Voyage de Chihiro"},
            )
        )
    )
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore", language="de") as tmdb:
        found = tmdb.movies.details(129, languages=WANTED)
    assert_type(found, MovieDetails)
    assert fake.query == {"append_to_response": "translations", "language": "pt-BR"}
    assert len(fake.requests) == 1
    assert (found.title, found.overview) == ("A Viagem de Chihiro", "Uma menina.")
    assert (found.tagline, found.homepage) == ("Longe.", "https://en")
    assert_type(localization(found), Localization)
    assert localization(found).languages == WANTED
    assert localization(found).sources == {
        "title": "pt-PT",
        "overview": "pt-BR",
        "tagline": "pt-PT",
        "homepage": "en-US",
    }


def test_what_tmdb_sent_in_the_first_language_is_kept() -> None:
    """Its source is the first language."""
    texts = {"title": "A Viagem", "overview": "Uma menina."}
    answer = {
        **film(overview="Uma menina.", en_US={"title": "Away", "overview": "A."}, pt_BR=texts),
        "title": "A Viagem",
    }
    found = ask(answer)
    assert (found.title, found.overview) == ("A Viagem", "Uma menina.")
    assert localization(found).sources == {"title": "pt-BR", "overview": "pt-BR"}


def test_an_original_title_is_the_title_in_its_own_language() -> None:
    """Neither in one that it was not translated to, nor is another language preferred to it."""
    answer = film(en_US={"title": "Spirited Away"}, ja_JP={"overview": "..."})
    found = ask(answer, ["pt-BR", "ja-JP", "en-US"])
    assert (found.title, localization(found).sources["title"]) == ("千と千尋の神隠し", "ja-JP")
    found = ask(answer, ["pt-BR", "ja", "en-US"])
    assert (found.title, localization(found).sources["title"]) == ("千と千尋の神隠し", "ja")
    found = ask(answer, ["pt-BR", "en-US", "ja"])
    assert (found.title, localization(found).sources["title"]) == ("Spirited Away", "en-US")


def test_a_region_of_the_original_language_may_have_a_title_of_its_own() -> None:
    """The very region's comes before the original title, which comes before those of other regions."""
    answer = film(ja_US={"title": "Chihiro"})
    found = ask(answer, ["pt-BR", "ja-US"])
    assert (found.title, localization(found).sources["title"]) == ("Chihiro", "ja-US")
    found = ask(answer, ["ja-JP"])
    assert (found.title, localization(found).sources["title"]) == ("千と千尋の神隠し", "ja")


def test_a_language_without_a_region_takes_the_title_that_tmdb_chose() -> None:
    """TMDB knows which region stands for the language."""
    answer = {**film(zh_TW={"title": "神隱少女"}, zh_CN={"title": "千与千寻"}), "title": "千与千寻"}
    found = ask(answer, ["zh", "en"])
    assert (found.title, localization(found).sources["title"]) == ("千与千寻", "zh-CN")


def test_texts_that_no_language_has_stay_as_they_came() -> None:
    """A title is the original one then; where TMDB sends a text that no translation has, it does not say whose it is."""
    answer = film(de_DE={"overview": "Ein Mädchen."}, ja_JP={"homepage": "https://ja"})
    found = ask({**answer, "homepage": "https://ja", "tagline": "x"})
    assert (found.title, found.overview, found.homepage) == ("千と千尋の神隠し", "", "https://ja")
    assert localization(found).sources == {"title": "ja", "tagline": None, "homepage": "ja-JP"}


def test_translations_are_there_for_those_who_asked_for_them() -> None:
    """For others they came for the list's sake only; what else was asked for is there."""
    fake = Fake(say({**film(en_US={"title": "Spirited Away"}), "credits": {"cast": [], "crew": []}}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = tmdb.movies.details(129, languages=WANTED, append=MovieAppend.CREDITS)
        assert fake.query["append_to_response"] == "credits,translations"
        assert found.credits.cast == []
        with pytest.raises(MissingBlockError):
            found.translations  # type: ignore[misc]  # noqa: B018  (reading it is the test)
        named = tmdb.movies.details(129, languages=WANTED, append=["translations", "credits"])
        assert fake.query["append_to_response"] == "translations,credits"
        assert named.translations.translations[0].data.title == "Spirited Away"


def test_images_are_picked_in_the_same_order() -> None:
    """Those without words come last, unless `None` has a place in the list."""
    images = {
        "posters": [image("/none", None), image("/en", "en", "US"), image("/pt", "pt", "PT"), image("/br", "pt", "BR")],
        "backdrops": [image("/back", None), image("/fr", "fr")],
        "logos": [image("/logo-fr", "fr"), image("/logo-en", "en")],
    }
    fake = Fake(say({**film(), "images": images, "poster_path": "/none", "backdrop_path": "/fr"}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = tmdb.movies.details(129, languages=WANTED, append=MovieAppend.IMAGES)
        assert fake.query["include_image_language"] == "pt,en,null"
        worded = tmdb.movies.details(129, languages=[None, *WANTED], append=MovieAppend.IMAGES)
    assert_type(found, MovieDetails[MovieHasImages])
    told = localization(found)
    assert_type(told.poster, Image | None)
    assert told.poster is not None
    assert told.logo is not None
    assert (found.poster_path, found.backdrop_path) == ("/br", "/back")
    assert (told.poster.file_path, told.logo.file_path, told.still) == ("/br", "/logo-en", None)
    assert [poster.file_path for poster in found.images.posters] == ["/none", "/en", "/pt", "/br"]
    assert worded.poster_path == "/none"


def test_images_in_other_languages_are_not_picked() -> None:
    """The main ones stay as TMDB chose them."""
    fake = Fake(say({**film(), "images": {"posters": [image("/fr", "fr")]}, "poster_path": "/main"}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = tmdb.movies.details(129, languages=WANTED, append=MovieAppend.IMAGES)
    assert (found.poster_path, localization(found).poster) == ("/main", None)


NAMES = translations(en_US={"name": "Away"}, pt_PT={"name": "Viagem", "overview": "Longe."})
SERIES: dict[str, object] = {
    "id": 1,
    "name": "旅",
    "original_name": "旅",
    "original_language": "ja",
    "overview": "",
    "translations": NAMES,
}

Kind = tuple[Callable[[TMDB], Any], dict[str, object], dict[str, str | None]]
KINDS: list[Kind] = [
    (lambda tmdb: tmdb.tv.details(1, languages=WANTED), SERIES, {"name": "pt-PT", "overview": "pt-PT"}),
    (
        lambda tmdb: tmdb.tv.seasons.details(1, 2, languages=WANTED),
        {"id": 1, "name": "Temporada 2", "season_number": 2, "overview": "", "translations": NAMES},
        {"name": "pt-PT", "overview": "pt-PT"},
    ),
    (
        lambda tmdb: tmdb.tv.episodes.details(1, 2, 3, languages=WANTED),
        {"id": 1, "name": "Episódio 3", "episode_number": 3, "overview": "", "translations": NAMES},
        {"name": "pt-PT", "overview": "pt-PT"},
    ),
    (
        lambda tmdb: tmdb.collections.details(1, languages=WANTED),
        {
            "id": 1,
            "name": "Away Collection",
            "overview": "",
            "translations": translations(
                en_US={"overview": "Far.", "homepage": "https://x"}, pt_PT={"title": "Viagem"}
            ),
        },
        {"name": "pt-PT", "overview": "en-US"},
    ),
    (
        lambda tmdb: tmdb.people.details(1, languages=WANTED),
        {
            "id": 1,
            "name": "Hayao Miyazaki",
            "biography": "",
            "homepage": "https://x",
            "translations": translations(pt_PT={"biography": "Ele.", "name": "Outro"}, pt_BR={"biography": "  "}),
        },
        {"biography": "pt-PT", "homepage": None},
    ),
]


@pytest.mark.parametrize(("call", "answer", "sources"), KINDS)
def test_every_kind_is_filled(
    call: Callable[[TMDB], Any], answer: dict[str, object], sources: dict[str, str | None]
) -> None:
    """Collections call their title a name and their translations a title; a person's name is not translated."""
    fake = Fake(say(answer))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = call(tmdb)
    assert fake.query == {"append_to_response": "translations", "language": "pt-BR"}
    assert localization(found).sources == sources
    assert found.name == ("Hayao Miyazaki" if "biography" in sources else "Viagem")


def test_a_title_that_was_left_empty_is_the_original_one() -> None:
    """TMDB does not send that; other servers in its place may."""
    found = ask({**film(), "title": ""})
    assert (found.title, localization(found).sources["title"]) == ("千と千尋の神隠し", "ja")


def test_a_counted_name_of_the_same_language_is_taken() -> None:
    """Somebody wrote it down, so its source is known."""
    answer = {
        "id": 1,
        "name": "Temporada 2",
        "season_number": 2,
        "translations": translations(pt_PT={"name": "Época 2"}),
    }
    with TMDB(TOKEN, transport=Fake(say(answer)).transport, on_drift="ignore") as tmdb:
        season = tmdb.tv.seasons.details(1, 2, languages=WANTED)
    assert (season.name, localization(season).sources) == ("Época 2", {"name": "pt-PT"})


@pytest.mark.parametrize(
    ("own", "english", "name", "source"),
    [
        ("Temporada 2", "Season 2", "Temporada 2", "pt-BR"),
        ("Temporada 2", "", "Temporada 2", "pt-BR"),
        ("Temporada 2", "Book Two: Earth", "Book Two: Earth", "en-US"),
        ("Temporada 2", "Part 3", "Part 3", "en-US"),
    ],
)
def test_a_counted_name_is_as_good_as_another_counted_name(own: str, english: str, name: str, source: str) -> None:
    """TMDB counts seasons and episodes without a name in the language that it is asked for."""
    answer = {"id": 1, "name": own, "season_number": 2, "translations": translations(en_US={"name": english})}
    with TMDB(TOKEN, transport=Fake(say(answer)).transport, on_drift="ignore") as tmdb:
        season = tmdb.tv.seasons.details(1, 2, languages=WANTED)
    assert (season.name, localization(season).sources) == (name, {"name": source})


def test_the_specials_keep_the_word_of_the_first_language() -> None:
    """Somebody writing down the English one does not change that."""
    answer = {
        "id": 1,
        "name": "Especiais",
        "season_number": 0,
        "translations": translations(en_US={"name": "Specials"}),
    }
    with TMDB(TOKEN, transport=Fake(say(answer)).transport, on_drift="ignore") as tmdb:
        season = tmdb.tv.seasons.details(1, 0, languages=WANTED)
    assert (season.name, localization(season).sources) == ("Especiais", {"name": "pt-BR"})


def test_a_collection_without_an_original_name_is_english() -> None:
    """Most do not tell; French is not preferred to English then."""
    answer = {"id": 1, "name": "Star Wars Collection", "translations": translations(en_US={}, fr_FR={"title": "Saga"})}
    with TMDB(TOKEN, transport=Fake(say(answer)).transport, on_drift="ignore") as tmdb:
        found = tmdb.collections.details(1, languages=["sv-SE", "en-US", "fr-FR"])
    assert (found.name, localization(found).sources) == ("Star Wars Collection", {"name": "en-US"})


def test_stills_and_portraits_are_picked_too() -> None:
    """Few of them have words; people's have no choice of languages."""
    block = {"stills": [image("/fr", "fr"), image("/still", None)], "profiles": [image("/face", None)]}
    fake = Fake(say({"id": 1, "name": "One", "images": block, "translations": {"translations": []}}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        episode = tmdb.tv.episodes.details(1, 1, 1, languages=WANTED, append=EpisodeAppend.IMAGES)
        assert fake.query["include_image_language"] == "pt,en,null"
        person = tmdb.people.details(1, languages=WANTED, append=PersonAppend.IMAGES)
        assert "include_image_language" not in fake.query
    assert (episode.still_path, person.profile_path) == ("/still", "/face")


def test_what_is_no_list_is_an_error_before_anything_is_sent() -> None:
    """So is a list beside a language."""
    fake = Fake(say(film()))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ValueError, match="at least one"):
            tmdb.movies.details(129, languages=[])
        with pytest.raises(ValueError, match="'pt_BR'"):
            tmdb.tv.details(129, languages=["pt_BR"])
        with pytest.raises(ValueError, match="not both"):
            tmdb.people.details(129, languages=WANTED, language="pt-BR")
    assert fake.requests == []


def test_an_answer_in_one_language_has_nothing_to_tell() -> None:
    """The error says how to ask."""
    with TMDB(TOKEN, transport=Fake(say(film())).transport, on_drift="ignore") as tmdb:
        found = tmdb.movies.details(129, language="pt-BR")
    with pytest.raises(ValueError, match=r"languages=\["):
        localization(found)


def test_an_answer_without_translations_is_as_it_came() -> None:
    """That TMDB left them out has been reported as any block's absence is."""
    found = ask({key: value for key, value in film(overview="Uma.").items() if key != "translations"})
    assert (found.title, found.overview) == ("千と千尋の神隠し", "Uma.")
    assert localization(found).sources == {"title": "ja", "overview": None}


def test_the_sources_go_where_the_answer_goes() -> None:
    """Into a pickle, a copy and JSON."""
    found = ask(film(en_US={"title": "Spirited Away"}))
    for other in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found)):
        assert other == found
        assert localization(other) == localization(found)
    assert found.to_dict()["localization"]["sources"] == {"title": "en-US"}


TEXTS = st.sampled_from(["", " ", "a", "b", "c"])
ENTRIES = st.dictionaries(
    st.sampled_from(["pt_BR", "pt_PT", "en_US", "fr_FR", "ja_JP"]),
    st.fixed_dictionaries({"title": TEXTS, "overview": TEXTS}),
)


@given(ENTRIES, TEXTS, st.permutations(WANTED))
def test_no_text_is_lost_and_every_source_is_true(
    entries: dict[str, dict[str, str]], overview: str, wanted: list[str]
) -> None:
    """A source names a translation that has this very text, or the original language."""
    found = ask(film(overview=overview, **entries), wanted)
    sources = localization(found).sources
    assert found.title
    if overview.strip():
        assert found.overview == overview
    for field, text in (("title", found.title), ("overview", found.overview)):
        source = sources.get(field)
        if source in wanted:
            assert entries[source.replace("-", "_")][field] == text
        elif source is None:
            assert field == "overview"
            assert text == overview
        elif source == "ja":
            assert text == found.original_title
            assert not any(entries.get(tag.replace("-", "_"), {}).get("title", "").strip() for tag in wanted)
