"""What comes out goes in: parameters with a closed set of values take the enums of the answers that hold the same values."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from inspect import isclass
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias, get_args, get_origin, get_type_hints

import pytest

from scripts.ledger.document import Sent, prepared_document
from scripts.ledger.methods import Method, annotations_of, methods
from scripts.ledger.recording import BASE_URL, TOKEN, USER, Recorder
from scripts.ledger.values import argument_sets
from tmdb_bindings.runtime import Model, OpenIntEnum, OpenStrEnum
from tmdb_bindings.runtime.model import field_names
from tmdb_facade import TMDB, MissingEpisodeOrderError, Pager, models
from tmdb_facade._core.images import DEFAULT_SETTINGS
from tmdb_facade._core.request.choices import STATUS_NUMBERS, TYPE_NUMBERS

#: Parameters with a closed set of values that no answer holds.
WITHOUT_ANSWER = {
    "external_source": "answers have a key for each source",
    "seasons": "no answer holds the word for all seasons",
    "sort_by": "no answer holds the orders of movies, TV series and accounts",
    "time_window": "no answer holds it",
    "watch_monetization_types": "answers have a key for each type",
}
#: Fields with the name of a vocabulary's field that hold something else, and why.
OTHER_FIELDS = {
    "AlternativeName.type": "free text",
    "AlternativeTitle.type": "free text",
    "Collection.media_type": "always `collection`",
    "TaggedImage.media_type": "also `episode` and `season`",
    "UnknownMedia.media_type": "none of the tags of a union",
    "V4List.sort_by": "a number whose meaning TMDB does not document",
}


OpenEnum: TypeAlias = type[OpenIntEnum | OpenStrEnum]


class Closed(NamedTuple):
    """A parameter with a closed set of values.

    Attributes:
        method: The method.
        name: The parameter's name.
        literals: Its values.
        enums: The enums that it takes.
    """

    method: Method
    name: str
    literals: frozenset[object]
    enums: frozenset[OpenEnum]


def parts_of(annotation: Any) -> Iterator[Any]:
    """Yield an annotation and its arguments, but not the values of literals."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from parts_of(part)


def enums_of(annotation: Any) -> frozenset[OpenEnum]:
    """Return the open enums in an annotation."""
    return frozenset(one for one in parts_of(annotation) if isclass(one) and issubclass(one, OpenIntEnum | OpenStrEnum))


def literals_of(annotation: Any) -> frozenset[object]:
    """Return the values of the literals in an annotation."""
    return frozenset(value for one in parts_of(annotation) if get_origin(one) is Literal for value in get_args(one))


@cache
def closed_parameters() -> list[Closed]:
    """Return the parameters of all methods with a closed set of values."""
    return [
        Closed(method, name, literals, enums_of(annotation))
        for method in methods(TMDB)
        for name, annotation in annotations_of(method.function).items()
        if name != "return" and (literals := literals_of(annotation))
    ]


@cache
def fields() -> dict[str, Any]:
    """Return the type of each field of the models, as `Model.field`."""
    classes = {name: getattr(models, name) for name in dir(models)}
    return {
        f"{name}.{field}": annotation
        for name, model in classes.items()
        if isclass(model) and issubclass(model, Model)
        for field, annotation in get_type_hints(model).items()
        if field in field_names(model)
    }


@cache
def fields_by_enum() -> dict[OpenEnum, list[str]]:
    """Return the fields of answers that hold each vocabulary."""
    found: dict[OpenEnum, list[str]] = {}
    for name, annotation in fields().items():
        for enum in enums_of(annotation):
            found.setdefault(enum, []).append(name)
    return found


def test_every_closed_parameter_takes_the_enum_of_the_answers_with_its_values() -> None:
    parameters = closed_parameters()
    assert parameters
    unpaired = {one.name for one in parameters if not one.enums}
    assert unpaired == set(WITHOUT_ANSWER)
    for one in parameters:
        for enum in one.enums:
            assert fields_by_enum().get(enum), f"{one.method.name}: no answer holds {enum.__name__}"
            values = frozenset[object](member.value for member in enum)
            # Filters of TV series also take TMDB's numbers.
            others = {value for value in one.literals - values if not isinstance(value, int)}
            assert not others, f"{one.method.name}: {one.name}"
            assert values <= one.literals, f"{one.method.name}: {one.name}"


def test_every_field_with_the_name_of_a_vocabulary_holds_it_or_is_listed() -> None:
    """So a new model's `gender` is not a plain number."""
    names = {field.partition(".")[2] for found in fields_by_enum().values() for field in found}
    other = {
        field
        for field, annotation in fields().items()
        if field.partition(".")[2] in names and not enums_of(annotation) and not literals_of(annotation)
    }
    assert {name for name in other if name.partition(".")[2] not in OTHER_FIELDS} == OTHER_FIELDS.keys() - names


@pytest.fixture(scope="module")
def recorder() -> Recorder:
    """Return a mock TMDB."""
    return Recorder(prepared_document())


def outcome(recorder: Recorder, method: Method, arguments: dict[str, Any]) -> tuple[tuple[Sent, ...], object]:
    """Call a method. Return its requests, and the texts that it returns."""
    with TMDB(TOKEN, base_url=BASE_URL, transport=recorder.transport, on_drift="ignore") as tmdb:
        try:
            result = attrgetter(method.name)(tmdb.as_user(USER))(**arguments)
        except MissingEpisodeOrderError as error:  # the mock TMDB has no orders; the error names the type
            result = str(error)
        texts: object = result if type(result) in (str, tuple) else None
        if isinstance(result, Pager):
            result.first()
    return recorder.take(), texts


def argument(name: str, value: object) -> object:
    """Return the argument that contains a value."""
    return {"items": [(value, 1)], "comments": {(value, 1): "Twice."}}.get(name, value)


@pytest.mark.parametrize(
    ("position", "enum"),
    [
        pytest.param(position, enum, id=f"{one.method.name}-{one.name}")
        for position, one in enumerate(closed_parameters())
        for enum in one.enums
    ],
)
def test_member_is_sent_as_its_value(recorder: Recorder, position: int, enum: OpenEnum, tmp_path: Path) -> None:
    one = closed_parameters()[position]
    required = argument_sets(one.method)[0]
    if "target" in required:
        required["target"] = str(tmp_path)
    for member in enum:
        of_member, of_value = (
            outcome(recorder, one.method, {**required, one.name: argument(one.name, value)})
            for value in (member, member.value)
        )
        assert of_member == of_value, member


def test_built_in_sizes_are_the_members_of_the_enums() -> None:
    for kind, sizes in DEFAULT_SETTINGS.sizes.items():
        assert [size.value for size in getattr(models, f"{kind.capitalize()}Size")] == list(sizes)
    assert {kind.value for kind in models.ImageKind} == DEFAULT_SETTINGS.sizes.keys()


def test_every_status_and_type_of_tv_series_has_a_number() -> None:
    assert STATUS_NUMBERS.keys() == {status.value for status in models.TVStatus}
    assert TYPE_NUMBERS.keys() == {kind.value for kind in models.TVType}
