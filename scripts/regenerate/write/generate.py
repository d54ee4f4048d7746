"""Generation of the package `tmdb_bindings` from the prepared document.

openapi-python-client writes a module for each model, enum and operation, with the templates in
`scripts/regenerate/templates/`. This module writes the others: metadata of operations, appendable blocks, unions, and lazy
packages. The runtime and the base classes of models are copied.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sysconfig
import textwrap
from collections.abc import Mapping
from contextlib import redirect_stdout
from pathlib import Path

import openapi_python_client
from jinja2 import Environment
from openapi_python_client import TEMPLATE_FILTERS
from openapi_python_client.config import Config, ConfigFile, MetaType

from scripts.json_io import DataError, Json
from scripts.paths import ROOT
from scripts.regenerate.document import operations, target
from scripts.regenerate.write.annotations import module_name
from scripts.regenerate.write.bindings_facts import constant
from scripts.regenerate.write.bindings_view import endpoint_names, make_view, parents, unions
from scripts.regenerate.write.details_methods import details_methods
from scripts.regenerate.write.open_enums import enum_aliases, open_enums
from scripts.shared_sentences import error_sentence
from scripts.termination import temporary_folder
from scripts.text_templates import template_environment

_PACKAGE = ROOT / "scripts" / "regenerate"
_TEMPLATES = _PACKAGE / "templates"
_RUNTIME = _PACKAGE / "runtime"
_BASES = _PACKAGE / "bases"

# Independent of the project's settings, which may change.
_RUFF = ("--isolated", "--no-cache", "--target-version", "py311", "--line-length", "120")
_RUFF_RULES = "I,F401,F811"

# The tag of all operations, and the start of their ids, for the generator.
_NUMBERED = "operation"
# Files that the generator always writes but that are not used.
_UNWANTED = ("client.py", "errors.py", "types.py")


class GenerateError(DataError):
    """The bindings could not be generated."""


def generate(document: Path, output: Path) -> None:
    """Generate the package. The output depends on the document only.

    Args:
        document: Path of the prepared document.
        output: Folder of the package, which is replaced on success.

    Raises:
        GenerateError: The generator issued a warning, or ruff is missing or failed.
        DocumentError: The bindings do not support a part of the document.
    """
    content: Json = json.loads(document.read_text(encoding="utf-8"))
    with temporary_folder() as folder:
        package = folder / output.name
        _run_generator(make_view(content), folder, package)
        _tidy(content, package)
        _write_extra(content, package)
        shutil.copytree(_RUNTIME, package / "runtime", ignore=shutil.ignore_patterns("__pycache__", ".*"))
        _copy_bases(content, package)
        (package / "py.typed").touch()
        _format(package)
        if output.exists():
            shutil.rmtree(output)
        output.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(package, output)


def _copy_bases(document: Json, package: Path) -> None:
    """Copy the base classes that components name: each of them needs the models of its fields."""
    used = {schema["x-base"] for schema in document["components"]["schemas"].values() if "x-base" in schema}
    if used:
        (package / _BASES.name).mkdir()
        for name in ("__init__", *map(module_name, sorted(used))):
            shutil.copy(_BASES / f"{name}.py", package / _BASES.name)


def write_details_methods(document: Json, sentences: Mapping[str, str], path: Path) -> None:
    """Generate the facade's module of `details` methods.

    Args:
        document: The prepared document.
        sentences: Sentences of arguments, see `details_methods`.
        path: Path of the module.

    Raises:
        GenerateError: ruff is missing or failed.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    values = {"methods": details_methods(document, sentences), "fill": textwrap.fill, "error_sentence": error_sentence}
    path.write_text(_environment().get_template("details.py.jinja").render(values), encoding="utf-8")
    _format(path.parent, rules="F401")


def _run_generator(view: Json, folder: Path, package: Path) -> None:
    source = folder / "view.json"
    # The templates do not use the generator's names, and it would reject parameters whose names it cannot tell apart.
    numbered: Json = {
        f"/{number}": {
            method: {"operationId": f"{_NUMBERED}{number}", "tags": [_NUMBERED], "responses": node["responses"]}
        }
        for number, (_, method, node) in enumerate(operations(view))
    }
    source.write_text(json.dumps({**view, "paths": numbered}), encoding="utf-8")
    settings = ConfigFile(literal_enums=True, package_name_override=package.name, post_hooks=[])
    config = Config.from_sources(settings, MetaType.NONE, source, "utf-8", overwrite=False, output_path=package)
    with redirect_stdout(None):  # the generator prints a message
        errors = openapi_python_client.generate(config=config, custom_template_path=_TEMPLATES)
    # Warnings too, because the generator omits the parts that they name.
    if errors:
        listed = "\n".join(f"{error.header}: {error.detail}" for error in errors)
        raise GenerateError(f"openapi-python-client rejected the prepared document:\n{listed}")


