# Made from tmdb_facade/_async/resources/networks.py by `make sync`: edit that file, never this one.
"""TV networks."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.resources.base import Resource


class NetworksResource(Resource):
    """TV networks: `tmdb.networks`."""

    _path = "networks"

    def details(self, network_id: int) -> models.NetworkDetails:
        """Get a TV network's details.

        Args:
            network_id: TMDB's id of the network.

        Returns:
            The network.

        Raises:
            NotFoundError: No network has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/network-details
        """
        return self._requester.call(api.networks.details, network_id)

    def alternative_names(self, network_id: int) -> models.AlternativeNames:
        """List a TV network's alternative names.

        Args:
            network_id: TMDB's id of the network.

        Returns:
            The names.

        Raises:
            NotFoundError: No network has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/details-copy
        """
        return self._requester.call(api.networks.alternative_names, network_id)

    def images(self, network_id: int) -> models.NetworkImages:
        """List a TV network's logos.

        Args:
            network_id: TMDB's id of the network.

        Returns:
            The logos.

        Raises:
            NotFoundError: No network has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/alternative-names-copy
        """
        return self._requester.call(api.networks.images, network_id)
