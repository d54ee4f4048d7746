"""Lists of version 4: what each method sends and returns."""

from __future__ import annotations

import json
from typing import Any, assert_type

import httpx
import pytest

from tests.facade.support import FORBIDDEN, TOKEN, Fake, error_response, json_response
from tmdb_bindings import api
from tmdb_facade import AsyncPager, AsyncTMDB, InvalidAnswerError, NotFoundError, PermissionDeniedError, ServerError
from tmdb_facade.models import (
    ListItem,
    Movie,
    StatusResponse,
    TVShow,
    V4ListCleared,
    V4ListCreated,
    V4ListDetails,
    V4ListItemResult,
)

DONE = {"success": True, "status_code": 1, "status_message": "Done."}
LIST = {
    "id": 9,
    "name": "Mine",
    "page": 1,
    "results": [
        {"id": 550, "media_type": "movie", "title": "A movie"},
        {"id": 1399, "media_type": "tv", "name": "A series"},
    ],
    "comments": {"movie:550": "Twice.", "tv:1399": None},
    "total_pages": 1,
    "total_results": 2,
}


def write_all_but(*failing: int) -> Fake:
    """Build a TMDB that writes all items except some ids, and answers with success."""

    def answer(request: httpx.Request) -> httpx.Response:
        items: list[dict[str, Any]] = json.loads(request.content)["items"]
        results = [
            {"media_type": item["media_type"], "media_id": item["media_id"], "success": item["media_id"] not in failing}
            for item in items
        ]
        return json_response({**DONE, "results": results})

    return Fake(answer)


def outcomes(results: list[V4ListItemResult]) -> list[tuple[str, int, bool]]:
    """Return media type, id and success of each result."""
    return [(result.media_type, result.media_id, result.success) for result in results]


async def test_v4_lists_create_sends_public_as_a_number() -> None:
    """TMDB ignores a boolean here and would make the list public."""
    fake = Fake(json_response({**DONE, "id": 9}, 201))
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        created = await tmdb.v4.lists.create("Mine", language="pt")
        assert (fake.last.method, fake.last.url.path, fake.query) == ("POST", "/4/list", {})
        assert json.loads(fake.last.content) == {"name": "Mine", "iso_639_1": "pt", "public": 1}
        await tmdb.v4.lists.create(
            "Mine", language="pt", country="BR", description="Best.", public=False, sort_by="title.asc"
        )
    assert_type(created, V4ListCreated)
    assert created.id == 9
    sent = json.loads(fake.last.content)
    assert sent == {
        "name": "Mine",
        "iso_639_1": "pt",
        "public": 0,
        "iso_3166_1": "BR",
        "description": "Best.",
        "sort_by": "title.asc",
    }
    assert type(sent["public"]) is int


async def test_v4_lists_update_sends_only_the_arguments_that_are_passed() -> None:
    """An empty description and `False` are changes; no argument is an error."""
    fake = Fake(json_response(DONE))
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        status = await tmdb.v4.lists.update(9, description="", public=False)
        assert (fake.last.method, fake.last.url.path, fake.query) == ("PUT", "/4/list/9", {})
        assert json.loads(fake.last.content) == {"description": "", "public": False}
        await tmdb.v4.lists.update(9, name="Ours", sort_by="release_date.desc")
        assert json.loads(fake.last.content) == {"name": "Ours", "sort_by": "release_date.desc"}
        with pytest.raises(ValueError, match="nothing to change"):
            await tmdb.v4.lists.update(9)
    assert_type(status, StatusResponse)
    assert len(fake.requests) == 2


async def test_v4_lists_details_has_comments_by_media_type_and_id() -> None:
    fake = Fake(json_response(LIST))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        details = await tmdb.v4.lists.details(9, sort_by="title.desc", language="pt-BR")
    expected = ("GET", "/4/list/9", {"sort_by": "title.desc", "language": "pt-BR"})
    assert (fake.last.method, fake.last.url.path, fake.query) == expected
    assert_type(details, V4ListDetails)
    assert details.comments == {"movie:550": "Twice.", "tv:1399": None}


async def test_v4_lists_items_is_a_pager_of_movies_and_series() -> None:
    """Its pages are the list's details."""
    fake = Fake(json_response(LIST))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.v4.lists.items(9, sort_by="title.desc", language="pt-BR")
        assert_type(pager, AsyncPager[ListItem, V4ListDetails])
        assert [type(item) async for item in pager] == [Movie, TVShow]
        assert (await pager.page(1)).name == "Mine"
    assert fake.query == {"sort_by": "title.desc", "language": "pt-BR", "page": "1"}


async def test_v4_lists_add_items_and_remove_items_return_a_result_for_each_item() -> None:
    """TMDB answers with success even if it wrote nothing."""
    fake = write_all_but(1399)
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        added = await tmdb.v4.lists.add_items(9, [("movie", 550), ("tv", 1399)])
        assert (fake.last.method, fake.last.url.path, fake.query) == ("POST", "/4/list/9/items", {})
        items = [{"media_type": "movie", "media_id": 550}, {"media_type": "tv", "media_id": 1399}]
        assert json.loads(fake.last.content) == {"items": items}
        removed = await tmdb.v4.lists.remove_items(9, [("tv", 1399)])
        assert (fake.last.method, fake.last.url.path, fake.query) == ("DELETE", "/4/list/9/items", {})
        assert json.loads(fake.last.content) == {"items": items[1:]}
    assert_type(added, list[V4ListItemResult])
    assert outcomes(added) == [("movie", 550, True), ("tv", 1399, False)]
    assert outcomes(removed) == [("tv", 1399, False)]


