"""Shows mkdocstrings the API as users write it; loaded by Griffe, which reads the code without running it.

- A tree `tmdb` of the namespaces, so that a method's name and anchor are `tmdb.movies.details`.
- What overloads differ in, as a table below the first sentence, in the place of one whole signature after another.
- The models under `tmdb_facade.models`, which has them at run time.
- Descriptions of a model's fields on one line each, as its table has them.
"""

from __future__ import annotations

from typing import Any

from griffe import Alias, Attribute, Class, Expr, ExprSubscript, Extension, Function, GriffeLoader, Module


class Names(Extension):
    """Gives objects the names under which users know them."""

    def __init__(self, namespaces: dict[str, str]) -> None:
        """Make it.

        Args:
            namespaces: The path of each namespace's class, by name (`tmdb.tv.seasons`), parents first.
        """
        self.namespaces = namespaces

    def on_package(self, *, pkg: Module, loader: GriffeLoader, **kwargs: Any) -> None:
        """Add the names when the package is there."""
        if pkg.path == "tmdb_facade":
            # It has them by a wildcard, under names that no tool can tell without running the code.
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
                    _tell_overloads(function)
                made.set_member(member.name, Alias(member.name, target=member, parent=made))

    def on_attribute_instance(self, *, attr: Attribute, **kwargs: Any) -> None:
        """Put the description of a model's field on one line."""
        if attr.docstring is not None and attr.path.startswith("tmdb_bindings.models."):
            attr.docstring.value = " ".join(attr.docstring.value.split())


def _tell_overloads(function: Function) -> None:
    """Put what the overloads of a function differ in into its description."""
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
    heads = [*(f"`{name}`" for name in names), "gives"]
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in [heads, *rows]]
    lines.insert(1, "| --- " * len(heads) + "|")
    summary, _, rest = function.docstring.value.partition("\n\n")
    function.docstring.value = "\n\n".join([summary, "\n".join(lines), rest])
    # What it gives is in the table; the signature names the class.
    if isinstance(function.returns, ExprSubscript):
        function.returns = function.returns.left


def _type(annotation: str | Expr | None) -> str:
    """Write a type in Markdown, linked to its class."""
    name = annotation.left if isinstance(annotation, ExprSubscript) else annotation
    if isinstance(name, Expr) and name.canonical_path.startswith("tmdb_facade."):
        return f"[`{annotation}`][{name.canonical_path}]"
    return "not given" if str(annotation) == "None" else f"`{annotation}`"
