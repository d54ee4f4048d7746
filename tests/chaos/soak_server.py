"""The server of the soak, in a process of its own: an embedded TMDB with faults at one request in 20.

It writes its base URL and access token to stdout, and ends when stdin is closed.
"""

from __future__ import annotations

import json
import sys
import threading
from random import Random

from tests.chaos.faults import FAULTS, Kind
from tests.chaos.stage import CATALOGUE
from tmdb_facade.testing import TMDBServer

#: One request in this number is hit.
EVERY = 20
_NAMES = {
    "status_503", "reset", "half_body", "half_close", "truncated_gzip", "corrupt_gzip", "html_200", "empty_200",
    "gzip_without_header", "latency", "slow_body", "status_429",
}  # fmt: skip


def main() -> None:
    """Serve until stdin is closed."""
    random = Random(1)
    faults = [fault for fault in FAULTS if fault.name in _NAMES and fault.kind is not Kind.SLOW]
    ended = threading.Event()
    with TMDBServer(CATALOGUE) as server:
        print(json.dumps([server.base_url, server.access_token]), flush=True)

        def inject() -> None:
            done = 0
            while not ended.wait(0.005):
                due = server.requests.total // EVERY
                for _ in range(due - done):
                    inject_one = random.choice(faults).inject
                    assert inject_one is not None
                    inject_one(server, random, 1)
                done = due

        injector = threading.Thread(target=inject)
        injector.start()
        sys.stdin.read()
        ended.set()
        injector.join()


if __name__ == "__main__":
    main()
