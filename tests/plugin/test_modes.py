"""The modes of the plugin: embedded server, cassettes, and TMDB itself."""

from __future__ import annotations

import pytest

from tests.plugin.running import run

CASSETTE = """
    import httpx
    import pytest

    pytestmark = pytest.mark.tmdb(mode="cassette")

    @pytest.mark.tmdb(cassette="shared.yaml")
    def test_sync(tmdb):
        assert tmdb.movies.details(550).title == "Fight Club"

    @pytest.mark.asyncio
    @pytest.mark.tmdb(cassette="shared.yaml")
    async def test_async(async_tmdb):
        assert (await async_tmdb.movies.details(550)).title == "Fight Club"

    @pytest.mark.parametrize("query", ["one / two", "x"])
    def test_named_by_itself(tmdb, tmdb_cassette, query):
        assert tmdb.search.movies(query).page(1).page == 1
    """


def test_tmdb_record_writes_cassettes_that_are_replayed(project: pytest.Pytester) -> None:
    """Sync and async tests share a cassette."""
    project.makepyfile(test_movies=CASSETTE)
    missing = run(project)
    missing.assert_outcomes(errors=4)
    missing.stdout.fnmatch_lines(["*shared.yaml*record*"])
    run(project, "--tmdb-record=embedded").assert_outcomes(passed=4)
    folder = project.path / "cassettes"
    assert {str(path.relative_to(folder)) for path in folder.rglob("*.yaml")} == {
        "shared.yaml",
        "test_movies/test_named_by_itself-one---two-.yaml",
        "test_movies/test_named_by_itself-x-.yaml",
    }
    first = (folder / "shared.yaml").read_text("utf-8").splitlines()[0]
    assert first.startswith("# Recorded from the embedded TMDB on 20")
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    run(project).assert_outcomes(passed=4)
    run(project, "--tmdb-record=embedded").assert_outcomes(passed=4)
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_cassette_names_its_source(project: pytest.Pytester) -> None:
    """Tests that need the embedded server are never recorded from TMDB."""
    project.makepyfile(
        test_movies="""
        def test_movie(tmdb, tmdb_cassette):
            assert tmdb.movies.details(550).title == "Fight Club"

        def test_user(tmdb, tmdb_cassette, tmdb_user):
            tmdb.movies.rate(550, 8)
        """
    )
    live = run(project, "--tmdb-record=live")
    live.assert_outcomes(passed=1, errors=1)
    live.stdout.fnmatch_lines(["*CredentialsError*TMDB_ACCESS_TOKEN*"])
    folder = project.path / "cassettes" / "test_movies"
    assert [path.name for path in folder.iterdir()] == ["test_user.yaml"]
    assert (folder / "test_user.yaml").read_text("utf-8").startswith("# Recorded from the embedded TMDB on")
    run(project, "--tmdb-record=embedded").assert_outcomes(passed=2)
    for mode in ("embedded", "cassette", "live"):
        run(project, f"--tmdb-mode={mode}").assert_outcomes(passed=2)


def test_tmdb_mode_is_set_by_marker_option_or_ini_file(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import pytest

        def test_shown(tmdb_target):
            print("uses", tmdb_target.base_url)

        @pytest.mark.tmdb(mode="embedded")
        def test_marked(tmdb_target):
            assert tmdb_target.base_url.startswith("http://127")

        def test_embedded_whatever_the_mode(tmdb_target, tmdb_server):
            assert tmdb_target.base_url == tmdb_server.base_url
        """
    )
    run(project, "-s", "-o", "tmdb_mode=live").stdout.fnmatch_lines(["*uses https://api.themoviedb.org*"])
    run(project, "-s", "-o", "tmdb_mode=live", "--tmdb-mode=embedded").stdout.fnmatch_lines(["*uses http://127*"])
    run(project, "-o", "tmdb_mode=live").assert_outcomes(passed=3)
    rejected = run(project, "-o", "tmdb_mode=lively")
    assert rejected.ret == pytest.ExitCode.USAGE_ERROR
    rejected.stderr.fnmatch_lines(["*tmdb_mode must be one of embedded, cassette, live, got 'lively'*"])


def test_live_mode_requires_credentials_from_the_environment(project: pytest.Pytester) -> None:
    project.makepyfile("def test_title(tmdb):\n    tmdb.movies.details(550)")
    result = run(project, "--tmdb-mode=live")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*CredentialsError*TMDB_ACCESS_TOKEN*"])
