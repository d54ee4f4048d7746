"""The comparison with other clients: its table, ratios and goals. What is measured is not a test."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.bodies import BLOCKS
from benchmarks.peers.clients import CLIENTS
from benchmarks.peers.drivers.harness import APPEND
from benchmarks.peers.figures import FIGURES, Samples, Value, Values, missed_goals, missing_values, quartiles, summarize
from benchmarks.peers.page import RESULTS, Results, page_files, spread_table, table
from benchmarks.peers.plots import plot, shortened
from scripts.paths import name_of


def values(**medians: float | str) -> Values:
    """Return values without spread; underscores in names stand for commas."""
    return {
        name.replace("__", "-").replace("_", ", "): median
        if isinstance(median, str)
        else Value(median, median, median, median)
        for name, median in medians.items()
    }


def test_each_client_has_a_driver_with_its_class(root: Path) -> None:
    """The drivers' packages are not installed here, so the files are only parsed."""
    for client in CLIENTS:
        module = ast.parse((root / "benchmarks" / "peers" / "drivers" / f"{client.driver}.py").read_text("utf-8"))
        classes = {node.name for node in module.body if isinstance(node, ast.ClassDef)}
        assert client.class_name in classes, client.name
    assert len({client.name for client in CLIENTS}) == len(CLIENTS)


def test_drivers_import_the_standard_library_only(root: Path) -> None:
    """A driver runs in an environment without this project's dependencies; clients are imported by `load`."""
    for path in sorted((root / "benchmarks" / "peers" / "drivers").glob("*.py")):
        imported = {
            node.module or ""
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.ImportFrom)
        }
        assert not {name for name in imported if name.startswith(("scripts", "tmdb_"))}, path.name
        assert all(name.startswith("benchmarks.peers.drivers") for name in imported if name.startswith("benchmarks"))


def test_peers_have_the_versions_that_the_tests_run(root: Path) -> None:
    groups = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    tested = {line.partition("==")[0]: line for line in groups["test"] if isinstance(line, str)}
    for client in CLIENTS:
        name = client.environment.name
        if name in tested:
            assert client.environment.requirements == (tested[name],)


def test_decoded_movie_has_the_blocks_of_the_other_benchmarks() -> None:
    assert sorted(APPEND.split(",")) == sorted(BLOCKS.blocks)


def test_ratios_are_to_the_baseline_of_the_same_style_and_round() -> None:
    samples: Samples = {
        "httpx": [0.001, 0.002],
        "requests": [0.002, 0.004],
        "httpx, async": [0.004, 0.004],
        "aiohttp, async": [0.001, 0.003],
        "tmdbone, async": "crashed",
    }
    found = summarize(FIGURES["details"], samples)

    assert found["requests"] == Value(2.0, 2.0, 2.0, 3000.0)
    assert found["aiohttp, async"] == Value(0.5, 0.375, 0.625, 2000.0)
    assert found["tmdbone, async"] == "crashed"
    assert "tmdbsimple" not in found


def test_clients_without_a_baseline_have_no_ratio() -> None:
    found = summarize(FIGURES["details"], {"httpx": "crashed", "requests": [1.0]})

    assert found["requests"] == "no baseline: crashed"


def test_absolute_figures_need_no_baseline() -> None:
    assert summarize(FIGURES["lost"], {"requests": [7.0]})["requests"] == Value(7.0, 7.0, 7.0, 7.0)


def test_quartiles_of_one_round_are_its_sample() -> None:
    assert quartiles([3.0]) == (3.0, 3.0, 3.0)
    assert quartiles([1.0, 2.0, 3.0, 4.0, 5.0]) == (2.0, 3.0, 4.0)


def test_goals_compare_clients_of_the_same_style_and_ignore_bare_libraries() -> None:
    """Objects must not be cheaper at all, dicts by up to 1.35."""
    medians = values(requests=0.1, tmdbsimple=0.5, themoviedb=0.8, tmdb__facade=0.7, tmdbone_async=0.1)

    assert _compared(missed_goals({"details": medians})) == [
        "CPU time of a call: tmdb-facade 0.70, tmdbsimple (dicts) 0.50"
    ]
    assert _compared(missed_goals({"details": medians | values(tmdbsimple=0.52)})) == []
    assert _compared(missed_goals({"details": medians | values(tmdbsimple=0.6, themoviedb=0.69)})) == [
        "CPU time of a call: tmdb-facade 0.70, themoviedb (objects) 0.69"
    ]


