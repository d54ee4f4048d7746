# Made from tests/facade/_async/test_configuration.py by `make sync`: edit that file, never this one.
"""TMDB's settings: what each method asks, and the type that it gives."""

from __future__ import annotations

from typing import assert_type

import pytest

from tests.facade.resources import LIST, Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_facade import TMDB
from tmdb_facade.models import Configuration, Country, CountryTimezones, Job, Language

CASES: list[Case[TMDB]] = [
    Case(lambda tmdb: tmdb.configuration.details(), "/3/configuration", {}, Configuration),
    Case(
        lambda tmdb: tmdb.configuration.countries(language="pt-BR"),
        "/3/configuration/countries",
        {"language": "pt-BR"},
        list,
        LIST,
    ),
    Case(lambda tmdb: tmdb.configuration.jobs(), "/3/configuration/jobs", {}, list, LIST),
    Case(lambda tmdb: tmdb.configuration.languages(), "/3/configuration/languages", {}, list, LIST),
    Case(
        lambda tmdb: tmdb.configuration.primary_translations(), "/3/configuration/primary_translations", {}, list, LIST
    ),
    Case(lambda tmdb: tmdb.configuration.timezones(), "/3/configuration/timezones", {}, list, LIST),
]


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_each_method_asks_for_its_operation(case: Case[TMDB]) -> None:
    """It sends all that it was given, and gives the class that it promises."""
    fake = Fake(say(case.answer))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = case.call(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", case.path, case.query)
    assert type(found) is case.kind
    assert len(fake.requests) == 1


def test_lists_hold_what_they_say() -> None:
    """TMDB answers these with a list and nothing around it."""
    fake = Fake(say(LIST))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        countries = tmdb.configuration.countries()
        jobs = tmdb.configuration.jobs()
        languages = tmdb.configuration.languages()
        timezones = tmdb.configuration.timezones()
    assert_type(countries, list[Country])
    assert_type(jobs, list[Job])
    assert_type(languages, list[Language])
    assert_type(timezones, list[CountryTimezones])
    assert [type(found[0]) for found in (countries, jobs, languages, timezones)] == [
        Country,
        Job,
        Language,
        CountryTimezones,
    ]


def test_translations_are_tags() -> None:
    """Plain texts."""
    fake = Fake(say(["de-DE", "pt-BR"]))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        found = tmdb.configuration.primary_translations()
    assert_type(found, list[str])
    assert found == ["de-DE", "pt-BR"]
