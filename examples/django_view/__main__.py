"""A Django project with one view: a movie, and where to watch it.

    pip install 'tmdb-facade[demo]' django
    python -m examples.django_view

It starts an embedded TMDB, which knows some 60 movies. With TMDB_ACCESS_TOKEN set, it uses TMDB itself.
"""

from __future__ import annotations

import os
from contextlib import nullcontext
from secrets import token_urlsafe

from django.conf import settings
from django.core.management import execute_from_command_line

from tmdb_facade.testing import TMDBServer

from .views import SETTINGS


def main() -> None:
    """Run the project on this machine."""
    settings.configure(SECRET_KEY=token_urlsafe(), **SETTINGS)
    server = None if os.environ.get("TMDB_ACCESS_TOKEN") else TMDBServer()
    with server or nullcontext():
        if server is not None:
            os.environ |= {"TMDB_ACCESS_TOKEN": server.access_token, "TMDB_BASE_URL": server.base_url}
        print("http://127.0.0.1:8552/movies/550")
        # The one that reloads would start another embedded TMDB.
        execute_from_command_line(["examples.django_view", "runserver", "--noreload", "8552"])


if __name__ == "__main__":
    main()
