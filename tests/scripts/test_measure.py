"""`measure` counts fields correctly and writes nothing but counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.evidence import measure
from scripts.evidence.document_walk import DocumentWalk
from scripts.evidence.recordings import read_recordings
from tests.scripts.samples import DOCUMENT, entry, write_corpus

STRUCTURE = DocumentWalk(DOCUMENT)


def counts(folder: Path, *entries: dict[str, object]) -> dict[str, Any]:
    """Return the components of the evidence for some recordings."""
    return measure.measure_fields(STRUCTURE, read_recordings([write_corpus(folder, *entries)]))


def test_counts_of_present_absent_null_empty_and_types(tmp_path: Path) -> None:
    bodies: list[dict[str, object]] = [{"vote": 8}, {"vote": 8.0}, {"vote": None}, {}, {"title": ""}, {"title": "t"}]
    fields = counts(tmp_path, *(entry("/3/movie/{id}", body) for body in bodies))["MovieDetails"]
    assert fields["vote"]["since_2023"] == {
        "observed": 6,
        "absent": 3,
        "null": 1,
        "types": {"float": 1, "int": 1},
    }
    assert fields["title"]["empty"] == 1
    assert fields["title"]["types"] == {"str": 2}


def test_own_answers_and_appended_blocks_share_counts(tmp_path: Path) -> None:
    """An appended block has no `id`, the answer of its own operation has one."""
    fields = counts(
        tmp_path,
        entry("/3/movie/{id}/cast", {"id": 1, "cast": []}),
        entry("/3/movie/{id}", {"cast": {"cast": [{"name": "x"}]}}),
    )
    assert fields["Cast"]["id"]["observed"] == 2
    assert fields["Cast"]["id"]["absent"] == 1
    assert fields["Person"]["name"]["observed"] == 1


@pytest.mark.parametrize(
    "source",
    [
        {"date": "2022-12-31"},
        {"date": ""},
        {"kind": "saved"},
        {"kind": "edited"},
        {"maybe_trimmed": True},
    ],
)
def test_old_or_incomplete_recordings_do_not_count_as_recent(tmp_path: Path, source: dict[str, Any]) -> None:
    fields = counts(tmp_path, entry("/3/people", [{"name": "x"}], **source))["Person"]["name"]
    assert fields["observed"] == 1
    assert fields["since_2023"] == {}


def test_saved_answers_since_2023_are_counted_apart(tmp_path: Path) -> None:
    nobody: list[dict[str, object]] = [{}]
    fields = counts(
        tmp_path,
        entry("/3/people", [{"name": None}, {"name": "x"}, *nobody], kind="saved"),
        entry("/3/people", nobody, kind="saved", date="2022-12-31"),
        entry("/3/people", nobody, kind="saved", maybe_trimmed=True),
        entry("/3/people", nobody, kind="edited"),
    )["Person"]["name"]
    assert fields["saved_since_2023"] == {"observed": 3, "null": 1, "absent": 1}
    assert fields["since_2023"] == {}


def test_operations_count_answers_and_their_sources(tmp_path: Path) -> None:
    corpus = write_corpus(
        tmp_path,
        entry("/3/people", [], repo="a/one"),
        entry("/3/people", [], repo="a/one", date="2019-01-01"),
        entry("/3/people", [], repo="b/two", kind="saved"),
        entry("/3/people", [], repo="c/three", status=404),
        entry("/3/words", [], repo="a/one", kind="saved"),
    )
    assert measure.measure_operations(STRUCTURE, read_recordings([corpus])) == {
        "people_list": {"any_date": {"answers": 3, "sources": 2}, "since_2023": {"answers": 1, "sources": 1}},
        "words_list": {"any_date": {"answers": 1, "sources": 1}},
    }


def test_types_of_reencoded_or_scrubbed_recordings_are_not_counted(tmp_path: Path) -> None:
    fields = counts(
        tmp_path,
        entry("/3/movie/{id}", {"vote": 8, "title": "x"}, reencoded="yes"),
        entry("/3/movie/{id}", {"vote": 0, "title": "x"}, scrubbed=["vote"]),
    )["MovieDetails"]
    assert fields["vote"]["since_2023"]["observed"] == 2
    assert "types" not in fields["vote"]
    assert fields["title"]["types"] == {"str": 1}


def test_errors_quotations_and_unknown_operations_are_not_counted(tmp_path: Path) -> None:
    found = counts(
        tmp_path,
        entry("/3/people", [{"name": "x"}], status=404),
        entry("/3/people", [{"name": "x"}], kind="quoted"),
        entry("/3/legacy", [{"name": "x"}]),
    )
    assert found == {}


def test_called_nullable_maps_fields_to_components() -> None:
    rows = [
        {"method": "GET", "path": "/3/movie/{id}", "field": "series.poster"},
        {"method": "GET", "path": "/3/search", "field": "results[].photo"},
        {"method": "GET", "path": "/3/gone", "field": "id"},
    ]
    nullable, lost = measure.called_nullable(STRUCTURE, rows)
    assert nullable == {"Person": ["photo"], "Series": ["poster"]}
    assert lost == ["GET /3/gone id"]


def test_main_writes_the_same_bytes_for_any_order_of_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "document.json"
    document.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    lines = [
        entry("/3/movie/{id}", {"vote": 1}),
        entry("/3/movie/{id}", {"vote": 1.5}),
        entry("/3/people", [{"name": ""}]),
    ]
    written: list[bytes] = []
    for number, order in enumerate((lines, lines[::-1])):
        folder = tmp_path / str(number)
        folder.mkdir()
        output = folder / "evidence.json"
        arguments = [str(write_corpus(folder, *order)), "--document", str(document), "--output", str(folder)]
        assert measure.main(arguments) == 0
        written.append(output.read_bytes())
    assert written[0] == written[1]
    assert "3 recordings, 7 fields of 2 components" in capsys.readouterr().out


def test_main_writes_no_content_of_answers(tmp_path: Path) -> None:
    document = tmp_path / "document.json"
    document.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    output = tmp_path / "evidence.json"
    write_corpus(tmp_path, entry("/3/movie/{id}", {"title": "Metropolis", "offers": {"DE": [{"name": "shop"}]}}))
    assert measure.main([str(tmp_path), "--document", str(document), "--output", str(tmp_path)]) == 0
    text = output.read_text(encoding="utf-8")
    assert "Metropolis" not in text
    assert "shop" not in text
    assert "DE" not in text


def test_main_explain_lists_the_answers_without_a_field(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "document.json"
    document.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    write_corpus(tmp_path, entry("/3/people", [{"name": "x"}, {}, {"name": None}]))
    output = tmp_path / "evidence.json"
    arguments = [str(tmp_path), "--document", str(document), "--output", str(tmp_path), "--explain", "Person.name"]
    assert measure.main(arguments) == 0
    printed = capsys.readouterr().out
    assert "1 absent people_list [] answers.jsonl:1 2024-05-01 recorded" in printed
    assert "1 null people_list [] answers.jsonl:1 2024-05-01 recorded" in printed
    assert not output.exists()


def test_main_returns_2_and_writes_nothing_for_a_missing_corpus(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "evidence.json"
    arguments = ["nowhere", "--document", str(tmp_path / "none.json"), "--output", str(tmp_path)]
    assert measure.main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not output.exists()
