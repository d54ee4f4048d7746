"""Which answers the cache stores, and for how long."""

from __future__ import annotations

import base64
import json
from email.utils import formatdate

import pytest

from tests.facade.support import KEY, TOKEN
from tmdb_bindings import api, operations
from tmdb_facade._core.answer.answer import Answer
from tmdb_facade._core.answer.headers import Headers
from tmdb_facade._core.cache.entry import StoredAnswer, entry_from_bytes, entry_to_bytes
from tmdb_facade._core.cache.rules import Lookup, stale_answer
from tmdb_facade._core.cache.scope import cache_key, cache_owner, is_cacheable
from tmdb_facade._core.client.credentials import Credential
from tmdb_facade._core.endpoint import Operation
from tmdb_facade._core.sending.outgoing import OutgoingRequest, image_request
from tmdb_facade.errors import (
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    ClientClosedError,
    InvalidAnswerError,
    NotFoundError,
    RateLimitError,
    ServerError,
    TMDBError,
)

NOW = 1_800_000_000.0
URL = "https://api.themoviedb.org/3/movie/550"
REQUEST = OutgoingRequest("GET", URL, {}, None, api.movies.details.operation)
OPERATIONS = [value for value in vars(operations).values() if isinstance(value, Operation)]

#: The GETs that never meet the cache. All others do, and nothing but GETs does.
NEVER = [
    "account_details",
    "account_favorite_movies",
    "account_favorite_tv",
    "account_lists",
    "account_rated_movies",
    "account_rated_tv",
    "account_rated_tv_episodes",
    "account_watchlist_movies",
    "account_watchlist_tv",
    "auth_create_guest_session",
    "auth_create_request_token",
    "auth_validate_key",
    "guest_rated_movies",
    "guest_rated_tv",
    "guest_rated_tv_episodes",
    "lists_details",
    "lists_item_status",
    "movies_account_states",
    "movies_latest",
    "people_latest",
    "tv_account_states",
    "tv_episodes_account_states",
    "tv_latest",
    "tv_seasons_account_states",
    "v4_account_favorite_movies",
    "v4_account_favorite_tv",
    "v4_account_lists",
    "v4_account_rated_movies",
    "v4_account_rated_tv",
    "v4_account_recommended_movies",
    "v4_account_recommended_tv",
    "v4_account_watchlist_movies",
    "v4_account_watchlist_tv",
    "v4_lists_clear",
    "v4_lists_details",
    "v4_lists_item_status",
]


def answer(body: bytes = b"{}", status: int = 200, /, **headers: str) -> Answer:
    """Return a response."""
    pairs = [(name.replace("_", "-"), value) for name, value in headers.items()]
    return Answer(status, Headers(pairs), body, URL)


def stored(body: bytes = b"{}", now: float = NOW, /, **headers: str) -> StoredAnswer:
    """Return the entry of a response that is stored."""
    entry = Lookup(REQUEST, None, now).updated(answer(body, **headers), now)
    assert entry is not None
    return entry


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Replace hishel's clock; return a list with its time, to be changed."""
    time = [NOW]
    monkeypatch.setattr("time.time", lambda: time[0])
    return time


def is_fresh(entry: StoredAnswer, now: list[float], seconds: float) -> bool:
    """Return whether an entry is used some seconds after it was stored, without and with the shortcut."""
    now[0] = NOW + seconds
    by_rules = Lookup(REQUEST, entry._replace(fresh_until=0.0), now[0]).fresh is not None
    assert (Lookup(REQUEST, entry, now[0]).fresh is not None) == by_rules
    return by_rules


def is_stored_by(operation: Operation, query: str = "") -> bool:
    """Return whether an operation's answers are stored."""
    return is_cacheable(OutgoingRequest(operation.method, f"https://t{operation.path}{query}", {}, None, operation))


def test_cache_stores_these_operations_only() -> None:
    never = {operation.id for operation in OPERATIONS if operation.method != "GET"} | set(NEVER)
    assert {operation.id for operation in OPERATIONS if not is_stored_by(operation)} == never
    assert len(OPERATIONS) - len(never) == 111


def test_cache_stores_no_image() -> None:
    assert not is_cacheable(image_request("https://image.tmdb.org/t/p/w500/a.jpg"))


@pytest.mark.parametrize(
    "query", ["?session_id=s", "?a=b&guest_session_id=g", "?append_to_response=credits%2Caccount_states"]
)
def test_cache_stores_nothing_with_a_session_or_a_users_block(query: str) -> None:
    assert is_stored_by(api.movies.details.operation, "?append_to_response=credits")
    assert not is_stored_by(api.movies.details.operation, query)


