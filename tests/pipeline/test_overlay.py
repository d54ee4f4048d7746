"""How corrections are applied, and how it shows that one has nothing to correct any more."""

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
    """Apply actions to the small document; each gets a reason."""
    folder = folder / "v3"
    folder.mkdir(exist_ok=True)
    written = [{"description": "Why.", **action} for action in actions]
    overlay = {"overlay": "1.0.0", "info": {"title": "Types", "version": "1"}, "actions": written}
    (folder / "10-types.yaml").write_text(yaml.safe_dump(overlay), encoding="utf-8")
    return apply_overlays(upstream or document(), read_overlays(folder))


def test_update_merges(tmp_path: Path) -> None:
    """An update adds and replaces keys at every place that the target selects, and leaves the rest."""
    action = {"target": "$.paths[*].get.parameters[?@.name=='query'].schema", "update": {"minLength": 1}}
    result, stale = applied(tmp_path, action)
    for path in ("/3/search/book", "/3/search/all"):
        assert result["paths"][path]["get"]["parameters"][0]["schema"] == {"type": "string", "minLength": 1}
    assert stale == []


def test_update_appends_to_a_list(tmp_path: Path) -> None:
    """An update of a list is one more item of it; lists inside an update grow too."""
    parameter = {"name": "year", "in": "query", "schema": {"type": "integer"}}
    result, stale = applied(
        tmp_path,
        {"target": "$.paths['/3/search/all'].get.parameters", "update": parameter},
        {"target": "$.paths['/3/search/book'].get", "update": {"parameters": [parameter]}},
    )
    for path in ("/3/search/book", "/3/search/all"):
        assert result["paths"][path]["get"]["parameters"][-1] == parameter
    assert stale == []


def test_remove(tmp_path: Path) -> None:
    """A removal takes every match out, several of one list too."""
    result, stale = applied(
        tmp_path,
        {"target": "$.paths['/3/book/{book_id}/loan'].post.parameters[?@.in!='path']", "remove": True},
        {"target": "$.paths['/3/shelves']", "remove": True},
    )
    assert [one["name"] for one in result["paths"]["/3/book/{book_id}/loan"]["post"]["parameters"]] == ["book_id"]
    assert "/3/shelves" not in result["paths"]
    assert stale == []


def test_the_given_document_stays_as_it_is(tmp_path: Path) -> None:
    """Corrections go into a copy."""
    upstream = document()
    applied(tmp_path, {"target": "$.paths", "remove": True}, upstream=upstream)
    assert upstream == document()


def test_action_that_matches_nothing_is_stale(tmp_path: Path) -> None:
    """TMDB may have taken away what the action corrects."""
    _, stale = applied(tmp_path, {"target": "$.paths['/3/gone']", "remove": True})
    assert [str(one) for one in stale] == ["v3/10-types.yaml action 1 ($.paths['/3/gone']): matches nothing"]


def test_action_that_changes_nothing_is_stale(tmp_path: Path) -> None:
    """TMDB may have mended what the action corrects."""
    update = {"schema": {"type": "string"}}
    _, stale = applied(tmp_path, {"target": "$..parameters[?@.name=='query']", "update": update})
    assert [one.why for one in stale] == ["changes nothing"]


def test_one_change_is_enough(tmp_path: Path) -> None:
    """An action is needed as long as one of its places needs it."""
    upstream = document()
    upstream["paths"]["/3/search/all"]["get"]["parameters"][0]["schema"]["minLength"] = 1
    action = {"target": "$..parameters[?@.name=='query'].schema", "update": {"minLength": 1}}
    assert applied(tmp_path, action, upstream=upstream)[1] == []


@pytest.mark.parametrize(("old", "new"), [(True, 1), (1, 1.0), (0, False)])
def test_a_value_of_another_type_is_a_change(tmp_path: Path, old: object, new: object) -> None:
    """Python calls 1 and true equal; JSON does not."""
    upstream = document()
    upstream["info"]["x-a"] = old
    _, stale = applied(tmp_path, {"target": "$.info", "update": {"x-a": new}}, upstream=upstream)
    assert stale == []


