"""Appended blocks: kept as JSON until they are read, decoded under the policy of their call."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

from tests.bindings.small import Small

CAST = [{"id": 819, "name": "Edward Norton", "character": "Narrator", "order": 0}]
PROVIDERS = {"DE": {"link": "https://example.com", "flatrate": [{"provider_id": 8, "provider_name": "Some"}]}}
FILM: dict[str, Any] = {
    "id": 550,
    "title": "Fight Club",
    "credits": {"cast": CAST},
    "watch/providers": {"results": PROVIDERS},
}
BOTH = ("credits", "watch/providers")


def body(**changes: Any) -> bytes:
    """Write the film as JSON, with changes; `...` takes a key away."""
    film = {**FILM, **changes}
    return json.dumps({key: value for key, value in film.items() if value is not ...}).encode()


def test_requested_blocks_are_read(small: Small) -> None:
    """Each block is a property of its own, and the same object each time."""
    film = small.decode(body(), "MovieDetails", "raise", BOTH)
    assert film.credits.cast[0].name == "Edward Norton"
    assert film.watch_providers.results["DE"].flatrate[0].provider_id == 8
    assert film.credits is film.credits


def test_an_unread_block_is_not_decoded(small: Small) -> None:
    """Asking for a block costs nothing until it is read: an odd one is reported then."""
    film = small.decode(body(credits={"cast": [{"id": "x", "name": "Odd"}]}), "MovieDetails", "warn", BOTH)
    with pytest.warns(small.runtime("DriftWarning"), match=r"op: Cast.id at \$.credits.cast\[0\].id: expected int"):
        assert film.credits.cast[0].name == "Odd"


def test_raise_decodes_every_block_inside_the_call(small: Small) -> None:
    """Nobody meets the error later, while reading."""
    with pytest.raises(small.runtime("DriftError")) as caught:
        small.decode(body(credits={"cast": [{"id": "x", "name": "Odd"}]}), "MovieDetails", "raise", BOTH)
    assert caught.value.path == "$.credits.cast[0].id"


@pytest.mark.parametrize(("block", "found"), [(..., "nothing"), (None, "null"), ([], "array"), ("x", "string")])
def test_a_block_that_is_not_there_is_none_and_reported(small: Small, block: object, found: str) -> None:
    """A requested block that TMDB left out, or sent as something else, is like any contradicted field."""
    message = rf"op: MovieDetails.credits at \$.credits: expected MovieCredits, found {found}"
    with pytest.warns(small.runtime("DriftWarning"), match=message):
        assert small.decode(body(credits=block), "MovieDetails", "warn", BOTH).credits is None
    with pytest.raises(small.runtime("DriftError"), match=message):
        small.decode(body(credits=block), "MovieDetails", "raise", BOTH)


def test_a_block_that_was_not_requested_says_what_to_pass(small: Small) -> None:
    """The error is an AttributeError, so `hasattr` tells whether a block is there."""
    film = small.decode(body(), "MovieDetails", "raise", ("credits",))
    with pytest.raises(small.runtime("MissingBlockError"), match=r"pass append=MovieAppend\.WATCH_PROVIDERS$"):
        _ = film.watch_providers
    assert not hasattr(small.decode(body(), "MovieDetails"), "credits")
    assert hasattr(film, "credits")


def test_a_block_without_an_id_is_normal(small: Small) -> None:
    """TMDB never repeats the id inside of an appended block."""
    film = small.decode(body(), "MovieDetails", "raise", ("credits",))
    assert film.credits.id is None


def test_a_series_of_blocks_is_read_by_number(small: Small) -> None:
    """A show can append its seasons, each by its number."""
    answer = b'{"id":1,"name":"Show","season/1":{"name":"First"},"season/12":{"name":"Twelfth"}}'
    show = small.decode(answer, "TVDetails", "raise", ("season/1", "season/12"))
    assert (show.season(1).name, show.season(12).name) == ("First", "Twelfth")
    with pytest.raises(small.runtime("MissingBlockError"), match=r"season/2 was not .* append=TVAppend.season\(2\)$"):
        show.season(2)
    assert show.to_dict()["season/12"]["name"] == "Twelfth"
    assert "season/x" not in small.decode(answer, "TVDetails", "raise", ("season/x",)).to_dict()


def test_a_number_that_there_is_not_is_no_drift(small: Small) -> None:
    """Whoever asks for ten seasons at once does not know how many there are; the error says that, and stays."""
    answer = b'{"id":1,"name":"Show","season/1":{"name":"First"}}'
    show = small.decode(answer, "TVDetails", "raise", ("season/1", "season/2"))
    for one in (show, pickle.loads(pickle.dumps(show)), copy.copy(show)):
        with pytest.raises(small.runtime("MissingBlockError"), match="there is no season/2: it was requested"):
            one.season(2)
        assert list(one.to_dict()) == [*small.decode(answer, "TVDetails").to_dict(), "season/1"]
        assert one == show
    assert show == small.decode(answer, "TVDetails", "raise", ("season/1",))


def test_a_requested_name_that_nobody_knows_is_passed_over(small: Small) -> None:
    """TMDB answers to names that it no longer documents; they are in the raw answer only."""
    film = small.decode(body(trailers={}), "MovieDetails", "raise", ("trailers", "credits", "season/1"))
    assert "trailers" not in film.to_dict()


def test_to_dict_holds_blocks_under_their_wire_names(small: Small) -> None:
    """All that is modelled comes back, read before or not."""
    plain = small.decode(body(), "MovieDetails", "raise", BOTH).to_dict()
    assert list(plain)[-2:] == ["credits", "watch/providers"]
    assert plain["credits"]["cast"] == CAST
    assert plain["watch/providers"]["results"] == PROVIDERS


def test_equality_and_pickling_go_by_decoded_value(small: Small) -> None:
    """Whether a block has been read, and how its JSON was written, changes nothing."""
    unread, read, spaced = (small.decode(body(), "MovieDetails", "warn", BOTH) for _ in range(3))
    assert read.credits.cast
    spaced = small.decode(json.dumps(FILM, indent=3).encode(), "MovieDetails", "warn", BOTH)
    for copied in (pickle.loads(pickle.dumps(unread)), pickle.loads(pickle.dumps(read)), copy.deepcopy(unread)):
        assert copied == read == unread == spaced
        assert copied.credits.cast[0].name == "Edward Norton"
    assert read != small.decode(body(), "MovieDetails", "warn", ("credits",))
    assert read != small.decode(body(credits={"cast": []}), "MovieDetails", "warn", BOTH)


def test_a_pickled_model_still_says_what_to_pass(small: Small) -> None:
    """A block that was not requested is not there after pickling either."""
    film = pickle.loads(pickle.dumps(small.decode(body(), "MovieDetails", "raise", ("credits",))))
    with pytest.raises(small.runtime("MissingBlockError"), match=r"MovieAppend\.WATCH_PROVIDERS"):
        _ = film.watch_providers


def test_blocks_of_several_answers_are_merged(small: Small) -> None:
    """A call for more blocks than TMDB appends at once is several requests."""
    film = small.decode(body(), "MovieDetails", "warn", ("credits",))
    other = small.decode(body(), "MovieDetails", "warn", ("watch/providers",))
    small.runtime("merge_blocks")(film, other)
    assert film == small.decode(body(), "MovieDetails", "warn", BOTH)


def test_a_block_does_not_keep_the_answer_alive(small: Small) -> None:
    """What is kept of an unread block is a copy of its own bytes."""
    film = small.decode(body(overview="x" * 10_000), "MovieDetails", "warn", ("credits",))
    kept = film.__blocks__["credits"].body
    assert type(kept) is bytes
    assert json.loads(kept) == FILM["credits"]


def test_append_makes_unions(small: Small) -> None:
    """`|` joins sets of blocks; each is there once."""
    append = small.module("append").MovieAppend
    both = append.CREDITS | append.WATCH_PROVIDERS | append.CREDITS
    assert both.blocks == BOTH
    assert both == append.WATCH_PROVIDERS | append.CREDITS
    assert hash(both) == hash(append.WATCH_PROVIDERS | append.CREDITS)
    assert both != append.CREDITS
    assert repr(both) == "Append('credits', 'watch/providers')"
    assert small.module("append").TVAppend.season(3).blocks == ("season/3",)