def token(scopes: list[str], user: str = "a") -> Credential:
    """Return a token with these scopes."""
    payload = base64.urlsafe_b64encode(json.dumps({"scopes": scopes, "sub": user}).encode()).decode().rstrip("=")
    return Credential("bearer", f"eyJhbGciOiJIUzI1NiJ9.{payload}.c2ln")


def test_applications_share_answers_and_users_do_not() -> None:
    assert cache_owner(Credential("api_key", KEY)) == cache_owner(token(["api_read"])) == ""
    users = [token(["api_read", "api_write"], user) for user in "ab"]
    unknown = [Credential("bearer", text) for text in (TOKEN, "opaque", "eyJ.%%%.x", "eyJ.W10.x")]
    owners = [cache_owner(credential) for credential in [*users, *unknown]]
    assert len({"", *owners}) == 7
    assert not any(credential.secret in owner for credential, owner in zip([*users, *unknown], owners, strict=True))


def test_key_depends_on_url_method_and_owner_and_is_a_hash() -> None:
    keys = {
        cache_key(REQUEST, ""),
        cache_key(REQUEST, "a"),
        cache_key(REQUEST._replace(url=f"{URL}?language=de"), ""),
        cache_key(REQUEST._replace(method="HEAD"), ""),
    }
    assert {len(key) for key in keys} == {32}
    assert len(keys) == 4
    assert cache_key(REQUEST._replace(headers={"x": "y"}), "") in keys


def test_answer_is_fresh_until_its_max_age(now: list[float]) -> None:
    entry = stored(cache_control="public, max-age=60")
    assert [is_fresh(entry, now, seconds) for seconds in (0, 59, 59.9, 60, 61)] == [True, True, True, False, False]


def test_answer_without_a_date_does_not_stay_fresh(now: list[float]) -> None:
    entry = stored(cache_control="max-age=60")
    assert entry.headers["date"] == formatdate(NOW, usegmt=True)
    assert not is_fresh(entry, now, 86_400)


@pytest.mark.parametrize("date", ["soon", "Fri, 27 Nov 99999999999999999999 12:00:30 GMT", formatdate(NOW + 9999)])
def test_malformed_and_future_dates_count_as_now(now: list[float], date: str) -> None:
    entry = stored(cache_control="max-age=60", date=date)
    assert is_fresh(entry, now, 59)
    assert not is_fresh(entry, now, 60)


def test_age_of_a_cdn_counts(now: list[float]) -> None:
    entry = stored(cache_control="max-age=60", age="59")
    assert is_fresh(entry, now, 0)
    assert not is_fresh(entry, now, 1)
    assert "age" not in entry.headers


def test_date_that_contains_the_age_is_not_counted_twice(now: list[float]) -> None:
    entry = stored(cache_control="max-age=60", age="30", date=formatdate(NOW - 30, usegmt=True))
    assert is_fresh(entry, now, 29)
    assert not is_fresh(entry, now, 30)


@pytest.mark.parametrize("age", ["99999999999", "٣"])
def test_age_of_many_digits_is_old(now: list[float], age: str) -> None:
    assert not is_fresh(stored(cache_control="max-age=60", age=age), now, 0)


@pytest.mark.parametrize("age", ["", "-5", "x"])
def test_malformed_age_counts_as_0(now: list[float], age: str) -> None:
    assert is_fresh(stored(cache_control="max-age=60", age=age), now, 59)


@pytest.mark.parametrize(
    ("headers", "lifetime"),
    [
        ({"cache_control": "private, max-age=60"}, 60),
        ({"cache_control": "max-age=60, s-maxage=5"}, 60),
        ({"cache_control": "max-age=60, must-revalidate"}, 60),
        ({"cache_control": "no-cache, max-age=60"}, 0),
        ({"cache_control": "max-age=0"}, 0),
        ({"cache_control": "max-age=x"}, 0),
        ({}, 0),
        ({"expires": formatdate(NOW + 60, usegmt=True)}, 60),
        ({"expires": "0"}, 0),
        ({"cache_control": "public,max-age=60", "vary": "Origin, Accept-Encoding"}, 60),
        ({"cache_control": "public, max-age=60", "vary": "*"}, 0),
    ],
)
def test_lifetime_follows_the_headers(now: list[float], headers: dict[str, str], lifetime: int) -> None:
    entry = stored(**headers)
    assert [is_fresh(entry, now, seconds) for seconds in (0, 59, 60)] == [lifetime > 0, lifetime > 59, False]


@pytest.mark.parametrize("header", ["no-store", "public, max-age=60, no-store", "no-store, must-understand"])
def test_no_store_is_not_stored(now: list[float], header: str) -> None:
    assert Lookup(REQUEST, None, NOW).updated(answer(cache_control=header), NOW) is None


def test_cookies_are_not_stored() -> None:
    assert "set-cookie" not in stored(set_cookie="id=1", cache_control="max-age=60").headers


