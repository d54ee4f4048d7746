"""Checks of the fuzz run that the document cannot express (see `fuzz.py`)."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import schemathesis

from tmdb_facade.errors import TMDBCode

Case: TypeAlias = schemathesis.Case[Any]


@schemathesis.check
def errors_have_a_code_or_messages(ctx: schemathesis.CheckContext, response: schemathesis.Response, case: Case) -> None:
    """Assert that an error has a status code that matches its HTTP status, or error messages."""
    if response.status_code < 400:
        return
    assert response.headers.get("content-type") == ["application/json;charset=utf-8"], response.headers
    body = json.loads(response.content)
    if "status_code" in body:
        code = TMDBCode(body["status_code"])
        # TMDB answers HTTP 400 instead of 422 to repeated and missing parameters.
        statuses = {code.http_status, 400} if code is TMDBCode.INVALID_PARAMETERS else {code.http_status}
        assert response.status_code in statuses, f"HTTP {response.status_code} with {code!r}"
        assert body["success"] is False
        assert body["status_message"]
    else:
        assert body["errors"], "neither a status code nor messages"


@schemathesis.check
class every_operation_succeeds:  # noqa: N801  # schemathesis uses the class name as the check's name
    """A check that each operation succeeds at least once; otherwise its success answer is not validated."""

    def __init__(self) -> None:
        self._requested: set[str] = set()
        self._succeeded: set[str] = set()

    def after_response(self, ctx: schemathesis.CheckContext, response: schemathesis.Response, case: Case) -> None:
        """Record the operation, and whether it succeeded."""
        self._requested.add(case.operation.label)
        if response.status_code < 300:
            self._succeeded.add(case.operation.label)

    def after_run(self, ctx: schemathesis.CheckContext) -> None:
        """Fail with the operations that never succeeded."""
        missing = sorted(self._requested - self._succeeded)
        assert not missing, f"operations that never succeeded: {', '.join(missing)}"
