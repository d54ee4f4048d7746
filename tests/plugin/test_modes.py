"""What the plugin's clients talk to: the embedded TMDB, cassettes, or TMDB itself."""

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


def test_cassettes_are_recorded_on_demand_and_replayed(project: pytest.Pytester) -> None:
    """One for sync and async; without one, the error says what to do."""
    project.makepyfile(test_films=CASSETTE)
    missing = run(project)
    missing.assert_outcomes(errors=4)
    missing.stdout.fnmatch_lines(["*shared.yaml*record*"])
    run(project, "--tmdb-record=embedded").assert_outcomes(passed=4)
    folder = project.path / "cassettes"
    assert {str(path.relative_to(folder)) for path in folder.rglob("*.yaml")} == {
        "shared.yaml",
        "test_films/test_named_by_itself-one---two-.yaml",
        "test_films/test_named_by_itself-x-.yaml",
    }
    first = (folder / "shared.yaml").read_text("utf-8").splitlines()[0]
    assert first.startswith("# Recorded from the embedded TMDB on 20")
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    run(project).assert_outcomes(passed=4)
    run(project, "--tmdb-record=embedded").assert_outcomes(passed=4)
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_a_cassette_says_what_it_is_really_recorded_from(project: pytest.Pytester) -> None:
    """Who takes it, records it in every mode; what only the embedded TMDB can give is never TMDB's."""
    project.makepyfile(
        test_films="""
        def test_film(tmdb, tmdb_cassette):
            assert tmdb.movies.details(550).title == "Fight Club"

        def test_user(tmdb, tmdb_cassette, tmdb_user):
            tmdb.movies.rate(550, 8)
        """
    )
    live = run(project, "--tmdb-record=live")
    live.assert_outcomes(passed=1, errors=1)
    live.stdout.fnmatch_lines(["*CredentialsError*TMDB_ACCESS_TOKEN*"])
    folder = project.path / "cassettes" / "test_films"
    assert [path.name for path in folder.iterdir()] == ["test_user.yaml"]
    assert (folder / "test_user.yaml").read_text("utf-8").startswith("# Recorded from the embedded TMDB on")
    run(project, "--tmdb-record=embedded").assert_outcomes(passed=2)
    for mode in ("embedded", "cassette", "live"):
        run(project, f"--tmdb-mode={mode}").assert_outcomes(passed=2)


def test_the_mode_is_an_option_an_ini_option_or_a_marker(project: pytest.Pytester) -> None:
    """The nearest counts: the marker, then the command line, then the ini file; what is none is refused."""
    project.makepyfile(
        """
        import pytest

        def test_shown(tmdb_target):
            print("talks to", tmdb_target.base_url)

        @pytest.mark.tmdb(mode="embedded")
        def test_marked(tmdb_target):
            assert tmdb_target.base_url.startswith("http://127")

        def test_embedded_whatever_the_mode(tmdb_target, tmdb_server):
            assert tmdb_target.base_url == tmdb_server.base_url
        """
    )
    run(project, "-s", "-o", "tmdb_mode=live").stdout.fnmatch_lines(["*talks to https://api.themoviedb.org*"])
    run(project, "-s", "-o", "tmdb_mode=live", "--tmdb-mode=embedded").stdout.fnmatch_lines(["*talks to http://127*"])
    run(project, "-o", "tmdb_mode=live").assert_outcomes(passed=3)
    refused = run(project, "-o", "tmdb_mode=lively")
    assert refused.ret == pytest.ExitCode.USAGE_ERROR
    refused.stderr.fnmatch_lines(["*tmdb_mode is 'lively': choose embedded, cassette, live*"])


def test_live_tests_need_credentials_of_ones_own(project: pytest.Pytester) -> None:
    """And the error names where they come from."""
    project.makepyfile("def test_title(tmdb):\n    tmdb.movies.details(550)")
    result = run(project, "--tmdb-mode=live")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*CredentialsError*TMDB_ACCESS_TOKEN*"])
