"""The program that writes shared sentences into docstrings."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import shared_docstrings, shared_sentences
from scripts.shared_sentences import PAGER

SOURCE = '''class AsyncMoviesResource:
    async def credits(self, movie_id: int, *, language: str | None = None, order: str = "") -> MovieCredits:
        """Get a movie's cast and crew.

        Args:
            movie_id:
            language: An old sentence, which is so long
                that it has a second line.
            order: Order of the cast,
                by billing or name.

        Returns:
            movie_id: This is text, not an entry.

        Raises:
            NotFoundError:
            TMDBError:

        https://developer.themoviedb.org/reference/movie-credits
        """

    def popular(self, *, language: str | None = None) -> AsyncPager[Movie, MoviePage]:
        """List popular movies.

        Args:
            language: Language of titles.

        Raises:
            TMDBError:
        """
'''

WRITTEN = '''class AsyncMoviesResource:
    async def credits(self, movie_id: int, *, language: str | None = None, order: str = "") -> MovieCredits:
        """Get a movie's cast and crew.

        Args:
            movie_id: The movie.
            language: The language of everything that has a language, which takes more words than fit into one line of
                this project.
            order: Order of the cast,
                by billing or name.

        Returns:
            movie_id: This is text, not an entry.

        Raises:
            NotFoundError: No such movie.
            TMDBError: The request failed.

        https://developer.themoviedb.org/reference/movie-credits
        """

    def popular(self, *, language: str | None = None) -> AsyncPager[Movie, MoviePage]:
        """List popular movies.

        Args:
            language: Language of titles.

        Raises:
            TMDBError: A page failed.
        """
'''

ARGUMENTS = {
    "movie_id": "The movie.",
    "language": "The language of everything that has a language, which takes more words than fit into one line of this "
    "project.",
}
ERRORS = {
    "NotFoundError": {"list_id": "No such list.", "movie_id": "No such movie."},
    "TMDBError": {PAGER: "A page failed.", "*": "The request failed."},
}


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with small tables and one module, `movies.py`."""
    path = tmp_path / shared_docstrings.SOURCE / "movies.py"
    path.parent.mkdir(parents=True)
    path.write_text(SOURCE, "utf-8")
    monkeypatch.setattr(shared_docstrings, "ROOT", tmp_path)
    monkeypatch.setattr(shared_docstrings, "ARGUMENTS", ARGUMENTS)
    for user in (shared_docstrings, shared_sentences):
        monkeypatch.setattr(user, "ERRORS", ERRORS)
    monkeypatch.setattr(shared_docstrings, "OWN_SENTENCES", {"movies.popular": {"language"}})
    return path


def test_main_writes_the_shared_sentences_and_keeps_other_entries(module: Path) -> None:
    assert shared_docstrings.main([]) == 0

    assert module.read_text("utf-8") == WRITTEN


def test_main_changes_nothing_the_second_time(module: Path) -> None:
    module.write_text(WRITTEN, "utf-8")

    assert shared_docstrings.main([]) == 0

    assert module.read_text("utf-8") == WRITTEN
    assert shared_docstrings.main(["--check"]) == 0


def test_check_fails_without_writing_and_names_the_command(module: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shared_docstrings.main(["--check"]) == 1

    assert module.read_text("utf-8") == SOURCE
    assert "movies.py: a shared sentence differs: run `make sync`" in capsys.readouterr().err


def test_an_entry_without_a_sentence_fails(module: Path, capsys: pytest.CaptureFixture[str]) -> None:
    module.write_text(
        SOURCE.replace("order: Order of the cast,\n                by billing or name.", "order:"), "utf-8"
    )

    assert shared_docstrings.main([]) == 1

    assert "movies.credits: order: has no sentence" in capsys.readouterr().err


@pytest.mark.usefixtures("module")
def test_unused_rows_of_the_tables_fail(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(shared_docstrings, "ARGUMENTS", ARGUMENTS | {"list_id": "The list."})
    monkeypatch.setattr(shared_docstrings, "OWN_SENTENCES", {"lists.items": {"language"}})

    assert shared_docstrings.main([]) == 1

    errors = capsys.readouterr().err
    assert "no docstring has an entry list_id" in errors
    assert "there is no method lists.items" in errors


def test_generated_modules_are_left_alone(module: Path) -> None:
    generated = shared_docstrings.GENERATED + "a program.\n" + SOURCE
    (module.parent / "details.py").write_text(generated, "utf-8")

    shared_docstrings.main([])

    assert (module.parent / "details.py").read_text("utf-8") == generated
