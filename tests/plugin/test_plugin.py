"""The pytest plugin, in small projects that use it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.plugin.running import run


def test_tmdb_fixture_uses_the_embedded_server(project: pytest.Pytester) -> None:
    """Markers set options of the client; the nearest marker wins."""
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


def test_tmdb_user_starts_without_ratings_in_each_test(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import pytest
        from tmdb_facade import CredentialsError, InvalidArgumentError

        @pytest.mark.parametrize("time", [1, 2])
        def test_rates(tmdb, tmdb_user, time):
            assert [movie for movie in tmdb.account.rated_movies(tmdb_user.account_id)] == []
            tmdb.movies.rate(550, 8.5)
            assert [movie.id for movie in tmdb.account.rated_movies(tmdb_user.account_id)] == [550]
            assert [movie.id for movie in tmdb.v4.account.rated_movies(tmdb_user.account_object_id)] == [550]

        def test_nobody(tmdb):
            with pytest.raises((CredentialsError, InvalidArgumentError)):
                tmdb.movies.rate(550, 8.5)
        """
    )
    run(project).assert_outcomes(passed=3)


def test_tmdb_intercept_answers_programs_with_a_fixed_host_and_key(project: pytest.Pytester) -> None:
    """After the test, the host leads to TMDB again. The mode of such tests is `embedded`."""
    project.makepyfile(
        """
        import socket

        import pytest
        import requests

        URL = "https://api.themoviedb.org/3/movie/550?api_key=key-of-a-program"
        resolve = socket.getaddrinfo

        @pytest.mark.parametrize("time", [1, 2])
        def test_program(tmdb_intercept, tmdb, time):
            assert socket.getaddrinfo is not resolve
            assert requests.get(URL, timeout=30).json()["title"] == "Fight Club"
            assert tmdb.movies.details(550).title == "Fight Club"
            assert len(tmdb_intercept.requests) == 2

        def test_restored():
            assert socket.getaddrinfo is resolve
        """
    )
    run(project, "-o", "tmdb_any_key=true", "--tmdb-mode=live").assert_outcomes(passed=3)


def test_tmdb_faults_last_for_one_test(project: pytest.Pytester) -> None:
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

        def test_without_faults(tmdb, tmdb_server):
            assert tmdb.movies.details(550).id == 550
        """
    )
    run(project).assert_outcomes(passed=2)
    run(project, "--tmdb-mode=live").assert_outcomes(passed=2)


def test_tmdb_server_is_reset_before_each_test(project: pytest.Pytester) -> None:
    """Users and faults that a fixture of the test adds are kept, whatever the order of the fixtures."""
    project.makepyfile(
        """
        import httpx
        import pytest

        @pytest.fixture
        def ada(tmdb_server):
            return tmdb_server.login("ada")

        def status(server):
            return httpx.get(server.base_url + "/3/movie/550", params={"api_key": server.api_key}).status_code

        @pytest.mark.parametrize("time", [1, 2])
        def test_alone(ada, time, tmdb_server):
            assert [user.username for user in tmdb_server.users] == ["demo", "ada"]
            assert status(tmdb_server) == 200
            tmdb_server.faults.status(503)
            tmdb_server.login("bob")

        def test_without_faults(tmdb_server):
            assert (status(tmdb_server), len(tmdb_server.requests), len(tmdb_server.users)) == (200, 1, 1)
        """
    )
    run(project).assert_outcomes(passed=3)


def test_report_of_a_failed_test_lists_the_requests(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import httpx

        def test_key(tmdb_intercept):
            assert httpx.get("https://api.themoviedb.org/3/movie/550?api_key=secret").status_code == 200

        def test_record(tmdb_server):
            url, params = tmdb_server.base_url, {"api_key": tmdb_server.api_key}
            answers = [httpx.get(f"{url}{path}", params=params) for path in ("/movie/550", "/3/movie/99999999")]
            assert answers[1].status_code == 200

        def test_passes(tmdb_server):
            httpx.get(tmdb_server.base_url)

        def test_without_server():
            assert False
        """
    )
    output = run(project).stdout
    output.fnmatch_lines(
        [
            "*- Requests to the embedded TMDB -*",
            "GET /3/movie/550?api_key=***: 401 (the server does not know this key: *any_key)",
            "*- Requests to the embedded TMDB -*",
            "GET /movie/550?api_key=***: 404 (the path lacks its version: /3/movie/550)",
            "GET /3/movie/99999999?api_key=***: 404 (the catalogue has no such record)",
        ]
    )
    assert str(output).count("- Requests to the embedded TMDB -") == 2


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
def test_async_tmdb_is_closed_in_the_loop_of_its_test(project: pytest.Pytester, library: str) -> None:
    """An open connection would cause a warning, which is an error here."""
    project.makepyfile(ASYNC.format(marker=f"@pytest.mark.{library}"))
    project.makeconftest("import pytest\n@pytest.fixture\ndef anyio_backend():\n    return 'asyncio'")
    run(project).assert_outcomes(passed=3, failed=1)


