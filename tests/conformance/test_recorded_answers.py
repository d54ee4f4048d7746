"""Recorded answers of TMDB decode: none raises, today's contradict no type, and nothing that is modelled gets lost."""

from __future__ import annotations

import pytest

from scripts.evidence.conformance import Conformance
from scripts.evidence.recordings import RecordedAnswer
from scripts.evidence.routes import Routes
from tmdb_bindings.models import (
    ErrorResponse,
    GenreList,
    MovieCredits,
    MoviePage,
    MovieReleaseDates,
    PersonPage,
    Videos,
)
from tmdb_bindings.runtime import Drift, Model, decode

pytestmark = pytest.mark.conformance

# Calls that TMDB no longer documents, and the type that fits them best today.
LEGACY: dict[str, type[Model]] = {
    "/3/company/{company_id}/movies": MoviePage,
    "/3/genre/list": GenreList,
    "/3/genre/{genre_id}/movies": MoviePage,
    "/3/movie/{movie_id}/casts": MovieCredits,
    "/3/movie/{movie_id}/releases": MovieReleaseDates,
    "/3/movie/{movie_id}/trailers": Videos,
    "/3/people/popular": PersonPage,
}


def test_no_real_answer_raises(conformance: Conformance) -> None:
    """Whatever TMDB sent in all the years, a user gets a value of the promised type."""
    report = conformance.reports["all recorded"]
    assert report.read > 0
    assert report.raised == []


def test_todays_answers_contradict_no_type(conformance: Conformance) -> None:
    """At least 99.5 % of what was recorded since 2023 takes the fast path."""
    report = conformance.reports["recorded since 2023"]
    assert report.read > 0
    assert report.share >= 0.995, report.to_json()["drift"]


def test_no_other_success_body_raises(conformance: Conformance) -> None:
    """Fixtures that people saved, shortened or encoded again decode too."""
    report = conformance.reports["saved, edited or encoded again"]
    assert report.read > 0
    assert report.raised == []


def test_answers_of_calls_that_are_gone_decode(recordings: list[RecordedAnswer]) -> None:
    """A legacy answer that is read as its nearest type of today may drift, but does not raise."""
    routes = Routes()
    for recording in recordings:
        if recording.is_success() and routes.find(recording.method, recording.template or recording.path) is None:
            type_ = LEGACY.get(recording.template, ErrorResponse)
            assert isinstance(decode(recording.body, type_, operation="legacy", drift=Drift("ignore")), type_)


def test_to_dict_gives_back_every_modelled_value(conformance: Conformance) -> None:
    """A modelled value that fits its type survives decoding; dates and numbers by value."""
    for report in conformance.reports.values():
        assert not report.lost


def test_error_answers_decode_as_errors(recordings: list[RecordedAnswer]) -> None:
    """Every error body of TMDB, in all its shapes, fits the one error model."""
    for recording in recordings:
        if not recording.is_success():
            answer = decode(recording.body, ErrorResponse, operation="error", drift=Drift("raise"))
            assert answer.status_message or answer.errors or answer.success is False
