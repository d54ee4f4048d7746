"""Tests of appended blocks."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

from tests.bindings.small import Small

CAST = [{"id": 819, "name": "Edward Norton", "character": "Narrator", "order": 0}]
PROVIDERS = {"DE": {"link": "https://example.com", "flatrate": [{"provider_id": 8, "provider_name": "Some"}]}}
MOVIE: dict[str, Any] = {
    "id": 550,
    "title": "Fight Club",
    "credits": {"cast": CAST},
    "watch/providers": {"results": PROVIDERS},
}
BOTH = ("credits", "watch/providers")


def body(**changes: Any) -> bytes:
    """Return the movie as JSON with changes. The value `...` removes a key."""
    movie = {**MOVIE, **changes}
    return json.dumps({key: value for key, value in movie.items() if value is not ...}).encode()


def test_block_is_decoded_once(small: Small) -> None:
    movie = small.decode(body(), "MovieDetails", "raise", BOTH)
    assert movie.credits.cast[0].name == "Edward Norton"
    assert movie.watch_providers.results["DE"].flatrate[0].provider_id == 8
    assert movie.credits is movie.credits


def test_blocks_of_an_alias_are_decoded(small: Small) -> None:
    decode, alias = small.runtime("decode"), small.model("MovieDetails")[Any]
    movie = decode(body(), alias, operation="op", drift=small.runtime("Drift")("raise"), append=BOTH)
    assert movie == small.decode(body(), "MovieDetails", "raise", BOTH)


def test_other_types_have_no_blocks(small: Small) -> None:
    decode, drift = small.runtime("decode"), small.runtime("Drift")("raise")
    assert decode(b'{"a":["x"]}', dict[str, list[str]], operation="op", drift=drift, append=BOTH) == {"a": ["x"]}


def test_unread_block_is_not_decoded(small: Small) -> None:
    movie = small.decode(body(credits={"cast": [{"id": "x", "name": "Odd"}]}), "MovieDetails", "warn", BOTH)
    with pytest.warns(small.runtime("DriftWarning"), match=r"op: Cast.id at \$.credits.cast\[0\].id: expected int"):
        assert movie.credits.cast[0].name == "Odd"


def test_policy_raise_decodes_blocks_in_the_call(small: Small) -> None:
    with pytest.raises(small.runtime("DriftError")) as caught:
        small.decode(body(credits={"cast": [{"id": "x", "name": "Odd"}]}), "MovieDetails", "raise", BOTH)
    assert caught.value.path == "$.credits.cast[0].id"


MISSING: list[tuple[object, str]] = [
    (..., "nothing"),
    (None, "null"),
    ([], "array"),
    ("x", "string"),
    (8.5, "number"),
    (True, "boolean"),
    ({"success": False}, "error"),
    ({"status_code": 11, "status_message": "Internal error."}, "error"),
]


@pytest.mark.parametrize(("block", "found"), MISSING, ids=repr)
def test_missing_block_is_reported_once_and_raises_when_it_is_read(small: Small, block: object, found: str) -> None:
    message = rf"op: MovieDetails.credits at \$.credits: expected MovieCredits, found {found}"
    with pytest.warns(small.runtime("DriftWarning"), match=message):
        movie = small.decode(body(credits=block), "MovieDetails", "warn", BOTH)
    for _ in range(2):
        with pytest.raises(small.runtime("MissingBlockError"), match=f"credits is missing: .* sent {found} in"):
            _ = movie.credits
    with pytest.raises(small.runtime("DriftError"), match=message):
        small.decode(body(credits=block), "MovieDetails", "raise", BOTH)


def test_object_with_a_missing_block_can_be_used(small: Small) -> None:
    """The block is absent, as in an object that was made without it."""
    movie = small.decode(body(credits=None), "MovieDetails", "ignore", BOTH)
    without = small.decode(body(), "MovieDetails", "raise", ("watch/providers",))
    for one in (movie, pickle.loads(pickle.dumps(movie)), copy.copy(movie), copy.deepcopy(movie)):
        assert one == without
        assert one.to_dict() == without.to_dict()
        assert one.to_json() == without.to_json()
        assert repr(one) == repr(without)
        assert not hasattr(one, "credits")
        assert getattr(one, "credits", None) is None
        with pytest.raises(small.runtime("MissingBlockError"), match=r"is missing: .* sent null in its place"):
            _ = one.credits


def test_missing_blocks_are_listed_with_absent_numbers_only_if_another_is_missing(small: Small) -> None:
    """Most programs do not know how many seasons there are, so an absent season is no reason for a request."""
    missing_blocks = small.runtime("missing_blocks")

    def series(text: bytes) -> Any:
        return small.decode(text, "TVDetails", "ignore", ("season/1", "season/2", "season/3"))

    assert missing_blocks(series(b'{"id":1,"name":"Show","season/1":{"name":"First"}}')) == ()
    assert missing_blocks(series(b'{"id":1,"name":"Show","season/1":{"name":"First"},"season/2":null}')) == (
        "season/2",
        "season/3",
    )
    assert missing_blocks(small.decode(body(), "MovieDetails")) == ()


def test_block_without_its_keys_is_reported(small: Small) -> None:
    """An empty object is an empty block: TMDB sends it for some without entries."""
    assert small.decode(body(credits={}), "MovieDetails", "raise", BOTH).credits.cast == []
    movie = small.decode(body(credits={"message": "Forbidden"}), "MovieDetails", "warn", BOTH)
    with pytest.warns(small.runtime("DriftWarning"), match=r"MovieDetails.credits at \$.credits: .* without its keys"):
        assert movie.credits.cast == []
    with pytest.raises(small.runtime("DriftError"), match="without its keys"):
        small.decode(body(credits={"message": "Forbidden"}), "MovieDetails", "raise", BOTH)


def test_use_extensions_sets_the_class_that_is_raised(small: Small) -> None:
    base = small.runtime("MissingBlockError")
    use = small.runtime("use_extensions")
    own: type[Exception] = type("Own", (base,), {})
    use(missing_block_error=own, blocks={})
    try:
        with pytest.raises(own):
            _ = small.decode(body(), "MovieDetails").credits
    finally:
        use(blocks={})


def test_block_that_was_not_requested_raises_missing_block_error(small: Small) -> None:
    """The error is an `AttributeError`, so `hasattr` returns False."""
    movie = small.decode(body(), "MovieDetails", "raise", ("credits",))
    with pytest.raises(small.runtime("MissingBlockError"), match=r"pass append=MovieAppend\.WATCH_PROVIDERS$"):
        _ = movie.watch_providers
    assert not hasattr(small.decode(body(), "MovieDetails"), "credits")
    assert hasattr(movie, "credits")


def test_block_without_an_id_is_valid(small: Small) -> None:
    movie = small.decode(body(), "MovieDetails", "raise", ("credits",))
    assert movie.credits.id is None


def test_season_block_is_read_by_number(small: Small) -> None:
    answer = b'{"id":1,"name":"Show","season/1":{"name":"First"},"season/12":{"name":"Twelfth"}}'
    series = small.decode(answer, "TVDetails", "raise", ("season/1", "season/12"))
    assert (series.season(1).name, series.season(12).name) == ("First", "Twelfth")
    with pytest.raises(small.runtime("MissingBlockError"), match=r"season/2 was not .* append=TVAppend.season\(2\)$"):
        series.season(2)
    assert series.to_dict()["season/12"]["name"] == "Twelfth"
    assert "season/x" not in small.decode(answer, "TVDetails", "raise", ("season/x",)).to_dict()


def test_missing_season_is_no_drift(small: Small) -> None:
    answer = b'{"id":1,"name":"Show","season/1":{"name":"First"}}'
    series = small.decode(answer, "TVDetails", "raise", ("season/1", "season/2"))
    for one in (series, pickle.loads(pickle.dumps(series)), copy.copy(series)):
        with pytest.raises(small.runtime("MissingBlockError"), match="season/2 does not exist: the call requested"):
            one.season(2)
        assert list(one.to_dict()) == [*small.decode(answer, "TVDetails").to_dict(), "season/1"]
        assert one == series
    assert series == small.decode(answer, "TVDetails", "raise", ("season/1",))


def test_unknown_requested_block_is_ignored(small: Small) -> None:
    """A field is no block either."""
    movie = small.decode(body(trailers={}), "MovieDetails", "raise", ("trailers", "credits", "season/1", "title"))
    assert "trailers" not in movie.to_dict()
    assert movie == small.decode(body(), "MovieDetails", "raise", ("credits",))
    assert small.decode(body(), "MovieDetails", "raise", ("title",)) == small.decode(body(), "MovieDetails", "raise")


def test_to_dict_returns_blocks_by_tmdb_name(small: Small) -> None:
    plain = small.decode(body(), "MovieDetails", "raise", BOTH).to_dict()
    assert list(plain)[-2:] == ["credits", "watch/providers"]
    assert plain["credits"]["cast"] == CAST
    assert plain["watch/providers"]["results"] == PROVIDERS


def test_details_are_compared_and_pickled_by_decoded_value(small: Small) -> None:
    unread, read, spaced = (small.decode(body(), "MovieDetails", "warn", BOTH) for _ in range(3))
    assert read.credits.cast
    spaced = small.decode(json.dumps(MOVIE, indent=3).encode(), "MovieDetails", "warn", BOTH)
    for copied in (pickle.loads(pickle.dumps(unread)), pickle.loads(pickle.dumps(read)), copy.deepcopy(unread)):
        assert copied == read == unread == spaced
        assert copied.credits.cast[0].name == "Edward Norton"
    assert read != small.decode(body(), "MovieDetails", "warn", ("credits",))
    assert read != small.decode(body(credits={"cast": []}), "MovieDetails", "warn", BOTH)


def test_missing_block_error_after_pickling(small: Small) -> None:
    movie = pickle.loads(pickle.dumps(small.decode(body(), "MovieDetails", "raise", ("credits",))))
    with pytest.raises(small.runtime("MissingBlockError"), match=r"MovieAppend\.WATCH_PROVIDERS"):
        _ = movie.watch_providers


def test_merge_blocks_combines_answers(small: Small) -> None:
    movie = small.decode(body(), "MovieDetails", "warn", ("credits",))
    other = small.decode(body(), "MovieDetails", "warn", ("watch/providers",))
    small.runtime("merge_blocks")(movie, other)
    assert movie == small.decode(body(), "MovieDetails", "warn", BOTH)


def test_unread_block_is_a_copy_of_its_bytes(small: Small) -> None:
    movie = small.decode(body(overview="x" * 10_000), "MovieDetails", "warn", ("credits",))
    stored = movie.__blocks__["credits"].body
    assert type(stored) is bytes
    assert json.loads(stored) == MOVIE["credits"]


def test_append_operator_returns_a_union(small: Small) -> None:
    append = small.module("append").MovieAppend
    both = append.CREDITS | append.WATCH_PROVIDERS | append.CREDITS
    assert both.blocks == BOTH
    assert both == append.WATCH_PROVIDERS | append.CREDITS
    assert hash(both) == hash(append.WATCH_PROVIDERS | append.CREDITS)
    assert both != append.CREDITS
    assert repr(both) == "Append('credits', 'watch/providers')"
    assert small.module("append").TVAppend.season(3).blocks == ("season/3",)


def test_dir_offers_only_blocks_that_tmdb_sent(small: Small) -> None:
    """Completion does, and Django's templates are silent about a missing attribute only if `dir` lacks it."""
    movie = small.decode(body(credits=...), "MovieDetails", "ignore", BOTH)
    assert {"watch_providers", "title", "to_dict"} <= set(dir(movie))
    assert "credits" not in dir(movie)
    assert "credits" in dir(small.model("MovieDetails"))
    assert {"credits", "watch_providers"}.isdisjoint(dir(small.decode(body(), "MovieDetails")))
    series, season = b'{"id":1399,"name":"Westeros","season/1":{"id":7}}', "season/1"
    assert "season" in dir(small.decode(series, "TVDetails", "ignore", (season,)))
    assert "season" not in dir(small.decode(series, "TVDetails", "ignore"))


