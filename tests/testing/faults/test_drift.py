"""Faults that change the body of an answer."""

from __future__ import annotations

import httpx

from tests.testing.faults.answers import DETAILS
from tmdb_facade.testing import Faults, TMDBServer


def test_drift_edits_the_values_at_its_paths(server: TMDBServer, api: httpx.Client) -> None:
    """The catalogue itself does not change."""
    before = api.get(DETAILS, params={"append_to_response": "credits"}).json()
    with server.faults.drift(
        missing=["tagline", "genres[0]"],
        null="production_countries[].name",
        wrong_type=["runtime", "title", "spoken_languages", "credits", "belongs_to_collection"],
        new={"mood": "grim", "origin_country[]": "XX"},
        on="movies_details",
    ) as drift:
        body = api.get(DETAILS, params={"append_to_response": "credits"}).json()
    assert "tagline" not in body
    assert body["genres"] == before["genres"][1:]
    assert [country["name"] for country in body["production_countries"]] == [None] * len(before["production_countries"])
    assert isinstance(body["runtime"], str)
    assert isinstance(body["title"], int)
    assert (body["spoken_languages"], body["credits"]) == ({}, [])
    assert (body["mood"], set(body["origin_country"])) == ("grim", {"XX"})
    assert drift.used == 1
    assert api.get(DETAILS, params={"append_to_response": "credits"}).json() == before


def test_drift_counts_only_answers_that_it_changes(server: TMDBServer, api: httpx.Client) -> None:
    """A misspelt path has no use; errors are never edited; `*` matches every field."""
    nothing = server.faults.drift(null=["titel", "genres[99].id", "id.x", "id[]"])
    every = server.faults.drift(null="results.*.link", times=1)
    error = server.faults.drift(missing="status_code")
    assert api.get(DETAILS).json()["id"] == 550
    assert api.get("/3/movie/7").json()["status_code"] == 34
    assert server.requests.last.faults == ()
    countries = api.get(f"{DETAILS}/watch/providers").json()["results"]
    assert len(countries) > 1
    assert {country["link"] for country in countries.values()} == {None}
    assert (nothing.used, every.used, error.used) == (0, 1, 0)
    server.faults.drift(missing="spoken_languages[]", times=1)
    assert api.get("/3/movie/129").json()["spoken_languages"] == []
    server.faults.drift(missing="cast[]", times=1)
    assert api.get(f"{DETAILS}/credits").json()["cast"] == []
    server.faults.drift(null="[0].english_name", on="configuration_countries")
    first, second = (country["english_name"] for country in api.get("/3/configuration/countries").json()[:2])
    assert first is None
    assert second


def test_drift_times_holds_for_concurrent_requests() -> None:
    """A use counts when the answer is made, not when the request arrives."""
    faults = Faults()
    fault = faults.drift(null="title", times=1)
    outcomes = [faults.decide("GET", DETAILS) for _ in range(2)]
    bodies = [{"title": "Fight Club"} for _ in outcomes]
    for outcome, body in zip(outcomes, bodies, strict=True):
        assert outcome is not None
        faults.change(outcome, body)
    assert bodies == [{"title": None}, {"title": "Fight Club"}]
    assert fault.used == 1