def test_goals_for_survived_answers_want_the_highest() -> None:
    found = values(tmdb__facade=140, themoviedb=144, tmdbapis=100, tmdbsimple=190)

    assert len(_compared(missed_goals({"survived": found}))) == 2
    assert _compared(missed_goals({"survived": found | values(tmdb__facade=145)})) == []


def test_goals_for_time_under_a_limit_ignore_clients_that_lose_calls() -> None:
    seconds, lost = values(tmdb__facade=55, themoviedb=2), values(tmdb__facade=0, themoviedb=300)

    assert _compared(missed_goals({"seconds": seconds, "lost": lost})) == []
    assert _compared(missed_goals({"seconds": seconds, "lost": lost | values(themoviedb=0)})) != []


def test_clients_that_were_not_measured_are_named_with_the_reason() -> None:
    figures = {
        "details": values(tmdb__facade="no wheel", tmdbfusion=1),
        "movie": values(tmdb__facade="no wheel", tmdbfusion="drops"),
    }

    assert missing_values(figures) == {"tmdb-facade": "no wheel", "tmdbfusion": "drops (decode movie)"}
    assert "tmdb-facade: no wheel" in missed_goals(figures)


def test_table_shows_missing_values_and_times_of_clients_that_lose_calls() -> None:
    figures = {
        "seconds": values(requests=0.7, tmdb__facade=11.25),
        "lost": values(requests=3, tmdb__facade=0, httpx="gone"),
    }

    assert list(table(figures)) == [
        "| client      | limited: time | limited: lost |",
        "| ----------- | ------------- | ------------- |",
        "| httpx       | n/a           | n/a           |",
        "| requests    | (0.7)         | 3             |",
        "| tmdb-facade | 11.2          | 0             |",
    ]


def test_spread_shows_quartiles_and_the_median_in_units() -> None:
    figures: dict[str, Values] = {
        "pages": {"httpx": Value(1.0, 0.9, 1.1, 5.6444), "requests": "gone"},
        "lost": values(httpx=1),
    }

    assert list(spread_table(figures)) == [
        "| client   | 100 pages, s       |",
        "| -------- | ------------------ |",
        "| httpx    | 0.90 to 1.10; 5.64 |",
        "| requests |                    |",
    ]


def test_plots_are_deterministic_xml_with_a_bar_or_a_reason_for_each_client() -> None:
    found = values(httpx=1.0, tmdbapis=50.0, tmdbone_async="a < b")
    text = plot(FIGURES["page"], found)
    texts = [element.text or "" for element in ElementTree.fromstring(text).iter("{http://www.w3.org/2000/svg}text")]

    assert text == plot(FIGURES["page"], found)
    assert {"httpx", "1.00", "tmdbapis", "50.00", "tmdbone, async", "a < b"} <= set(texts)
    assert any("square-root scale" in line for line in texts)


def test_long_reasons_are_shortened_to_one_line() -> None:
    assert shortened("a\n  b") == "a b"
    assert shortened("x" * 100, 10) == "xxxxxxx..."


def test_results_survive_their_json() -> None:
    results = Results(
        {"date": "2026-11-28"}, {"httpx": {"httpx": "0.28.1"}}, {"details": values(httpx=1.0)}, {"httpx": {"HTML": 3}}
    )

    assert Results.from_json(results.to_json()) == results


def test_committed_page_and_plots_are_those_of_the_committed_results() -> None:
    """`python -m benchmarks.peers --render` writes them."""
    files = page_files(Results.from_json(RESULTS.read_text(encoding="utf-8")))

    assert [name_of(path) for path, text in files.items() if path.read_text(encoding="utf-8") != text] == []


def _compared(lines: Iterable[str]) -> list[str]:
    """Return the lines of goals that compare two clients."""
    return [line for line in lines if "(objects)" in line or "(dicts)" in line]
