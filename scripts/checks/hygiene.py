"""Check that no file contains a secret, a path of one machine or the address of a package registry."""

from __future__ import annotations

import base64
import re
import sys
from collections.abc import Iterator

from scripts.paths import name_of, project_files

# The patterns are written so that they do not match this file.
FORBIDDEN = {
    "a path of one machine": re.compile(r"(?<![\w.~$])/(?:root|home|Users|work)/[\w.-]+|\b[A-Z]:\\\\?Users\b"),
    "a package registry's address": re.compile(r"registry\.[n]pmjs|[p]ypi\.org|[p]ythonhosted\.org|[/]opt/pypi"),
    "the folder beside the repository": re.compile(r"\.\.[/]shared\b"),
}
# The one file that may name the folder beside the repository, which can contain recorded answers.
MAY_LOOK_BESIDE = ".ci/run"

TOKEN = re.compile(r"eyJ[\w-]{8,}\.(eyJ[\w-]{8,})\.[\w-]{8,}")
KEY = re.compile(r"(?<![0-9a-fA-F])[0-9a-f]{32}(?![0-9a-fA-F])")
KEY_CONTEXT = re.compile(r"key|token|secret|session|password", re.IGNORECASE)


def main() -> int:
    """Print the findings; return 1 if there are any."""
    found, read = 0, 0
    for path in project_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        read += 1
        for number, line in enumerate(text.splitlines(), start=1):
            for reason in reasons(line, name_of(path)):
                found += 1
                print(f"{name_of(path)}:{number}: {reason}")
    print(f"{read} text files, {found} findings")
    return 1 if found else 0


def reasons(line: str, name: str) -> Iterator[str]:
    """Yield the reasons why a line is not allowed."""
    for reason, pattern in FORBIDDEN.items():
        if pattern.search(line) and not (reason == "the folder beside the repository" and name == MAY_LOOK_BESIDE):
            yield reason
    if any(is_real_token(match[1]) for match in TOKEN.finditer(line)):
        yield "an access token"
    # Recorded answers contain many hexadecimal ids; only one that is named like a credential is a secret.
    if KEY_CONTEXT.search(line) and any(is_random(match[0]) for match in KEY.finditer(line)):
        yield "a possible API key"


def is_real_token(payload: str) -> bool:
    """Return whether a JWT's payload contains an API key, as those of TMDB do."""
    try:
        claims = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode()
    except ValueError:
        return False
    return any(is_random(match[0]) for match in KEY.finditer(claims))


def is_random(key: str) -> bool:
    """Return whether a key looks random, unlike one typed for a test with digits in order or few different digits."""
    return "0123456789" not in key and len(set(key)) > 4


if __name__ == "__main__":
    sys.exit(main())
