"""Set up the bindings' models for this package: their errors, and the block that `languages=` adds."""

from __future__ import annotations

from tmdb_bindings.runtime import use_extensions
from tmdb_facade.errors import DriftError, InvalidArgumentError

use_extensions(
    argument_error=InvalidArgumentError,
    drift_error=DriftError,
    blocks={"localization": "tmdb_facade._core.languages.localization:Localization"},
)
