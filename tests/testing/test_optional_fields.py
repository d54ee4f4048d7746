"""Every optional field of the models is None in an answer of the embedded TMDB and has a value in another.

A program that reads a field without checking for None then fails in its tests, not with TMDB.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from scripts.evidence.embedded_probes import parameters, path_values, read_paths
from scripts.evidence.embedded_shapes import user_answers
from scripts.evidence.null_fields import Answer, OptionalField, Seen, count_optional_fields
from scripts.evidence.recordings import find_operation, read_recordings
from scripts.json_io import load_yaml
from scripts.paths import ROOT
from tests.once import Once
from tests.testing.conftest import Responses
from tmdb_facade.testing import TMDBServer, builtin

REASONS = ROOT / "scripts" / "evidence" / "optional_fields.yaml"

#: The models that most operations return, of those with optional fields; counted in the answers of the embedded TMDB.
#: Blocks such as credits count as operations, because details append them.
MOST_USED = (
    "Movie", "TVShow", "Person", "Image", "Network", "Company", "Videos", "Episode", "Season", "WatchProviders",
    "MovieDetails", "TVDetails", "SeasonDetails", "EpisodeDetails", "PersonDetails", "CollectionDetails",
    "MovieCredits", "TVCredits", "SeasonCredits", "EpisodeCredits", "AggregateCredits",
    "MovieCastMember", "CastMember", "CrewMember", "AggregateCastMember", "AggregateCrewMember",
    "MovieCastCredit", "MovieCrewCredit", "TVCastCredit", "TVCrewCredit", "SeasonEpisode",
    "ReviewAuthor", "ReviewPage", "AccountDetails", "AccountStates", "RatedMovie", "RatedTVShow", "RatedEpisode",
    "MovieExternalIds", "TVExternalIds", "ChangedItem", "UserList", "Collection",
)  # fmt: skip

#: Sends a request with a query to the embedded TMDB, and returns the answer.
Get = Callable[..., Answer]

ODD_MOVIE, ODD_SERIES, ODD_EPISODE = "movie/1744731", "tv/900000001", "tv/900000003/season/1/episode/0"


@pytest.fixture(scope="session")
def counts(once: Once, responses: Responses) -> dict[OptionalField, Seen]:
    """Return how often each optional field is None and has a value in answers of an embedded TMDB."""
    return once("optional-fields", lambda: count_optional_fields(embedded_answers(responses)))


def embedded_answers(responses: Responses) -> Iterator[Answer]:
    """Yield answers about the whole catalogue, with appended blocks, and the answers to users."""
    with TMDBServer() as server:
        headers = {"authorization": f"Bearer {server.access_token}"}

        def get(url: str, **query: str) -> Answer:
            request = httpx.Request("GET", f"{server.base_url}{url}", params=query, headers=headers)
            return "GET", url, server.transport.handle_request(request).read()

        for path in read_paths():
            english = (one for one in responses(path) if one.query.get("language", "en-US") == "en-US")
            yield from (("GET", one.url, one.body) for one in english)
            yield from appended(path, get)
        yield from odd_rows(get)
        yield from rated(server)
    for method, url, body in user_answers():
        yield method, url, httpx.Response(200, json=body).content


def appended(path: str, get: Get) -> Iterator[Answer]:
    """Yield an answer with all blocks, if details of the path append any."""
    operation = find_operation("GET", path)
    if operation is not None and operation.appendable and parameters(path):
        values = next(iter(path_values(path)))
        names = [name for name in operation.appendable if name != "account_states"]
        yield get(path.format(**values), append_to_response=",".join(names[:20]))


def odd_rows(get: Get) -> Iterator[Answer]:
    """Yield answers with rows of odd records that the first pages of lists do not have."""
    yield get("/3/search/movie", query="sylvain")
    yield get("/3/search/tv", query="nothing aired")
    for entry in (*builtin().credits_of[900000003], *builtin().credits_of[1]):
        yield get(f"/3/credit/{entry.credit.credit_id}")
    yield get("/3/company/5")
    for version in "34":
        yield from (get(f"/{version}/list/{number}") for number in builtin().lists)


def rated(server: TMDBServer) -> Iterator[Answer]:
    """Yield the ratings and account states of a user and a guest who have rated odd records."""
    user = server.login("ada")
    app = {"authorization": f"Bearer {server.access_token}"}
    own = {"authorization": f"Bearer {user.access_token}"}

    def send(method: str, url: str, headers: dict[str, str], **query: str) -> Answer:
        body = {"value": 7} if method == "POST" else None
        request = httpx.Request(method, f"{server.base_url}{url}", params=query, headers=headers, json=body)
        return method, url, server.transport.handle_request(request).read()

    guest: str = json.loads(send("GET", "/3/authentication/guest_session/new", app)[2])["guest_session_id"]
    for session in ({"session_id": user.session_id}, {"guest_session_id": guest}):
        for title in (ODD_MOVIE, ODD_SERIES, ODD_EPISODE, "movie/550", "tv/1399", "tv/1399/season/1/episode/1"):
            yield send("POST", f"/3/{title}/rating", app, **session)
            yield send("GET", f"/3/{title}/account_states", app, **session)
    session = {"session_id": user.session_id}
    for path in ("rated/movies", "rated/tv", "rated/tv/episodes"):
        yield send("GET", f"/3/account/{user.account_id}/{path}", app, **session)
        yield send("GET", f"/3/guest_session/{guest}/{path}", app)
    for kind in ("movie", "tv"):
        yield send("GET", f"/4/account/{user.account_object_id}/{kind}/rated", own)
    yield send("GET", "/3/movie/550", app, append_to_response="account_states", **session)
    yield send("GET", "/3/tv/1399/season/1", app, append_to_response="account_states", **session)


def never(counts: dict[OptionalField, Seen], kind: str) -> set[str]:
    """Return the fields that are never None or never have a value."""
    return {".".join(name) for name, seen in counts.items() if not (seen.nones if kind == "None" else seen.values)}


def reasons() -> dict[str, dict[str, str]]:
    """Return the reviewed reasons by kind (`None`, `value`) and field."""
    found: dict[str, dict[str, str]] = {"None": {}, "value": {}}
    for row in load_yaml(REASONS)["fields"]:
        found[row["never"]] |= {
            f"{model}.{name}": row["reason"] for model, names in row["models"].items() for name in names
        }
    return found


@pytest.mark.parametrize("kind", ["None", "value"])
def test_every_optional_field_is_none_and_has_a_value_unless_there_is_a_reason(
    counts: dict[OptionalField, Seen], kind: str
) -> None:
    found, known = never(counts, kind), set(reasons()[kind])
    assert found - known == set(), f"never {kind}: change the catalogue, or give a reason in {REASONS.name}"
    assert known - found == set(), f"these have a reason in {REASONS.name}, but are {kind} in an answer"


def test_the_most_used_models_are_counted(counts: dict[OptionalField, Seen]) -> None:
    assert len(MOST_USED) >= 40
    objects: Counter[str] = Counter()
    for (model, _), seen in counts.items():
        objects[model] += seen.nones + seen.values
    assert [model for model in MOST_USED if not objects[model]] == []


@pytest.mark.conformance
def test_fields_that_are_never_none_here_are_not_none_in_new_recordings(corpus: Path) -> None:
    """The same for fields without a value. Older recordings lack fields that TMDB has added since."""
    recordings = (one for one in read_recordings([corpus]) if one.kind == "recorded" and one.date >= "2026-05")
    answers = ((one.method, one.template or one.path, one.body) for one in recordings if one.is_success())
    seen = count_optional_fields(answers)
    contradicted = [
        f"{name} is {kind} in a recording"
        for kind, fields in reasons().items()
        for name in fields
        for one in [seen.get((name.partition(".")[0], name.partition(".")[2]), Seen())]
        if (one.nones if kind == "None" else one.values)
    ]
    assert contradicted == []
