"""Tests of applying overlays and detecting stale actions."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import yaml

from scripts.json_io import DataError, Json, load
from scripts.regenerate.correct.overlay import Stale, apply_overlays, read_overlays
from tests.pipeline.small import OVERLAY, document


def applied(folder: Path, *actions: Json, upstream: Json | None = None) -> tuple[Json, list[Stale]]:
    """Apply actions to the small document."""
    folder = folder / "v3"
    folder.mkdir(exist_ok=True)
    written = [{"description": "Why.", **action} for action in actions]
    overlay = {"overlay": "1.0.0", "info": {"title": "Types", "version": "1"}, "actions": written}
    (folder / "10-types.yaml").write_text(yaml.safe_dump(overlay), encoding="utf-8")
    return apply_overlays(upstream or document(), read_overlays(folder))


def test_update_merges_into_every_match(tmp_path: Path) -> None:
    action = {"target": "$.paths[*].get.parameters[?@.name=='query'].schema", "update": {"minLength": 1}}
    result, stale = applied(tmp_path, action)
    for path in ("/3/search/book", "/3/search/all"):
        assert result["paths"][path]["get"]["parameters"][0]["schema"] == {"type": "string", "minLength": 1}
    assert stale == []


def test_update_appends_to_a_list(tmp_path: Path) -> None:
    """An update of a list appends one item, and lists in an update are extended."""
    parameter = {"name": "year", "in": "query", "schema": {"type": "integer"}}
    result, stale = applied(
        tmp_path,
        {"target": "$.paths['/3/search/all'].get.parameters", "update": parameter},
        {"target": "$.paths['/3/search/book'].get", "update": {"parameters": [parameter]}},
    )
    for path in ("/3/search/book", "/3/search/all"):
        assert result["paths"][path]["get"]["parameters"][-1] == parameter
    assert stale == []


def test_remove_removes_every_match(tmp_path: Path) -> None:
    result, stale = applied(
        tmp_path,
        {"target": "$.paths['/3/book/{book_id}/loan'].post.parameters[?@.in!='path']", "remove": True},
        {"target": "$.paths['/3/shelves']", "remove": True},
    )
    assert [one["name"] for one in result["paths"]["/3/book/{book_id}/loan"]["post"]["parameters"]] == ["book_id"]
    assert "/3/shelves" not in result["paths"]
    assert stale == []


def test_apply_overlays_does_not_modify_its_argument(tmp_path: Path) -> None:
    upstream = document()
    applied(tmp_path, {"target": "$.paths", "remove": True}, upstream=upstream)
    assert upstream == document()


def test_action_that_matches_nothing_is_stale(tmp_path: Path) -> None:
    _, stale = applied(tmp_path, {"target": "$.paths['/3/gone']", "remove": True})
    assert [str(one) for one in stale] == ["v3/10-types.yaml action 1 ($.paths['/3/gone']): matches nothing"]


def test_action_that_changes_nothing_is_stale(tmp_path: Path) -> None:
    update = {"schema": {"type": "string"}}
    _, stale = applied(tmp_path, {"target": "$..parameters[?@.name=='query']", "update": update})
    assert [one.why for one in stale] == ["changes nothing"]


def test_action_that_changes_one_match_is_not_stale(tmp_path: Path) -> None:
    upstream = document()
    upstream["paths"]["/3/search/all"]["get"]["parameters"][0]["schema"]["minLength"] = 1
    action = {"target": "$..parameters[?@.name=='query'].schema", "update": {"minLength": 1}}
    assert applied(tmp_path, action, upstream=upstream)[1] == []


@pytest.mark.parametrize(("old", "new"), [(True, 1), (1, 1.0), (0, False)])
def test_value_of_another_type_is_a_change(tmp_path: Path, old: object, new: object) -> None:
    """1 and true are equal in Python, but not in JSON."""
    upstream = document()
    upstream["info"]["x-a"] = old
    _, stale = applied(tmp_path, {"target": "$.info", "update": {"x-a": new}}, upstream=upstream)
    assert stale == []


def test_action_applies_despite_a_renamed_path_parameter(tmp_path: Path) -> None:
    upstream = document()
    upstream["paths"]["/3/book/{id}"] = upstream["paths"].pop("/3/book/{book_id}")
    action = {"target": "$.paths['/3/book/{book_id}'].get", "update": {"deprecated": True}}
    result, stale = applied(tmp_path, action, upstream=upstream)
    assert result["paths"]["/3/book/{id}"]["get"]["deprecated"]
    assert [one.why for one in stale] == ["uses an old name of a path parameter"]


@pytest.mark.parametrize(
    "action", [{"target": "$.info.title", "update": {"a": 1}}, {"target": "$.info", "update": "text"}]
)
def test_action_on_a_value_of_another_type_is_stale(tmp_path: Path, action: Json) -> None:
    result, stale = applied(tmp_path, action)
    assert result == document()
    assert [one.why for one in stale] == ["matches a value that cannot be updated"]


@pytest.mark.parametrize(
    ("action", "message"),
    [
        ({"target": "$.paths[", "remove": True}, "not a JSONPath"),
        ({"target": "$", "remove": True}, "cannot remove the whole document"),
        ({"target": "$.info"}, "either update or remove"),
        ({"target": "$.info", "update": {}, "remove": True}, "either update or remove"),
        ({"target": "$.info", "remove": True, "description": ""}, r"actions\[0\]\.description: .* shorter"),
    ],
)
def test_invalid_action_raises(tmp_path: Path, action: Json, message: str) -> None:
    """The message starts with the file."""
    with pytest.raises(DataError, match=message) as error:
        applied(tmp_path, action)
    assert str(error.value).startswith("v3/10-types.yaml")


def test_read_overlays_rejects_other_files(tmp_path: Path) -> None:
    (tmp_path / "10-types.yaml").write_text("overlay: 2.0.0\ninfo: {}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r'overlay: "2\.0\.0" is not one of "1\.0\.0"'):
        read_overlays(tmp_path)


def applied_by_openapi_format(upstream: Path, overlays: Path, tools: Path, folder: Path) -> Json:
    """Apply the overlays of a folder with openapi-format, ordered by file name."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(overlays.glob("*.yaml"))]
    overlay, target = folder / "overlay.yaml", folder / "overlaid.json"
    overlay.write_text(texts[0] + "".join(text.partition("\nactions:\n")[2] for text in texts[1:]), encoding="utf-8")
    command: list[str | Path] = [tools / "openapi-format", upstream, "--output", target, "--overlayFile", overlay]
    subprocess.run([*command, "--no-sort", "--json"], check=True, capture_output=True, timeout=120)
    return load(target)