@pytest.mark.parametrize("etag", ['"a"', 'W/"a"'])
def test_stale_answer_is_confirmed_by_a_304(now: list[float], etag: str) -> None:
    entry = stored(b"[1]", cache_control="max-age=60", etag=etag, x_task_id="old", content_type="application/json")
    now[0] = NOW + 100
    lookup = Lookup(REQUEST, entry, now[0])
    assert lookup.fresh is None
    assert lookup.conditions == {"if-none-match": etag}
    updated = lookup.updated(answer(b"", 304, cache_control="max-age=90", x_task_id="new"), now[0])
    assert updated is not None
    assert (updated.body, updated.stored_at) == (b"[1]", NOW + 100)
    assert updated.headers["x-task-id"] == "new"
    assert is_fresh(updated, now, 189)
    assert not is_fresh(updated, now, 190)


def test_last_modified_is_a_condition_as_well(now: list[float]) -> None:
    date = formatdate(NOW - 9, usegmt=True)
    assert Lookup(REQUEST, stored(cache_control="max-age=0", last_modified=date), NOW).conditions == {
        "if-modified-since": date
    }


def test_304_of_another_answer_is_not_used(now: list[float]) -> None:
    lookup = Lookup(REQUEST, stored(cache_control="max-age=0", etag='"a"'), NOW)
    assert lookup.updated(answer(b"", 304, etag='"b"'), NOW) is None


def test_weak_etag_of_a_changed_answer_replaces_the_entry(now: list[float]) -> None:
    """Hishel would keep both, and drop both after the next 304."""
    old = stored(b"[1]", cache_control="max-age=0", etag='W/"a"')
    new = Lookup(REQUEST, old, NOW).updated(answer(b"[2]", cache_control="max-age=0", etag='W/"b"'), NOW)
    assert new is not None
    assert new.body == b"[2]"
    confirmed = Lookup(REQUEST, new, NOW).updated(answer(b"", 304, etag='W/"b"'), NOW)
    assert confirmed is not None
    assert confirmed.body == b"[2]"


FAILURES = [
    (APIConnectionError("down"), True),
    (APITimeoutError("slow"), True),
    (RateLimitError("much", http_status=429), True),
    (ServerError("bad", http_status=503), True),
    (InvalidAnswerError("html"), True),
    (NotFoundError("gone", http_status=404), False),
    (AuthenticationError("who", http_status=401), False),
    (ClientClosedError("closed"), False),
]


@pytest.mark.parametrize(("error", "is_used"), FAILURES)
def test_stale_answer_is_used_after_temporary_failures(now: list[float], error: TMDBError, is_used: bool) -> None:
    entry = stored(b"[1]", cache_control="max-age=0")
    found = stale_answer(REQUEST, entry, error, NOW + 100, 100)
    assert (found is not None) == is_used
    if found is not None:
        assert (found.body, found.from_cache, found.url) == (b"[1]", True, URL)


@pytest.mark.parametrize(
    "headers", [{"cache_control": "no-cache"}, {"cache_control": "max-age=0, must-revalidate"}, {"vary": "*"}]
)
def test_stale_answer_is_not_used_where_headers_forbid_it(now: list[float], headers: dict[str, str]) -> None:
    assert stale_answer(REQUEST, stored(**headers), ServerError("bad", http_status=503), NOW, 100) is None


def test_stale_answer_is_not_used_if_too_old(now: list[float]) -> None:
    entry = stored(cache_control="max-age=0")
    assert stale_answer(REQUEST, entry, ServerError("bad", http_status=503), NOW + 101, 100) is None


def test_entry_expires_also_if_the_clock_was_set_back() -> None:
    entry = StoredAnswer({}, b"", NOW)
    ages = (-3600, -61, -60, 0, 100, 100.5)
    assert [entry.is_expired(NOW + age, 100) for age in ages] == [True, True, False, False, False, True]


def test_entry_survives_the_conversion_to_bytes() -> None:
    entry = StoredAnswer({"etag": '"ä"'}, b"\x00\xff", NOW, NOW + 1)
    assert entry_from_bytes(entry_to_bytes(entry)) == entry


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"\x95\x02",
        entry_to_bytes(StoredAnswer({}, b"", 1.0))[:-1],
        b"\x95\x63" + entry_to_bytes(StoredAnswer({}, b"", 1.0))[2:],
    ],
)
def test_other_bytes_are_no_entry(data: bytes) -> None:
    assert entry_from_bytes(data) is None


def test_only_headers_of_one_form_skip_the_state_machine() -> None:
    assert stored(cache_control="public, max-age=60").fresh_until == NOW + 60
    assert stored(cache_control="max-age=60, must-revalidate").fresh_until == 0
