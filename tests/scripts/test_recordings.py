"""`read_recordings` reads corpora and cassettes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
import yaml

from scripts.evidence.recordings import RecordedAnswer, read_recordings
from tests.scripts.samples import entry, write_corpus


def cassette(folder: Path, *interactions: dict[str, object]) -> Path:
    """Write a vcrpy cassette and return its path."""
    path = folder / "cassette.yaml"
    path.write_text(yaml.safe_dump({"version": 1, "interactions": list(interactions)}), encoding="utf-8")
    return path


def interaction(body: dict[str, object], headers: dict[str, list[str]] | None = None) -> dict[str, object]:
    """Return one interaction as vcrpy writes it."""
    return {
        "request": {"method": "GET", "uri": "https://api.themoviedb.org/3/search?query=x&page=2", "headers": {}},
        "response": {"status": {"code": 200, "message": "OK"}, "headers": headers or {}, "body": body},
    }


def test_corpus_line_is_read_with_its_flags(tmp_path: Path) -> None:
    line = entry("/3/movie/{id}", {"vote": 8.0}, path="/3/movie/5", scrubbed=["vote"], maybe_trimmed=True)
    [recording] = read_recordings([write_corpus(tmp_path, line)])
    assert recording.label == "answers.jsonl:1"
    assert (recording.method, recording.path, recording.template) == ("GET", "/3/movie/5", "/3/movie/{id}")
    assert recording.body == b'{"vote": 8.0}'
    assert recording.flags == {"scrubbed", "maybe_trimmed"}
    assert recording.scrubbed == {"vote"}
    assert (recording.kind, recording.date) == ("recorded", "2024-05-01")


def test_vcrpy_cassette_is_read(tmp_path: Path) -> None:
    path = cassette(tmp_path, interaction({"string": '{"a": 1}'}))
    [recording] = read_recordings([path])
    assert (recording.path, recording.query, recording.status) == ("/3/search", {"query": "x", "page": "2"}, 200)
    assert recording.body == b'{"a": 1}'
    assert recording.label == "cassette.yaml#1"


def test_compressed_cassette_is_read(tmp_path: Path) -> None:
    body = gzip.compress(b'{"a": 1}')
    [recording] = read_recordings([cassette(tmp_path, interaction({"string": body}))])
    assert recording.body == b'{"a": 1}'


def test_cassette_of_older_vcrpy_is_read(tmp_path: Path) -> None:
    """Before vcrpy 6, recordings of httpx had `status_code` and `content`."""
    old = interaction({})
    old["response"] = {"status_code": 404, "http_version": "HTTP/1.1", "headers": {}, "content": "{}"}
    [recording] = read_recordings([cassette(tmp_path, old)])
    assert (recording.status, recording.body) == (404, b"{}")


def test_cassette_of_this_project_is_read(tmp_path: Path) -> None:
    entries: list[dict[str, object]] = []
    for content in ({"json": {"day": "2026-11-21", "vote": 8.0}}, {"text": "<html>"}, {}):
        one = interaction({})
        one["response"] = {"status": 200, "headers": {"content-type": "application/json"}, **content}
        entries.append(one)
    bodies = [recording.body for recording in read_recordings([cassette(tmp_path, *entries)])]
    assert bodies == [b'{"day": "2026-11-21", "vote": 8.0}', b"<html>", b""]


def test_folder_is_read_recursively_sorted_by_name(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for path in (tmp_path / "b" / "two.jsonl", tmp_path / "a.jsonl"):
        path.write_text(json.dumps(entry("/3/words", [])) + "\n", encoding="utf-8")
    (tmp_path / "notes.md").write_text("not a recording", encoding="utf-8")
    assert [recording.label for recording in read_recordings([tmp_path])] == ["a.jsonl:1", "two.jsonl:1"]


def test_other_yaml_in_a_folder_is_skipped(tmp_path: Path) -> None:
    """A file that is named explicitly must be a cassette."""
    settings = tmp_path / "settings.yaml"
    settings.write_text("language: de\n", encoding="utf-8")
    cassette(tmp_path, interaction({"string": "{}"}))
    assert len(list(read_recordings([tmp_path]))) == 1
    with pytest.raises(ValueError, match=r"settings\.yaml"):
        list(read_recordings([settings]))


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (200, {"success": False}, True),
        (201, {}, True),
        (404, {"success": False}, False),
        (None, {"id": 1}, True),
        (None, ["a"], True),
        (None, {"success": False}, False),
    ],
)
def test_is_success_uses_the_status_or_else_the_body(
    tmp_path: Path, status: int | None, body: object, expected: bool
) -> None:
    [recording] = read_recordings([write_corpus(tmp_path, entry("/3/words", body, status=status))])
    assert recording.is_success() is expected


@pytest.mark.parametrize("content", ["not json\n", "{}\n", "[1]\n"])
def test_damaged_file_raises_with_its_path(tmp_path: Path, content: str) -> None:
    (tmp_path / "bad.jsonl").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.jsonl"):
        list(read_recordings([tmp_path]))


def test_missing_place_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        list(read_recordings([tmp_path / "nowhere"]))


def test_recorded_answer_defaults() -> None:
    recording = RecordedAnswer(label="x", method="GET", path="/3/words", template="", status=200, body=b"[]")
    assert recording.kind == "recorded"
    assert recording.date == ""
    assert recording.is_success()