@pytest.mark.node
def test_openapi_format_agrees_on_the_small_document(tmp_path: Path, root: Path) -> None:
    upstream = tmp_path / "upstream.json"
    upstream.write_text(json.dumps(document()), encoding="utf-8")
    folder = tmp_path / "v3"
    folder.mkdir()
    (folder / "10-types.yaml").write_text(yaml.safe_dump(OVERLAY), encoding="utf-8")
    ours, stale = apply_overlays(document(), read_overlays(folder))
    assert applied_by_openapi_format(upstream, folder, root / "tools/node_modules/.bin", tmp_path) == ours
    assert stale == []


@pytest.mark.node
@pytest.mark.parametrize("version", ["v3", "v4"])
def test_openapi_format_agrees_on_tmdbs_documents(tmp_path: Path, root: Path, version: str) -> None:
    upstream = root / f"openapi/upstream/{version}.json"
    folder = root / "openapi/overlays" / version
    actions = read_overlays(folder)
    ours, _ = apply_overlays(load(upstream), actions)
    assert len({action.overlay for action in actions}) > 1
    assert applied_by_openapi_format(upstream, folder, root / "tools/node_modules/.bin", tmp_path) == ours


@pytest.mark.parametrize("version", ["v3", "v4"])
def test_overlays_keep_fields_with_the_name_of_a_removed_keyword(root: Path, version: str) -> None:
    fields = {"default": {"type": "boolean", "default": True}, "count": {"type": "integer", "default": 0}}
    schema = {"type": "object", "properties": fields}
    content = {"application/json": {"schema": schema}}
    document = {"paths": {"/x": {"get": {"responses": {"200": {"content": content}}}}}}
    (action,) = [one for one in read_overlays(root / "openapi/overlays" / version) if one.target.endswith("].default")]
    result, stale = apply_overlays(document, [action])
    made = result["paths"]["/x"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert made == {"type": "object", "properties": {"default": {"type": "boolean"}, "count": {"type": "integer"}}}
    assert stale == []
