"""Validation of the pipeline's inputs with the JSON Schemas in `formats.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jsonschema_rs import Draft202012Validator

from scripts.json_io import DataError, Json, load_yaml

# Messages contain the invalid value, which can be large.
_LONGEST = 200


def find_problem(value: object, format_: str) -> str:
    """Return the first problem of a value with its place, or "" if the value is valid.

    Args:
        value: The value, decoded from JSON or YAML.
        format_: The name of the format in `formats.yaml`.
    """
    for error in _validator(format_).iter_errors(value):
        place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error.instance_path)
        text = error.message
        if len(text) > _LONGEST:
            text = f"{text[: _LONGEST // 2]} ... {text[-_LONGEST // 2 :]}"
        # YAML splits an unquoted text at these characters.
        hint = " (is there an unquoted comma or colon?)" if error.schema_path[-1] == "additionalProperties" else ""
        return f"{place.removeprefix('.')}: {text}{hint}"
    return ""


def read_yaml(path: Path, format_: str) -> Json:
    """Read a YAML file of the project. A missing file is an empty mapping.

    Args:
        path: The file.
        format_: The name of its format in `formats.yaml`.

    Raises:
        DataError: The file is invalid.
    """
    content = load_yaml(path) if path.exists() else {}
    if content and (problem := find_problem(content, format_)):
        raise DataError(f"{path.parent.name}/{path.name}: {problem}")
    return content


@cache
def _validator(format_: str) -> Draft202012Validator:
    formats = load_yaml(Path(__file__).with_suffix(".yaml"))
    return Draft202012Validator({"$ref": f"#/$defs/{format_}", **formats})
