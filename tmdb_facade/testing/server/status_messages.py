"""Texts of `status_message`: the facade's own ones, or texts that the user of the server supplies."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias, cast

import msgspec

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.json_input import decode_json, read_json
from tmdb_facade.testing.protocol.refusals import NAMED_MESSAGES

#: Texts by status code, or by a name of `NAMED_MESSAGES`.
StatusMessages: TypeAlias = Mapping[int | str, str]


class StatusMessagesError(ValueError):
    """Supplied texts of status messages cannot be used. The error says which, and what to write instead."""


class MessageTexts:
    """Replaces the texts of answers by supplied ones."""

    def __init__(self, texts: StatusMessages | Path | str | None = None) -> None:
        """Validate the texts.

        Args:
            texts: The texts by status code or name, or a JSON file with an object of them; by default none.

        Raises:
            StatusMessagesError: The file cannot be read, a code or name is unknown, or a text is not a text.
        """
        if isinstance(texts, Path | str):
            texts = _read(Path(texts))
        self._by_code: dict[int, str] = {}
        self._by_own_text: dict[object, str] = {}
        for key, text in (texts or {}).items():
            # A type checker is not everybody's.
            if not isinstance(cast("object", text), str):
                raise StatusMessagesError(f"the status message of {key!r} must be a text, got {text!r}")
            if key in NAMED_MESSAGES:
                self._by_own_text[NAMED_MESSAGES[str(key)]] = text
            else:
                self._by_code[_code(key)] = text

    def __bool__(self) -> bool:
        """Return whether there is any text."""
        return bool(self._by_code or self._by_own_text)

    def apply(self, body: Mapping[str, object]) -> Mapping[str, object]:
        """Return a body with the supplied text, if there is one for it."""
        code, message = body.get("status_code"), body.get("status_message")
        text = self._by_own_text.get(message)
        # A named text is more specific than its code, whose text would be wrong for it.
        if text is None and isinstance(code, int) and message not in NAMED_MESSAGES.values():
            text = self._by_code.get(code)
        return body if text is None else {**body, "status_message": text}

    def apply_to_json(self, content: bytes) -> bytes:
        """Return encoded JSON with the supplied text; other content stays as it is."""
        try:
            body = decode_json(content, dict[str, object])
        except ValueError:
            return content
        replaced = self.apply(body)
        return content if replaced is body else msgspec.json.encode(replaced)


def _read(path: Path) -> StatusMessages:
    try:
        return read_json(path, dict[int | str, str])
    except OSError as error:
        raise StatusMessagesError(f"cannot read {path}: {error.strerror}") from error
    except ValueError as error:
        raise StatusMessagesError(
            f'{path} must be a JSON object of status codes and texts, such as {{"34": "Not found."}}: {error}'
        ) from error


def _code(key: int | str) -> int:
    try:
        return TMDBCode(int(key))
    except ValueError as error:
        raise StatusMessagesError(
            f"{key!r} has no status message: write one of TMDB's status codes (1 to 47), or one of {', '.join(NAMED_MESSAGES)}"
        ) from error
