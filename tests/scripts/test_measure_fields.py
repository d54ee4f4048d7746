"""What is required is decided by counts: they must be right, and hold nothing but counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.evidence import measure_fields
from scripts.evidence.document_walk import DocumentWalk
from scripts.evidence.recordings import read_recordings
from tests.scripts.samples import DOCUMENT, entry, write_corpus

STRUCTURE = DocumentWalk(DOCUMENT)


def counts(folder: Path, *entries: dict[str, object]) -> dict[str, Any]:
    """Return the components of the evidence for some recordings."""
    measurement = measure_fields.measure(STRUCTURE, read_recordings([write_corpus(folder, *entries)]))
    content: dict[str, Any] = measure_fields.evidence(measurement, {})
    components: dict[str, Any] = content["components"]
    return components


def test_present_absent_null_empty_and_types_are_counted(tmp_path: Path) -> None:
    """Each object adds to `observed`, and to what it shows of the field."""
    bodies: list[dict[str, object]] = [{"vote": 8}, {"vote": 8.0}, {"vote": None}, {}, {"title": ""}, {"title": "t"}]
    fields = counts(tmp_path, *(entry("/3/film/{id}", body) for body in bodies))["FilmDetails"]
    assert fields["vote"]["since_2023"] == {
        "observed": 6,
        "absent": 3,
        "null": 1,
        "empty": 0,
        "types": {"float": 1, "int": 1},
    }
    assert fields["title"]["empty"] == 1
    assert fields["title"]["types"] == {"str": 2}


def test_own_answers_and_appended_blocks_are_pooled(tmp_path: Path) -> None:
    """An appended block lacks `id`, which its own operation has: the component must allow both."""
    fields = counts(
        tmp_path,
        entry("/3/film/{id}/cast", {"id": 1, "cast": []}),
        entry("/3/film/{id}", {"cast": {"cast": [{"name": "x"}]}}),
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
def test_what_is_old_or_not_a_whole_recording_says_nothing_about_today(tmp_path: Path, source: dict[str, Any]) -> None:
    """Such answers count in the pool, but never for what is required."""
    fields = counts(tmp_path, entry("/3/people", [{"name": "x"}], **source))["Person"]["name"]
    assert fields["observed"] == 1
    assert fields["since_2023"]["observed"] == 0


def test_types_are_not_taken_from_recorders_that_change_them(tmp_path: Path) -> None:
    """Encoding again turns 8.0 into 8, and scrubbing puts zeros: presence counts, types do not."""
    fields = counts(
        tmp_path,
        entry("/3/film/{id}", {"vote": 8, "title": "x"}, reencoded="yes"),
        entry("/3/film/{id}", {"vote": 0, "title": "x"}, scrubbed=["vote"]),
    )["FilmDetails"]
    assert fields["vote"]["since_2023"]["observed"] == 2
    assert fields["vote"]["types"] == {}
    assert fields["title"]["types"] == {"str": 1}


def test_errors_quotations_and_unknown_operations_are_left_out(tmp_path: Path) -> None:
    """Only success answers of operations that the document has are evidence for its components."""
    corpus = write_corpus(
        tmp_path,
        entry("/3/people", [{"name": "x"}], status=404),
        entry("/3/people", [{"name": "x"}], kind="quoted"),
        entry("/3/legacy", [{"name": "x"}]),
    )
    measurement = measure_fields.measure(STRUCTURE, read_recordings([corpus]))
    assert measurement.answers == 0
    assert measurement.unplaced == {"GET /3/legacy": 1}


def test_keys_that_no_component_knows_are_counted(tmp_path: Path) -> None:
    """They are how a new field of TMDB is noticed; appended seasons are no field."""
    body: dict[str, object] = {"id": 1, "softcore": False, "cast": {"cast": []}, "season/1": {}}
    corpus = write_corpus(tmp_path, entry("/3/film/{id}", body))
    assert measure_fields.measure(STRUCTURE, read_recordings([corpus])).unknown == {("FilmDetails", "softcore"): 1}


def test_fields_called_nullable_are_mapped_to_components() -> None:
    """Operations of old documents have other parameter names; what leads nowhere is told."""
    rows = [
        {"method": "GET", "path": "/3/film/{movie_id}", "field": "series.poster"},
        {"method": "GET", "path": "/3/search", "field": "results[].photo"},
        {"method": "GET", "path": "/3/gone", "field": "id"},
    ]
    nullable, lost = measure_fields.called_nullable(STRUCTURE, rows)
    assert nullable == {"Person": ["photo"], "Series": ["poster"]}
    assert lost == ["GET /3/gone id"]


def test_command_writes_the_same_bytes_whatever_the_order_of_the_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The evidence is committed: a diff of it must mean that something was seen."""
    document = tmp_path / "document.json"
    document.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    lines = [
        entry("/3/film/{id}", {"vote": 1}),
        entry("/3/film/{id}", {"vote": 1.5}),
        entry("/3/people", [{"name": ""}]),
    ]
    written: list[bytes] = []
    for number, order in enumerate((lines, lines[::-1])):
        folder = tmp_path / str(number)
        folder.mkdir()
        output = folder / "evidence.json"
        arguments = [str(write_corpus(folder, *order)), "--document", str(document), "--output", str(output)]
        assert measure_fields.main(arguments) == 0
        written.append(output.read_bytes())
    assert written[0] == written[1]
    assert "3 answers counted, 3 of them recorded since 2023" in capsys.readouterr().out


def test_command_writes_counts_only(tmp_path: Path) -> None:
    """Nothing of an answer's content may enter the project."""
    document = tmp_path / "document.json"
    document.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    output = tmp_path / "evidence.json"
    write_corpus(tmp_path, entry("/3/film/{id}", {"title": "Metropolis", "offers": {"DE": [{"name": "shop"}]}}))
    assert measure_fields.main([str(tmp_path), "--document", str(document), "--output", str(output)]) == 0
    text = output.read_text(encoding="utf-8")
    assert "Metropolis" not in text
    assert "shop" not in text
    assert "DE" not in text


def test_command_explains_where_a_field_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A maintainer asks which answers make a field optional, and gets their places."""
    document = tmp_path / "document.json"
    document.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    write_corpus(tmp_path, entry("/3/people", [{"name": "x"}, {}, {"name": None}]))
    output = tmp_path / "evidence.json"
    arguments = [str(tmp_path), "--document", str(document), "--output", str(output), "--explain", "Person.name"]
    assert measure_fields.main(arguments) == 0
    printed = capsys.readouterr().out
    assert "1 absent people_list [] answers.jsonl:1 2024-05-01 recorded" in printed
    assert "1 null people_list [] answers.jsonl:1 2024-05-01 recorded" in printed
    assert not output.exists()


def test_command_names_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong path is one line and exit code 2, and writes nothing."""
    output = tmp_path / "evidence.json"
    arguments = ["nowhere", "--document", str(tmp_path / "none.json"), "--output", str(output)]
    assert measure_fields.main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not output.exists()
