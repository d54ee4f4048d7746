"""Tests that the report names exactly the differences of TMDB's documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from scripts.json_io import Json, load
from scripts.regenerate.build import Build, Committed, ProjectData, prepare_documents, read_project_data
from scripts.regenerate.read.normal_form import normal_form
from scripts.regenerate.report.render import RegenerationReport, make_report
from scripts.regenerate.report.upstream_changes import UpstreamChange
from tests.pipeline.document_mutations import mutated
from tests.pipeline.semantic_diff import Address, Facts, document_facts

#: The number of mutated documents, and of the tests that share them.
MUTATIONS, PARTS = 300, 4
OPERATIONS = {
    "v3": {
        "/3/account/{account_id}/rated/movies",
        "/3/authentication/session",
        "/3/configuration/countries",
        "/3/credit/{credit_id}",
        "/3/discover/tv",
        "/3/find/{external_id}",
        "/3/movie/{movie_id}",
        "/3/movie/{movie_id}/account_states",
        "/3/movie/{movie_id}/credits",
        "/3/movie/{movie_id}/rating",
        "/3/search/multi",
        "/3/tv/{series_id}/season/{season_number}",
    },
    "v4": {"/4/list", "/4/list/{list_id}", "/4/list/{list_id}/item_status"},
}


def cut(documents: Mapping[str, Json]) -> dict[str, Json]:
    """Return documents with a dozen operations."""
    return {
        version: {**document, "paths": {path: document["paths"][path] for path in sorted(OPERATIONS[version])}}
        for version, document in documents.items()
    }


def overlays(data: ProjectData) -> ProjectData:
    """Return the inputs without the overlay actions of other and of all operations, which take most of the time."""
    listed = [path for paths in OPERATIONS.values() for path in paths]
    return replace(
        data,
        overlays={
            version: [one for one in actions if any(f"'{path}'" in one.target for path in listed)]
            for version, actions in data.overlays.items()
        },
    )


@dataclass(frozen=True, slots=True)
class Project:
    """The inputs of the project, and those of the documents with a dozen operations."""

    all_data: ProjectData
    data: ProjectData
    documents: dict[str, Json]
    facts: dict[str, Facts]
    before: Build


@pytest.fixture(scope="session")
def project(root: Path) -> Project:
    """Return the inputs that all tests share."""
    data = read_project_data(root)
    documents = cut({version: load(root / f"openapi/upstream/{version}.json") for version in OPERATIONS})
    few = overlays(data)
    return Project(data, few, documents, facts_of(documents), prepare_documents(documents, few, validate=False))


def report_of(before: Build, after: Build) -> RegenerationReport:
    """Return the report of two builds."""
    return make_report(Committed(before.snapshots, before.document), after, {}, "1.2.3")


def moves(old: Facts, new: Facts, holder: Address) -> Iterator[tuple[Address, Address]]:
    """Yield the only part below a holder that one of two operations lacks, and the one that the other lacks."""
    depth = len(holder)
    for pattern in (r"answer 2", r".*/"):
        gone, come = (
            {
                address
                for address in one
                if len(address) == depth + 1 and address[:depth] == holder and re.match(pattern, address[-1])
            }
            for one in (old, new)
        )
        if len(gone - come) == len(come - gone) == 1:
            yield (gone - come).pop(), (come - gone).pop()


def aligned(old: Facts, new: Facts) -> tuple[Facts, dict[Address, tuple[str, str]]]:
    """Return the old facts under the new status and content types, and these moves."""
    moved: dict[Address, tuple[str, str]] = {}
    holders: list[Address] = [
        (),
        *((name,) for (name, *_) in filter(None, new) if name == "body" or name.startswith("answer ")),
    ]
    for holder in dict.fromkeys(holders):
        for source, target in moves(old, new, holder):
            if not (holder == () and "/" in target[-1]):
                moved[target] = (source[-1], target[-1])
                depth = len(source)
                old = {target + key[depth:] if key[:depth] == source else key: value for key, value in old.items()}
    return old, moved


Values = dict[Address, tuple[str | None, str | None]]


def facts_of(documents: Mapping[str, Json]) -> dict[str, Facts]:
    """Return the facts of documents by operation."""
    return {
        name: facts
        for version, document in documents.items()
        for name, facts in document_facts(version, document).items()
    }


def independent(before: Mapping[str, Facts], new: Mapping[str, Facts]) -> Values:
    """Return the values before and after of every fact that differs, by operation and address."""
    old = dict(before)
    found: Values = {}
    ids = [
        [
            (name.split(" ")[0], facts[" operationId",])
            for name, facts in one.items()
            if name not in other and (" operationId",) in facts
        ]
        for one, other in ((old, new), (new, old))
    ]
    for name in sorted(new.keys() - old.keys()):
        key = (name.split(" ")[0], new[name].get((" operationId",), ""))
        if key[1] and ids[0].count(key) == ids[1].count(key) == 1:
            source = next(
                one
                for one in old.keys() - new.keys()
                if one.split(" ")[0] == key[0] and old[one].get((" operationId",)) == key[1]
            )
            old[name] = old.pop(source)
            found[name, "moved"] = (source, name)
    for name in old.keys() | new.keys():
        one, other = old.get(name, {}), new.get(name, {})
        if one and other:
            one, moved = aligned(one, other)
            found |= {(name, *address, "moved"): values for address, values in moved.items()}
        for address in one.keys() | other.keys():
            if one.get(address) != other.get(address):
                found[name, *address] = (one.get(address), other.get(address))
    return found


def normal(change: UpstreamChange, paths: Mapping[str, list[str]]) -> Address:
    """Return the address of a change as in the independent diff."""
    operation, *rest = change.address
    names = paths.get(operation, [])
    if rest and rest[0].startswith("path parameter ") and (name := rest[0].removeprefix("path parameter ")) in names:
        rest[:1] = [f"path {names.index(name)}", *(["value"] if change.kind != "renamed" else [])]
    if any(part.startswith(" or ") for part in rest):
        rest[next(index for index, part in enumerate(rest) if part.startswith(" or ")) :] = ["or"]
    return (operation, *rest, *(["moved"] if change.kind == "moved" and change.address[-1] == change.after else []))


def choice_cut(address: Address) -> Address:
    """Return an address without the content of an alternative."""
    return address[: address.index("or") + 1] if "or" in address else address


def problems(report: RegenerationReport, before: Mapping[str, Facts], after: Mapping[str, Facts]) -> Iterator[str]:
    """Yield the differences that the report lacks, and its lines that are no difference."""
    expected = {choice_cut(address): values for address, values in independent(before, after).items()}
    paths = {
        name: [facts[key] for key in sorted(facts) if len(key) == 1 and key[0].startswith("path ")]
        for name, facts in {**before, **after}.items()
    }
    listed = [(normal(change, paths), change) for change in report.upstream]
    addresses = {address for address, _ in listed}
    wide = {address for address, change in listed if change.kind in {"removed", "added"}}
    for address, values in expected.items():
        if address not in addresses and not any(address[:length] in wide for length in range(1, len(address))):
            yield f"not in the report: {address} {values}"
    for address, change in listed:
        if address not in expected:
            yield f"not a difference: {change}"
        elif change.kind in {"changed", "moved", "renamed"} and change.after not in (
            expected[address][1],
            f"path parameter {expected[address][1]}",
        ):
            yield f"other values: {change} {expected[address]}"


# In parts, which run at the same time. A failing example is not made smaller: that takes minutes, and a message names few places.
@pytest.mark.parametrize("part", range(PARTS))
def test_report_names_exactly_the_differences_of_mutated_documents(project: Project, part: int) -> None:
    @seed(part)
    @settings(max_examples=MUTATIONS // PARTS, database=None, phases=[Phase.generate])
    @given(st.data())
    def report_is_exact(data: st.DataObject) -> None:
        documents = mutated(project.documents, lambda limit: data.draw(st.integers(0, limit - 1)))
        after = prepare_documents(
            {version: normal_form(document, "mutated.json") for version, document in documents.items()},
            project.data,
            validate=False,
        )
        report = report_of(project.before, after)
        assert list(problems(report, project.facts, facts_of(documents))) == []
        followed = {change.effect for change in report.upstream}
        assert bool(report.changes) <= ("followed" in followed)
        text = report.markdown()
        assert all(f"`{change.where}`" in text for change in report.changes or ())

    report_is_exact()


@pytest.mark.conformance
def test_report_names_exactly_the_differences_of_tmdbs_documents(project: Project, openapi_documents: Path) -> None:
    dates = ("2025-10-03", "2026-03-23")
    before, after = ({"v3": load(openapi_documents / f"tmdb-v3.{date}.json")} for date in dates)
    builds = [
        prepare_documents({"v3": normal_form(one["v3"], "v3.json")}, project.all_data, validate=False)
        for one in (before, after)
    ]
    for old, new, report in ((before, after, report_of(*builds)), (after, before, report_of(*builds[::-1]))):
        assert list(problems(report, facts_of(old), facts_of(new))) == []
        assert report.upstream
