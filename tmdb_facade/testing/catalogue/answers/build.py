"""Build the records of a catalogue from merged facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
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
    movies = _records(Movie, draft.movies, lambda number, entry: movie_fields(number, entry, places, ids, once))
    for series_id, number in {key[:2] for key in draft.episodes} - {*draft.seasons}:
        draft.seasons[series_id, number].source = draft.series[series_id].source
    for series_id, number in draft.seasons:
        series_entry = draft.series[series_id]
        series_entry.source = series_entry.source or draft.seasons[series_id, number].source
    return Catalogue(
        configuration=_configuration(draft, base),
        movies=movies,
        series=_records(
            Series, draft.series, lambda number, entry: series_fields(number, entry, draft, places, ids, once)
        ),
        people=_records(Person, draft.people, lambda number, entry: _person(number, entry, places)),
        collections=_records(
            reference.Collection, draft.collections, lambda number, entry: _collection(number, entry, places)
        ),
        companies=_records(reference.Company, draft.companies, partial(_named, "Company")),
        networks=_records(reference.Company, draft.networks, partial(_named, "Network")),
        keywords=_records(reference.Named, draft.keywords, partial(_named, "keyword")),
        genres=_merged(base.genres, draft.genres, reference.Genre, _genre),
        providers=_merged(base.providers, draft.providers, reference.Provider, _provider),
        countries=_merged(base.countries, draft.countries, reference.Country, _country),
        languages=_merged(base.languages, draft.languages, reference.Language, _language),
        certifications=_certifications(draft, base),
        departments=[records_of(reference.Department, fields) for fields in draft.departments] or base.departments,
        lists=_records(reference.CatalogueList, draft.lists, _user_list),
        thin=draft.thin_records(),
    )


def _records(kind: type[R], entries: Mapping[N, DraftEntry], fields: Callable[[N, DraftEntry], Fields]) -> list[R]:
    """Convert entries to records.

    Raises:
        CatalogueError: A value has another type than in TMDB's answers.
    """
    records: list[R] = []
    for key, entry in entries.items():
        try:
            records.append(records_of(kind, fields(key, entry)))
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            name = "" if isinstance(error, msgspec.ValidationError) else f"{type(error).__name__}: "
            raise CatalogueError(f"{entry.source}: {kind.__name__.lower()} {key}: {name}{error}") from error
    return records


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
        # New people have none, and say so.
        **({"department": None} if fields.get("no_department") and not fields.get("department") else {}),
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


def _named(kind: str, number: int, entry: DraftEntry) -> Fields:
    return {**entry.fields, "id": number, "name": entry.fields.get("name") or f"{kind} {number}"}


def _user_list(number: int, entry: DraftEntry) -> Fields:
    return {"name": f"List {number}", "description": "", **entry.fields, "id": number}


def _merged(base: Mapping[N, R], entries: Mapping[N, DraftEntry], kind: type[R], fields: Any) -> Mapping[N, R]:
    """Return the base's records, with those of the answers added or replaced."""
    built = _records(kind, entries, lambda key, entry: fields(key, entry.fields, entry.texts, base.get(key)))
    return {**base, **dict(zip(entries, built, strict=True))}


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
    names = {language: text["name"] for (language, _), text in texts.items() if text.get("name")}
    return {
        **old,
        "code": code,
        "english_name": name,
        "native_name": fields.get("native_name") or old.get("native_name") or name,
        "names": {**old.get("names", {}), **names},
        "zones": fields.get("zones") or old.get("zones", ()),
    }


def _language(code: str, fields: Fields, texts: Any, known: reference.Language | None) -> Fields:
    old: Fields = msgspec.to_builtins(known) if known else {}
    english = fields.get("english_name") or old.get("english_name") or code
    return {**old, "code": code, "english_name": english, "name": fields.get("name") or old.get("name") or ""}


def _certifications(draft: Draft, base: Catalogue) -> list[reference.Certification]:
    known = [one for one in base.certifications if one.of not in draft.certifications]
    return [
        *known,
        *(records_of(reference.Certification, fields) for found in draft.certifications.values() for fields in found),
    ]


def _configuration(draft: Draft, base: Catalogue) -> reference.Configuration:
    fields = {**msgspec.to_builtins(base.configuration), **draft.configuration}
    if draft.days:
        # Otherwise lists such as now playing would not have what is now playing in the answers.
        fields["day"] = max(draft.days)
    try:
        return records_of(reference.Configuration, fields)
    except msgspec.ValidationError as error:
        raise CatalogueError(f"the configuration of the answers: {error}") from error
