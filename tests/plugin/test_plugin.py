"""The pytest plugin, on small projects of its users."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.plugin.running import run


def test_a_test_has_a_client_on_an_embedded_tmdb(project: pytest.Pytester) -> None:
    """With nothing set up; markers are options of the client, the nearest first."""
    project.makepyfile(
        """
        import pytest

        pytestmark = pytest.mark.tmdb(language="de-DE")

        def test_plain(tmdb, tmdb_server):
            assert tmdb.movies.details(129).title == "Chihiros Reise ins Zauberland"
            assert tmdb_server.base_url.startswith("http://127.0.0.1:")

        @pytest.mark.tmdb(language="en-US")
        def test_marked(tmdb):
            assert tmdb.movies.details(129).title == "Spirited Away"
        """
    )
    run(project).assert_outcomes(passed=2)


def test_each_test_begins_anew_and_acts_for_a_user_of_its_own(project: pytest.Pytester) -> None:
    """What one has rated the next does not see; without `tmdb_user` nobody is logged in."""
    project.makepyfile(
        """
        import pytest
        from tmdb_facade import AuthenticationError, CredentialsError

        @pytest.mark.parametrize("time", [1, 2])
        def test_rates(tmdb, tmdb_user, time):
            assert [film for film in tmdb.account.rated_movies(tmdb_user.account_id)] == []
            tmdb.movies.rate(550, 8.5)
            assert [film.id for film in tmdb.account.rated_movies(tmdb_user.account_id)] == [550]
            assert [film.id for film in tmdb.v4.account.rated_movies(tmdb_user.account_object_id)] == [550]

        def test_nobody(tmdb):
            with pytest.raises((AuthenticationError, CredentialsError)):
                tmdb.movies.rate(550, 8.5)
        """
    )
    run(project).assert_outcomes(passed=3)


def test_tmdb_fails_on_demand_in_one_test_only(project: pytest.Pytester) -> None:
    """In every mode: TMDB itself cannot be told to."""
    project.makepyfile(
        """
        import pytest
        from tmdb_facade import ServerError

        @pytest.mark.tmdb(max_retries=0)
        def test_failing(tmdb, tmdb_faults):
            tmdb_faults.status(503, times=1)
            with pytest.raises(ServerError):
                tmdb.movies.details(550)
            assert tmdb.movies.details(550).id == 550
            tmdb_faults.status(503)

        def test_as_ever(tmdb, tmdb_server):
            assert tmdb.movies.details(550).id == 550
        """
    )
    run(project).assert_outcomes(passed=2)
    run(project, "--tmdb-mode=live").assert_outcomes(passed=2)


ASYNC = """
    import asyncio
    import gc
    import pytest

    {marker}
    async def test_title(async_tmdb):
        assert (await async_tmdb.movies.details(550)).title == "Fight Club"

    {marker}
    class TestClass:
        async def test_indirectly(self, app):
            assert await app() == "Fight Club"

    @pytest.fixture
    def app(async_tmdb):
        async def title():
            return (await async_tmdb.movies.details(550)).title
        return title

    {marker}
    async def test_failing_closes_too(async_tmdb):
        await async_tmdb.movies.details(550)
        assert False

    def test_nothing_is_left_open():
        gc.collect()
    """


@pytest.mark.parametrize("library", ["asyncio", "anyio"])
def test_async_tests_have_a_client_that_is_closed_in_their_loop(project: pytest.Pytester, library: str) -> None:
    """With pytest-asyncio and with anyio; a connection left open would be a warning, which is an error here."""
    project.makepyfile(ASYNC.format(marker=f"@pytest.mark.{library}"))
    project.makeconftest("import pytest\n@pytest.fixture\ndef anyio_backend():\n    return 'asyncio'")
    run(project).assert_outcomes(passed=3, failed=1)


def test_pytest_asyncios_auto_mode_works_too(project: pytest.Pytester) -> None:
    """No marker on any test."""
    project.makepyfile(ASYNC.format(marker=""))
    run(project, "-o", "asyncio_mode=auto").assert_outcomes(passed=3, failed=1)


def test_workers_of_xdist_have_a_server_each(project: pytest.Pytester) -> None:
    """So they do not see each other's ratings."""
    project.makepyfile(
        """
        import pytest

        @pytest.mark.parametrize("time", range(6))
        def test_rates(tmdb, tmdb_user, time):
            assert tmdb.account.rated_movies(tmdb_user.account_id).first() is None
            tmdb.movies.rate(550, 8.5)
        """
    )
    run(project, "-n", "2").assert_outcomes(passed=6)


def test_a_catalogue_of_ones_own_is_an_ini_option(project: pytest.Pytester) -> None:
    """Its folder, from the project's root."""
    movie = '{"id": 1, "original_title": "A film of mine", "original_language": "en"}'
    (project.mkdir("films") / "movies").mkdir()
    (project.path / "films" / "movies" / "mine.json").write_text(movie, "utf-8")
    project.makepyfile("def test_title(tmdb):\n    assert tmdb.movies.details(1).title == 'A film of mine'")
    run(project, "-o", "tmdb_catalogue=films").assert_outcomes(passed=1)
    result = run(project, "-o", "tmdb_catalogue=nowhere")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*nowhere is not a folder*"])


def test_programs_that_make_their_client_themselves_are_told_by_the_environment(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what the person who runs the tests has set there does not count."""
    monkeypatch.setenv("TMDB_LANGUAGE", "de-DE")
    project.makepyfile(
        """
        from tmdb_facade import TMDB

        def test_program(tmdb_environment, tmdb_user):
            with TMDB() as tmdb:
                assert tmdb.movies.details(129).title == "Spirited Away"
                assert tmdb.account.details().username == tmdb_user.username

        def test_credentials_are_not_shown(tmdb_environment):
            assert tmdb_environment.access_token not in repr(tmdb_environment)
        """
    )
    run(project).assert_outcomes(passed=2)


def test_a_marker_with_an_argument_without_a_name_is_refused(project: pytest.Pytester) -> None:
    """It would be ignored otherwise."""
    project.makepyfile("import pytest\n@pytest.mark.tmdb('live')\ndef test_title(tmdb):\n    pass")
    result = run(project)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*the marker tmdb takes keywords only*"])


def test_it_costs_other_projects_nothing() -> None:
    """pytest loads it in every run, so it loads neither the server nor the HTTP library nor the models."""
    program = (
        "import sys, pytest; before = set(sys.modules); import tmdb_facade.testing.pytest_plugin; "
        "print(sorted({name.partition('.')[0] for name in set(sys.modules) - before}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['tmdb_facade']"


def test_what_is_not_installed_is_named(tmp_path: Path) -> None:
    """Without the extra, the package is there and its names say what is missing."""
    (tmp_path / "uvicorn.py").write_text(
        "raise ModuleNotFoundError('No module named uvicorn', name='uvicorn')", "utf-8"
    )
    program = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import tmdb_facade.testing as t; t.TMDBServer"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "install tmdb-facade with its 'testing' extra" in done.stderr
