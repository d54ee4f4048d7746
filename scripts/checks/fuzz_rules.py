"""What schemathesis asks of the embedded TMDB's answers beyond the document: see `fuzz.py`."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import schemathesis

from tmdb_facade.errors import TMDBCode

Case: TypeAlias = schemathesis.Case[Any]


@schemathesis.check
def refusals_say_why(ctx: schemathesis.CheckContext, response: schemathesis.Response, case: Case) -> None:
    """A refusal has a code that belongs to its HTTP status, or complaints: the document requires neither."""
    if response.status_code < 400:
        return
    assert response.headers.get("content-type") == ["application/json;charset=utf-8"], response.headers
    body = json.loads(response.content)
    if "status_code" in body:
        code = TMDBCode(body["status_code"])
        assert code.http_status == response.status_code, f"HTTP {response.status_code} with {code!r}"
        assert body["success"] is False
        assert body["status_message"]
    else:
        assert body["errors"], "neither a code nor a complaint"


@schemathesis.check
class every_operation_succeeds:  # noqa: N801  # schemathesis names a check by it
    """An operation that was refused every time was not looked at."""

    def __init__(self) -> None:
        self._asked: set[str] = set()
        self._answered: set[str] = set()

    def after_response(self, ctx: schemathesis.CheckContext, response: schemathesis.Response, case: Case) -> None:
        """Remember what was asked and what was answered."""
        self._asked.add(case.operation.label)
        if response.status_code < 300:
            self._answered.add(case.operation.label)

    def after_run(self, ctx: schemathesis.CheckContext) -> None:
        """Name the operations that never succeeded."""
        missing = sorted(self._asked - self._answered)
        assert not missing, f"never a success: {', '.join(missing)}"
