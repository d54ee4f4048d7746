"""The reference shows the API as its users write it, whatever modules it is made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from griffe import GriffeLoader, ModulesCollection, Parser, load_extensions

from scripts.documentation.griffe_names import Names
from scripts.documentation.reference import namespace_classes


@pytest.fixture(scope="module")
def shown(root: Path, tmp_path_factory: pytest.TempPathFactory) -> ModulesCollection:
    """What mkdocstrings is given to show."""
    place = tmp_path_factory.mktemp("code")
    (place / "tmdb.py").write_text("", encoding="utf-8")
    classes = {name: f"{kind.__module__}.{kind.__qualname__}" for name, kind in namespace_classes().items()}
    loader = GriffeLoader(
        extensions=load_extensions(Names(classes)),
        search_paths=[root, root / "generated", place],
        docstring_parser=Parser.google,
    )
    for package in ("tmdb_bindings", "tmdb_facade", "tmdb"):
        loader.load(package)
    loader.resolve_aliases(external=False)
    return loader.modules_collection


def said(shown: ModulesCollection, name: str) -> str:
    """Return what is said of an object."""
    docstring = shown[name].docstring
    return "" if docstring is None else docstring.value


@pytest.mark.parametrize(
    "name", ["tmdb.movies.details", "tmdb.movies.popular", "tmdb.tv.seasons.credits", "tmdb.v4.lists.items"]
)
def test_methods_are_where_users_call_them(shown: ModulesCollection, name: str) -> None:
    """Those of base classes and of nested namespaces too."""
    assert shown[name].path == name
    assert shown[name].is_function


def test_overloads_are_a_table(shown: ModulesCollection) -> None:
    """What they differ in and what each gives; the one signature that is left names the class."""
    details = shown["tmdb.movies.details"]

    assert said(shown, "tmdb.movies.details").splitlines()[2:7] == [
        "| `append` | gives |",
        "| --- | --- |",
        "| not given | [`MovieDetails`][tmdb_facade.models.MovieDetails] |",
        "| `Append[K]` | [`MovieDetails[K]`][tmdb_facade.models.MovieDetails] |",
        "| `list[str]` | [`MovieDetails[Any]`][tmdb_facade.models.MovieDetails] |",
    ]
    assert not details.overloads
    assert str(details.returns) == "MovieDetails"


def test_fields_and_blocks_stand_with_their_model(shown: ModulesCollection) -> None:
    """In one line each, dates as Python calls them; of a block also what appends it."""
    lines = said(shown, "tmdb_facade.models.MovieDetails").splitlines()

    assert "    runtime: Length in minutes; 0 when unknown." in lines
    assert (
        "    credits: Cast and crew of a film. Appended by [`MovieAppend.CREDITS`][tmdb_facade.MovieAppend]." in lines
    )
    assert str(shown["tmdb_facade.models.MovieDetails.release_date"].annotation) == "date | None"


def test_comments_above_constants_are_what_is_said_of_them(shown: ModulesCollection) -> None:
    """Also where there are several lines."""
    assert said(shown, "tmdb_facade.ATTRIBUTION") == "What TMDB's terms of use ask every product to show."


def test_drawings_are_no_code(shown: ModulesCollection) -> None:
    """The tree of errors is shown as it is drawn; the paragraphs around it are not part of it."""
    drawing = said(shown, "tmdb_facade.errors").partition("```text\n")[2].partition("```")[0]

    assert drawing.startswith("TMDBError\n├── CredentialsError")
    assert drawing.count("\n") == 15


def test_a_constructor_that_is_not_for_users_is_left_out(shown: ModulesCollection) -> None:
    """Nobody makes a pager; everybody makes a client."""
    assert "__init__" not in shown["tmdb_facade.Pager"].members
    assert "__init__" in shown["tmdb_facade.TMDB"].members
