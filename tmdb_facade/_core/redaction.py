"""Redaction of secrets in errors, logs and `repr`.

TMDB takes some secrets in the query (`api_key`, `session_id`) and some in the path (the id of an account or a guest
session), so no URL is shown without redaction.

A URL can contain another URL, and a text can contain JSON, with quoted delimiters. The patterns are therefore matched
against the text as it is and after each level of unquoting; what they find is masked in the original text. Every pattern
is linear in time: the text may come from a server, and matching blocks all threads.
"""

from __future__ import annotations

import re
from base64 import b64encode
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from tmdb_facade._core.client.claims import claim_secrets

MASK = "***"

#: Parameters, form fields and JSON keys whose values are secrets.
SECRET_NAMES = frozenset({"api_key", "session_id", "guest_session_id", "request_token", "access_token", "password"})

# As JSON texts only. Personal data: ids in the paths of an account, and hashes of e-mail addresses for avatars. Claims of
# TMDB's tokens: the API key in `aud`, and the account in `sub`. The address of a login's callback, which nobody may guess.
_PRIVATE_NAMES = frozenset({"account_id", "account_object_id", "gravatar_hash", "hash", "aud", "sub", "redirect_to"})

# Characters of a proxy's user name that is masked.
_MIN_NAME = 4

# A redirect to a page that contains a URL has two levels.
_LEVELS = 4
# JSON writes a character beyond the first 65,536 as two surrogates.
_ESCAPE = re.compile(
    r"%([2-7][0-9A-Fa-f])|\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})|\\u([0-9a-f]{4})|\\([\"'/\\nrt])", re.IGNORECASE
)
_BLANKS = {"n": "\n", "r": "\r", "t": "\t"}

_END = r"\s\"'<>"  # characters that end a value in running text
_SECRETS, _PRIVATE = ("|".join(sorted(names)) for names in (SECRET_NAMES, _PRIVATE_NAMES))
_FLAGS = re.IGNORECASE | re.ASCII
# In each pattern, the last group is the secret. Punctuation after the sign is prose: "pass session_id=, or ...".
_PAIR = re.compile(
    rf"(?<!\w)(?:{_SECRETS})[\s+]{{0,3}}=[\"']?(?![,.;:)\]]*(?:[{_END}]|$))([^&;#{_END}]+)",
    _FLAGS,
)
# A value ends with an unescaped quote like its first: a password may contain any character.
_FIELD = re.compile(
    rf"""["'](?:{_SECRETS}|{_PRIVATE})["']\s*:\s*(?:"((?:\\.|[^"\\])+)|'((?:\\.|[^'\\])+))""", _FLAGS | re.DOTALL
)
# A number, a list or an object, which ends with the matching bracket.
_OTHER_FIELD = re.compile(rf"""["'](?:{_SECRETS})["']\s*:\s*(-?[0-9][0-9.eE+-]*|[\[{{])""", _FLAGS)
_BRACKET = re.compile(r"""([\[{])|([\]}])|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?""", re.DOTALL)
# `new` is an operation's path (`/authentication/guest_session/new`), not an id.
_PATH = re.compile(rf"/(?:account|guest_session|authenticate)/(?!new(?:[/?#{_END}]|$))([^/?#{_END}]+)", _FLAGS)
# A password may contain an unquoted "@": the last one ends it.
_USER = re.compile(rf"://([^/?#{_END}]+)@")
_HEADER = re.compile(
    rf"authorization[\"']?\s*[:=,]\s*b?[\"']?(?:bearer|basic)\s+([^,;{_END}]+)",
    _FLAGS,
)
# Elsewhere only long words with a digit: a "bearer of bad news" is no secret.
_BEARER = re.compile(r"\bbearer\s+(?=[a-z._~+/=-]*[0-9])([\w.~+/=-]{20,})", _FLAGS)
# TMDB's tokens are JSON web tokens; they are found in any context, also a part of one, whose payload contains the API key.
# The names of images can begin like them, and have 27 characters.
_TOKEN = re.compile(r"eyJ(?<![\w-]eyJ)([\w-]*\.[\w-]+\.[\w-]*|[\w-]{25,})", re.ASCII)
# Each pattern with what all of its matches contain: most texts contain no such thing, and a search for it takes much less time.
_PATTERNS = (
    ("=", _PAIR),
    (":", _FIELD),
    ("/", _PATH),
    ("://", _USER),
    ("authorization", _HEADER),
    ("bearer", _BEARER),
)

