"""Factories that create models with plausible values, for tests that need no server.

    movie = make_movie(title="Metropolis", release_date=None)
    page = make(MoviePage, results=[movie])
    details = make_movie_details(credits=make(MovieCredits))

Every field has a value of its type; nullable fields are not None. Values are pseudo-random: the same calls create the
same values in every run. A test should set each value that it asserts on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from random import Random
from types import UnionType
from typing import Any, Generic, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from polyfactory.factories.attrs_factory import AttrsFactory
from polyfactory.factories.base import BuildContext
from polyfactory.field_meta import FieldMeta, Null

from tmdb_bindings.runtime.details import Details
from tmdb_bindings.runtime.model import Model, field_names
from tmdb_bindings.runtime.open_enums import OpenIntEnum, OpenStrEnum
from tmdb_bindings.runtime.values import Date, NoTag, OnlyFalse, OtherTag, Timestamp, read_date, read_timestamp
from tmdb_facade.models import Movie, MovieDetails, Person, PersonDetails, TVDetails, TVShow

M = TypeVar("M", bound=Model)
T = TypeVar("T")


def make(model: type[M], /, **values: object) -> M:
    """Create a model.

    Args:
        model: The model class, from `tmdb_facade.models`.
        values: The values of fields and, for a details class, of appended blocks. Dates and members of enums can also be
            what TMDB sends for them, such as `"1999-10-15"` or `2`.

    Returns:
        The model; the other fields have generated values.

    Raises:
        TypeError: The model has no such field or block.
        ValueError: A text is not a date, or a value has another type than the enum.
    """
    blocks = {_attribute(name): name for name in model.__appendable__} if issubclass(model, Details) else {}
    names = {*field_names(model), *blocks}
    if unknown := sorted(values.keys() - names):
        raise TypeError(f"{model.__name__} has no {', '.join(unknown)}; it has {', '.join(sorted(names))}")
    factory = _factory(model)
    types = {field.name: _type_of(field) for field in factory.get_model_fields()}
    converted = {name: _convert(value, types.get(name)) for name, value in values.items() if name not in blocks}
    made: M = factory.build(**converted)
    appended = {blocks[name]: value for name, value in values.items() if name in blocks}
    if appended:
        made.__setstate__({**made.__getstate__(), "__blocks__": appended})
    return made


def make_movie(**values: object) -> Movie:
    """Create a movie as in lists; the arguments are field values."""
    return make(Movie, **values)


def make_movie_details(**values: object) -> MovieDetails[Any]:
    """Create a movie as from `tmdb.movies.details`; the arguments are values of fields and appended blocks."""
    return make(MovieDetails, **values)


def make_tv_show(**values: object) -> TVShow:
    """Create a TV series as in lists; the arguments are field values."""
    return make(TVShow, **values)


def make_tv_details(**values: object) -> TVDetails[Any]:
    """Create a TV series as from `tmdb.tv.details`; the arguments are values of fields and appended blocks."""
    return make(TVDetails, **values)


def make_person(**values: object) -> Person:
    """Create a person as in lists; the arguments are field values."""
    return make(Person, **values)


def make_person_details(**values: object) -> PersonDetails[Any]:
    """Create a person as from `tmdb.people.details`; the arguments are values of fields and appended blocks."""
    return make(PersonDetails, **values)


def _attribute(block: str) -> str:
    """Return the attribute name of a block: `watch_providers` for `watch/providers`."""
    return block.replace("/", "_")


class _ModelFactory(AttrsFactory[M], Generic[M]):
    """Generates values by field name where TMDB's name implies a format, else by type."""

    __is_base_factory__ = True
    __check_model__ = False
    # Nullable fields get a value too: a test that needs None sets it.
    __allow_none_optionals__ = False
    __random__ = Random(0)

    @classmethod
    def get_model_fields(cls) -> list[FieldMeta]:
        # The base class would store the resolved types in the model.
        types = get_type_hints(cls.__model__, include_extras=True)
        return [
            FieldMeta.from_type(_without_false(types[name]), name=name, default=Null)
            for name in field_names(cls.__model__)
        ]

    @classmethod
    def get_provider_map(cls) -> dict[Any, Callable[[], Any]]:
        return {
            **super().get_provider_map(),
            Date: lambda: date(1950, 1, 1) + timedelta(days=cls.__random__.randrange(27_000)),
            Timestamp: lambda: (
                datetime(2015, 1, 1, tzinfo=UTC) + timedelta(minutes=cls.__random__.randrange(5_000_000))
            ),
            NoTag: lambda: None,
            OtherTag: lambda: "podcast",
            bool: lambda: cls.__random__.random() < 0.5,
            float: lambda: round(cls.__random__.uniform(0, 100), 3),
            int: lambda: cls.__random__.randrange(1, 10_000),
            str: lambda: _words(cls.__random__),
            Any: lambda: _words(cls.__random__),
        }

    @classmethod
    def get_field_value(
        cls,
        field_meta: FieldMeta,
        field_build_parameters: Any | None = None,
        build_context: BuildContext | None = None,
    ) -> Any:
        union = cls.__model__.__unions__.get(field_meta.name)
        if union is not None:
            tag = cls.__random__.choice(union.tags)
            member = _factory(union.member(tag)).build(**{union.tag: tag})
            return [member] if get_origin(field_meta.annotation) is list else member
        if field_meta.name == "media_type" and _type_of(field_meta) is str:
            return "movie"
        plausible = _PLAUSIBLE.get((field_meta.name, _type_of(field_meta)))
        if plausible is not None:
            return plausible(cls.__random__)
        return super().get_field_value(field_meta, field_build_parameters, build_context)


