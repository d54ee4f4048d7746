"""Faults that change the usual answer: drift, damaged bodies, and pages with false totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType

from . import drift
from .actions import fail
from .damage import DAMAGES, Damage, DamagedBody
from .rules import Fault, Rules


class ChangedAnswers(Rules):
    """The faults that change the usual answer. The request is processed."""

    def drift(
        self,
        *,
        missing: str | Iterable[str] = (),
        null: str | Iterable[str] = (),
        wrong_type: str | Iterable[str] = (),
        new: Mapping[str, object] = MappingProxyType({}),
        times: int | None = None,
        on: str | None = None,
    ) -> Fault:
        """Change successful answers, so that they contradict TMDB's document.

            server.faults.drift(null="title", wrong_type="genres[].id", on="movies_details")

        Examples of paths: `title`, `results[].title` (every item), `credits.cast[0].name`, `results.*.link` (every
        field). An answer without a value at any of the paths is not changed and does not count as a use.

        Args:
            missing: Paths of the values to remove.
            null: Paths of the values to replace by null.
            wrong_type: Paths of the values to replace by a value of another type: a number for strings, a list for
                objects, an object for lists, a string for other values.
            new: New values by path; they add a field or replace its value.
            times: The number of answers to change; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A path is invalid, no path is passed, `times` is below 1, or `on` matches no operation.
        """
        edits = {
            **{f"missing {path}": drift.missing(path) for path in _paths(missing)},
            **{f"null {path}": drift.null(path) for path in _paths(null)},
            **{f"wrong type {path}": drift.wrong_type(path) for path in _paths(wrong_type)},
            **{f"new {path}": drift.new(path, value) for path, value in new.items()},
        }
        if not edits:
            raise ValueError("drift needs at least one path, such as drift(null='title')")

        return self._add(f"drift ({', '.join(edits)})", on, times, None, tuple(edits.values()))

    def damaged_body(self, damage: Damage, *, times: int | None = None, on: str | None = None) -> Fault:
        """Process the request, but damage the body or its encoding. An answer without a body is not changed.

        Args:
            damage: The kind of damage: `gzip_without_header`, `gzip_named_br`, `gzip_twice`, `plain_named_gzip`,
                `truncated_gzip`, `corrupt_gzip`, `truncated_json`, `byte_order_mark` or `two_documents`.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: The kind is unknown, `times` is below 1, or `on` matches no operation.
        """
        if damage not in DAMAGES:
            raise ValueError(f"damage must be one of {', '.join(DAMAGES)}, got {damage!r}")
        return self._add(f"damaged body ({damage})", on, times, partial(fail, [DamagedBody(DAMAGES[damage])]))

    def repeated_pages(self, total_pages: int = 500, *, times: int | None = None, on: str | None = None) -> Fault:
        """Answer every page of a list with its first page, and claim more pages.

        Args:
            total_pages: The number of pages that each page claims; `total_results` is 20 times as high.
            times: The number of pages to change; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A number is below 1, or `on` matches no operation.
        """
        _check_pages(total_pages)
        edits = (drift.false_totals(total_pages),)
        return self._add(f"repeated pages, {total_pages} claimed", on, times, None, edits, repeats_first_page=True)

    def empty_pages(
        self, total_pages: int = 500, *, after: int = 0, times: int | None = None, on: str | None = None
    ) -> Fault:
        """Answer the pages of a list without results, but claim more pages.

        Args:
            total_pages: The number of pages that each page claims; `total_results` is 20 times as high.
            after: The number of pages that keep their results.
            times: The number of pages to change; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A number is out of range, or `on` matches no operation.
        """
        _check_pages(total_pages)
        if after < 0:
            raise ValueError(f"after must be at least 0, got {after}")
        edits = (drift.false_totals(total_pages, last=after),)
        return self._add(f"empty pages after page {after}, {total_pages} claimed", on, times, None, edits)


def _paths(paths: str | Iterable[str]) -> Iterable[str]:
    return (paths,) if isinstance(paths, str) else paths


def _check_pages(total_pages: int) -> None:
    if total_pages < 1:
        raise ValueError(f"total_pages must be at least 1, got {total_pages}")
