"""Writes the public surface of the package: every name, signature, field and base class that a user can rely on.

    python -m scripts.public_surface          # write tests/surface/
    python -m scripts.public_surface --check  # only compare; exit code 1 when it differs

One file for each public module, in the form of a stub, from the sources: what a class inherits from a private base
counts as its own, so that moving it changes nothing. Of the two clients the async one is written down; that the sync one
is the same but for `await`, tests/facade/test_twins.py sees to.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import inspect
import subprocess
import sys
from collections.abc import Iterable, Iterator
from copy import copy
from enum import Enum
from functools import cache
from importlib import import_module
from types import ModuleType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from scripts.atomic_write import write_text
from scripts.paths import ROOT

FOLDER = ROOT / "tests" / "surface"
#: Not `.pyi`: the files refer to names that they do not import, so no tool may take them for stubs.
SUFFIX = ".pyi.golden"
COMMAND = "python -m scripts.public_surface"
#: A name that several of them offer is written down in the first, and named in the others.
MODULES = (
    "tmdb_facade.errors",
    "tmdb_facade.models",
    "tmdb_facade.types",
    "tmdb_facade.resources",
    "tmdb_facade",
    "tmdb_facade.testing",
)
#: What changes with every release.
VOLATILE = {"__version__"}
#: Methods that say what can be done with an object; how it is compared, shown and copied is no signature.
SPECIAL = {
    "__aenter__", "__aexit__", "__aiter__", "__call__", "__contains__", "__enter__", "__exit__", "__getitem__", "__init__",
    "__iter__", "__len__", "__or__",
}  # fmt: skip


def surface() -> dict[str, str]:
    """Give the text of every public module, by its name."""
    offered: dict[str, list[str]] = {name: sorted(import_module(name).__all__) for name in MODULES}
    homes: dict[str, str] = {}
    for module, names in offered.items():
        for name in names:
            homes.setdefault(name, module)
    exported = {id(getattr(import_module(home), name)) for name, home in homes.items()}
    texts: dict[str, str] = {}
    for module, names in offered.items():
        lines = [f"# {module}: written by `{COMMAND}`; each change of it is one that users see.", ""]
        for name in names:
            lines += [*_offer(name, module, homes[name], exported), ""]
        texts[module] = _formatted("\n".join(lines))
    return texts


def surface_differences(texts: dict[str, str]) -> list[str]:
    """Compare texts with what is kept.

    Args:
        texts: The text of every public module, by its name.

    Returns:
        The lines of a diff from what is kept to what is there, empty without a difference.
    """
    kept = {path.name.removesuffix(SUFFIX): path.read_text("utf-8") for path in FOLDER.glob(f"*{SUFFIX}")}
    return [
        line
        for name in sorted(kept.keys() | texts.keys())
        for line in difflib.unified_diff(
            kept.get(name, "").splitlines(),
            texts.get(name, "").splitlines(),
            f"{name}, kept",
            f"{name}, now",
            "",
            "",
            1,
            "",
        )
    ]


def main(arguments: list[str] | None = None) -> int:
    """Run the program.

    Returns:
        0, or 1 when `--check` found a difference.
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail when anything differs")
    check: bool = parser.parse_args(arguments).check
    texts = surface()
    found = surface_differences(texts)
    print("\n".join(found) or "the public surface is as it is written down")
    if check:
        return 1 if found else 0
    for name, text in texts.items():
        write_text(FOLDER / f"{name}{SUFFIX}", text)
    for path in FOLDER.glob(f"*{SUFFIX}"):
        if path.name.removesuffix(SUFFIX) not in texts:
            path.unlink()
    return 0


def _offer(name: str, module: str, home: str, exported: set[int]) -> list[str]:
    """Write down what a module offers under a name."""
    value = getattr(import_module(module), name)
    if home != module:
        return [f"{name} = {home}.{name}"]
    if isinstance(value, ModuleType):
        return [f"import {value.__name__}"]
    if name in VOLATILE:
        return [f"{name}: {type(value).__name__}"]
    if hasattr(value, "__module__") and "._sync." in value.__module__:
        return [f"{name} = Async{name}  # but for await"]
    if isinstance(value, type) and value is not Any and get_origin(value) is None:
        return [ast.unparse(class_stub(value, exported))]
    if inspect.isfunction(value):
        return [ast.unparse(form) for form in _functions(_nodes(value.__module__), name)]
    return [f"{name} = {_alias(value)}"]


def class_stub(class_: type, exported: set[int]) -> ast.ClassDef:
    """Write a class as a stub: its public bases, and its members with those of its private bases.

    Args:
        class_: The class.
        exported: The `id` of everything that the package exports.

    Returns:
        The class, without docstrings and code, its members by name.
    """
    shown = [base for base in class_.__mro__[1:] if id(base) in exported]
    covered = {base for one in shown for base in one.__mro__}
    members: dict[str, list[ast.stmt]] = {}
    for base in class_.__mro__:
        if base not in covered and base.__module__.startswith(("tmdb_facade", "tmdb_bindings")):
            # What a class defines hides what its bases have under that name.
            members = {**_members(_node_of(base)), **members}
    named = {"Generic", "Protocol", "TypedDict", "NamedTuple"} | {
        base.__name__ for base in class_.__mro__ if id(base) in exported or base.__module__ in ("builtins", "enum")
    }
    node = _node_of(class_)
    stub = copy(node)
    stub.bases = [made for base in node.bases if (made := _base(base, named)) is not None]
    stub.body = [line for name in _ordered(members, node) for line in members[name]] or [ast.Expr(ast.Constant(...))]
    stub.decorator_list = []
    return stub


