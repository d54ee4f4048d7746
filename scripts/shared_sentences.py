"""The sentences that the docstrings of the client's methods share; `scripts.shared_docstrings` writes them.

They are in `scripts/shared_sentences.yaml`, whose comments describe the tables.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from scripts.json_io import load_yaml
from scripts.paths import ROOT


class SharedSentences(msgspec.Struct, forbid_unknown_fields=True):
    """The content of `scripts/shared_sentences.yaml`."""

    arguments: dict[str, str]
    errors: dict[str, dict[str, str]]
    own_sentences: dict[str, set[str]]


#: What stands for the return type among the keys of the sentences of errors.
PAGER = "-> pager"

_CONTENT = msgspec.convert(load_yaml(ROOT / "scripts" / "shared_sentences.yaml"), SharedSentences)
ARGUMENTS, ERRORS, OWN_SENTENCES = _CONTENT.arguments, _CONTENT.errors, _CONTENT.own_sentences


def error_sentence(name: str, keys: Collection[str]) -> str | None:
    """Return the shared sentence of an error, or `None`.

    Args:
        name: The error's class.
        keys: The method's parameters, and `PAGER` if it returns a pager.
    """
    return next((sentence for key, sentence in ERRORS.get(name, {}).items() if key in ("*", *keys)), None)
