"""Other libraries for decoding answers, each with the same fields and used as documented."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Literal

import attrs
import cattrs.preconf.json
import cattrs.strategies
import msgspec
import pydantic

from benchmarks.schemas import DOCUMENT, ClassBuilder, Field, block_components
from tmdb_bindings.runtime.values import Date, Timestamp, read_date, read_marked, read_timestamp

#: Returns a decoder of bytes for a component and its appended blocks.
DecoderFactory = Callable[[str, list[str]], Callable[[bytes], object]]


def all_alternatives() -> Mapping[str, DecoderFactory]:
    """Return the decoders of each library, except `stock_templates`, which have to be generated first."""
    return {"msgspec Structs": structs(), "pydantic": pydantic_models(), "cattrs": cattrs_classes()}


def structs() -> DecoderFactory:
    """Decode into msgspec Structs, with tagged unions and our hook for dates, as msgspec rejects empty dates."""

    def make(name: str, fields: list[Field], key: str | None = None, tag: str | None = None) -> Any:
        definition = [
            (field.name, field.type, *([] if field.required else [msgspec.field(default_factory=field.default)]))
            for field in fields
            if field.name != key
        ]
        return msgspec.defstruct(name, definition, kw_only=True, tag_field=key, tag=tag)

    def unite(name: str, key: str, members: Mapping[str, list[Field]]) -> Any:
        return unite_types(make(f"{name}_{tag}", fields, key, tag) for tag, fields in members.items())

    builder = ClassBuilder.of(make, unite, Date, Timestamp)

    def decoder(name: str, blocks: list[str]) -> Callable[[bytes], object]:
        return msgspec.json.Decoder(builder.component(name, appended(name, blocks)), dec_hook=read_marked).decode

    return decoder


def pydantic_models() -> DecoderFactory:
    """Decode into pydantic v2 models, with discriminated unions and a validator that turns empty dates into None."""

    def make(name: str, fields: list[Field], key: str = "", tag: str = "") -> Any:
        definition: dict[str, Any] = {
            field.name: (field.type, ... if field.required else pydantic.Field(default_factory=field.default))
            for field in fields
        }
        if key:
            definition[key] = (Literal[tag], ...)
        return pydantic.create_model(name, **definition)

    def unite(name: str, key: str, members: Mapping[str, list[Field]]) -> Any:
        united = unite_types(make(f"{name}_{tag}", fields, key, tag) for tag, fields in members.items())
        return Annotated[united, pydantic.Field(discriminator=key)]

    def empty_is_none(value: object) -> object:
        return value or None

    empty = pydantic.BeforeValidator(empty_is_none)
    builder = ClassBuilder.of(make, unite, Annotated[date | None, empty], Annotated[datetime | None, empty])

    def decoder(name: str, blocks: list[str]) -> Callable[[bytes], object]:
        validate: Callable[[bytes], object] = builder.component(name, appended(name, blocks)).model_validate_json
        return validate

    return decoder


def cattrs_classes() -> DecoderFactory:
    """Decode with cattrs into slotted attrs classes, without detailed errors, which are slower."""
    converter = cattrs.preconf.json.make_converter(detailed_validation=False)

    def read_date_or_none(value: str, _: object) -> date | None:
        return read_date(value)

    def read_timestamp_or_none(value: str, _: object) -> datetime | None:
        return read_timestamp(value)

    converter.register_structure_hook(date, read_date_or_none)
    converter.register_structure_hook(datetime, read_timestamp_or_none)

    def make(name: str, fields: list[Field]) -> Any:
        definition = {
            field.name: attrs.field(type=field.type)
            if field.required
            else attrs.field(type=field.type, factory=field.default)
            for field in fields
        }
        return attrs.make_class(name, definition, slots=True, kw_only=True)

    def unite(name: str, key: str, members: Mapping[str, list[Field]]) -> Any:
        classes = {make(f"{name}_{tag}", fields): tag for tag, fields in members.items()}
        united = unite_types(classes)
        cattrs.strategies.configure_tagged_union(united, converter, tag_name=key, tag_generator=classes.__getitem__)
        return united

    builder = ClassBuilder.of(make, unite, date, datetime)

    def decoder(name: str, blocks: list[str]) -> Callable[[bytes], object]:
        class_ = builder.component(name, appended(name, blocks))
        return lambda body: converter.loads(body, class_)

    return decoder


@contextmanager
def stock_templates() -> Generator[DecoderFactory]:
    """Generate bindings with openapi-python-client's own templates in a temporary folder; yield their decoders."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.json"
        config.write_text(json.dumps({"package_name_override": "stock_bindings", "post_hooks": []}), encoding="utf-8")
        command = [sys.executable, "-m", "openapi_python_client", "generate", "--path", str(DOCUMENT), "--meta", "none"]
        command += ["--config", str(config), "--output-path", str(Path(folder) / "stock_bindings")]
        subprocess.run(command, capture_output=True, check=True)
        sys.path.insert(0, folder)
        try:
            yield _stock_decoder
        finally:
            sys.path.remove(folder)


def _stock_decoder(name: str, blocks: list[str]) -> Callable[[bytes], object]:
    models: Any = import_module("stock_bindings.models")
    readers = {block: model_of(models, component) for block, component in appended(name, blocks).items()}
    details = model_of(models, name)

    def decode(body: bytes) -> object:
        answer = json.loads(body)
        # Its models have no appended blocks: users decode each block themselves.
        read = {block: model.from_dict(answer.pop(block)) for block, model in readers.items()}
        return details.from_dict(answer), read

    return decode


def model_of(models: Any, component: str) -> Any:
    """Return the stock model of a component; the generator changes the case of names such as TVShow."""
    names = {name.lower(): name for name in models.__all__}
    return getattr(models, names[component.lower()])


def appended(name: str, blocks: list[str]) -> dict[str, str]:
    """Return the component of each appended block."""
    components = block_components(name)
    return {block: components[block] for block in blocks}


def unite_types(types: Iterable[Any]) -> Any:
    """Return the union of types."""
    first, *others = types
    for other in others:
        first = first | other
    return first
