"""The walk finds which object of an answer is which component."""

from __future__ import annotations

from scripts.evidence.document_walk import JSON, DocumentWalk
from scripts.regenerate.document import normalise
from tests.scripts.samples import DOCUMENT

STRUCTURE = DocumentWalk(DOCUMENT)


def places(method: str, template: str, body: JSON) -> list[tuple[str, str]]:
    """Return (component, path) of each object in an answer."""
    answer = STRUCTURE.answer(method, template)
    assert answer is not None
    assert answer.schema is not None
    return [(place.component, place.path) for place in STRUCTURE.places(answer.schema, body)]


def test_operation_is_found_whatever_its_path_parameters_are_called() -> None:
    """TMDB renamed `tv_id` to `series_id` once; recordings of before still belong to the operation."""
    answer = STRUCTURE.answer("get", "/3/film/{movie_id}")
    assert answer is not None
    assert answer.id == "films_details"
    assert normalise("/3/tv/{id}/season/{n}") == "/3/tv/{}/season/{}"


def test_operation_that_the_document_lacks_is_none() -> None:
    """A legacy path has no place, which is not an error."""
    assert STRUCTURE.answer("GET", "/3/film/{film_id}/trailers") is None
    assert STRUCTURE.answer("POST", "/3/film/popular") is None


def test_objects_inside_lists_maps_and_optional_references_are_found() -> None:
    """Every way in which a component can hold another one is walked."""
    body: JSON = {"id": 1, "series": {"id": 2}, "offers": {"DE": [{"name": "a"}], "FR": [{"name": "b"}]}}
    assert places("GET", "/3/film/{id}", body) == [
        ("FilmDetails", ""),
        ("Series", "series"),
        ("Offer", "offers.*[]"),
        ("Offer", "offers.*[]"),
    ]


def test_appended_blocks_are_walked_as_their_components() -> None:
    """A block counts as its component, under its wire name, slash included."""
    body: JSON = {"cast": {"cast": [{"name": "x"}]}, "watch/offers": {"name": "y"}, "season/1": {"id": 3}}
    assert places("GET", "/3/film/{id}", body) == [
        ("FilmDetails", ""),
        ("Cast", "cast"),
        ("Person", "cast.cast[]"),
        ("Offer", "watch/offers"),
    ]


def test_union_is_decided_by_its_discriminator() -> None:
    """A kind that is new, absent or not even text goes to the catch-all member, as in the bindings."""
    body: JSON = {"results": [{"kind": "film"}, {"kind": "person"}, {"kind": "robot"}, {}, {"kind": 3}, None, "x"]}
    found = [component for component, _ in places("GET", "/3/search", body)]
    assert found == ["MixedPage", "Film", "Person", "Unknown", "Unknown", "Unknown"]


def test_what_contradicts_the_structure_is_not_walked_into() -> None:
    """Null, text and lists where an object belongs are left to the counts of the field that holds them."""
    body: JSON = {"series": None, "offers": [], "cast": "none"}
    assert places("GET", "/3/film/{id}", body) == [("FilmDetails", "")]
    assert places("GET", "/3/film/{id}", ["not", "an", "object"]) == []


def test_list_answers_are_walked() -> None:
    """An answer can be a list: of components, or of plain values that hold nothing to count."""
    assert places("GET", "/3/people", [{"name": "x"}]) == [("Person", "[]")]
    assert places("GET", "/3/words", ["a", "b"]) == []


def test_pointer_leads_to_every_component_field_that_it_can_mean() -> None:
    """Through a union a pointer means the field in each member that has it."""
    answer = STRUCTURE.answer("GET", "/3/search")
    assert answer is not None
    assert answer.schema is not None
    assert STRUCTURE.locate(answer.schema, "results[].poster") == {("Film", "poster")}
    assert STRUCTURE.locate(answer.schema, "results[].photo") == {("Person", "photo")}
    assert STRUCTURE.locate(answer.schema, "results") == {("MixedPage", "results")}


def test_pointer_that_names_no_field_leads_nowhere() -> None:
    """An unknown field, or a list's items without a field, is nothing that could be nullable."""
    answer = STRUCTURE.answer("GET", "/3/film/{id}")
    assert answer is not None
    assert answer.schema is not None
    assert STRUCTURE.locate(answer.schema, "nothing[].at_all") == set()
    assert STRUCTURE.locate(answer.schema, "offers[].") == set()
    assert STRUCTURE.locate(answer.schema, "series.poster") == {("Series", "poster")}
