"""A catalogue of one recorded answer gives the same answer back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest

from scripts.evidence.recordings import RecordedAnswer
from tmdb_facade.testing import Catalogue, TMDBServer, problems

pytestmark = pytest.mark.conformance

#: Details, and the least share of their fields that come back. What is missing are counts of what other answers have.
SHARES = {
    "/3/movie/{movie_id}": 0.99,
    "/3/tv/{series_id}": 0.99,
    "/3/tv/{series_id}/season/{season_number}": 0.98,
    "/3/tv/{series_id}/season/{season_number}/episode/{episode_number}": 0.99,
    "/3/person/{person_id}": 0.99,
    "/3/collection/{collection_id}": 0.95,
    "/3/company/{company_id}": 0.97,
    "/3/network/{network_id}": 0.99,
}
#: The order of a role in a list of people that are not in the answer, and links with a title that is not in it.
UNKNOWN = {"order", "link"}

Value = Mapping[str, Any] | list[Any] | str | float | None


@pytest.mark.parametrize("template", SHARES)
def test_details_come_back(template: str, recordings: list[RecordedAnswer], tmp_path: Path) -> None:
    same, fields = Counter[str](), Counter[str]()
    for number, answer in enumerate(
        one for one in recordings if one.template == template and one.path and one.is_success()
    ):
        if answer.kind != "recorded" or "&" in answer.path:
            continue
        body = json.loads(answer.body)
        request = {"method": "GET", "path": answer.path, "query": dict(answer.query)}
        file = tmp_path / f"{number}.json"
        file.write_text(json.dumps({"request": request, "response": {"status": 200, "body": body}}), "utf-8")
        catalogue = Catalogue.from_answers(file)
        assert problems(catalogue) == [], answer.label
        served = _request(catalogue, answer)
        fields.update(body.keys())
        same.update(name for name, value in body.items() if contains(served.get(name), value))
    share = same.total() / fields.total()
    lost = {name: f"{fields[name] - same[name]} of {fields[name]}" for name in fields if same[name] < fields[name]}
    print(f"{template}: {same.total()} of {fields.total()} fields ({share:.1%}); not {lost}")
    assert share >= SHARES[template], lost


def test_all_recordings_together_make_a_catalogue_without_problems(
    recordings: list[RecordedAnswer], tmp_path: Path
) -> None:
    """Later answers contradict earlier ones, of ten years."""
    lines = [
        json.dumps(
            {"request": {"path": one.path, "query": dict(one.query)}, "response": {"body": json.loads(one.body)}}
        )
        for one in recordings
        if one.path and one.method == "GET" and one.is_success()
    ]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), "utf-8")
    catalogue = Catalogue.from_answers(tmp_path)
    assert problems(catalogue) == []
    assert len(catalogue.movies) > 1000


def _request(catalogue: Catalogue, answer: RecordedAnswer) -> dict[str, Any]:
    server = TMDBServer(catalogue)
    query = {name: value for name, value in answer.query.items() if name not in ("api_key", "session_id")}
    headers = {"authorization": f"Bearer {server.access_token}"}
    with httpx.Client(base_url="http://x", headers=headers, transport=server.transport) as client:
        body: dict[str, Any] = client.get(answer.path, params=query).json()
        return body


def contains(answer: Value, saved: Value) -> bool:
    """Return whether an answer has all values of a recorded one; an empty text equals null."""
    if isinstance(saved, Mapping) and isinstance(answer, Mapping):
        return all(name in UNKNOWN or contains(answer.get(name), value) for name, value in saved.items())
    if isinstance(saved, list) and isinstance(answer, list):
        return len(answer) == len(saved) and all(map(contains, answer, saved))
    if isinstance(saved, list | Mapping):
        return False
    return answer == saved or (answer in (None, "") and saved in (None, ""))
