# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Creation of decoders, by one thread at a time."""

from __future__ import annotations

import os
from threading import RLock
from typing import TypeVar

import msgspec

from .values import read_marked

T = TypeVar("T")

# msgspec stores the description of a class on the class before it is complete. A thread that uses it then crashes the
# process. Decoders share classes, so there is one lock for all of them.
_lock = RLock()


def new_decoder(type_: type[T]) -> msgspec.json.Decoder[T]:
    """Create the decoder of a type.

    Args:
        type_: A model, or a list or map of models.
    """
    with _lock:
        return msgspec.json.Decoder(type_, dec_hook=read_marked)


def _renew_lock() -> None:
    """Replace the lock in a child process: a thread of the parent may have held it at the fork."""
    global _lock
    _lock = RLock()


if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(after_in_child=_renew_lock)
