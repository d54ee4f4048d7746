# Made from tests/facade/_async/test_lists.py by `make sync`: edit that file, never this one.
"""Lists of version 3: what each method asks, what it gives, and what it hides of TMDB's ways."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, assert_type

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, refuse, say
from tmdb_facade import TMDB, BadRequestError, ConflictError, NotFoundError, Pager, ServerError
from tmdb_facade.models import ListCreated, ListDetails, ListItem, Movie, StatusResponse, TVShow

DONE = {"success": True, "status_code": 12, "status_message": "Done."}

#: The call; method, path, query and body of the request.
WRITES: list[tuple[Callable[[TMDB], Any], str, str, dict[str, str], dict[str, object] | None]] = [
    (
        lambda tmdb: tmdb.lists.add_movie(9, 550, session_id="s1"),
        "POST",
        "/3/list/9/add_item",
        {"session_id": "s1"},
        {"media_id": 550},
    ),
    (
        lambda tmdb: tmdb.lists.remove_movie(9, 550, session_id="s1"),
        "POST",
        "/3/list/9/remove_item",
        {"session_id": "s1"},
        {"media_id": 550},
    ),
    (
        lambda tmdb: tmdb.lists.clear(9, session_id="s1"),
        "POST",
        "/3/list/9/clear",
        {"session_id": "s1", "confirm": "true"},
        None,
    ),
    (lambda tmdb: tmdb.lists.delete(9, session_id="s1"), "DELETE", "/3/list/9", {"session_id": "s1"}, None),
]


def list_page(request: httpx.Request) -> httpx.Response:
    """Answer with one of two pages of a list of a film and a series."""
    number = int(request.url.params.get("page", "1"))
    row: dict[str, object] = (
        {"id": 550, "media_type": "movie", "title": "A film"}
        if number == 1
        else {"id": 1399, "media_type": "tv", "name": "A series"}
    )
    return say({"id": 9, "name": "Mine", "page": number, "items": [row], "total_pages": 2, "total_results": 2})


@pytest.mark.parametrize(("call", "method", "path", "query", "body"), WRITES, ids=[case[2] for case in WRITES])
def test_each_write_asks_for_its_operation(
    call: Callable[[TMDB], Any],
    method: str,
    path: str,
    query: dict[str, str],
    body: dict[str, object] | None,
) -> None:
    """With the session that it counts for, once."""
    fake = Fake(say(DONE))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        said = call(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == (method, path, query)
    assert (json.loads(fake.last.content) if fake.last.content else None) == body
    assert type(said) is StatusResponse
    assert len(fake.requests) == 1


def test_a_list_is_made_with_what_is_known_of_it() -> None:
    """What is not given is not sent; the answer holds the list's number."""
    fake = Fake(say({**DONE, "list_id": 9}, 201))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        made = tmdb.lists.create("Mine", session_id="s1")
        assert (fake.last.method, fake.last.url.path, fake.query) == ("POST", "/3/list", {"session_id": "s1"})
        assert json.loads(fake.last.content) == {"name": "Mine"}
        tmdb.lists.create("Mine", description="Seen twice.", language="pt", session_id="s1")
        assert json.loads(fake.last.content) == {"name": "Mine", "description": "Seen twice.", "language": "pt"}
    assert_type(made, ListCreated)
    assert made.list_id == 9


def test_a_list_that_tmdb_does_not_make_is_an_error() -> None:
    """Its complaints come without a code, and beside an empty number."""
    fake = Fake(say({"errors": ["Invalid description"], "success": False, "list_id": None}, 422))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(BadRequestError, match="Invalid description"):
            tmdb.lists.create("Mine", session_id="s1")


def test_details_give_the_list_and_its_first_items() -> None:
    """No page is asked for."""
    fake = Fake(list_page)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        details = tmdb.lists.details(9, language="pt-BR")
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", "/3/list/9", {"language": "pt-BR"})
    assert_type(details, ListDetails)
    assert type(details) is ListDetails
    assert [item.id for item in details.items] == [550]


def test_items_walk_over_all_pages() -> None:
    """TMDB calls the rows of these pages otherwise than everywhere else; nobody notices."""
    fake = Fake(list_page)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.lists.items(9, language="pt-BR")
        assert_type(pager, Pager[ListItem, ListDetails])
        assert fake.requests == []
        found = [item for item in pager]
        assert [type(item) for item in found] == [Movie, TVShow]
        assert [item.id for item in found] == [550, 1399]
        assert pager.total_results == 2
        assert pager.total_pages == 2
        page = pager.page(2)
    assert_type(page, ListDetails)
    assert isinstance(page, ListDetails)
    assert (page.name, [item.id for item in page.items]) == ("Mine", [1399])
    assert fake.query == {"language": "pt-BR", "page": "2"}


def test_whether_a_film_is_on_a_list_is_a_truth_value() -> None:
    """That there is no such list is an error, not a no."""
    fake = Fake(say({"id": 9, "item_present": True}))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        there = tmdb.lists.item_status(9, movie_id=550)
    assert_type(there, bool)
    assert there is True
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", "/3/list/9/item_status", {"movie_id": "550"})
    with TMDB(TOKEN, transport=Fake(say({"id": 9, "item_present": False})).transport) as tmdb:
        assert tmdb.lists.item_status(9, movie_id=550) is False
    with TMDB(TOKEN, transport=Fake(refuse(404, 34)).transport) as tmdb:
        with pytest.raises(NotFoundError):
            tmdb.lists.item_status(9, movie_id=550)


def test_a_film_that_is_there_already_and_a_doubtful_deletion_are_told() -> None:
    """Neither is taken for success."""
    with TMDB(TOKEN, transport=Fake(refuse(403, 8)).transport) as tmdb:
        with pytest.raises(ConflictError):
            tmdb.lists.add_movie(9, 550, session_id="s1")
    with TMDB(TOKEN, transport=Fake(refuse(500, 11)).transport) as tmdb:
        with pytest.raises(ServerError):
            tmdb.lists.delete(9, session_id="s1")
