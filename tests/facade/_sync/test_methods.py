# Made from tests/facade/_async/test_methods.py by `make sync`: edit that file, never this one.
"""Every method of every namespace: the operation that it requests, and the class that it returns.

`tests/ledger` compares the arguments of every method with the document.
"""

from __future__ import annotations

import inspect
from operator import attrgetter
from types import UnionType
from typing import Any, Union, get_args, get_origin

import httpx
import pytest

from scripts.ledger.methods import Method, annotations_of, methods
from scripts.ledger.reviewed import REVIEWED
from scripts.ledger.values import argument_sets
from tests.facade.resources import ANSWER, LIST
from tests.facade.support import TOKEN, Fake, json_response
from tmdb_bindings import operations
from tmdb_bindings.runtime import Operation
from tmdb_facade import TMDB, Pager, UserCredentials

OPERATIONS = {value.id: value for value in vars(operations).values() if isinstance(value, Operation)}
#: The operations of the methods that have another name.
OTHER_NAMES = {
    "auth.check_credentials": "auth_validate_key",
    "certifications.movies": "certifications_movie_list",
    "certifications.tv": "certifications_tv_list",
    "find.imdb": "find_by_id",
    "find.tvdb": "find_by_id",
    "genres.movies": "genres_movie_list",
    "genres.tv": "genres_tv_list",
    "lists.items": "lists_details",
    "tv.episode_groups.for_series": "tv_episode_groups",
    "v4.lists.items": "v4_lists_details",
    "watch_providers.movies": "watch_providers_movie_list",
    "watch_providers.tv": "watch_providers_tv_list",
}
#: Query parameters that no argument sets.
CONSTANTS = {
    "find.imdb": {"external_source": "imdb_id"},
    "find.tvdb": {"external_source": "tvdb_id"},
    "lists.clear": {"confirm": "true"},
}
USER = UserCredentials(
    session_id="5e55105e5510", access_token="eyJh.eyJ1c2VyIjo.c2ln", account_id=7, account_object_id="5ec2e7"
)
#: The class that each method returns; test_images.py has the tests of `images.load`, which returns nothing.
RETURNED = {
    method: annotations_of(method.function)["return"]
    for method in methods(TMDB)
    if method.name not in {*REVIEWED.silent, *REVIEWED.composed, "images.load"}
}
PAGED = [method for method, returned in RETURNED.items() if get_origin(returned) is Pager]
UNPAGED = [method for method in RETURNED if method not in PAGED]


def namespace_of(method: Method) -> str:
    """Return the namespace of a method, such as `tv.seasons`."""
    return method.name.rpartition(".")[0]


def answer(request: httpx.Request) -> httpx.Response:
    """Answer any operation."""
    is_list = request.url.path.startswith("/3/configuration/")
    return json_response(
        LIST if is_list else {**ANSWER, "items": ANSWER["results"], "item_present": True, "success": True}
    )


def classes_of(annotation: Any) -> tuple[type, ...]:
    """Return the classes that an annotation allows."""
    origin = get_origin(annotation)
    return get_args(annotation) if origin in (Union, UnionType) else (origin or annotation,)


def assert_requests(fake: Fake, method: Method, *, paged: bool) -> None:
    """Check the one request that a call with the required arguments sends."""
    operation = OPERATIONS[OTHER_NAMES.get(method.name) or method.name.replace(".", "_")]
    values = {**argument_sets(method)[0], **CONSTANTS.get(method.name, {}), **({"page": 1} if paged else {})}
    if operation.auth in ("session", "guest_or_session"):
        values["session_id"] = USER.session_id
    is_for_user = operation.auth == "user_token" or operation.tag == "v4_lists"
    (request,) = fake.requests
    assert request.extensions["tmdb_operation"] is operation
    assert request.method == operation.method
    assert request.headers["authorization"] == f"Bearer {USER.access_token if is_for_user else TOKEN}"
    assert fake.query == {name: str(value) for name, value in values.items() if name in operation.query}
    fake.requests.clear()


@pytest.mark.parametrize("namespace", sorted(set(map(namespace_of, UNPAGED))))
def test_method_requests_its_operation_and_returns_the_annotated_class(namespace: str) -> None:
    fake = Fake(answer)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as application:
        tmdb = application.as_user(USER)
        for method in (method for method in UNPAGED if namespace_of(method) == namespace):
            annotation = RETURNED[method]
            result = attrgetter(method.name)(tmdb)(**argument_sets(method)[0])
            assert_requests(fake, method, paged=False)
            assert type(result) in classes_of(annotation), method.name
            if get_origin(annotation) is list and annotation != list[str]:
                assert type(result[0]) in classes_of(get_args(annotation)[0]), method.name


@pytest.mark.parametrize("namespace", sorted(set(map(namespace_of, PAGED))))
def test_list_method_requests_its_operation_and_returns_a_pager_of_the_annotated_classes(namespace: str) -> None:
    fake = Fake(answer)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as application:
        tmdb = application.as_user(USER)
        for method in (method for method in PAGED if namespace_of(method) == namespace):
            row, page = get_args(RETURNED[method])
            pager = attrgetter(method.name)(tmdb)(**argument_sets(method)[0])
            assert fake.requests == [], method.name
            assert type(pager.first()) in classes_of(row), method.name
            assert_requests(fake, method, paged=True)
            assert isinstance(pager.page(1), page), method.name
            fake.requests.clear()


def test_include_image_language_sends_null_for_images_without_text() -> None:
    fake = Fake(answer)
    with_languages = [
        method for method in RETURNED if "include_image_language" in inspect.signature(method.function).parameters
    ]
    assert with_languages != []
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        for method in with_languages:
            arguments = {**argument_sets(method)[0], "include_image_language": ["pt", None]}
            attrgetter(method.name)(tmdb)(**arguments)
            assert fake.query == {"include_image_language": "pt,null"}, method.name
