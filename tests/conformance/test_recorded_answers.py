"""Recorded TMDB answers decode without an exception, match the declared types, and lose no modelled value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.evidence.conformance import (
    REASONS,
    Conformance,
    ConformanceReasons,
    conformance_problems,
    render_conformance,
)
from scripts.evidence.recordings import RecordedAnswer, find_operation
from scripts.json_io import load_yaml
from tmdb_bindings.models import (
    CountryTimezones,
    ErrorResponse,
    GenreList,
    MovieCredits,
    MoviePage,
    MovieReleaseDates,
    PersonPage,
    Videos,
)
from tmdb_bindings.runtime import Drift, Model, decode
from tmdb_facade._core.redaction import SECRET_NAMES, redact

pytestmark = pytest.mark.conformance

# Paths that TMDB no longer documents, and the model that matches their objects best.
LEGACY: dict[str, type[Model]] = {
    "/3/company/{company_id}/movies": MoviePage,
    "/3/genre/list": GenreList,
    "/3/genre/{genre_id}/movies": MoviePage,
    "/3/movie/{movie_id}/casts": MovieCredits,
    "/3/movie/{movie_id}/releases": MovieReleaseDates,
    "/3/movie/{movie_id}/trailers": Videos,
    "/3/people/popular": PersonPage,
}
LEGACY_LISTS = {"/3/timezones/list": list[CountryTimezones]}


def test_no_recorded_answer_raises(conformance: Conformance) -> None:
    report = conformance.reports["all recorded"]
    assert report.read > 0
    assert report.raised == []


def test_99_9_percent_of_answers_since_2023_are_on_the_fast_path(conformance: Conformance) -> None:
    report = conformance.reports["recorded since 2023"]
    assert report.read > 0
    assert report.share >= 0.999, report.to_json()["drift"]


def test_no_fixture_raises(conformance: Conformance) -> None:
    """Fixtures that people saved, shortened or encoded again decode too."""
    report = conformance.reports["saved, edited or encoded again"]
    assert report.read > 0
    assert report.raised == []


def test_answers_of_removed_operations_decode_as_the_nearest_model(recordings: list[RecordedAnswer]) -> None:
    """Drift is allowed, an exception is not."""
    for recording in recordings:
        if recording.is_success() and find_operation(recording.method, recording.template or recording.path) is None:
            type_: type[object] = LEGACY.get(recording.template, ErrorResponse)
            kind = type_
            if recording.body.startswith(b"["):
                type_, kind = LEGACY_LISTS[recording.template], list
            answer = decode(recording.body, type_, operation="legacy", drift=Drift("ignore"))
            assert isinstance(answer, kind)


def test_to_dict_returns_every_modelled_value(conformance: Conformance) -> None:
    for report in conformance.reports.values():
        assert not report.lost


def test_every_error_answer_matches_the_error_model(recordings: list[RecordedAnswer]) -> None:
    for recording in recordings:
        if not recording.is_success():
            answer = decode(recording.body, ErrorResponse, operation="error", drift=Drift("raise"))
            assert answer.status_message or answer.errors or answer.success is False


def test_redact_changes_only_answers_with_credentials_or_personal_data(recordings: list[RecordedAnswer]) -> None:
    """Cassettes store redacted answers: a text about the "bearer of bad news" stays as it is."""
    names = {*SECRET_NAMES, "account_id", "account_object_id", "gravatar_hash", "hash"}
    texts = [record.body.decode() for record in recordings]
    changed = [text for text in texts if redact(text) != text]
    assert 0 < len(changed) < 50
    assert [text for text in changed if not any(f'"{name}"' in text for name in names)] == []


def test_conformance_page_is_up_to_date_and_every_difference_has_a_reason(conformance: Conformance, root: Path) -> None:
    """Only for the corpus that the page was written from; the other tests apply to any corpus."""
    page = (root / "docs" / "conformance.md").read_text(encoding="utf-8")
    named = re.search(r"from ([\d,]+) recorded\s+answers", page)
    assert named is not None
    if int(named[1].replace(",", "")) == conformance.recordings:
        reasons = ConformanceReasons(load_yaml(REASONS))
        assert conformance_problems(conformance, reasons) == []
        assert render_conformance(conformance, reasons) == page, "run: python -m scripts.evidence.conformance CORPUS"