async def test_v4_lists_update_items_sends_comments() -> None:
    """TMDB discards comments when items are added."""
    fake = write_all_but()
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        results = await tmdb.v4.lists.update_items(9, {("movie", 550): "Twice.", ("tv", 1399): ""})
    assert (fake.last.method, fake.last.url.path, fake.query) == ("PUT", "/4/list/9/items", {})
    assert json.loads(fake.last.content) == {
        "items": [
            {"media_type": "movie", "media_id": 550, "comment": "Twice."},
            {"media_type": "tv", "media_id": 1399, "comment": ""},
        ]
    }
    assert outcomes(results) == [("movie", 550, True), ("tv", 1399, True)]


async def test_v4_lists_split_items_into_requests_of_500_in_order() -> None:
    """Without items, nothing is sent."""
    fake = write_all_but(7, 1100)
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        results = await tmdb.v4.lists.add_items(9, (("movie", number) for number in range(1, 1201)))
        assert [len(json.loads(request.content)["items"]) for request in fake.requests] == [500, 500, 200]
        assert [result.media_id for result in results] == list(range(1, 1201))
        assert [result.media_id for result in results if not result.success] == [7, 1100]
        await tmdb.v4.lists.update_items(9, {("movie", number): "Seen." for number in range(501)})
        assert [len(json.loads(request.content)["items"]) for request in fake.requests[3:]] == [500, 1]
        assert await tmdb.v4.lists.remove_items(9, []) == []
    assert len(fake.requests) == 5


async def test_v4_lists_error_after_a_partial_write_notes_the_written_items() -> None:
    working = write_all_but()

    def fail_later(request: httpx.Request) -> httpx.Response:
        return json_response(DONE, 500) if len(fake.requests) == 2 else working.transport.handle_request(request)

    fake = Fake(fail_later)
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ServerError) as partial:
            await tmdb.v4.lists.add_items(9, [("movie", number) for number in range(1, 1201)])
    assert len(fake.requests) == 2
    assert "500 items" in "".join(partial.value.__notes__)
    async with AsyncTMDB(TOKEN, transport=Fake(json_response(DONE, 500)).transport) as tmdb:
        with pytest.raises(ServerError) as first:
            await tmdb.v4.lists.add_items(9, [("movie", 550)])
    assert not hasattr(first.value, "__notes__")


async def test_v4_lists_item_status_of_an_item_on_the_list_is_one_request() -> None:
    fake = Fake(json_response({**DONE, "id": 9, "media_id": 1399, "media_type": "tv"}))
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        present = await tmdb.v4.lists.item_status(9, media_type="tv", media_id=1399)
    assert_type(present, bool)
    assert present is True
    expected = ("GET", "/4/list/9/item_status", {"media_type": "tv", "media_id": "1399"})
    assert (fake.last.method, fake.last.url.path, fake.query) == expected
    assert len(fake.requests) == 1


async def test_v4_lists_item_status_needs_an_answer_that_confirms_the_item() -> None:
    """A gateway's answer with HTTP 200 does not."""
    async with AsyncTMDB(TOKEN, transport=Fake(json_response(FORBIDDEN)).transport, on_drift="ignore") as tmdb:
        with pytest.raises(InvalidAnswerError, match="does not confirm"):
            await tmdb.v4.lists.item_status(9, media_type="tv", media_id=1399)


async def test_v4_lists_item_status_distinguishes_a_missing_item_from_a_missing_list() -> None:
    """TMDB has one answer for both, so the list is requested too."""

    def no_item(request: httpx.Request) -> httpx.Response:
        return error_response(404, 34) if request.url.path.endswith("item_status") else json_response(LIST)

    def no_access(request: httpx.Request) -> httpx.Response:
        return error_response(404, 34) if request.url.path.endswith("item_status") else error_response(401, 39)

    fake = Fake(no_item)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert await tmdb.v4.lists.item_status(9, media_type="movie", media_id=551) is False
    assert [request.url.path for request in fake.requests] == ["/4/list/9/item_status", "/4/list/9"]
    async with AsyncTMDB(TOKEN, transport=Fake(error_response(404, 34)).transport) as tmdb:
        with pytest.raises(NotFoundError) as missing:
            await tmdb.v4.lists.item_status(9, media_type="movie", media_id=551)
    assert missing.value.operation == "v4_lists_details"
    async with AsyncTMDB(TOKEN, transport=Fake(no_access).transport) as tmdb:
        with pytest.raises(PermissionDeniedError):
            await tmdb.v4.lists.item_status(9, media_type="movie", media_id=551)


async def test_v4_lists_clear_is_neither_retried_nor_cached() -> None:
    """It is a GET that changes something."""
    fake = Fake(json_response({**DONE, "id": 9, "items_deleted": 2}))
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        cleared = await tmdb.v4.lists.clear(9)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", "/4/list/9/clear", {})
    assert_type(cleared, V4ListCleared)
    assert cleared.items_deleted == 2
    record = fake.last.extensions["tmdb_operation"]
    assert record is api.v4_lists.clear.operation
    assert (record.repeatable, record.cacheable) == (False, False)
    fake = Fake(error_response(503, 9))
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ServerError):
            await tmdb.v4.lists.clear(9)
    assert len(fake.requests) == 1


async def test_v4_lists_delete_sends_no_body() -> None:
    fake = Fake(json_response(DONE))
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        status = await tmdb.v4.lists.delete(9)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("DELETE", "/4/list/9", {})
    assert fake.last.content == b""
    assert_type(status, StatusResponse)