def _tidy(document: Json, package: Path) -> None:
    """Rename the modules of operations, and remove unused files."""
    for name in _UNWANTED:
        (package / name).unlink()
    # The generator's folder, under a name that no tag has.
    numbered = (package / "api" / _NUMBERED).rename(package / "numbered operations")
    for number, (_, _, operation) in enumerate(operations(document)):
        tag, name = endpoint_names(operation)
        module = package / "api" / tag / f"{name}.py"
        module.parent.mkdir(exist_ok=True)
        (numbered / f"{_NUMBERED}{number}.py").rename(module)
    shutil.rmtree(numbered)


def _environment() -> Environment:
    environment = template_environment(_TEMPLATES / "extra", _TEMPLATES)
    environment.filters.update(TEMPLATE_FILTERS)
    return environment


def _write_extra(document: Json, package: Path) -> None:
    environment = _environment()

    def write(path: str, template: str, **values: object) -> None:
        (package / path).write_text(environment.get_template(template).render(**values), encoding="utf-8")

    records = [_record(path, method, operation) for path, method, operation in operations(document)]
    write("operations.py", "operations.py.jinja", operations=records)
    view = make_view(document)["components"]["schemas"]
    known_parents = [view[name]["x-python"] for name in parents(document)]
    write("append.py", "append.py.jinja", parents=known_parents)
    known_unions = [_union(name, schema) for name, schema in unions(document).items()]
    write("unions.py", "unions.py.jinja", unions=known_unions)
    for union in known_unions:
        write(f"models/{module_name(union['name'])}.py", "union.py.jinja", union=union)
    for enum in open_enums(document):
        write(f"models/{module_name(enum['name'])}.py", "open_enum.py.jinja", enum=enum)
    for alias in enum_aliases(document):
        write(f"models/{module_name(alias['name'])}.py", "enum_alias.py.jinja", alias=alias)
    models = sorted(document["components"]["schemas"])
    missing = [model for model in models if not (package / "models" / f"{module_name(model)}.py").exists()]
    if missing:
        raise GenerateError(f"openapi-python-client wrote no module for {', '.join(missing)}")
    write("models/__init__.py", "models_init.py.jinja", models=models)
    tags = sorted({record["tag"] for record in records})
    about = "Operations of the TMDB API by group. Each module is imported when it is first used."
    write("api/__init__.py", "api_init.py.jinja", description=about, runtime="..runtime", modules=tags)
    descriptions = {tag["name"]: tag.get("description", "") for tag in document.get("tags", [])}
    for tag in tags:
        names = sorted(record["name"] for record in records if record["tag"] == tag)
        about = descriptions.get(tag) or f"Operations of the group `{tag}`."
        write(f"api/{tag}/__init__.py", "api_init.py.jinja", description=about, runtime="...runtime", modules=names)


def _record(path: str, method: str, operation: Json) -> Json:
    tag, name = endpoint_names(operation)
    return {
        "page_size": 0,
        "appendable": [],
        **operation["x-operation"],
        "constant": constant(operation["operationId"]),
        "id": operation["operationId"],
        "tag": tag,
        "name": name,
        "method": method.upper(),
        "path": path,
        "query": [parameter["name"] for parameter in operation.get("parameters", []) if parameter["in"] == "query"],
        "reference": operation.get("externalDocs", {}).get("url", ""),
    }


def _union(name: str, schema: Json) -> Json:
    fallback = str(schema["x-union-fallback"]).rpartition("/")[2]
    members = [member for member in map(target, schema["anyOf"]) if member is not None]
    mapping = {tag: str(goal).rpartition("/")[2] for tag, goal in schema["discriminator"]["mapping"].items()}
    return {
        "name": name,
        "constant": constant(name),
        "description": schema.get("description") or f"Members of the union `{name}`.",
        "tag": schema["discriminator"]["propertyName"],
        "mapping": mapping,
        "fallback": fallback,
        "enclosing_tags": schema.get("x-enclosing-tags", {}),
        "deciding_keys": schema.get("x-deciding-keys", {}),
        "members": list(dict.fromkeys([*members, *mapping.values(), fallback])),
    }


def _format(package: Path, rules: str = _RUFF_RULES) -> None:
    ruff = Path(sysconfig.get_path("scripts")) / ("ruff.exe" if os.name == "nt" else "ruff")
    if not ruff.exists():
        raise GenerateError(f"ruff is missing: {ruff} does not exist; install the development dependencies")
    fixes = ("--select", rules, "--fix-only", "--output-format", "concise")
    for arguments in (("check", *fixes, *_RUFF), ("format", *_RUFF)):
        # Copied modules stay unchanged.
        command = [str(ruff), *arguments, "--exclude", _RUNTIME.name, "--exclude", _BASES.name, str(package)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode != 0:
            raise GenerateError(f"ruff failed on the generated package:\n{result.stderr}{result.stdout}")
