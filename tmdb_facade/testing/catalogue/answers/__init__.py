"""Make a catalogue of real answers that were saved: files, folders of JSON, cassettes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tmdb_facade.testing.catalogue.catalogue_data import CatalogueError
from tmdb_facade.testing.catalogue.store import Catalogue

from .bodies import is_array, is_object
from .build import build
from .draft import AnswerReading, Draft
from .paths import read_answer, shape_of, unknown_shape
from .reference_lists import read_list
from .sources import SavedAnswer, saved_answers

__all__ = ["catalogue_of"]


def catalogue_of(sources: Iterable[Path | str], base: Catalogue, language: str) -> Catalogue:
    """Make a catalogue, as `Catalogue.from_answers` does, with the reference data of another one."""
    draft = Draft()
    for answer in saved_answers(sources):
        _read(draft, answer, base, language)
    return build(draft, base)


def _read(draft: Draft, answer: SavedAnswer, base: Catalogue, language: str) -> None:
    body = answer.body
    if is_object(body) and (body.get("success") is False or ("status_message" in body and "id" not in body)):
        return
    if answer.day is not None:
        draft.days.append(answer.day)
    code, _, country = answer.query.get("language", language).replace("_", "-").partition("-")
    known = base.languages.get(code.lower())
    country = country.upper() or (known.country if known else "")
    reading = AnswerReading(draft, answer.source, (code.lower(), country))
    path = answer.path
    if answer.is_guess and is_object(body):
        path = shape_of(body) or path
    try:
        if is_object(body):
            has_facts = read_answer(reading, path, answer.query, body)
        else:
            has_facts = is_array(body) and read_list(reading, path, body)
        if answer.is_guess and not has_facts:
            raise unknown_shape(answer.source)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        if isinstance(error, CatalogueError):
            raise
        raise CatalogueError(
            f"{answer.source}: this is not an answer of {path} as TMDB sends it ({type(error).__name__}: {error})"
        ) from error
