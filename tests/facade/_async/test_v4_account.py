"""An account's lists of version 4."""

from __future__ import annotations

import pytest

from tests.facade.support import TOKEN, Fake, error_response
from tmdb_facade import AsyncTMDB, PermissionDeniedError


async def test_v4_account_error_hides_the_account_id() -> None:
    async with AsyncTMDB(TOKEN, transport=Fake(error_response(401, 36)).transport) as tmdb:
        with pytest.raises(PermissionDeniedError) as refused:
            await tmdb.v4.account.lists("5ec2e75ec2e7").first()
    assert "5ec2e7" not in f"{refused.value} {refused.value!r} {refused.value.url}"
