# Made from tests/facade/_async/test_collections.py by `make sync`: edit that file, never this one.
"""Collections: what each method asks, and the type that it gives."""

from __future__ import annotations

from typing import assert_type

import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_bindings.append import CollectionHasImages
from tmdb_facade import TMDB, CollectionAppend
from tmdb_facade.models import CollectionDetails, CollectionImages, CollectionTranslations

CASES: list[Case[TMDB]] = [
    Case(
        lambda tmdb: tmdb.collections.details(10, include_image_language=["pt", None], language="pt-BR"),
        "/3/collection/10",
        {"include_image_language": "pt,null", "language": "pt-BR"},
        CollectionDetails,
    ),
    Case(
        lambda tmdb: tmdb.collections.images(10, include_image_language=["pt", None], language="pt-BR"),
        "/3/collection/10/images",
        {"include_image_language": "pt,null", "language": "pt-BR"},
        CollectionImages,
    ),
    Case(lambda tmdb: tmdb.collections.translations(10), "/3/collection/10/translations", {}, CollectionTranslations),
]


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_each_method_asks_for_its_operation(case: Case[TMDB]) -> None:
    """It sends all that it was given, and gives the class that it promises."""
    fake = Fake(say(case.answer))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = case.call(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", case.path, case.query)
    assert type(found) is case.kind
    assert len(fake.requests) == 1


def test_blocks_of_a_collection_are_typed() -> None:
    """TMDB appends them, though its documents do not say so."""
    fake = Fake(say({"id": 10, "images": {"posters": []}}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        collection = tmdb.collections.details(10, append=CollectionAppend.IMAGES)
    assert_type(collection, CollectionDetails[CollectionHasImages])
    assert_type(collection.images, CollectionImages)
    assert fake.query == {"append_to_response": "images"}