# Characters that forge lines of a log, control a terminal or reorder a text, and surrogates, which cannot be written.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def redact(text: str, *secrets: str) -> str:
    """Replace every secret in a URL or a text by `***`.

    Args:
        text: A URL, or any text that may contain URLs, headers or JSON.
        *secrets: Further secrets. What a token contains in encoded form is a secret too.

    Returns:
        The redacted text. A text without secrets is unchanged.
    """
    values = {
        form for secret in secrets if secret for text in (secret, *claim_secrets(secret)) for form in _forms(text)
    }
    spans: list[_Span] = []
    levels: list[_Level] = []
    level = _Level(text, [], [])
    for _ in range(_LEVELS):
        for start, end, mask in _secrets_of(level.text, values):
            for outer in (level, *reversed(levels)):
                start, end = outer.before(start), outer.before(end)
            # A quoted number has no quotes of its own.
            spans.append(_Span(start, end, MASK if levels else mask))
        inner = _unquoted(level.text)
        if inner is None:
            break
        levels.append(level)
        level = inner
    return _masked(text, spans) if spans else text


def _forms(secret: str) -> tuple[str, str, str]:
    """Return a secret as text, as in a URL, and as in the `repr` of bytes."""
    in_bytes = secret.encode(errors="replace").decode("ascii", "backslashreplace")
    return secret, quote(secret, safe="", errors="replace"), in_bytes


def find_secrets(text: str) -> set[str]:
    """Return the secrets in a URL or a text, without quoting."""
    found: set[str] = set()
    level: _Level | None = _Level(text, [], [])
    for _ in range(_LEVELS):
        if level is None:
            break
        found |= {level.text[start:end] for start, end, _ in _secrets_of(level.text, set())}
        level = _unquoted(level.text)
    return found


def find_proxy_secrets(proxy: str | None) -> set[str]:
    """Return the credentials in the URL of a proxy, also as its header contains them: a proxy may repeat that.

    Args:
        proxy: The URL, or `None`.
    """
    credentials = "" if proxy is None else urlsplit(proxy).netloc.rpartition("@")[0]
    if not credentials:
        return set()
    name, _, password = map(unquote, credentials.partition(":"))
    texts = (f"{name}:{password}".encode(encoding, errors="replace") for encoding in ("utf-8", "latin-1"))
    secrets = {password, *(b64encode(text).decode().rstrip("=") for text in texts)}
    # A shorter name would mask parts of other words.
    return secrets | {name} if len(name) >= _MIN_NAME else secrets


def escape_controls(text: str) -> str:
    r"""Escape control characters: a message of a server cannot forge lines of a log (`\n`), or control a terminal.

    Args:
        text: Any text.

    Returns:
        The text on one line.
    """
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


class _Span(NamedTuple):
    """A secret's place in a text."""

    start: int
    end: int
    mask: str


class _Level(NamedTuple):
    """A text after one level of unquoting.

    Attributes:
        text: The text.
        starts: The indexes of the unquoted characters, in order.
        ends: The indexes after their escapes in the text before.
    """

    text: str
    starts: list[int]
    ends: list[int]

    def before(self, index: int) -> int:
        """Return the index in the text before unquoting."""
        count = bisect_left(self.starts, index)
        return self.ends[count - 1] + index - self.starts[count - 1] - 1 if count else index


def _unquoted(text: str) -> _Level | None:
    """Return the text without one level of URL and JSON escapes; `None` if it has none."""
    if "%" not in text and "\\" not in text:
        return None
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    end = length = 0
    for match in _ESCAPE.finditer(text):
        pieces += text[end : match.start()], _unescaped(match)
        length += match.start() - end
        starts.append(length)
        length += 1
        end = match.end()
        ends.append(end)
    return _Level("".join((*pieces, text[end:])), starts, ends) if starts else None


def _unescaped(match: re.Match[str]) -> str:
    ascii_code, high, low, code, plain = match.groups()
    if high is not None:
        return chr(0x10000 + (int(high, 16) - 0xD800 << 10) + int(low, 16) - 0xDC00)
    return _BLANKS.get(plain, plain) if plain is not None else chr(int(ascii_code or code, 16))


def _secrets_of(text: str, values: set[str]) -> Iterator[_Span]:
    """Yield the places of the secrets that are not quoted."""
    for value in values:
        for match in re.finditer(re.escape(value), text):
            yield _Span(*match.span(), MASK)
    for match in _TOKEN.finditer(text):
        yield _Span(*match.span(), MASK)
    lower = text.lower()
    for needed, pattern in _PATTERNS:
        for match in pattern.finditer(text) if needed in lower else ():
            yield _Span(*match.span(match.lastindex or 0), MASK)
    end = 0
    for match in _OTHER_FIELD.finditer(text):
        if match.start() >= end:
            end = match.end() if match[1] not in "[{" else _end_of_brackets(text, match.start(1))
            yield _Span(match.start(1), end, f'"{MASK}"')


def _end_of_brackets(text: str, start: int) -> int:
    """Return the index after the bracket that closes the one at `start`; the end of the text if there is none."""
    depth = 0
    for match in _BRACKET.finditer(text, start):
        depth += bool(match[1]) - bool(match[2])
        if not depth:
            return match.end()
    return len(text)


def _masked(text: str, spans: list[_Span]) -> str:
    """Return the text with masks in place of the spans, which may overlap."""
    pieces: list[str] = []
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            pieces += text[end : span.start], span.mask
        end = max(end, span.end)
    return "".join((*pieces, text[end:]))