def _base(base: ast.expr, named: set[str]) -> ast.expr | None:
    """Give a base as users see it: of a private one, only the types that it is generic in."""
    name, bracket, _ = ast.unparse(base).partition("[")
    if name.rpartition(".")[2] in named:
        return base
    if bracket and isinstance(base, ast.Subscript):
        return ast.Subscript(ast.Name("Generic"), base.slice, base.ctx)
    return None


def _ordered(members: dict[str, list[ast.stmt]], node: ast.ClassDef) -> list[str]:
    """Order members: fields, then what is called; by name, but for the fields of a tuple."""
    called = {name for name, lines in members.items() if isinstance(lines[0], ast.FunctionDef | ast.AsyncFunctionDef)}
    fields = [name for name in members if name not in called]
    if not any(ast.unparse(base) == "NamedTuple" for base in node.bases):
        fields.sort()
    return [*fields, *sorted(called)]


def _members(node: ast.ClassDef) -> dict[str, list[ast.stmt]]:
    found: dict[str, list[ast.stmt]] = {}
    for line in _lines(node.body):
        match line:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if (
                not name.startswith("_") or name in SPECIAL
            ):
                # What only clients make, users do not.
                if name != "__init__" or not node.name.endswith(("Resource", "Pager")):
                    found.setdefault(name, []).append(_stub(line))
                if name == "__init__":
                    found = {attribute: [field] for attribute, field in _attributes(line)} | found
            case ast.AnnAssign(target=ast.Name(id=name)) if not name.startswith("_"):
                # Of a model's field it counts whether there is a default, not how it is made; of a constant, its value.
                value = line.value if "Final" in ast.unparse(line.annotation) else line.value and ast.Constant(...)
                found[name] = [ast.AnnAssign(line.target, line.annotation, value, 1)]
            case ast.Assign(targets=[ast.Name(id=name)]) if not name.startswith("_"):
                found[name] = [line]
            case _:
                pass
    # What an overload says counts, not the function that serves all of them.
    return {name: [one for one in several if _is_overload(one)] or several for name, several in found.items()}


def _lines(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Give the statements of a class, those for type checkers included."""
    for line in body:
        if isinstance(line, ast.If):
            yield from _lines(line.body if ast.unparse(line.test) != "not TYPE_CHECKING" else line.orelse)
        else:
            yield line


def _attributes(init: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[str, ast.stmt]]:
    """Give the public attributes that a method sets, with the types that it says or its parameters have."""
    types = {one.arg: one.annotation for one in (*init.args.args, *init.args.kwonlyargs, *init.args.posonlyargs)}
    for line in ast.walk(init):
        match line:
            case ast.AnnAssign(target=ast.Attribute(value=ast.Name(id="self"), attr=name), annotation=annotation):
                pass
            case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="self"), attr=name)], value=value):
                annotation = (types.get(value.id) if isinstance(value, ast.Name) else None) or ast.Constant(...)
            case _:
                continue
        if not name.startswith("_"):
            yield name, ast.AnnAssign(ast.Name(name), annotation, None, 1)


def _stub(node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.stmt:
    """Take the code out of a function. One that yields is called as an ordinary one, without await."""
    stub = copy(node)
    stub.body = [ast.Expr(ast.Constant(...))]
    if not any(isinstance(part, ast.Yield | ast.YieldFrom) for part in ast.walk(node)):
        return stub
    return ast.parse(ast.unparse(stub).replace("async def", "def", 1)).body[0]


def _is_overload(line: ast.stmt) -> bool:
    decorators = line.decorator_list if isinstance(line, ast.FunctionDef | ast.AsyncFunctionDef) else []
    return any(ast.unparse(one) == "overload" for one in decorators)


def _functions(tree: ast.Module, name: str) -> list[ast.stmt]:
    forms = [
        _stub(line)
        for line in tree.body
        if isinstance(line, ast.FunctionDef | ast.AsyncFunctionDef) and line.name == name
    ]
    return [one for one in forms if _is_overload(one)] or forms


def _node_of(class_: type) -> ast.ClassDef:
    for line in ast.walk(_nodes(class_.__module__)):
        if isinstance(line, ast.ClassDef) and line.name == class_.__name__:
            return line
    raise LookupError(f"{class_.__module__} has no source of {class_.__name__}")


@cache
def _nodes(module: str) -> ast.Module:
    return ast.parse(inspect.getsource(sys.modules[module]))


def _alias(value: Any) -> str:
    """Write a constant, or what a name for types stands for."""
    if value is Any:
        return "Any"
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    origin = get_origin(value)
    if origin is Literal:
        return f"Literal[{', '.join(map(repr, get_args(value)))}]"
    if origin in (Union, UnionType):
        return " | ".join(_alias(one) for one in get_args(value))
    if isinstance(value, type) and origin is None:
        return value.__name__
    return repr(value)


def _formatted(text: str) -> str:
    ruff = [sys.executable, "-m", "ruff", "format", "--quiet", "--no-cache", "--stdin-filename", "surface.pyi", "-"]
    return subprocess.run(ruff, cwd=ROOT, input=text, capture_output=True, encoding="utf-8", check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
