"""Tests of unions, which are tagged by `media_type`."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from tests.bindings.small import Small

RESULTS: list[dict[str, Any]] = [
    {"media_type": "movie", "id": 1, "title": "One", "release_date": ""},
    {"media_type": "person", "id": 2, "name": "Two", "known_for": [{"media_type": "tv", "id": 3, "name": "Three"}]},
    {"media_type": "tv", "id": 4, "name": "Four"},
    {"media_type": "opera", "id": 5, "name": "Five"},
    {"id": 6, "title": "Six"},
]


def page(*results: Any) -> bytes:
    """Return a page of results as JSON."""
    return json.dumps({"page": 1, "results": results, "total_pages": 1, "total_results": len(results)}).encode()


def test_union_selects_the_class_by_tag(small: Small) -> None:
    decoded = small.decode(page(*RESULTS), "MultiSearchPage", "raise")
    kinds = [type(result).__name__ for result in decoded.results]
    assert kinds == ["Movie", "Person", "TVShow", "UnknownMedia", "Movie"]
    assert type(decoded.results[1].known_for[0]).__name__ == "TVShow"
    assert decoded.results[3].name == "Five"


def test_tag_of_a_member_is_that_of_its_class(small: Small) -> None:
    assert small.decode(b'{"id":1,"title":"One"}', "Movie", "raise").media_type == "movie"
    decoded = small.decode(page(*RESULTS), "MultiSearchPage", "raise")
    assert [result.media_type for result in decoded.results] == ["movie", "person", "tv", None, "movie"]
    assert decoded.results[4].to_dict()["media_type"] == "movie"
    with pytest.warns(small.runtime("DriftWarning")) as caught:
        odd = small.decode(b'{"id":1,"title":"One","media_type":"collection"}', "Movie")
    assert odd.media_type == "movie"
    assert [difference.path for difference in small.differences(caught)] == ["$.media_type"]


def test_unknown_tag_is_the_kind_of_the_fallback(small: Small) -> None:
    decoded = small.decode(page(*RESULTS), "MultiSearchPage", "raise").results[3]
    assert (decoded.media_type, decoded.kind) == (None, "opera")
    tolerant = small.decode(page(7, *RESULTS), "MultiSearchPage", "ignore").results[3]
    assert tolerant == decoded
    assert decoded.to_dict() == {"id": 5, "media_type": "opera", "title": None, "name": "Five"}


def test_strict_decoder_accepts_unknown_tags(small: Small) -> None:
    decoder = small.runtime("strict_decoder")(small.model("MultiSearchPage"))
    assert decoder.decode(page(*RESULTS)) == small.decode(page(*RESULTS), "MultiSearchPage")


def test_tolerant_path_keeps_valid_entries(small: Small) -> None:
    with pytest.warns(small.runtime("DriftWarning")) as caught:
        decoded = small.decode(page(*RESULTS, 7, {"media_type": "movie", "id": "x", "title": "Odd"}), "MultiSearchPage")
    whole = small.decode(page(*RESULTS), "MultiSearchPage")
    assert decoded.results[:-1] == whole.results
    assert decoded.results[-1] == small.model("Movie")(id=None, media_type="movie", title="Odd")
    facts = [(difference.model, difference.path) for difference in small.differences(caught)]
    assert facts == [("MultiSearchPage", "$.results[5]"), ("Movie", "$.results[6].id")]


@pytest.mark.parametrize("tag", [7, None, ["movie"], {"a": 1}])
def test_invalid_tag_selects_the_fallback(small: Small, tag: object) -> None:
    decoded = small.decode(page({"media_type": tag, "id": 1}), "MultiSearchPage", "ignore")
    assert type(decoded.results[0]).__name__ == "UnknownMedia"
    assert decoded.results[0].media_type is None


def test_field_with_one_object_of_a_union(small: Small) -> None:
    images = [
        {"file_path": "/a.jpg", "media": {"media_type": "movie", "id": 1, "title": "One"}},
        {"file_path": "/b.jpg", "media": None},
        {"file_path": "/c.jpg"},
    ]
    decoded = small.decode(json.dumps({"page": 1, "results": images}).encode(), "TaggedImagePage", "raise")
    assert [image.media for image in decoded.results] == [
        small.model("Movie")(id=1, title="One", media_type="movie"),
        None,
        None,
    ]
    tolerant = small.decode(json.dumps({"page": 1.0, "results": images}).encode(), "TaggedImagePage", "raise")
    assert tolerant == decoded
    decoder = small.runtime("strict_decoder")(small.model("TaggedImagePage"))
    assert decoder.decode(json.dumps({"page": 1, "results": images}).encode()) == decoded


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ({"media_type": "tv", "media": {"id": 1, "title": "One"}}, "TVShow"),
        ({"media_type": "series", "media": {"id": 1, "title": "One"}}, "TVShow"),
        ({"media_type": "tv", "media": {"id": 1, "media_type": "movie"}}, "Movie"),
        ({"media_type": "opera", "media": {"id": 1, "title": "One"}}, "Movie"),
        ({"media_type": 7, "media": {"id": 1, "name": "One"}}, "TVShow"),
        ({"media": {"id": 1, "name": "One"}}, "TVShow"),
        ({"media": {"id": 1, "title": "One", "name": "One"}}, "Movie"),
        ({"media": {"id": 1, "title": "One", "media_type": None}}, "Movie"),
        ({"media": {"id": 1, "media_type": "opera", "title": "One"}}, "UnknownMedia"),
        ({"media": {"id": 1}}, "UnknownMedia"),
        ({"media": {}}, "UnknownMedia"),
    ],
)
def test_object_without_a_tag_is_decided_by_the_enclosing_one_or_by_its_keys(
    small: Small, image: dict[str, Any], expected: str
) -> None:
    results = [{"file_path": "/a.jpg", **image}]
    strict = small.decode(json.dumps({"page": 1, "results": results}).encode(), "TaggedImagePage", "ignore")
    tolerant = small.decode(json.dumps({"page": "x", "results": results}).encode(), "TaggedImagePage", "ignore")
    for decoded in (strict, tolerant):
        assert type(decoded.results[0].media).__name__ == expected
    assert strict.results == tolerant.results


def test_union_works_with_isinstance(small: Small) -> None:
    union = small.model("MultiSearchResult")
    assert isinstance(small.model("Movie")(id=1, title="One"), union)
    assert not isinstance(small.model("Genre")(id=1), union)


def test_model_with_a_union_can_be_created_and_pickled(small: Small) -> None:
    movie = small.model("Movie")(id=1, title="One")
    made = small.model("MultiSearchPage")(page=1, results=[movie], total_pages=1, total_results=1)
    assert made.results == [movie]
    assert pickle.loads(pickle.dumps(made)) == made
    assert made.to_dict()["results"] == [movie.to_dict()]
