"""Countries, languages, jobs, genres, certifications and watch providers of the catalogue are those of recorded answers."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from scripts.catalogue.movies import likely_origin
from scripts.catalogue.recorded import Recorded
from scripts.catalogue.values import english, majority
from scripts.evidence.recordings import RecordedAnswer
from scripts.json_io import is_list, is_mapping
from tmdb_facade.testing import builtin

pytestmark = pytest.mark.conformance

CATALOGUE = builtin()


def bodies(recordings: list[RecordedAnswer], operation: str) -> list[Any]:
    """Return the recorded answers of an operation in English or without a recorded language, the oldest first."""
    known = [one for one in recordings if one.label.partition(".")[0] == operation and one.is_success()]
    own = [one for one in known if one.query.get("language", "en")[:2] == "en"]
    return [json.loads(one.body) for one in sorted(own, key=lambda one: (one.date, one.label))]


def test_countries_languages_jobs_and_translations_are_the_newest_recorded_ones(
    recordings: list[RecordedAnswer],
) -> None:
    countries = bodies(recordings, "configuration-countries")[-1]
    own = {(one.code, one.english_name, one.native_name) for one in CATALOGUE.countries.values()}
    assert own == {(one["iso_3166_1"], one["english_name"], one["native_name"]) for one in countries}
    languages = bodies(recordings, "configuration-languages")[-1]
    own = {(one.code, one.english_name, one.name) for one in CATALOGUE.languages.values()}
    assert own == {(one["iso_639_1"], one["english_name"], one["name"]) for one in languages}
    jobs = bodies(recordings, "configuration-jobs")[-1]
    assert {one.name: {*one.jobs} for one in CATALOGUE.departments} == {
        one["department"]: {*one["jobs"]} for one in jobs
    }
    translations = bodies(recordings, "configuration-primary-translations")[-1]
    assert sorted(CATALOGUE.configuration.primary_translations) == sorted(translations)


def providers(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the watch providers in an answer."""
    if is_mapping(value) and "provider_id" in value:
        yield value
    for one in value.values() if is_mapping(value) else value if is_list(value) else ():
        yield from providers(one)


@pytest.mark.parametrize(("operation", "of"), [("genre-movie-list", "movie"), ("genre-tv-list", "tv")])
def test_genres_are_those_of_a_recording(recordings: list[RecordedAnswer], operation: str, of: str) -> None:
    own = {one.id: one.names["en"] for one in CATALOGUE.genres.values() if of in one.of}
    assert own == {one["id"]: one["name"] for one in bodies(recordings, operation)[-1]["genres"]}


@pytest.mark.parametrize(("operation", "of"), [("certification-movie-list", "movie"), ("certifications-tv-list", "tv")])
def test_certifications_and_their_order_are_the_newest_recorded_ones(
    recordings: list[RecordedAnswer], operation: str, of: str
) -> None:
    """The meanings are ours."""
    own = {(one.country, one.certification, one.order) for one in CATALOGUE.certifications if one.of == of}
    countries = bodies(recordings, operation)[-1]["certifications"]
    assert own == {(country, one["certification"], one["order"]) for country, rows in countries.items() for one in rows}


def test_watch_providers_are_recorded_with_their_names_logos_and_countries(recordings: list[RecordedAnswer]) -> None:
    """Names and logos are also in answers about titles."""
    lists = {"movie": "watch-providers-movie-list", "tv": "watch-provider-tv-list"}
    listed = {of: [row for body in bodies(recordings, name) for row in body["results"]] for of, name in lists.items()}
    known: defaultdict[int, list[Any]] = defaultdict(list)
    for recording in recordings:
        if recording.is_success() and "watch" in recording.label + recording.body.decode():
            for row in providers(json.loads(recording.body)):
                known[row["provider_id"]].append(row)
    wrong: list[str] = []
    for one in CATALOGUE.providers.values():
        facts = {"provider_name": one.name, "logo_path": one.logo_path}
        rows = known[one.id]
        wrong += [
            f"{one.id}: {name} {fact}" for name, fact in facts.items() if fact not in [row.get(name) for row in rows]
        ]
        rows = [row for of in one.of for row in listed[of] if row["provider_id"] == one.id]
        if one.display_priority not in [row["display_priority"] for row in rows]:
            wrong.append(f"{one.id}: {one.display_priority}")
        places = [place for row in rows for place in row.get("display_priorities", {}).items()]
        wrong += [f"{one.id}: {place}" for place in one.display_priorities.items() if place not in places]
        wrong += [f"{one.id}: {of}" for of in one.of if one.id not in [row["provider_id"] for row in listed[of]]]
    assert wrong == []


def test_the_likely_origin_of_a_movie_is_the_recorded_one(recorded: Recorded) -> None:
    """That of every movie whose details have both; older details have no origin."""
    pairs = [
        (likely, row.value["origin_country"])
        for key in [*recorded.objects]
        if key[0] == "movie"
        for row in recorded.details(key)
        if row.value.get("origin_country")
        and (likely := likely_origin(row.value["original_language"], _countries(row.value)))
    ]
    assert len(pairs) >= 60
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


def _countries(details: Any) -> list[str]:
    return [one["iso_3166_1"] for one in details.get("production_countries") or ()]


def test_most_people_work_in_the_department_of_most_of_their_credits(recorded: Recorded) -> None:
    """90 of 100: the rule is for people whose department no answer has. The README names the figure."""
    known = {
        number: department
        for number in recorded.departments
        if (department := majority(english(recorded.objects["person", number]), "known_for_department"))
    }
    right = sum(recorded.departments[number] == department for number, department in known.items())
    assert len(known) > 20_000
    assert right / len(known) > 0.89
