"""Build the records of a catalogue from merged facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from tmdb_facade.testing.catalogue import reference
from tmdb_facade.testing.catalogue.catalogue_data import CatalogueError
from tmdb_facade.testing.catalogue.records import Movie, Person, Series
from tmdb_facade.testing.catalogue.store import Catalogue

from .build_titles import movie_fields, series_fields
from .draft import Draft, DraftEntry, Fields
from .parts import CreditIds, Once, Places, images, records_of

R = TypeVar("R")
N = TypeVar("N")


def build(draft: Draft, base: Catalogue) -> Catalogue:
    """Build a catalogue.

    Args:
        draft: The facts.
        base: The catalogue of reference data, such as genres and countries, that answers add to.

    Returns:
        A catalogue without problems.

    Raises:
        CatalogueError: A value has another type than in TMDB's answers.
    """
    places, ids, once = Places(draft, base), CreditIds(), Once()
    movies = [
        record_of(Movie, entry, movie_fields(number, entry, places, ids, once))
        for number, entry in draft.movies.items()
    ]
    for series_id, number in {key[:2] for key in draft.episodes} - {*draft.seasons}:
        draft.seasons[series_id, number].source = draft.series[series_id].source
    for series_id, _ in draft.seasons:
        _ = draft.series[series_id]
    series = [
        record_of(Series, entry, series_fields(number, entry, draft, places, ids, once))
        for number, entry in draft.series.items()
    ]
    return Catalogue(
        configuration=_configuration(draft, base),
        movies=movies,
        series=series,
        people=[record_of(Person, entry, _person(number, entry, places)) for number, entry in draft.people.items()],
        collections=[
            record_of(reference.Collection, entry, _collection(number, entry, places))
            for number, entry in draft.collections.items()
        ],
        companies=_companies("Company", draft.companies),
        networks=_companies("Network", draft.networks),
        keywords=[
            record_of(reference.Named, entry, {"name": f"keyword {number}", **entry.fields, "id": number})
            for number, entry in draft.keywords.items()
        ],
        genres=_merged(base.genres, draft.genres, reference.Genre, _genre),
        providers=_merged(base.providers, draft.providers, reference.Provider, _provider),
        countries=_merged(base.countries, draft.countries, reference.Country, _country),
        languages=_merged(base.languages, draft.languages, reference.Language, _language),
        certifications=base.certifications,
        departments=base.departments,
        lists=[
            record_of(
                reference.CatalogueList,
                entry,
                {"name": f"List {number}", "description": "", **entry.fields, "id": number},
            )
            for number, entry in draft.lists.items()
        ],
        thin=draft.thin_records(),
    )


def record_of(kind: type[R], entry: DraftEntry, fields: Fields) -> R:
    """Convert fields to a record.

    Raises:
        CatalogueError: A value has another type than in TMDB's answers.
    """
    try:
        return records_of(kind, fields)
    except msgspec.ValidationError as error:
        raise CatalogueError(f"{entry.source}: {kind.__name__.lower()} {fields.get('id')}: {error}") from error


def _person(number: int, entry: DraftEntry, places: Places) -> Fields:
    fields = entry.fields
    names: dict[str, str] = {}
    biographies: dict[str, str] = {}
    for (language, country), text in entry.texts.items():
        if text.get("name") and language != "en":
            names[f"{language}-{places.country_of(language, country)}"] = text["name"]
        if text.get("biography"):
            biographies[language] = text["biography"]
    return {
        **fields,
        "id": number,
        "name": fields.get("name") or fields.get("original_name") or next(iter(names.values()), f"Person {number}"),
        "names": names,
        "biographies": biographies,
        "profiles": images(entry, "profiles", places),
        "tagged_images": [places.image(image) for image in fields.get("tagged_images", ())],
    }


def _collection(number: int, entry: DraftEntry, places: Places) -> Fields:
    names = {language: text["name"] for (language, _), text in entry.texts.items() if text.get("name")}
    overviews = {language: text["overview"] for (language, _), text in entry.texts.items() if text.get("overview")}
    # Translations have titles.
    names |= {lang: text["title"] for (lang, _), text in entry.texts.items() if text.get("title") and lang not in names}
    names.setdefault("en", next(iter(names.values()), f"Collection {number}"))
    kinds = ("posters", "backdrops")
    return {**entry.fields, "id": number, "names": names, "overviews": overviews} | {
        kind: images(entry, kind, places) for kind in kinds
    }


def _companies(kind: str, entries: Mapping[int, DraftEntry]) -> list[reference.Company]:
    return [
        record_of(
            reference.Company,
            entry,
            {**entry.fields, "id": number, "name": entry.fields.get("name") or f"{kind} {number}"},
        )
        for number, entry in entries.items()
    ]


def _merged(base: Mapping[N, R], entries: Mapping[N, DraftEntry], kind: type[R], fields: Any) -> Mapping[N, R]:
    """Return the base's records, with those of the answers added or replaced."""
    built = {
        key: record_of(kind, entry, fields(key, entry.fields, entry.texts, base.get(key)))
        for key, entry in entries.items()
    }
    return {**base, **built}


def _genre(number: int, fields: Fields, texts: Any, known: reference.Genre | None) -> Fields:
    names = {language: text["name"] for (language, _), text in texts.items() if text.get("name")}
    names = {**(known.names if known else {}), **names}
    names.setdefault("en", next(iter(names.values()), f"Genre {number}"))
    of = {*(known.of if known else ()), *fields.get("of", ())}
    return {"id": number, "names": names, "of": sorted(of)}


def _provider(number: int, fields: Fields, texts: Any, known: reference.Provider | None) -> Fields:
    old: Fields = msgspec.to_builtins(known) if known else {}
    priorities = {
        **old.get("display_priorities", {}),
        **fields.get("display_priorities", {}),
        **fields.get("priorities", {}),
    }
    of = {*old.get("of", ()), *fields.get("of", ())}
    return {
        "name": f"Provider {number}",
        "logo_path": "",
        **old,
        **{name: value for name, value in fields.items() if value},
        "id": number,
        "display_priorities": priorities,
        "of": sorted(of),
    }


def _country(code: str, fields: Fields, texts: Any, known: reference.Country | None) -> Fields:
    old: Fields = msgspec.to_builtins(known) if known else {}
    name = fields.get("english_name") or old.get("english_name") or code
    return {
        **old,
        "code": code,
        "english_name": name,
        "native_name": fields.get("native_name") or old.get("native_name") or name,
    }


def _language(code: str, fields: Fields, texts: Any, known: reference.Language | None) -> Fields:
    old: Fields = msgspec.to_builtins(known) if known else {}
    english = fields.get("english_name") or old.get("english_name") or code
    return {**old, "code": code, "english_name": english, "name": fields.get("name") or old.get("name") or ""}


def _configuration(draft: Draft, base: Catalogue) -> reference.Configuration:
    fields = {**msgspec.to_builtins(base.configuration), **draft.configuration}
    return records_of(reference.Configuration, fields)