def test_renamed_path_parameter_costs_no_correction(tmp_path: Path) -> None:
    """A target finds its path under the new name of a parameter, and says that it should be rewritten."""
    upstream = document()
    upstream["paths"]["/3/book/{id}"] = upstream["paths"].pop("/3/book/{book_id}")
    action = {"target": "$.paths['/3/book/{book_id}'].get", "update": {"deprecated": True}}
    result, stale = applied(tmp_path, action, upstream=upstream)
    assert result["paths"]["/3/book/{id}"]["get"]["deprecated"]
    assert [one.why for one in stale] == ["names a path parameter as it is no longer called"]


@pytest.mark.parametrize(
    "action", [{"target": "$.info.title", "update": {"a": 1}}, {"target": "$.info", "update": "text"}]
)
def test_action_that_finds_another_kind_of_value_is_stale(tmp_path: Path, action: Json) -> None:
    """Where TMDB writes something else than before, the correction is left out, and the report names it."""
    result, stale = applied(tmp_path, action)
    assert result == document()
    assert [one.why for one in stale] == ["selects what cannot be updated"]


@pytest.mark.parametrize(
    ("action", "message"),
    [
        ({"target": "$.paths[", "remove": True}, "not a JSONPath"),
        ({"target": "$", "remove": True}, "cannot remove the whole document"),
        ({"target": "$.info"}, "either update or remove"),
        ({"target": "$.info", "update": {}, "remove": True}, "either update or remove"),
        ({"target": "$.info", "remove": True, "description": ""}, "a description"),
    ],
)
def test_slips(tmp_path: Path, action: Json, message: str) -> None:
    """A slip is said with the file and the number of the action."""
    with pytest.raises(DataError, match=message) as error:
        applied(tmp_path, action)
    assert str(error.value).startswith("v3/10-types.yaml action 1")


def test_file_that_is_no_overlay(tmp_path: Path) -> None:
    """Only Overlay 1.0 documents are applied."""
    (tmp_path / "10-types.yaml").write_text("overlay: 2.0.0\ninfo: {}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"not an Overlay 1\.0 document"):
        read_overlays(tmp_path)


def independently(upstream: Path, overlays: Path, tools: Path, folder: Path) -> Json:
    """Apply the overlays of a folder with openapi-format: the actions of all its files, in the order of their names."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(overlays.glob("*.yaml"))]
    overlay, target = folder / "overlay.yaml", folder / "overlaid.json"
    overlay.write_text(texts[0] + "".join(text.partition("\nactions:\n")[2] for text in texts[1:]), encoding="utf-8")
    command: list[str | Path] = [tools / "openapi-format", upstream, "--output", target, "--overlayFile", overlay]
    subprocess.run([*command, "--no-sort", "--json"], check=True, capture_output=True, timeout=120)
    return load(target)


@pytest.mark.node
def test_an_independent_tool_agrees_on_the_small_document(tmp_path: Path, root: Path) -> None:
    """openapi-format makes the same of the small document."""
    upstream = tmp_path / "upstream.json"
    upstream.write_text(json.dumps(document()), encoding="utf-8")
    folder = tmp_path / "v3"
    folder.mkdir()
    (folder / "10-types.yaml").write_text(yaml.safe_dump(OVERLAY), encoding="utf-8")
    ours, stale = apply_overlays(document(), read_overlays(folder))
    assert independently(upstream, folder, root / "tools/node_modules/.bin", tmp_path) == ours
    assert stale == []


@pytest.mark.node
@pytest.mark.parametrize("version", ["v3", "v4"])
def test_an_independent_tool_agrees_on_ours(tmp_path: Path, root: Path, version: str) -> None:
    """openapi-format makes the same of TMDB's contract with our overlays, so they are what the standard means."""
    upstream = root / f"openapi/upstream/{version}.json"
    folder = root / "openapi/overlays" / version
    actions = read_overlays(folder)
    ours, _ = apply_overlays(load(upstream), actions)
    assert len({action.overlay for action in actions}) > 1
    assert independently(upstream, folder, root / "tools/node_modules/.bin", tmp_path) == ours
