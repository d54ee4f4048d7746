"""The faults API: inject errors, delays and changed answers into the embedded server.

    server.faults.status(503, times=2, on="movies_details")
    assert tmdb.movies.details(550).title == "Fight Club"
    assert len(server.requests.of("movies_details")) == 3

A fault applies to every request, or to those that match `on=`: an operation (`movies_details`, an id of
`tmdb_bindings.operations`), a path template (`/3/movie/{movie_id}`) or a path pattern (`/3/movie/*/credits`,
`DELETE /4/list/**`). It ends after `times=` uses, by `remove()`, or at the end of a `with` block.

`where` restricts faults to some clients or to a share of the requests, `timeline` to certain times, and `replay` repeats a
recorded outage.

At most one failure (a replaced answer, a damaged body, a cut connection) applies to a request: that of the oldest fault
that is not used up. Latency, slow bodies, drift and false totals add up.

All faults work over a socket. In process (`server.transport`), a connection limit and dripping headers raise RuntimeError, as
there is no connection; every other fault works there too.
"""

from __future__ import annotations

from .changed_answers import ChangedAnswers
from .scoped_faults import ScopedFaults


class Faults(ScopedFaults, ChangedAnswers):
    """The faults of one server: `server.faults`.

    The methods may be called from any thread while the server runs. Each validates its arguments at once and returns the
    fault, whose `used` counts the requests that it hit.
    """
