"""Import rules of the package, by folder, read from the source.

Each test checks every module and lists all imports that break its rule.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import tmdb_facade

PACKAGE = Path(tmdb_facade.__file__).parent
MODULES = {
    path.relative_to(PACKAGE).as_posix(): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if "testing" not in path.relative_to(PACKAGE).parts
}

#: The HTTP libraries, and the folders in which a single module may import each of them.
HTTP_LIBRARIES = {"aiohttp", "httpx", "httpcore", "pyreqwest", "yarl"}
#: The modules that import an HTTP library.
HTTP_IMPORTERS = {
    ("aiohttp", "_runtime/aiohttp_engine.py"),
    ("yarl", "_runtime/aiohttp_engine.py"),
    ("httpcore", "_runtime/connection_tasks.py"),
    ("httpcore", "_runtime/network_tasks.py"),
    ("httpcore", "_runtime/network_threads.py"),
    ("httpcore", "_runtime/pools.py"),
    ("httpcore", "_runtime/transports.py"),
    ("httpx", "_runtime/http.py"),
    ("pyreqwest", "_runtime/pyreqwest_engine.py"),
}

#: The imports that a folder must not have, and the exceptions.
FORBIDDEN = {
    "_core": ("tmdb_facade", "asyncio"),
    "_async": ("tmdb_facade._sync", "tmdb_facade._runtime.threads"),
    "_sync": ("tmdb_facade._async", "tmdb_facade._runtime.tasks"),
}
ALLOWED = {"_core": ("tmdb_facade._core", "tmdb_facade._lazy", "tmdb_facade.errors")}
#: The packages of which annotations of resources can name any public class, as each is imported on first use.
LAZY = {"tmdb_facade", "tmdb_facade.models", "tmdb_facade.resources", "tmdb_facade.stores", "tmdb_facade.types"}


def imports(path: Path) -> Iterator[str]:
    """Yield the names that a file imports, also inside functions and for type checkers only."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def all_imports() -> dict[str, list[str]]:
    """Return the imports of every module: read when a test runs, since each worker collects this module."""
    return {name: sorted(set(imports(path))) for name, path in MODULES.items()}


def is_within(target: str, packages: tuple[str, ...]) -> bool:
    """Return whether an imported name belongs to one of some packages."""
    return any(f"{target}.".startswith(f"{package}.") for package in packages)


def resources() -> list[str]:
    """Return the names of the resource modules, of both clients."""
    return [name for name in MODULES if "resources" in name.split("/")]


def test_layer_rules_see_every_folder() -> None:
    """Each folder that a rule names exists, so that no rule passes because nothing is checked."""
    folders = {name.partition("/")[0] for name in MODULES}
    assert {*FORBIDDEN, "_runtime"} <= folders
    assert {name.partition("/")[0] for name in resources()} == {"_async", "_sync"}


def test_http_libraries_are_imported_by_few_modules() -> None:
    """Replacing an HTTP library changes only these modules."""
    importers = {
        (library, name)
        for name, targets in all_imports().items()
        for library in HTTP_LIBRARIES & {target.partition(".")[0] for target in targets}
    }
    assert importers == HTTP_IMPORTERS


def test_core_and_clients_import_only_lower_layers() -> None:
    """The core does no I/O and knows no client; the clients do not know each other."""
    offenders = [
        f"{name} imports {target}"
        for name, targets in all_imports().items()
        for target in targets
        for folder in [name.partition("/")[0]]
        if is_within(target, FORBIDDEN.get(folder, ())) and not is_within(target, ALLOWED.get(folder, ()))
    ]
    assert offenders == []


def test_package_does_not_import_testing() -> None:
    offenders = [
        name for name, targets in all_imports().items() if any(is_within(t, ("tmdb_facade.testing",)) for t in targets)
    ]
    assert offenders == []


def test_resources_import_only_bindings_models_core_and_their_client() -> None:
    """They never reach into the senders, and use no event loop of their own."""
    standard = tuple(sys.stdlib_module_names - {"asyncio"})
    offenders: list[str] = []
    for name in resources():
        if name.endswith("/__init__.py"):
            continue
        client = f"tmdb_facade.{name.partition('/')[0]}"
        allowed = ("tmdb_bindings", "tmdb_facade._core", client, *standard)
        senders = (f"{client}.senders",)
        offenders += [
            f"{name} imports {target}"
            for target in all_imports()[name]
            if (target not in LAZY and not is_within(target, allowed)) or is_within(target, senders)
        ]
    assert offenders == []


def test_resources_import_packages_of_the_bindings_and_no_single_name() -> None:
    """An operation or block that TMDB removes then breaks its own method and not the import of the package."""
    offenders = [
        f"{name} imports {alias.name}"
        for name in resources()
        for node in ast.parse(MODULES[name].read_text("utf-8")).body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tmdb_bindings")
        for alias in node.names
        if alias.name not in ("api", "append", "models", "runtime")
    ]
    assert offenders == []
