"""Alternative episode orders of TV series."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models, types
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.episode_order import EpisodeOrder, check_group_type, choose_group, missing_order
from tmdb_facade._core.languages.preferences import choose_list_languages
from tmdb_facade._core.request.validation import check_language
from tmdb_facade._core.sending.outgoing import call_deadline


class AsyncTVEpisodeGroupsResource(AsyncResource):
    """Alternative episode orders of TV series: `tmdb.tv.episode_groups`."""

    _path = "tv.episode_groups"

    async def for_series(self, series_id: int) -> models.EpisodeGroups:
        """List the alternative episode orders of a TV series.

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The orders with their ids, without episodes.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-episode-groups
        """
        return await self._requester.call(api.tv.episode_groups, series_id)

    async def order(
        self,
        series_id: int,
        type: types.EpisodeGroupTypeLike,
        *,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> EpisodeOrder:
        """Get an alternative episode order of a TV series, to convert episode numbers.

            order = tmdb.tv.episode_groups.order(1396, EpisodeGroupType.DVD)
            print(order.number(1, 5), order.find(1, 5))

        This sends two requests: for the list of orders, and for the episodes of the chosen one. Of several orders of the type,
        the one with the most episodes is chosen, and among equals the one that was created first. To choose another, pass its
        id to `details`, and the result to `EpisodeOrder`.

        Args:
            series_id: TMDB's id of the TV series.
            type: Kind of the order, such as `EpisodeGroupType.ABSOLUTE`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The order. It is never computed from the seasons, because their episodes often have other absolute numbers.

        Raises:
            NotFoundError: No TV series has this id.
            MissingEpisodeOrderError: The series has no order of this type with episodes; the error lists the types that it has.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: `type` is not a kind of order, or a language is invalid.

        https://developer.themoviedb.org/reference/tv-episode-group-details
        """
        check_group_type(type)
        # Both before the first request, which takes no language.
        choose_list_languages(language, languages)
        if language is not None:
            check_language("language", language)
        deadline = call_deadline(self._requester.options)
        groups = (await self._requester.call_until(deadline, api.tv.episode_groups, series_id)).results
        chosen = choose_group(groups, type)
        if chosen is None:
            raise missing_order(series_id, type, groups)
        details = api.tv_episode_groups.details
        return EpisodeOrder(
            await self._call_localized_until(deadline, language, languages, details, chosen.id, language=language)
        )

    async def details(
        self, tv_episode_group_id: str, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> models.EpisodeGroupDetails:
        """Get an episode order's details.

        Args:
            tv_episode_group_id: TMDB's id of the order, such as `5acf93e60e0a26346d0000ce`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The order, with its groups and their episodes. TMDB translates the episodes, but not the names of the groups.

        Raises:
            NotFoundError: No episode order has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-episode-group-details
        """
        return await self._call_localized(
            language, languages, api.tv_episode_groups.details, tv_episode_group_id, language=language
        )
