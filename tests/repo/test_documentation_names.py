"""The reference shows the API as users write it, independent of the module structure."""

from __future__ import annotations

from pathlib import Path

import pytest
from griffe import GriffeLoader, ModulesCollection, Parser, load_extensions

from scripts.documentation.griffe_names import Names
from scripts.documentation.reference import namespace_classes
from tmdb_facade import errors


@pytest.fixture(scope="module")
def objects(root: Path, tmp_path_factory: pytest.TempPathFactory) -> ModulesCollection:
    """Return the objects that mkdocstrings renders."""
    folder = tmp_path_factory.mktemp("code")
    (folder / "tmdb.py").write_text("", encoding="utf-8")
    classes = {name: f"{kind.__module__}.{kind.__qualname__}" for name, kind in namespace_classes().items()}
    loader = GriffeLoader(
        extensions=load_extensions(Names(classes)),
        search_paths=[root, root / "generated", folder],
        docstring_parser=Parser.google,
    )
    for package in ("tmdb_bindings", "tmdb_facade", "tmdb"):
        loader.load(package)
    loader.resolve_aliases(external=False)
    return loader.modules_collection


def docstring_of(objects: ModulesCollection, name: str) -> str:
    """Return the docstring of an object."""
    docstring = objects[name].docstring
    return "" if docstring is None else docstring.value


@pytest.mark.parametrize(
    "name", ["tmdb.movies.details", "tmdb.movies.popular", "tmdb.tv.seasons.credits", "tmdb.v4.lists.items"]
)
def test_methods_have_the_paths_that_users_call(objects: ModulesCollection, name: str) -> None:
    """Also methods of base classes and nested namespaces."""
    assert objects[name].path == name
    assert objects[name].is_function


def test_overloads_become_a_table(objects: ModulesCollection) -> None:
    """The table lists the differing argument and the return type; the remaining signature names the class."""
    details = objects["tmdb.movies.details"]

    assert docstring_of(objects, "tmdb.movies.details").splitlines()[2:7] == [
        "| `append` | returns |",
        "| --- | --- |",
        "| omitted | [`MovieDetails`][tmdb_facade.models.MovieDetails] |",
        "| `Append[MovieBlocks]` | [`MovieDetails[MovieBlocks]`][tmdb_facade.models.MovieDetails] |",
        "| `list[str]` | [`MovieDetails[Any]`][tmdb_facade.models.MovieDetails] |",
    ]
    assert not details.overloads
    assert str(details.returns) == "models.MovieDetails"


def test_model_docstring_lists_fields_and_blocks(objects: ModulesCollection) -> None:
    """Blocks name the constant that appends them; dates have the type of datetime."""
    lines = docstring_of(objects, "tmdb_facade.models.MovieDetails").splitlines()

    assert "    runtime: Runtime in minutes; 0 if unknown." in lines
    assert (
        "    credits: The cast and crew of a movie. Appended by [`MovieAppend.CREDITS`][tmdb_facade.MovieAppend]."
        in lines
    )
    assert str(objects["tmdb_facade.models.MovieDetails.release_date"].annotation) == "date | None"


def test_comment_above_a_constant_becomes_its_docstring(objects: ModulesCollection) -> None:
    assert (
        docstring_of(objects, "tmdb_facade.ATTRIBUTION")
        == "The notice that TMDB's terms of use require in every product."
    )


def test_error_hierarchy_becomes_a_text_block(objects: ModulesCollection) -> None:
    """Each exception has one line; the surrounding paragraphs are not part of the block."""
    drawing = docstring_of(objects, "tmdb_facade.errors").partition("```text\n")[2].partition("```")[0]

    exceptions = [name for name in errors.__all__ if issubclass(getattr(errors, name), errors.TMDBError)]
    assert drawing.startswith("TMDBError\n├── CredentialsError")
    assert drawing.count("\n") == len(exceptions)


def test_constructors_are_shown_only_if_users_call_them(objects: ModulesCollection) -> None:
    """Users construct clients but not pagers."""
    assert "__init__" not in objects["tmdb_facade.Pager"].members
    assert "__init__" in objects["tmdb_facade.TMDB"].members
