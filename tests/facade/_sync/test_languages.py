# Made from tests/facade/_async/test_languages.py by `make sync`: edit that file, never this one.
"""Details in several languages: the request, the merged texts and images, and their sources."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Mapping
from typing import Any, assert_type

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facade.support import TOKEN, Fake, json_response
from tmdb_bindings.append import MovieHasImages
from tmdb_facade import TMDB, EpisodeAppend, MovieAppend, PersonAppend
from tmdb_facade._core.languages.localization import Localization, localization
from tmdb_facade.errors import MissingBlockError
from tmdb_facade.models import Image, MovieDetails

LANGUAGES = ["pt-BR", "pt-PT", "en-US"]


def translations(**data: Mapping[str, object]) -> dict[str, object]:
    """Build the block; a keyword such as `pt_BR` is a language."""
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


def movie(*, overview: str = "", **texts: Mapping[str, object]) -> dict[str, object]:
    """Build a Japanese movie as TMDB sends it in a language without a title of its own."""
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
    """Build an image."""
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


def get_details(answer: object, languages: list[str] | None = None) -> MovieDetails:
    """Get a movie's details in several languages."""
    with TMDB(TOKEN, transport=Fake(json_response(answer)).transport, on_drift="ignore") as tmdb:
        return tmdb.movies.details(129, languages=languages or LANGUAGES)


def test_languages_fill_each_empty_text_in_order_from_one_request() -> None:
    """Each text has its own language."""
    fake = Fake(
        json_response(
            movie(
                en_US={"title": "Spirited Away", "overview": "A girl.", "tagline": "Far.", "homepage": "https://en"},
                pt_PT={"title": "A Viagem de Chihiro", "tagline": "Longe."},
                pt_BR={"overview": "Uma menina."},
                fr_FR={"title": "Le Voyage de Chihiro"},
            )
        )
    )
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore", language="de") as tmdb:
        found = tmdb.movies.details(129, languages=LANGUAGES)
    assert_type(found, MovieDetails)
    assert fake.query == {"append_to_response": "translations", "language": "pt-BR"}
    assert len(fake.requests) == 1
    assert (found.title, found.overview) == ("A Viagem de Chihiro", "Uma menina.")
    assert (found.tagline, found.homepage) == ("Longe.", "https://en")
    assert_type(localization(found), Localization)
    assert localization(found).languages == LANGUAGES
    assert localization(found).sources == {
        "title": "pt-PT",
        "overview": "pt-BR",
        "tagline": "pt-PT",
        "homepage": "en-US",
    }


def test_texts_in_the_first_language_have_precedence() -> None:
    texts = {"title": "A Viagem", "overview": "Uma menina."}
    answer = {
        **movie(overview="Uma menina.", en_US={"title": "Away", "overview": "A."}, pt_BR=texts),
        "title": "A Viagem",
    }
    found = get_details(answer)
    assert (found.title, found.overview) == ("A Viagem", "Uma menina.")
    assert localization(found).sources == {"title": "pt-BR", "overview": "pt-BR"}


def test_original_title_is_the_title_in_the_original_language() -> None:
    """It has the place of its language in the list."""
    answer = movie(en_US={"title": "Spirited Away"}, ja_JP={"overview": "..."})
    found = get_details(answer, ["pt-BR", "ja-JP", "en-US"])
    assert (found.title, localization(found).sources["title"]) == ("千と千尋の神隠し", "ja-JP")
    found = get_details(answer, ["pt-BR", "ja", "en-US"])
    assert (found.title, localization(found).sources["title"]) == ("千と千尋の神隠し", "ja")
    found = get_details(answer, ["pt-BR", "en-US", "ja"])
    assert (found.title, localization(found).sources["title"]) == ("Spirited Away", "en-US")


def test_title_of_the_exact_region_precedes_the_original_title() -> None:
    """The original title precedes the titles of other regions."""
    answer = movie(ja_US={"title": "Chihiro"})
    found = get_details(answer, ["pt-BR", "ja-US"])
    assert (found.title, localization(found).sources["title"]) == ("Chihiro", "ja-US")
    found = get_details(answer, ["ja-JP"])
    assert (found.title, localization(found).sources["title"]) == ("千と千尋の神隠し", "ja")


def test_language_without_a_region_takes_tmdbs_title() -> None:
    """TMDB knows which region stands for the language."""
    answer = {**movie(zh_TW={"title": "神隱少女"}, zh_CN={"title": "千与千寻"}), "title": "千与千寻"}
    found = get_details(answer, ["zh", "en"])
    assert (found.title, localization(found).sources["title"]) == ("千与千寻", "zh-CN")


def test_texts_without_a_translation_stay_unchanged() -> None:
    """Such a title is the original one; another text without a translation has no source."""
    answer = movie(de_DE={"overview": "Ein Mädchen."}, ja_JP={"homepage": "https://ja"})
    found = get_details({**answer, "homepage": "https://ja", "tagline": "x"})
    assert (found.title, found.overview, found.homepage) == ("千と千尋の神隠し", "", "https://ja")
    assert localization(found).sources == {"title": "ja", "tagline": None, "homepage": "ja-JP"}


