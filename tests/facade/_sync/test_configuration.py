# Made from tests/facade/_async/test_configuration.py by `make sync`: edit that file, never this one.
"""Configuration: answers that are plain lists."""

from __future__ import annotations

from typing import assert_type

from tests.facade.support import TOKEN, Fake, json_response
from tmdb_facade import TMDB


def test_configuration_primary_translations_returns_language_tags() -> None:
    fake = Fake(json_response(["de-DE", "pt-BR"]))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        found = tmdb.configuration.primary_translations()
    assert_type(found, list[str])
    assert found == ["de-DE", "pt-BR"]
