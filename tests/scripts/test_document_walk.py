"""The document walk yields each object of an answer with its component."""

from __future__ import annotations

from scripts.evidence.document_walk import DocumentWalk
from scripts.regenerate.document import normalise
from tests.scripts.samples import DOCUMENT

STRUCTURE = DocumentWalk(DOCUMENT)


def places(method: str, template: str, body: object) -> list[tuple[str, str]]:
    """Return (component, path) of each object in an answer."""
    operation = STRUCTURE.operation(method, template)
    assert operation is not None
    assert operation.schema is not None
    return [(place.component, place.path) for place in STRUCTURE.places(operation.schema, body)]


def test_operation_ignores_the_names_of_path_parameters() -> None:
    """TMDB renamed `tv_id` to `series_id`; older recordings still match."""
    operation = STRUCTURE.operation("get", "/3/movie/{id}")
    assert operation is not None
    assert operation.id == "movies_details"
    assert normalise("/3/tv/{id}/season/{n}") == "/3/tv/{}/season/{}"


def test_operation_is_none_for_an_unknown_operation() -> None:
    assert STRUCTURE.operation("GET", "/3/movie/{movie_id}/trailers") is None
    assert STRUCTURE.operation("POST", "/3/movie/popular") is None


def test_places_walks_lists_maps_and_optional_references() -> None:
    body: object = {"id": 1, "series": {"id": 2}, "offers": {"DE": [{"name": "a"}], "FR": [{"name": "b"}]}}
    assert places("GET", "/3/movie/{id}", body) == [
        ("MovieDetails", ""),
        ("Series", "series"),
        ("Offer", "offers.*[]"),
        ("Offer", "offers.*[]"),
    ]


def test_places_walks_appended_blocks_as_their_components() -> None:
    body: object = {"cast": {"cast": [{"name": "x"}]}, "watch/offers": {"name": "y"}, "season/1": {"id": 3}}
    assert places("GET", "/3/movie/{id}", body) == [
        ("MovieDetails", ""),
        ("Cast", "cast"),
        ("Person", "cast.cast[]"),
        ("Offer", "watch/offers"),
    ]


def test_places_chooses_union_members_by_discriminator() -> None:
    """An unknown or missing kind uses the fallback member, as in the bindings."""
    body: object = {"results": [{"kind": "movie"}, {"kind": "person"}, {"kind": "robot"}, {}, {"kind": 3}, None, "x"]}
    found = [component for component, _ in places("GET", "/3/search", body)]
    assert found == ["MixedPage", "Movie", "Person", "Unknown", "Unknown", "Unknown"]


def test_places_skips_values_of_another_type() -> None:
    body: object = {"series": None, "offers": [], "cast": "none"}
    assert places("GET", "/3/movie/{id}", body) == [("MovieDetails", "")]
    assert places("GET", "/3/movie/{id}", ["not", "an", "object"]) == []


def test_places_walks_answers_that_are_lists() -> None:
    assert places("GET", "/3/people", [{"name": "x"}]) == [("Person", "[]")]
    assert places("GET", "/3/words", ["a", "b"]) == []


def test_locate_returns_the_field_of_each_union_member() -> None:
    operation = STRUCTURE.operation("GET", "/3/search")
    assert operation is not None
    assert operation.schema is not None
    assert STRUCTURE.locate(operation.schema, "results[].poster") == {("Movie", "poster")}
    assert STRUCTURE.locate(operation.schema, "results[].photo") == {("Person", "photo")}
    assert STRUCTURE.locate(operation.schema, "results") == {("MixedPage", "results")}


def test_locate_returns_nothing_for_an_unknown_field() -> None:
    operation = STRUCTURE.operation("GET", "/3/movie/{id}")
    assert operation is not None
    assert operation.schema is not None
    assert STRUCTURE.locate(operation.schema, "nothing[].at_all") == set()
    assert STRUCTURE.locate(operation.schema, "offers[].") == set()
    assert STRUCTURE.locate(operation.schema, "series.poster") == {("Series", "poster")}
