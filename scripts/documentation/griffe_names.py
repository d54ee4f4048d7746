"""A Griffe extension that presents the API to mkdocstrings as users write it. Griffe reads code without running it.

- A tree `tmdb` of the namespaces, so that a method's name and anchor are `tmdb.movies.details`.
- The differences between overloads as a table, instead of one signature each.
- The models under `tmdb_facade.models`, which re-exports them at run time.
- `#:` comments as the docstrings of constants.
- The fields of a model as a table, instead of one heading each.
"""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path
from textwrap import dedent
from typing import Any

from griffe import (
    Alias,
    Attribute,
    Class,
    Docstring,
    Expr,
    ExprName,
    ExprSubscript,
    Extension,
    Function,
    GriffeLoader,
    Module,
)

DRAWING = re.compile(r"(?:^    .*\n)+", re.MULTILINE)


class Names(Extension):
    """The Griffe extension of this project."""

    def __init__(self, namespaces: dict[str, str]) -> None:
        """Initialize with the path of each namespace's class by name (`tmdb.tv.seasons`), parents first."""
        self.namespaces = namespaces

    def on_package(self, *, pkg: Module, loader: GriffeLoader, **kwargs: Any) -> None:
        """Add the models and namespaces once their package is loaded."""
        if pkg.path == "tmdb_facade":
            # It imports them lazily, which Griffe cannot see.
            public = pkg["models"]
            for name, model in loader.modules_collection["tmdb_bindings.models"].members.items():
                if name[0].isupper() and name != "TYPE_CHECKING":
                    public.set_member(name, Alias(name, target=model.target_path, parent=public))
        if pkg.path == "tmdb":
            for name, path in self.namespaces.items():
                self._add(pkg, name.removeprefix("tmdb."), loader.modules_collection[path])

    def _add(self, tree: Module, name: str, source: Class) -> None:
        parent, _, own = name.rpartition(".")
        holder = tree[parent] if parent else tree
        made = Class(own, lineno=source.lineno, endlineno=source.endlineno)
        made.docstring = source.docstring
        holder.set_member(own, made)
        for member in source.all_members.values():
            if f"tmdb.{name}.{member.name}" not in self.namespaces and not member.name.startswith("_"):
                function = member.final_target if isinstance(member, Alias) else member
                if isinstance(function, Function):
                    _tabulate_overloads(function)
                made.set_member(member.name, Alias(member.name, target=member, parent=made))

    def on_module_members(self, *, mod: Module, **kwargs: Any) -> None:
        """Use `#:` comments as docstrings of constants, and show drawings as plain text."""
        if mod.docstring is not None and "├─" in mod.docstring.value:
            mod.docstring.value = DRAWING.sub(lambda match: f"```text\n{dedent(match[0])}```\n", mod.docstring.value)
        if not isinstance(mod.filepath, Path):
            return
        lines = mod.lines_collection[mod.filepath]
        for constant in mod.attributes.values():
            if constant.docstring is None and constant.lineno is not None:
                above = takewhile(lambda line: line.startswith("#:"), reversed(lines[: constant.lineno - 1]))
                if text := "\n".join(line.removeprefix("#:").strip() for line in reversed([*above])):
                    constant.docstring = Docstring(text, parent=constant)

    def on_class_members(self, *, cls: Class, **kwargs: Any) -> None:
        """Describe a model's fields and blocks in its own docstring, as a table."""
        if "__init__" in cls.members and not cls.members["__init__"].has_docstring:
            # Users do not construct such objects.
            cls.del_member("__init__")
        _use_block_properties(cls)
        if cls.docstring is not None and cls.path.startswith(("tmdb_bindings.models.", "tmdb_bindings.append.")):
            fields = [field for field in cls.attributes.values() if not field.name.startswith("_")]
            for field in fields:
                _show_plainly(field)
            if fields:
                lines = [f"    {field.name}: {_sentence(field)}" for field in fields]
                cls.docstring.value = "\n".join([cls.docstring.value, "", "Attributes:", *lines])


def _use_block_properties(cls: Class) -> None:
    """Turn the methods that are properties by another decorator than `property` into attributes, as Griffe does with that."""
    for function in [*cls.functions.values()]:
        if any(str(decorator.value) == "block_property" for decorator in function.decorators):
            block = Attribute(
                function.name,
                lineno=function.lineno,
                endlineno=function.endlineno,
                annotation=function.returns,
                docstring=function.docstring,
            )
            block.labels |= {"property", "block"}
            cls.set_member(function.name, block)


def _show_plainly(field: Attribute) -> None:
    """Show the type of a field by its public name."""
    if isinstance(field.annotation, ExprSubscript) and str(field.annotation.left) == "Final":
        field.annotation = field.annotation.slice
    for part in field.annotation.iterate(flat=True) if isinstance(field.annotation, Expr) else ():
        if isinstance(part, ExprName):
            # The models use aliases for these.
            part.name = {"Date": "date", "Timestamp": "datetime"}.get(part.name, part.name)


def _sentence(field: Attribute) -> str:
    """Return the description of a field as one line; it may be empty."""
    text = " ".join(field.docstring.value.split()) if field.docstring is not None else ""
    if isinstance(field.parent, Class) and "label" in field.parent.all_members:
        # A member of an enum, or one of the properties of all enums.
        return text or f"`{field.value}`"
    if "block" in field.labels and field.parent is not None:
        constants = f"{field.parent.name.removesuffix('Details')}Append"
        text += f" Appended by [`{constants}.{field.name.upper()}`][tmdb_facade.{constants}]."
    return text


def _tabulate_overloads(function: Function) -> None:
    """Replace the overloads of a function by a table in its docstring."""
    overloads, function.overloads = function.overloads or [], []
    if not overloads or function.docstring is None:
        return
    names = [
        parameter.name
        for parameter in function.parameters
        if len({str(overload.parameters[parameter.name].annotation) for overload in overloads}) > 1
    ]
    rows = [
        [*(_type(overload.parameters[name].annotation) for name in names), _type(overload.returns)]
        for overload in overloads
    ]
    heads = [*(f"`{name}`" for name in names), "returns"]
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in [heads, *rows]]
    lines.insert(1, "| --- " * len(heads) + "|")
    summary, _, rest = function.docstring.value.partition("\n\n")
    function.docstring.value = "\n\n".join([summary, "\n".join(lines), rest])
    # The table has the full return types; the signature only names the class.
    if isinstance(function.returns, ExprSubscript):
        function.returns = function.returns.left


def _type(annotation: str | Expr | None) -> str:
    """Return a type as Markdown, linked to its class."""
    name = annotation.left if isinstance(annotation, ExprSubscript) else annotation
    if isinstance(name, Expr) and name.canonical_path.startswith("tmdb_facade."):
        return f"[`{_text(annotation)}`][{name.canonical_path}]"
    return "omitted" if str(annotation) == "None" else f"`{_text(annotation)}`"


def _text(annotation: str | Expr | None) -> str:
    """Return an annotation without the lazy packages of its names, such as `models`."""
    return re.sub(r"\b(?:append|_?models|runtime|types)\.(?=[A-Z])", "", str(annotation))
