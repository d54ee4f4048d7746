# Made from tests/facade/_async/test_lists.py by `make sync`: edit that file, never this one.
"""Lists of version 3: what each method sends and returns."""

from __future__ import annotations

import json
from typing import assert_type

import httpx
import pytest

from tests.facade.support import FORBIDDEN, TOKEN, Fake, error_response, json_response
from tmdb_facade import TMDB, BadRequestError, ConflictError, NotFoundError, Pager, ServerError
from tmdb_facade.errors import InvalidAnswerError
from tmdb_facade.models import ListCreated, ListDetails, ListItem, Movie, TVShow

DONE = {"success": True, "status_code": 12, "status_message": "Done."}


def list_page(request: httpx.Request) -> httpx.Response:
    """Answer with one of the two pages of a list of a movie and a TV series."""
    number = int(request.url.params.get("page", "1"))
    row: dict[str, object] = (
        {"id": 550, "media_type": "movie", "title": "A movie"}
        if number == 1
        else {"id": 1399, "media_type": "tv", "name": "A series"}
    )
    return json_response(
        {"id": 9, "name": "Mine", "page": number, "items": [row], "total_pages": 2, "total_results": 2}
    )


def test_lists_add_movie_remove_movie_and_clear_send_the_session_once() -> None:
    fake = Fake(json_response(DONE))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        tmdb.lists.add_movie(9, 550, session_id="s1")
        assert json.loads(fake.last.content) == {"media_id": 550}
        tmdb.lists.remove_movie(9, 550, session_id="s1")
        assert json.loads(fake.last.content) == {"media_id": 550}
        tmdb.lists.clear(9, session_id="s1")
        assert (fake.query, fake.last.content) == ({"session_id": "s1", "confirm": "true"}, b"")
    assert [request.url.params["session_id"] for request in fake.requests] == ["s1"] * 3


def test_lists_create_sends_only_the_arguments_that_are_passed() -> None:
    fake = Fake(json_response({**DONE, "list_id": 9}, 201))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        created = tmdb.lists.create("Mine", session_id="s1")
        assert (fake.last.method, fake.last.url.path, fake.query) == ("POST", "/3/list", {"session_id": "s1"})
        assert json.loads(fake.last.content) == {"name": "Mine"}
        tmdb.lists.create("Mine", description="Seen twice.", language="pt", session_id="s1")
        assert json.loads(fake.last.content) == {"name": "Mine", "description": "Seen twice.", "language": "pt"}
    assert_type(created, ListCreated)
    assert created.list_id == 9


def test_lists_create_raises_tmdbs_validation_errors() -> None:
    """They come without a code, beside an empty list id."""
    fake = Fake(json_response({"errors": ["Invalid description"], "success": False, "list_id": None}, 422))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(BadRequestError, match="Invalid description"):
            tmdb.lists.create("Mine", session_id="s1")


def test_lists_details_has_the_first_items_and_sends_no_page() -> None:
    fake = Fake(list_page)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        details = tmdb.lists.details(9, language="pt-BR")
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", "/3/list/9", {"language": "pt-BR"})
    assert_type(details, ListDetails)
    assert type(details) is ListDetails
    assert [item.id for item in details.items] == [550]


def test_lists_items_walks_all_pages() -> None:
    """TMDB calls the rows of these pages `items`, not `results`."""
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


def test_lists_item_status_returns_whether_the_movie_is_on_the_list() -> None:
    """A missing list is an error, not `False`."""
    fake = Fake(json_response({"id": 9, "item_present": True}))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        present = tmdb.lists.item_status(9, movie_id=550)
    assert_type(present, bool)
    assert present is True
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", "/3/list/9/item_status", {"movie_id": "550"})
    with TMDB(TOKEN, transport=Fake(json_response({"id": 9, "item_present": False})).transport) as tmdb:
        assert tmdb.lists.item_status(9, movie_id=550) is False
    with TMDB(TOKEN, transport=Fake(error_response(404, 34)).transport) as tmdb:
        with pytest.raises(NotFoundError):
            tmdb.lists.item_status(9, movie_id=550)
    with TMDB(TOKEN, transport=Fake(json_response(FORBIDDEN)).transport, on_drift="ignore") as tmdb:
        with pytest.raises(InvalidAnswerError, match="does not say whether"):
            tmdb.lists.item_status(9, movie_id=550)


def test_lists_raise_for_a_duplicate_movie_and_an_uncertain_deletion() -> None:
    with TMDB(TOKEN, transport=Fake(error_response(403, 8)).transport) as tmdb:
        with pytest.raises(ConflictError):
            tmdb.lists.add_movie(9, 550, session_id="s1")
    with TMDB(TOKEN, transport=Fake(error_response(500, 11)).transport) as tmdb:
        with pytest.raises(ServerError):
            tmdb.lists.delete(9, session_id="s1")