def _type_of(field: FieldMeta) -> object:
    """Return the type of a field without None."""
    types = [type_ for type_ in get_args(field.annotation) if type_ is not type(None)]
    return types[0] if len(types) == 1 and get_origin(field.annotation) in (Union, UnionType) else field.annotation


def _without_false(type_: object) -> Any:
    """Return a type without `False`, which TMDB sends instead of a missing object."""
    types: tuple[Any, ...] = get_args(type_)
    if OnlyFalse not in types:
        return type_
    return reduce(lambda union, one: union | one, [one for one in types if one != OnlyFalse])


def _convert(value: object, type_: object) -> object:
    """Return the date or the member of an enum for what TMDB sends for it. Other values are unchanged."""
    if isinstance(value, str) and (type_ is Date or type_ is Timestamp):
        return read_date(value) if type_ is Date else read_timestamp(value)
    if isinstance(type_, type) and issubclass(type_, OpenIntEnum | OpenStrEnum) and isinstance(value, int | str):
        # Checkers know the type of a value only from one of the classes.
        return cast("Callable[[object], object]", type_)(value)
    return value


def _hex(digits: int) -> Callable[[Random], str]:
    return lambda random: f"{random.getrandbits(4 * digits):0{digits}x}"


def _one_of(*values: T) -> Callable[[Random], T]:
    return lambda random: random.choice(values)


def _path(suffix: str) -> Callable[[Random], str]:
    return lambda random: f"/{_hex(20)(random)}{suffix}"


def _words(random: Random) -> str:
    return " ".join(random.choice(_WORDS) for _ in range(random.randint(1, 3))).title()


_WORDS = [
    "autumn",
    "blue",
    "border",
    "city",
    "clock",
    "garden",
    "glass",
    "harbour",
    "letter",
    "light",
    "mirror",
    "moon",
]
_PATHS = ("poster_path", "backdrop_path", "profile_path", "still_path", "logo_path", "avatar_path", "file_path")

# The generators of fields whose name implies a format, by name and type.
_PLAUSIBLE: Mapping[tuple[str, object], Callable[[Random], object]] = {
    ("id", int): lambda random: random.randrange(1, 1_000_000),
    ("id", str): _hex(24),
    ("credit_id", str): _hex(24),
    ("imdb_id", str): lambda random: f"tt{random.randrange(10_000_000):07}",
    ("iso_639_1", str): _one_of("en", "de", "fr"),
    ("iso_3166_1", str): _one_of("US", "DE", "FR"),
    ("original_language", str): _one_of("en", "de", "fr"),
    ("homepage", str): lambda random: f"https://example.org/{_hex(6)(random)}",
    ("vote_average", float): lambda random: round(random.uniform(0.5, 10), 3),
    ("popularity", float): lambda random: round(random.uniform(0, 500), 4),
    ("vote_count", int): lambda random: random.randrange(1, 40_000),
    ("runtime", int): lambda random: random.randrange(60, 200),
    ("gender", int): _one_of(0, 1, 2, 3),
    ("season_number", int): lambda random: random.randrange(1, 10),
    ("episode_number", int): lambda random: random.randrange(1, 25),
    ("page", int): _one_of(1),
    ("total_pages", int): _one_of(1),
    ("total_results", int): _one_of(1),
    **{(name, str): _path(".jpg") for name in _PATHS},
}


_factories: dict[type[Model], type[_ModelFactory[Any]]] = {}


def _factory(model: type[M]) -> type[_ModelFactory[M]]:
    if model not in _factories:
        _factories[model] = cast("type[_ModelFactory[Any]]", _ModelFactory.create_factory(model))
    return _factories[model]
