"""The models of TMDB's answers, under stable names.

These are the generated models. A model is imported when its name is first used.
"""

# Type checkers take any constant of this name as true; `from typing import TYPE_CHECKING` would import typing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from tmdb_bindings.models import *  # noqa: F403  (every model, and those to come)
else:
    from tmdb_facade import _lazy

    __getattr__, __dir__, __all__ = _lazy.lazy_exports(__name__)
