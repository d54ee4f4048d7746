"""The protocol of movies and TV series."""

from __future__ import annotations

import datetime
from typing import Any, Final

import pytest

from scripts.paths import ROOT
from scripts.regenerate.read.formats import read_yaml
from scripts.regenerate.read.titles import SHARED_NAMES
from tmdb_bindings import models
from tmdb_bindings.runtime.model import Model, field_names
from tmdb_facade import TMDB
from tmdb_facade.testing import TMDBServer
from tmdb_facade.types import Title

MOVIES: Final = {
    "AccountRatedMovie",
    "CreditMovie",
    "Movie",
    "MovieCastCredit",
    "MovieCrewCredit",
    "MovieDetails",
    "RatedMovie",
}
SERIES: Final = {
    "AccountRatedTVShow",
    "CreditTVShow",
    "RatedTVShow",
    "TVCastCredit",
    "TVCrewCredit",
    "TVDetails",
    "TVShow",
}
ATTRIBUTES: Final = {name for name in vars(Title) if not name.startswith("_")}


def all_models() -> dict[str, type[Model]]:
    """Return every model by its name."""
    found = {name: getattr(models, name) for name in models.__all__}
    return {name: one for name, one in found.items() if isinstance(one, type) and issubclass(one, Model)}


def example(model: Any) -> Any:
    """Return an object with a text, date or number in each required field of titles."""
    values = {
        "title": "Metropolis",
        "name": "Metropolis",
        "original_title": "Metrópolis",
        "original_name": "Metrópolis",
        "release_date": datetime.date(1927, 1, 10),
        "first_air_date": datetime.date(1927, 1, 10),
    }
    made: Any = object.__new__(model)
    for name in field_names(model):
        setattr(made, name, values.get(name))
    if "media_type" in field_names(model):
        made.media_type = "movie" if model.__name__ in MOVIES else "tv"
    return made


def test_title_is_every_model_of_a_movie_or_series() -> None:
    found = {name for name, model in all_models().items() if all(hasattr(model, name) for name in ATTRIBUTES)}
    assert found == MOVIES | SERIES


def test_title_has_all_attributes_that_these_models_share() -> None:
    known = all_models()
    shared: list[set[str]] = [
        {*field_names(known[name])} | {key for key, value in vars(known[name]).items() if isinstance(value, property)}
        for name in MOVIES | SERIES
    ]
    assert shared[0].intersection(*shared) == ATTRIBUTES


@pytest.mark.parametrize("name", sorted(MOVIES | SERIES))
def test_title_attributes_are_those_of_its_kind(name: str) -> None:
    title = example(all_models()[name])
    assert isinstance(title, Title)
    assert (title.title, title.original_title) == ("Metropolis", "Metrópolis")
    assert title.released == datetime.date(1927, 1, 10)
    assert title.media_type == ("movie" if name in MOVIES else "tv")


def test_other_models_are_no_titles() -> None:
    """Such as people, collections and unknown media."""
    others = {name: model for name, model in all_models().items() if name not in MOVIES | SERIES}
    assert len(others) > 100
    assert [name for name, model in others.items() if isinstance(example(model), Title)] == []


def test_isinstance_selects_the_titles_of_a_mixed_list() -> None:
    server = TMDBServer()
    with TMDB(server.access_token, transport=server.transport) as tmdb:
        results = list(tmdb.search.multi("star"))
        titles = [entry for entry in results if isinstance(entry, Title)]
    assert {entry.media_type for entry in results} > {"movie", "tv"}
    assert titles == [entry for entry in results if entry.media_type in ("movie", "tv")]


def test_shared_attributes_are_no_fields() -> None:
    """They are neither in `to_dict()` nor in the arguments of the class."""
    assert "released" not in example(models.Movie).to_dict()
    assert "title" not in example(models.TVShow).to_dict()


def test_every_component_with_the_fields_of_a_title_declares_it() -> None:
    declared: dict[str, str] = {}
    for path in sorted((ROOT / "openapi/components").glob("*.yaml")):
        for name, schema in read_yaml(path, "components").get("schemas", {}).items():
            for kind in ("movie", "tv"):
                fields = {names[kind] for names, _ in SHARED_NAMES.values()}
                if fields <= schema.get("properties", {}).keys():
                    assert schema.get("x-title") == kind, name
                    declared[name] = kind
    assert declared == {**dict.fromkeys(MOVIES, "movie"), **dict.fromkeys(SERIES, "tv")}