def test_async_tmdb_works_in_auto_mode(project: pytest.Pytester) -> None:
    project.makepyfile(ASYNC.format(marker=""))
    run(project, "-o", "asyncio_mode=auto").assert_outcomes(passed=3, failed=1)


def test_xdist_workers_have_separate_servers(project: pytest.Pytester) -> None:
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


def test_tmdb_catalogue_is_an_ini_option(project: pytest.Pytester) -> None:
    movie = '{"id": 1, "original_title": "My movie", "original_language": "en"}'
    (project.mkdir("catalogue") / "movies").mkdir()
    (project.path / "catalogue" / "movies" / "mine.json").write_text(movie, "utf-8")
    project.makepyfile("def test_title(tmdb):\n    assert tmdb.movies.details(1).title == 'My movie'")
    run(project, "-o", "tmdb_catalogue=catalogue").assert_outcomes(passed=1)
    run(project, "-o", "tmdb_catalogue=builtin\ncatalogue").assert_outcomes(passed=1)
    result = run(project, "-o", "tmdb_catalogue=nowhere")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*nowhere is not a folder*"])


def test_server_fixture_can_be_overridden_with_another_catalogue(project: pytest.Pytester) -> None:
    project.makepyfile(
        test_own="""
        import pytest
        from tmdb_facade.testing import TMDBServer, builtin

        @pytest.fixture(scope="module")
        def tmdb_server():
            with TMDBServer(builtin().with_movie(1, "Untitled")) as server:
                yield server

        def test_movie(tmdb, tmdb_user):
            assert tmdb.movies.details(1).poster_path is None
            assert tmdb.account.details().username == tmdb_user.username
        """,
        test_usual="""
        import pytest
        from tmdb_facade import NotFoundError

        def test_movie(tmdb):
            with pytest.raises(NotFoundError):
                tmdb.movies.details(1)
        """,
    )
    run(project).assert_outcomes(passed=2)


def test_tmdb_environment_sets_variables_for_other_clients(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Variables of the developer's environment are ignored."""
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


def test_tmdb_marker_rejects_positional_arguments(project: pytest.Pytester) -> None:
    project.makepyfile("import pytest\n@pytest.mark.tmdb('live')\ndef test_title(tmdb):\n    pass")
    result = run(project)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*the tmdb marker takes keyword arguments only*"])


def test_plugin_imports_no_other_packages() -> None:
    """pytest imports the plugin in every run."""
    program = (
        "import sys, pytest; before = set(sys.modules); import tmdb_facade.testing.pytest_plugin; "
        "print(sorted({name.partition('.')[0] for name in set(sys.modules) - before}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['tmdb_facade']"


@pytest.mark.parametrize(
    ("package", "name"), [("uvicorn", "TMDBServer"), ("vcr", "use_cassette"), ("polyfactory", "make")]
)
def test_missing_extra_is_named(tmp_path: Path, package: str, name: str) -> None:
    (tmp_path / f"{package}.py").write_text(f"raise ModuleNotFoundError('not installed', name={package!r})", "utf-8")
    program = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import tmdb_facade.testing as t; t.{name}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert f"needs the package {package}: pip install 'tmdb-facade[testing]'" in done.stderr
