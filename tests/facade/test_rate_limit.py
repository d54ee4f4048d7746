"""The rate limit that users pass, and the limit of each client."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import tmdb_facade
from tests.facade.support import KEY, no_package
from tmdb_facade import RateLimit
from tmdb_facade._core.client.settings import read_settings
from tmdb_facade._core.rate import rate_limit, redis_url
from tmdb_facade._core.rate.rate_limit import DEFAULT_RATE_LIMIT, read_rate_limit
from tmdb_facade._core.rate.redis_url import describe_shared, is_redis
from tmdb_facade._runtime.paces import local_pace
from tmdb_facade._sync.rate.limiter import open_limiter
from tmdb_facade.errors import InvalidArgumentError

OTHER_URL = "http://127.0.0.1:8080"
SECRET_URL = "redis://reader:hunter2@redis.example:6380/1"


def test_rate_limits_are_equal_by_value() -> None:
    limit = RateLimit(30, 1.5)
    assert limit == RateLimit(requests=30, seconds=1.5) != RateLimit(30, 1.5, shared=SECRET_URL)
    assert len({limit, RateLimit(30, 1.5)}) == 1
    assert limit != (30, 1.5, None)
    assert eval(repr(limit)) == limit
    assert pickle.loads(pickle.dumps(limit)) == limit


def test_repr_of_rate_limit_hides_the_password() -> None:
    limit = RateLimit(40, shared=SECRET_URL)
    assert is_redis(SECRET_URL)
    assert "hunter2" not in repr(limit) + describe_shared(SECRET_URL)
    assert describe_shared(SECRET_URL) == "Redis on redis.example:6380"


def test_shared_path_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert RateLimit(1, shared="tmdb.rate") == RateLimit(1, shared=tmp_path / "tmdb.rate")


@pytest.mark.parametrize(
    ("arguments", "shared", "message"),
    [
        ((0,), None, "requests must be .*, got 0"),
        ((1.5,), None, "requests must be .*, got 1.5"),
        ((1, 0), None, "seconds must be a number above 0 .*, got 0"),
        ((1, float("nan")), None, "seconds must be .*, got nan"),
        ((1, True), None, "seconds must be .*, got True"),
        ((1,), "", "shared must not be empty"),
        ((1,), 5, "shared must be the path of a file .*, got 5"),
        ((1,), "http://example.org", "shared must be a URL with redis or rediss"),
    ],
)
def test_rate_limit_rejects_invalid_values(arguments: tuple[int, float], shared: str | None, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        RateLimit(*arguments, shared=shared)


def test_rate_limit_rejects_files_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limit, "_HAS_FILE_LOCKS", False)
    with pytest.raises(InvalidArgumentError, match=r"shared .*Redis.*Windows"):
        RateLimit(40, shared="tmdb.rate")
    assert RateLimit(40, shared=SECRET_URL).shared == SECRET_URL


@pytest.mark.parametrize(
    ("value", "limit"),
    [
        (40, RateLimit(40, 1.1)),
        (10.0, RateLimit(10, 1.1)),
        (2.5, RateLimit(2, 1.1 * 2 / 2.5)),
        (0.5, RateLimit(1, 2.2)),
        (RateLimit(3, 2), RateLimit(3, 2)),
        (None, None),
    ],
)
def test_read_rate_limit_accepts_numbers_limits_and_none(value: RateLimit | float | None, limit: RateLimit) -> None:
    assert read_rate_limit("rate_limit", value) == limit


@pytest.mark.parametrize("value", [0, -1, True, float("inf"), "40", 1e9])
def test_read_rate_limit_rejects_other_values(value: float) -> None:
    with pytest.raises(InvalidArgumentError, match=r"rate_limit must be .*RateLimit"):
        read_rate_limit("rate_limit", value)


@pytest.mark.parametrize("base_url", ["https://api.themoviedb.org", tmdb_facade.ALTERNATE_BASE_URL])
def limit_of(base_url: str, *, own_network: bool = True, text: str = "", **passed: object) -> RateLimit | None:
    """Return the limit of a client."""
    arguments = {"api_key": KEY, "base_url": base_url, **passed}
    return read_settings(arguments, {"TMDB_RATE_LIMIT": text}, own_network=own_network).rate_limit


@pytest.mark.parametrize("base_url", ["https://api.themoviedb.org", tmdb_facade.ALTERNATE_BASE_URL])
def test_only_tmdb_has_a_limit_by_default(base_url: str) -> None:
    assert limit_of(base_url) == DEFAULT_RATE_LIMIT == RateLimit(40, 1.1)
    assert limit_of(base_url, own_network=False) is None
    assert limit_of(OTHER_URL) is None
    assert limit_of("https://api.themoviedb.org.example") is None
    assert limit_of(OTHER_URL, fallback_base_url=base_url) == DEFAULT_RATE_LIMIT


def test_rate_limit_of_the_environment_is_a_number_or_none() -> None:
    assert limit_of(OTHER_URL, text="20") == RateLimit(20)
    assert limit_of(OTHER_URL, text="0.5") == RateLimit(1, 2.2)
    assert limit_of("https://api.themoviedb.org", text=" None ") is None
    assert limit_of(OTHER_URL, text="20", rate_limit=None) is None
    with pytest.raises(InvalidArgumentError, match="TMDB_RATE_LIMIT must be a number"):
        limit_of(OTHER_URL, text="fast")


def test_rate_limit_over_redis_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redis_url, "find_spec", no_package)
    with pytest.raises(InvalidArgumentError, match=r"pip install 'tmdb-facade\[redis\]'"):
        RateLimit(1, shared="redis://127.0.0.1")


def test_limiter_is_the_same_for_both_hosts() -> None:
    limit = RateLimit(7, 300)
    first, second, other = (
        open_limiter(base_url, limit)
        for base_url in ("https://api.themoviedb.org", tmdb_facade.ALTERNATE_BASE_URL, OTHER_URL)
    )
    assert [limiter.reserve().wait > 0 for limiter in (first, second) for _ in range(4)] == [False] * 7 + [True]
    assert other.reserve().wait == 0
    assert local_pace(OTHER_URL, limit) is local_pace(OTHER_URL, RateLimit(7, 300))


def test_shared_file_can_be_in_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert RateLimit(1, shared="~/rate").shared == str(tmp_path / "rate")
    with pytest.raises(InvalidArgumentError, match=r"shared must be a path"):
        RateLimit(1, shared="a\0b")
