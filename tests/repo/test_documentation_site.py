"""The check of the built site reports errors, and links lead to the right pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.documentation.assemble import with_site_links
from scripts.documentation.reference import domains, namespace_classes, public_names
from scripts.documentation.site import faults
from tmdb_facade import models


def site(folder: Path, body: str) -> Path:
    """Write a site of two pages; return its folder."""
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
def test_faults_reports_broken_links_and_external_resources(tmp_path: Path, body: str, fault: str) -> None:
    assert list(faults(site(tmp_path, body), names=[])) == [fault]


def test_faults_reports_public_names_without_a_page(tmp_path: Path) -> None:
    reported = list(faults(site(tmp_path, ""), names=["tmdb.movies", "tmdb.series"]))

    assert reported == ["tmdb.series is on no page of the reference"]


def test_faults_accepts_pages_anchors_and_external_links(tmp_path: Path) -> None:
    body = '<a href="other.html#here">x</a><a href="#__top">x</a><a href="https://example.org/">x</a><a href=".">x</a>'

    assert list(faults(site(tmp_path, body), names=["tmdb.movies"])) == []


def test_public_names_include_namespaces_models_and_functions() -> None:
    """The reference must have a page for each of them."""
    names = public_names()

    assert {"tmdb.movies", "tmdb.tv.seasons", "tmdb.v4.lists", "tmdb_facade.all_of"} <= names
    assert {f"tmdb_facade.models.{name}" for name in dir(models)} <= names
    assert set(namespace_classes()) <= names


def test_domains_contain_each_model_once() -> None:
    """So each model has one page."""
    placed = [name for names in domains().values() for name in names]

    assert sorted(placed) == sorted(dir(models))


def test_with_site_links_rewrites_links_to_pages(tmp_path: Path) -> None:
    """Links to a folder lead to its README, links to files that are not pages become text, and code is unchanged."""
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


def test_with_site_links_links_names_to_the_reference(tmp_path: Path) -> None:
    """Names in inline code are linked, with or without parentheses; headings, links and code blocks are unchanged."""
    page = tmp_path / "a.md"
    page.write_text(
        "# `Pager`\n`Pager` `Pager()` `Page` `Pager[int]` [`Pager`](https://example.org/)\n```python\n# `Pager`\n```",
        encoding="utf-8",
    )

    assert with_site_links(page, {page: Path("a.md")}, {"Pager": "x.Pager"}) == (
        "# `Pager`\n[`Pager`][x.Pager] [`Pager()`][x.Pager] `Page` `Pager[int]` [`Pager`](https://example.org/)\n"
        "```python\n# `Pager`\n```"
    )


def test_every_page_is_in_the_navigation(root: Path) -> None:
    """The command that builds the site does not report a page that nothing leads to; decision records are listed by it."""
    navigation = (root / "docs" / "site.yaml.jinja").read_text(encoding="utf-8")
    pages = [path.relative_to(root / "docs") for path in (root / "docs").rglob("*.md")]
    missing = [str(page) for page in pages if page.parts[0] != "decisions" and page.as_posix() not in navigation]
    assert not missing, f"add to nav in docs/site.yaml.jinja: {missing}"