def test_translations_block_is_readable_only_when_it_was_appended() -> None:
    """Other appended blocks are not affected."""
    fake = Fake(json_response({**movie(en_US={"title": "Spirited Away"}), "credits": {"cast": [], "crew": []}}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = tmdb.movies.details(129, languages=LANGUAGES, append=MovieAppend.CREDITS)
        assert fake.query["append_to_response"] == "credits,translations"
        assert found.credits.cast == []
        with pytest.raises(MissingBlockError):
            found.translations  # type: ignore[arg-type]  # noqa: B018  (reading it is the test)
        named = tmdb.movies.details(129, languages=LANGUAGES, append=["translations", "credits"])
        assert fake.query["append_to_response"] == "translations,credits"
        assert named.translations.translations[0].data.title == "Spirited Away"


def test_images_are_chosen_in_the_order_of_the_languages() -> None:
    """Images without text come last, unless `None` has a place in the list."""
    images = {
        "posters": [image("/none", None), image("/en", "en", "US"), image("/pt", "pt", "PT"), image("/br", "pt", "BR")],
        "backdrops": [image("/back", None), image("/fr", "fr")],
        "logos": [image("/logo-fr", "fr"), image("/logo-en", "en")],
    }
    fake = Fake(json_response({**movie(), "images": images, "poster_path": "/none", "backdrop_path": "/fr"}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = tmdb.movies.details(129, languages=LANGUAGES, append=MovieAppend.IMAGES)
        assert fake.query["include_image_language"] == "pt,en,null"
        without_text_first = tmdb.movies.details(129, languages=[None, *LANGUAGES], append=MovieAppend.IMAGES)
    assert_type(found, MovieDetails[MovieHasImages])
    localized = localization(found)
    assert_type(localized.poster, Image | None)
    assert localized.poster is not None
    assert localized.logo is not None
    assert (found.poster_path, found.backdrop_path) == ("/br", "/back")
    assert (localized.poster.file_path, localized.logo.file_path, localized.still) == ("/br", "/logo-en", None)
    assert [poster.file_path for poster in found.images.posters] == ["/none", "/en", "/pt", "/br"]
    assert without_text_first.poster_path == "/none"


def test_images_in_other_languages_are_not_chosen() -> None:
    """The main image stays TMDB's choice."""
    fake = Fake(json_response({**movie(), "images": {"posters": [image("/fr", "fr")]}, "poster_path": "/main"}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = tmdb.movies.details(129, languages=LANGUAGES, append=MovieAppend.IMAGES)
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
    (lambda tmdb: tmdb.tv.details(1, languages=LANGUAGES), SERIES, {"name": "pt-PT", "overview": "pt-PT"}),
    (
        lambda tmdb: tmdb.tv.seasons.details(1, 2, languages=LANGUAGES),
        {"id": 1, "name": "Temporada 2", "season_number": 2, "overview": "", "translations": NAMES},
        {"name": "pt-PT", "overview": "pt-PT"},
    ),
    (
        lambda tmdb: tmdb.tv.episodes.details(1, 2, 3, languages=LANGUAGES),
        {"id": 1, "name": "Episódio 3", "episode_number": 3, "overview": "", "translations": NAMES},
        {"name": "pt-PT", "overview": "pt-PT"},
    ),
    (
        lambda tmdb: tmdb.collections.details(1, languages=LANGUAGES),
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
        lambda tmdb: tmdb.people.details(1, languages=LANGUAGES),
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
def test_languages_fill_every_kind_of_details(
    call: Callable[[TMDB], Any], answer: dict[str, object], sources: dict[str, str | None]
) -> None:
    """The name of a collection is translated under `title`; a person's name is not translated."""
    fake = Fake(json_response(answer))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = call(tmdb)
    assert fake.query == {"append_to_response": "translations", "language": "pt-BR"}
    assert localization(found).sources == sources
    assert found.name == ("Hayao Miyazaki" if "biography" in sources else "Viagem")


def test_empty_title_becomes_the_original_title() -> None:
    """TMDB sends no empty titles; other servers may."""
    found = get_details({**movie(), "title": ""})
    assert (found.title, localization(found).sources["title"]) == ("千と千尋の神隠し", "ja")


def test_numbered_name_of_another_region_of_the_language_is_used() -> None:
    """It is a translation, so its source is known."""
    answer = {
        "id": 1,
        "name": "Temporada 2",
        "season_number": 2,
        "translations": translations(pt_PT={"name": "Época 2"}),
    }
    with TMDB(TOKEN, transport=Fake(json_response(answer)).transport, on_drift="ignore") as tmdb:
        season = tmdb.tv.seasons.details(1, 2, languages=LANGUAGES)
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
def test_numbered_season_name_is_replaced_only_by_another_form(own: str, english: str, name: str, source: str) -> None:
    """TMDB numbers seasons and episodes without a name in the requested language."""
    answer = {"id": 1, "name": own, "season_number": 2, "translations": translations(en_US={"name": english})}
    with TMDB(TOKEN, transport=Fake(json_response(answer)).transport, on_drift="ignore") as tmdb:
        season = tmdb.tv.seasons.details(1, 2, languages=LANGUAGES)
    assert (season.name, localization(season).sources) == (name, {"name": source})


def test_season_0_has_its_name_in_the_first_language() -> None:
    """An English translation does not replace it."""
    answer = {
        "id": 1,
        "name": "Especiais",
        "season_number": 0,
        "translations": translations(en_US={"name": "Specials"}),
    }
    with TMDB(TOKEN, transport=Fake(json_response(answer)).transport, on_drift="ignore") as tmdb:
        season = tmdb.tv.seasons.details(1, 0, languages=LANGUAGES)
    assert (season.name, localization(season).sources) == ("Especiais", {"name": "pt-BR"})


def test_collection_without_an_original_language_is_english() -> None:
    """French is not preferred to its name."""
    answer = {"id": 1, "name": "Star Wars Collection", "translations": translations(en_US={}, fr_FR={"title": "Saga"})}
    with TMDB(TOKEN, transport=Fake(json_response(answer)).transport, on_drift="ignore") as tmdb:
        found = tmdb.collections.details(1, languages=["sv-SE", "en-US", "fr-FR"])
    assert (found.name, localization(found).sources) == ("Star Wars Collection", {"name": "en-US"})


def test_stills_and_profiles_are_chosen_too() -> None:
    """TMDB has no `include_image_language` for people."""
    block = {"stills": [image("/fr", "fr"), image("/still", None)], "profiles": [image("/face", None)]}
    fake = Fake(json_response({"id": 1, "name": "One", "images": block, "translations": {"translations": []}}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        episode = tmdb.tv.episodes.details(1, 1, 1, languages=LANGUAGES, append=EpisodeAppend.IMAGES)
        assert fake.query["include_image_language"] == "pt,en,null"
        person = tmdb.people.details(1, languages=LANGUAGES, append=PersonAppend.IMAGES)
        assert "include_image_language" not in fake.query
    assert (episode.still_path, person.profile_path) == ("/still", "/face")


def test_invalid_languages_raise_before_sending() -> None:
    fake = Fake(json_response(movie()))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ValueError, match="at least one"):
            tmdb.movies.details(129, languages=[])
        with pytest.raises(ValueError, match="'pt_BR'"):
            tmdb.tv.details(129, languages=["pt_BR"])
        with pytest.raises(ValueError, match="cannot be combined"):
            tmdb.people.details(129, languages=LANGUAGES, language="pt-BR")
    assert fake.requests == []


def test_localization_of_an_answer_in_one_language_raises() -> None:
    """The error names what to pass."""
    with TMDB(TOKEN, transport=Fake(json_response(movie())).transport, on_drift="ignore") as tmdb:
        found = tmdb.movies.details(129, language="pt-BR")
    with pytest.raises(ValueError, match=r"languages=\["):
        localization(found)


def test_answer_without_translations_stays_unchanged() -> None:
    found = get_details({key: value for key, value in movie(overview="Uma.").items() if key != "translations"})
    assert (found.title, found.overview) == ("千と千尋の神隠し", "Uma.")
    assert localization(found).sources == {"title": "ja", "overview": None}


def test_localization_survives_pickle_copy_and_to_dict() -> None:
    found = get_details(movie(en_US={"title": "Spirited Away"}))
    for other in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found)):
        assert other == found
        assert localization(other) == localization(found)
    assert found.to_dict()["localization"]["sources"] == {"title": "en-US"}


TEXTS = st.sampled_from(["", " ", "a", "b", "c"])
ENTRIES = st.dictionaries(
    st.sampled_from(["pt_BR", "pt_PT", "en_US", "fr_FR", "ja_JP"]),
    st.fixed_dictionaries({"title": TEXTS, "overview": TEXTS}),
)


@settings(deadline=None)
@given(ENTRIES, TEXTS, st.permutations(LANGUAGES))
def test_every_source_names_a_translation_with_the_text(
    entries: dict[str, dict[str, str]], overview: str, languages: list[str]
) -> None:
    """The source of a title without a translation is the original language."""
    found = get_details(movie(overview=overview, **entries), languages)
    sources = localization(found).sources
    assert found.title
    if overview.strip():
        assert found.overview == overview
    for field, text in (("title", found.title), ("overview", found.overview)):
        source = sources.get(field)
        if source in languages:
            assert entries[source.replace("-", "_")][field] == text
        elif source is None:
            assert field == "overview"
            assert text == overview
        elif source == "ja":
            assert text == found.original_title
            assert not any(entries.get(tag.replace("-", "_"), {}).get("title", "").strip() for tag in languages)