def test_repr_names_blocks_without_decoding_them(small: Small) -> None:
    odd = body(credits={"cast": [{"id": "x", "name": "Odd"}]})
    movie = small.decode(odd, "MovieDetails", "warn", BOTH)
    assert repr(movie) == "MovieDetails(id=550, title='Fight Club', append=['credits', 'watch_providers'])"
    series = small.decode(b'{"id":1399,"name":"Westeros","season/1":{"id":7}}', "TVDetails", "ignore", ("season/1",))
    assert repr(series) == "TVDetails(id=1399, name='Westeros', append=['season/1'])"
    absent = small.decode(body(credits=...), "MovieDetails", "ignore", BOTH)
    assert "append=['watch_providers']" in repr(absent)


def test_replace_keeps_blocks(small: Small) -> None:
    """Blocks that were never read are the same objects too."""
    movie = small.decode(body(), "MovieDetails", "ignore", BOTH)
    changed = movie.replace(title="Other")
    assert (changed.title, changed.credits, movie.title) == ("Other", movie.credits, "Fight Club")
    assert changed.credits is movie.credits
    assert changed.watch_providers == movie.watch_providers
    assert changed == movie.replace(title="Other") != movie
    assert copy.copy(movie).__replace__(title="Other") == changed


def test_hash_does_not_depend_on_blocks(small: Small) -> None:
    movie = small.decode(body(), "MovieDetails", "raise", BOTH)
    assert hash(movie) == hash(small.decode(body(), "MovieDetails", "raise"))
    assert len({movie, pickle.loads(pickle.dumps(movie))}) == 1
