"""`/3/configuration`."""

from __future__ import annotations

from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.routing import Route


def details(call: Call) -> JSONObject:
    """Where images are, in which sizes, and which fields changes are reported of."""
    configuration = call.catalogue.configuration
    return {"change_keys": configuration.change_keys, "images": configuration.images}


ROUTES = (Route("GET", "/3/configuration", details),)
