"""The check of the built site can fail: it is shown what it is there to find."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.documentation.assemble import with_site_links
from scripts.documentation.reference import domains, namespace_classes, public_names
from scripts.documentation.site import faults
from tmdb_facade import models


def site(folder: Path, body: str) -> Path:
    """Make a site of two pages."""
    (folder / "other.html").write_text('<h1 id="here">Other</h1>', encoding="utf-8")
    (folder / "index.html").write_text(f'<h1 id="tmdb.movies">Title</h1>{body}', encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="missing.html">x</a>', "index.html: missing.html: no such page"),
        ('<a href="other.html#nowhere">x</a>', "index.html: other.html#nowhere: no such anchor"),
        ('<a href="#nowhere">x</a>', "index.html: #nowhere: no such anchor"),
        ('<img src="missing.png">', "index.html: missing.png: no such page"),
        ('<script src="https://example.org/x.js"></script>', "index.html: fetches https://example.org/x.js"),
        ('<link href="//example.org/x.css" rel="stylesheet">', "index.html: fetches //example.org/x.css"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, body: str, fault: str) -> None:
    """With its page."""
    assert list(faults(site(tmp_path, body), names=[])) == [fault]


def test_a_name_without_a_page_is_named(tmp_path: Path) -> None:
    """A namespace, a model or anything else that users import."""
    found = list(faults(site(tmp_path, ""), names=["tmdb.movies", "tmdb.series"]))

    assert found == ["tmdb.series is on no page of the reference"]


def test_links_that_lead_somewhere_pass(tmp_path: Path) -> None:
    """Pages, anchors, the top of a page, and whatever is elsewhere."""
    body = '<a href="other.html#here">x</a><a href="#__top">x</a><a href="https://example.org/">x</a><a href=".">x</a>'

    assert list(faults(site(tmp_path, body), names=["tmdb.movies"])) == []


def test_the_reference_is_held_to_everything_public() -> None:
    """Nested namespaces, models and functions are among what a page is wanted for."""
    wanted = public_names()

    assert {"tmdb.movies", "tmdb.tv.seasons", "tmdb.v4.lists", "tmdb_facade.all_of"} <= wanted
    assert {f"tmdb_facade.models.{name}" for name in dir(models)} <= wanted
    assert set(namespace_classes()) <= wanted


def test_each_model_is_in_one_domain() -> None:
    """So that it has one page."""
    placed = [name for names in domains().values() for name in names]

    assert sorted(placed) == sorted(dir(models))


def test_links_are_led_to_where_pages_are(tmp_path: Path) -> None:
    """A page keeps its link, a folder is its README, a file that is no page is only named, code stays as it is."""
    page, readme, other = tmp_path / "docs/a.md", tmp_path / "docs/decisions/README.md", tmp_path / "CHANGES.md"
    readme.parent.mkdir(parents=True)
    for file in (readme, other, tmp_path / "script.py"):
        file.write_text("", encoding="utf-8")
    page.write_text(
        "[a](../CHANGES.md#new) [b](decisions) [c](../script.py) [d](https://example.org/)\n"
        "```python\nx[0](../script.py)\n```",
        encoding="utf-8",
    )

    pages = {page: Path("a.md"), readme: Path("decisions/README.md"), other: Path("changes.md")}

    assert with_site_links(page, pages, {}) == (
        "[a](changes.md#new) [b](decisions/README.md) c [d](https://example.org/)\n```python\nx[0](../script.py)\n```"
    )


def test_names_are_linked_to_the_reference(tmp_path: Path) -> None:
    """Where they stand as code, with or without parentheses; not in headings, links and blocks of code."""
    page = tmp_path / "a.md"
    page.write_text(
        "# `Pager`\n`Pager` `Pager()` `Page` `Pager[int]` [`Pager`](https://example.org/)\n```python\n# `Pager`\n```",
        encoding="utf-8",
    )

    assert with_site_links(page, {page: Path("a.md")}, {"Pager": "x.Pager"}) == (
        "# `Pager`\n[`Pager`][x.Pager] [`Pager()`][x.Pager] `Page` `Pager[int]` [`Pager`](https://example.org/)\n"
        "```python\n# `Pager`\n```"
    )
