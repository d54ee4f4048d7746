"""What is taken in from TMDB's document, what is left outside, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from scripts.json_io import DataError, InputError, Json, sha256
from scripts.regenerate.read import lock
from scripts.regenerate.read.snapshot import read_snapshot
from tests.pipeline.small import document

GOOD = json.dumps(document())


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The small document as a file."""
    path = tmp_path / "library-v3.2026-03-23.json"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_prose_and_examples_stay_outside(source: Path) -> None:
    """Descriptions, summaries, examples and extensions are TMDB's; the contract is facts."""
    text = read_snapshot(str(source)).text
    for word in ("Prose", "summary", '"example', "x-readme", "Emma"):
        assert word not in text
    assert "book-details" in text
    assert '"default": "en"' in text


def test_fields_that_are_called_like_prose_stay(source: Path) -> None:
    """A field named `description`, `title` or `example` is contract."""
    upstream = document()
    names = ("description", "title", "example", "examples", "summary", "x-ray")
    fields = {name: {"type": "string", "description": "Prose."} for name in names}
    schema = upstream["paths"]["/3/book/{book_id}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    schema["properties"] = fields
    upstream["components"] = {"schemas": {"title": {"type": "object", "properties": fields}}}
    source.write_text(json.dumps(upstream), encoding="utf-8")
    kept = read_snapshot(str(source)).document
    stripped = {name: {"type": "string"} for name in names}
    assert kept["components"]["schemas"]["title"]["properties"] == stripped
    answer = kept["paths"]["/3/book/{book_id}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer["properties"] == stripped


def test_words_of_a_vocabulary_stay(source: Path) -> None:
    """An enum may hold any word."""
    upstream = document()
    upstream["paths"]["/3/search/book"]["get"]["parameters"][2]["schema"]["enum"] = ["title", "example"]
    source.write_text(json.dumps(upstream), encoding="utf-8")
    kept = read_snapshot(str(source)).document["paths"]["/3/search/book"]["get"]["parameters"][2]["schema"]
    assert kept["enum"] == ["title", "example"]


def test_same_contract_gives_the_same_snapshot(source: Path) -> None:
    """The order and the spaces of a document are accidents."""
    before = read_snapshot(str(source)).text
    upstream: Json = dict(reversed(document().items()))
    source.write_text(json.dumps(upstream, indent=4), encoding="utf-8")
    assert read_snapshot(str(source)).text == before


def test_facts_about_the_source(source: Path) -> None:
    """The lock tells the file's name, never its place on somebody's machine."""
    snapshot = read_snapshot(str(source))
    assert (snapshot.source, snapshot.date) == ("library-v3.2026-03-23.json", "2026-03-23")
    assert (snapshot.version, snapshot.operations) == ("3", 6)
    assert snapshot.sha256 == sha256(GOOD.encode())
    written = lock.write({"v3": lock.entry(snapshot)})
    assert str(source.parent) not in written
    assert lock.read(written.encode()) == {"v3": lock.entry(snapshot)}


def test_any_edit_of_the_lock_is_found(source: Path) -> None:
    """Every character of the lock counts."""
    written = lock.write({"v3": lock.entry(read_snapshot(str(source)))})
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
    "list": ("[1, 2]", "not OpenAPI: the JSON is no object"),
    "other JSON": ('{"a": 1}', "not OpenAPI: there is no `openapi` version"),
    "Swagger 2": ('{"swagger": "2.0", "info": {}, "paths": {}}', r"Swagger 2\.0, but OpenAPI 3 is needed"),
    "OpenAPI 4": ('{"openapi": "4.0.0", "info": {}, "paths": {}}', r"OpenAPI 4\.0\.0, but OpenAPI 3"),
    "no info": ('{"openapi": "3.1.0", "paths": {"/a": {}}}', "`info` is missing"),
    "no paths": ('{"openapi": "3.1.0", "info": {}}', "`paths` is missing or empty"),
    "no operations": ('{"openapi": "3.1.0", "info": {}, "paths": {"/a": {}}}', "no operation in it"),
    "odd path": ('{"openapi": "3.1.0", "info": {}, "paths": {"/a": []}}', "/a is no object"),
    "odd operation": ('{"openapi": "3.1.0", "info": {}, "paths": {"/a": {"get": 1}}}', "GET /a is no object"),
    "odd parameters": (
        '{"openapi": "3.1.0", "info": {}, "paths": {"/a": {"get": {"parameters": ["b"]}}}}',
        "GET /a is malformed",
    ),
    "too deep": ('{"openapi": "3.1.0", "info": {}, "paths": ' + "[" * 200_000, "nested too deeply"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_openapi_document_is_refused(source: Path, name: str) -> None:
    """Each kind of wrong input gets one clear line with the file's name."""
    text, message = BAD[name]
    source.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message) as error:
        read_snapshot(str(source))
    assert str(error.value).startswith("library-v3.2026-03-23.json: ")
    assert "\n" not in str(error.value)


def test_bytes_that_are_no_text(source: Path) -> None:
    """Binary files are no JSON."""
    source.write_bytes(b"\x1f\x8b\x08\xff\xfe{")
    with pytest.raises(InputError, match="not JSON"):
        read_snapshot(str(source))


def test_file_that_is_not_there(tmp_path: Path) -> None:
    """A wrong path is said by its name and reason."""
    with pytest.raises(InputError, match=r"nothing\.json: cannot be read: No such file"):
        read_snapshot(str(tmp_path / "nothing.json"))


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path.startswith("/library.json")
        body = GOOD.encode() if found else b"no"
        self.send_response(200 if found else 503)
        self.send_header("Last-Modified", "Mon, 23 Mar 2026 10:00:00 GMT")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """A server on this machine that has the small document."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Server) as running:
        thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_url(server: str) -> None:
    """A document can come from a URL; its date is the server's, and secrets of the URL are not kept."""
    snapshot = read_snapshot(f"http://user:secret@{server}/library.json?key=secret")
    assert snapshot.operations == 6
    assert snapshot.date == "2026-03-23"
    assert snapshot.source == f"http://{server}/library.json"


def test_url_that_answers_an_error(server: str) -> None:
    """An error page is no document."""
    with pytest.raises(InputError, match=r"other\.json: the server answers HTTP 503"):
        read_snapshot(f"http://{server}/other.json")


def test_url_that_nobody_answers(server: str) -> None:
    """An unreachable server is said in one line, without secrets."""
    with pytest.raises(InputError, match="cannot be reached") as error:
        read_snapshot("http://user:secret@127.0.0.1:1/library.json")
    assert "secret" not in str(error.value)
    assert "\n" not in str(error.value)
