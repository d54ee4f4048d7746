# Made from tests/facade/_async/test_collections.py by `make sync`: edit that file, never this one.
"""Collections: appended blocks."""

from __future__ import annotations

from typing import assert_type

from tests.facade.support import TOKEN, Fake, json_response
from tmdb_bindings.append import CollectionHasImages
from tmdb_facade import TMDB, CollectionAppend
from tmdb_facade.models import CollectionDetails, CollectionImages


def test_collections_details_with_append_has_typed_blocks() -> None:
    """TMDB appends them, though its documentation does not say so."""
    fake = Fake(json_response({"id": 10, "images": {"posters": []}}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        collection = tmdb.collections.details(10, append=CollectionAppend.IMAGES)
    assert_type(collection, CollectionDetails[CollectionHasImages])
    assert_type(collection.images, CollectionImages)
    assert fake.query == {"append_to_response": "images"}
