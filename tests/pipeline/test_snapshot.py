"""Tests of `read_snapshot` and of the lock."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from scripts.json_io import DataError, InputError, Json, sha256
from scripts.regenerate.read import lock, snapshot
from scripts.regenerate.read.snapshot import read_snapshot
from tests.pipeline.small import document

GOOD = json.dumps(document())


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Write the small document to a file."""
    path = tmp_path / "library-v3.2026-03-23.json"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_snapshot_contains_no_texts_and_examples(source: Path) -> None:
    text = read_snapshot(str(source))[0].decode()
    for word in ("Prose", "summary", '"example', "x-readme", "Emma"):
        assert word not in text
    assert "book-details" in text
    assert '"default": "en"' in text


def test_snapshot_keeps_fields_with_names_of_keywords(source: Path) -> None:
    upstream = document()
    names = ("description", "title", "example", "examples", "summary", "x-ray")
    fields = {name: {"type": "string", "description": "Prose."} for name in names}
    schema = upstream["paths"]["/3/book/{book_id}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    schema["properties"] = {**fields, "schemas": {"type": "object", "properties": fields}}
    source.write_text(json.dumps(upstream), encoding="utf-8")
    stripped_document = json.loads(read_snapshot(str(source))[0])
    stripped = {name: {"type": "string"} for name in names}
    answer = stripped_document["paths"]["/3/book/{book_id}"]["get"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    assert answer["properties"].pop("schemas")["properties"] == stripped
    assert answer["properties"] == stripped


def test_snapshot_keeps_all_enum_values(source: Path) -> None:
    upstream = document()
    upstream["paths"]["/3/search/book"]["get"]["parameters"][2]["schema"]["enum"] = ["title", "example"]
    source.write_text(json.dumps(upstream), encoding="utf-8")
    stripped_document = json.loads(read_snapshot(str(source))[0])["paths"]["/3/search/book"]["get"]["parameters"][2][
        "schema"
    ]
    assert stripped_document["enum"] == ["title", "example"]


def test_snapshot_does_not_depend_on_order_and_spaces(source: Path) -> None:
    before = read_snapshot(str(source))[0]
    upstream: Json = dict(reversed(document().items()))
    source.write_text(json.dumps(upstream, indent=4), encoding="utf-8")
    assert read_snapshot(str(source))[0] == before


def test_lock_contains_the_file_name_without_folders(source: Path) -> None:
    snapshot, entry = read_snapshot(str(source))
    assert (entry.source, entry.date) == ("library-v3.2026-03-23.json", "2026-03-23")
    assert (entry.version, entry.operations) == ("3", 6)
    assert (entry.sha256, entry.snapshot) == (sha256(GOOD.encode()), sha256(snapshot))
    written = lock.write({"v3": entry})
    assert str(source.parent) not in written
    assert lock.read(written.encode()) == {"v3": entry}


def test_lock_rejects_any_edit(source: Path) -> None:
    written = lock.write({"v3": read_snapshot(str(source))[1]})
    for place in range(0, len(written), 7):
        edited = written[:place] + chr(ord(written[place]) ^ 1) + written[place + 1 :]
        with pytest.raises(DataError, match=r"lock\.toml"):
            lock.read(edited.encode())


BAD = {
    "empty": ("", "not JSON: Expecting value"),
    "web page": ("<html><body>Not found</body></html>", "not JSON: Expecting value in line 1, column 1"),
    "text": ('{"openapi": "3.1.0", "info": oops}', "not JSON"),
    "truncated": (GOOD[: len(GOOD) // 2], "truncated"),
    "truncated at a brace": (GOOD[:-1], "truncated"),
    "truncated within a word": (GOOD[: GOOD.index("true") + 2], "truncated"),
    "list": ("[1, 2]", "not OpenAPI 3: `openapi` is missing"),
    "other JSON": ('{"a": 1}', "not OpenAPI 3: `openapi` is missing"),
    "Swagger 2": ('{"swagger": "2.0", "info": {}, "paths": {}}', r"not OpenAPI 3: `openapi` is Swagger 2\.0"),
    "OpenAPI 4": ('{"openapi": "4.0.0", "info": {}, "paths": {}}', r"not OpenAPI 3: `openapi` is 4\.0\.0"),
    "no info": ('{"openapi": "3.1.0", "paths": {"/a": {}}}', '"info" is a required property'),
    "no paths": ('{"openapi": "3.1.0", "info": {}}', '"paths" is a required property'),
    "no operations": ('{"openapi": "3.1.0", "info": {}, "paths": {"/a": {}}}', "there are no operations"),
    "odd path": ('{"openapi": "3.1.0", "info": {}, "paths": {"/a": []}}', 'paths./a: .* is not of type "object"'),
    "odd operation": (
        '{"openapi": "3.1.0", "info": {}, "paths": {"/a": {"get": 1}}}',
        'paths./a.get: 1 is not of type "object"',
    ),
    "odd parameters": (
        '{"openapi": "3.1.0", "info": {}, "paths": {"/a": {"get": {"parameters": ["b"]}}}}',
        r'paths./a.get.parameters\[0\]: "b" is not of type "object"',
    ),
    "too deep": ('{"openapi": "3.1.0", "info": {}, "paths": ' + "[" * 200_000, "nested too deeply"),
}


@pytest.mark.parametrize("name", BAD)
def test_read_snapshot_rejects_other_files(source: Path, name: str) -> None:
    text, message = BAD[name]
    source.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message) as error:
        read_snapshot(str(source))
    assert str(error.value).startswith("library-v3.2026-03-23.json: ")
    assert "\n" not in str(error.value)


def test_read_snapshot_rejects_binary_files(source: Path) -> None:
    source.write_bytes(b"\x1f\x8b\x08\xff\xfe{")
    with pytest.raises(InputError, match="not JSON"):
        read_snapshot(str(source))


def test_read_snapshot_names_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.json: cannot be read: No such file"):
        read_snapshot(str(tmp_path / "nothing.json"))


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path.startswith("/library.json")
        body = GOOD.encode() if found else b"no"
        self.send_response(200 if found else 503)
        year = 10**12 if "far-future" in self.path else 2026
        self.send_header("Last-Modified", f"Mon, 23 Mar {year} 10:00:00 GMT")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Disable logging."""


@pytest.fixture
def server() -> Iterator[str]:
    """Start a local server with the small document."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Server) as running:
        thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_read_snapshot_from_a_url_omits_credentials(server: str) -> None:
    entry = read_snapshot(f"http://user:secret@{server}/library.json?key=secret")[1]
    assert (entry.operations, entry.date) == (6, "2026-03-23")
    assert entry.source == f"http://{server}/library.json"


def test_read_snapshot_ignores_an_impossible_date(server: str) -> None:
    assert read_snapshot(f"http://{server}/library.json?far-future")[1].date == ""


def test_read_snapshot_rejects_a_large_document(server: str, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not read to its end."""
    monkeypatch.setattr(snapshot, "MOST_BYTES", 100)
    for place in (f"http://{server}/library.json", str(source)):
        with pytest.raises(InputError, match=r"\.json: too large: more than 100 bytes"):
            read_snapshot(place)


def test_read_snapshot_rejects_a_slow_download(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "LONGEST", -1)
    with pytest.raises(InputError, match="cannot be reached: not complete after -1 seconds"):
        read_snapshot(f"http://{server}/library.json")


def test_read_snapshot_rejects_an_http_error(server: str) -> None:
    with pytest.raises(InputError, match=r"other\.json: the server returned HTTP 503"):
        read_snapshot(f"http://{server}/other.json")


def test_read_snapshot_from_an_unreachable_url_omits_credentials(server: str) -> None:
    with pytest.raises(InputError, match="cannot be reached") as error:
        read_snapshot("http://user:secret@127.0.0.1:1/library.json")
    assert "secret" not in str(error.value)
    assert "\n" not in str(error.value)
