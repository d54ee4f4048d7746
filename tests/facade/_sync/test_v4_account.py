# Made from tests/facade/_async/test_v4_account.py by `make sync`: edit that file, never this one.
"""An account's lists of version 4."""

from __future__ import annotations

import pytest

from tests.facade.support import TOKEN, Fake, error_response
from tmdb_facade import TMDB, PermissionDeniedError


def test_v4_account_error_hides_the_account_id() -> None:
    with TMDB(TOKEN, transport=Fake(error_response(401, 36)).transport) as tmdb:
        with pytest.raises(PermissionDeniedError) as refused:
            tmdb.v4.account.lists("5ec2e75ec2e7").first()
    assert "5ec2e7" not in f"{refused.value} {refused.value!r} {refused.value.url}"
