"""What the layers are told of a request beside the request: the keys of its `extensions`."""

from __future__ import annotations

from typing import Final

#: The operation's record; a file that is no answer of the API has none.
OPERATION: Final = "tmdb_operation"
#: How often the request may be sent again.
RETRIES: Final = "tmdb_retries"
#: Which sending it is, from 2 on; the first has none.
ATTEMPT: Final = "tmdb_attempt"
#: Whom to tell of it.
HOOKS: Final = "tmdb_hooks"
#: Where the answer is written to as it comes; what is no download has none.
FILE: Final = "tmdb_file"
