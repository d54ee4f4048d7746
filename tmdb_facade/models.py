"""The models of TMDB's answers, under stable names.

They are the generated ones: there is no second layer. A model is imported when its name is first asked for.
"""

# Type checkers take any constant of this name as true; `from typing import TYPE_CHECKING` would import typing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from tmdb_bindings.models import *  # noqa: F403  (every model, and those to come)
else:
    import tmdb_bindings.models

    __all__ = tmdb_bindings.models.__all__

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(tmdb_bindings.models, name)
        # From now on the name is an ordinary attribute: this function runs once for each name.
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted(__all__)
