"""Does a file hold what only one machine has (its paths, its registries), or a secret?"""

from __future__ import annotations

import base64
import re
import sys
from collections.abc import Iterator

from scripts.paths import name_of, project_files

# Each pattern is written so that this file does not match it.
FORBIDDEN = {
    "a path of one machine": re.compile(r"(?<![\w.~$])/(?:root|home|Users|work)/[\w.-]+|\b[A-Z]:\\\\?Users\b"),
    "a package registry's address": re.compile(r"registry\.[n]pmjs|[p]ypi\.org|[p]ythonhosted\.org|[/]opt/pypi"),
    "the folder beside the repository": re.compile(r"\.\.[/]shared\b"),
}
# The one file that may look beside the repository, for a place where recorded answers lie there.
MAY_LOOK_BESIDE = ".ci/run"

TOKEN = re.compile(r"eyJ[\w-]{8,}\.(eyJ[\w-]{8,})\.[\w-]{8,}")
KEY = re.compile(r"(?<![0-9a-fA-F])[0-9a-f]{32}(?![0-9a-fA-F])")
KEY_CONTEXT = re.compile(r"key|token|secret|session|password", re.IGNORECASE)


def main() -> int:
    """Print every finding; the exit code tells whether there is one."""
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
    print(f"{read} text files, {found} with something of one machine or a secret")
    return 1 if found else 0


def reasons(line: str, name: str) -> Iterator[str]:
    """Yield what is wrong with a line."""
    for reason, pattern in FORBIDDEN.items():
        if pattern.search(line) and not (reason == "the folder beside the repository" and name == MAY_LOOK_BESIDE):
            yield reason
    if any(is_real_token(match[1]) for match in TOKEN.finditer(line)):
        yield "an access token"
    # Recorded answers are full of hexadecimal ids: only one that is called a key or the like is a secret.
    if KEY_CONTEXT.search(line) and any(is_random(match[0]) for match in KEY.finditer(line)):
        yield "what looks like an API key"


def is_real_token(payload: str) -> bool:
    """Tell whether a JWT's payload has the form of TMDB's: the audience is an API key."""
    try:
        claims = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode()
    except ValueError:
        return False
    return any(is_random(match[0]) for match in KEY.finditer(claims))


def is_random(key: str) -> bool:
    """Tell a real key from one that a person typed for a test: digits in order, or few different ones."""
    return "0123456789" not in key and len(set(key)) > 4


if __name__ == "__main__":
    sys.exit(main())
