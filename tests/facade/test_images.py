"""Image URLs and atomic file writes, without a client."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.facade.files import files
from tmdb_facade._core import images
from tmdb_facade._core.files import target_file, write_file
from tmdb_facade._core.images import (
    DEFAULT_SETTINGS,
    choose_size,
    image_settings,
    image_url,
    shown_image_url,
    width_of,
)
from tmdb_facade.errors import DriftError, InvalidArgumentError
from tmdb_facade.models import ImageConfiguration, PosterSize, ProfileSize, StillSize

KINDS = sorted(DEFAULT_SETTINGS.sizes)


@given(kind=st.sampled_from(KINDS), width=st.integers(min_value=1, max_value=5000))
def test_choose_size_returns_the_narrowest_size_of_at_least_the_width(kind: str, width: int) -> None:
    sizes = DEFAULT_SETTINGS.sizes[kind]
    widths = {size: width_of(size, kind) or float("inf") for size in sizes}
    chosen = choose_size(sizes, kind, width, None)
    assert widths[chosen] >= width
    assert not any(width <= other < widths[chosen] for other in widths.values())


@pytest.mark.parametrize(
    ("kind", "width", "size"),
    [
        ("poster", 500, "w500"),
        ("poster", 300, "w342"),
        ("poster", 343, "w500"),
        ("poster", 781, "original"),
        ("backdrop", 1, "w300"),
        ("profile", 185, "w185"),
        ("profile", 400, "h632"),
        ("profile", 430, "original"),
        ("still", 100, "w185"),
        ("logo", 46, "w92"),
    ],
)
def test_choose_size_for_each_kind(kind: str, width: int, size: str) -> None:
    """h632 counts as 421 pixels wide, the width of a portrait of that height."""
    assert choose_size(DEFAULT_SETTINGS.sizes[kind], kind, width, None) == size


def test_image_url_defaults_to_the_original_size() -> None:
    assert image_url(DEFAULT_SETTINGS, "/a.jpg", "still") == "https://image.tmdb.org/t/p/original/a.jpg"
    assert image_url(DEFAULT_SETTINGS, "a.jpg", "still", size="w92") == "https://image.tmdb.org/t/p/w92/a.jpg"


def test_shown_image_url_of_a_reviewer_is_the_address_behind_the_slash() -> None:
    """TMDB writes pictures of other servers so."""
    address = "https://www.gravatar.com/avatar/0a1b.jpg"
    assert shown_image_url(DEFAULT_SETTINGS, f"/{address}", "profile") == address
    assert shown_image_url(DEFAULT_SETTINGS, "/a.jpg", "profile") == "https://image.tmdb.org/t/p/original/a.jpg"
    for kind, path in (
        ("poster", f"/{address}"),
        ("profile", "/javascript:x"),
        ("profile", "/https://a b"),
        ("profile", address),
    ):
        with pytest.raises(InvalidArgumentError):
            shown_image_url(DEFAULT_SETTINGS, path, kind)


@pytest.mark.parametrize("path", [None, ""])
def test_shown_image_url_without_a_path_is_none(path: str | None) -> None:
    assert shown_image_url(DEFAULT_SETTINGS, path, "poster") is None


def test_image_settings_of_a_configuration_without_images_raises() -> None:
    with pytest.raises(
        DriftError, match=r"Configuration.images at \$.images: expected ImageConfiguration, found nothing"
    ):
        image_settings(None)


@pytest.mark.parametrize("base_url", ["", "image.tmdb.org", "javascript:x", "https://a b/", "https://a..b/"])
def test_image_settings_ignore_a_malformed_base_url(base_url: str) -> None:
    images = ImageConfiguration(
        base_url=base_url, secure_base_url=base_url, profile_sizes=[ProfileSize("w" + "9" * 5000)]
    )
    settings = image_settings(images)
    assert settings.base_url == DEFAULT_SETTINGS.base_url
    assert choose_size(settings.sizes["profile"], "profile", 100, None) == "original"


@pytest.mark.parametrize("size", ["w45", "w500", "original"])
def test_image_url_of_an_svg_uses_the_original_size(size: str) -> None:
    """TMDB serves SVG files only in their original size."""
    assert image_url(DEFAULT_SETTINGS, "/a.svg", "logo", size=size).endswith("/t/p/original/a.svg")
    assert image_url(DEFAULT_SETTINGS, "/a.SVG", "logo", width=100).endswith("/t/p/original/a.SVG")
    with pytest.raises(ValueError, match="w1"):
        image_url(DEFAULT_SETTINGS, "/a.svg", "logo", size="w1")


def test_image_url_rejects_unknown_kinds_and_sizes() -> None:
    with pytest.raises(ValueError, match="'backdrop', 'logo', 'poster', 'profile' or 'still'"):
        image_url(DEFAULT_SETTINGS, "/a.jpg", "banner")
    with pytest.raises(ValueError, match=r"size must be 'w92'.*'w300'"):
        image_url(DEFAULT_SETTINGS, "/a.jpg", "poster", size="w300")
    with pytest.raises(ValueError, match="pass only one"):
        image_url(DEFAULT_SETTINGS, "/a.jpg", "poster", size="w500", width=500)
    with pytest.raises(ValueError, match="got 0"):
        image_url(DEFAULT_SETTINGS, "/a.jpg", "poster", width=0)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "abc",
        "/../a.jpg",
        "//evil.example/a.jpg",
        "/a/b.jpg",
        "/..jpg",
        "/a.jpg?x",
        "/a\\b.jpg",
        "/a.jpg\n",
        "/" + "a" * 300 + ".jpg",
    ],
)
def test_image_url_rejects_paths_that_are_not_a_single_file_name(path: str) -> None:
    """The path becomes part of a URL and of a file name, and models can come from untrusted data."""
    with pytest.raises(ValueError, match="path must be"):
        image_url(DEFAULT_SETTINGS, path, "poster")


def test_image_settings_fall_back_to_defaults_for_missing_fields() -> None:
    configuration = ImageConfiguration(
        base_url="http://images.example/",
        secure_base_url="https://images.example/i",
        poster_sizes=[PosterSize("w9"), PosterSize.ORIGINAL],
        still_sizes=[StillSize("w8")],
    )
    settings = image_settings(configuration)
    assert image_url(settings, "/a.jpg", "poster", width=5) == "https://images.example/i/w9/a.jpg"
    assert settings.sizes["still"] == ("w8",)
    assert settings.sizes["logo"] == DEFAULT_SETTINGS.sizes["logo"]
    empty = ImageConfiguration(base_url="", secure_base_url="")
    assert image_settings(empty) == DEFAULT_SETTINGS


@pytest.mark.parametrize("kind", KINDS)
def test_every_default_size_but_the_original_has_a_width(kind: str) -> None:
    for size in DEFAULT_SETTINGS.sizes[kind]:
        assert (width_of(size, kind) is None) == (size == images.ORIGINAL)


def test_write_file_replaces_the_target_when_complete(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until then the data is in a `.part` file beside the target."""
    target = tmp_path / "a.jpg"
    target.write_bytes(b"old")
    replaced: list[str] = []
    replace = os.replace

    def record(part: Path, path: Path) -> None:
        assert (target.read_bytes(), part.read_bytes()) == (b"old", b"new")
        replaced.append(part.name)
        replace(part, path)

    monkeypatch.setattr("os.replace", record)
    write_file(target, b"new")
    assert len(replaced) == 1
    assert re.fullmatch(r"\.a\.jpg\.\w+\.part", replaced[0])
    assert files(tmp_path) == {"a.jpg": b"new"}
    plain = tmp_path / "plain"
    plain.touch()
    assert target.stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize("error", [OSError("disk full"), KeyboardInterrupt()])
def test_write_file_keeps_the_old_file_on_an_error(
    tmp_path: Path, error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.jpg"
    target.write_bytes(b"old")

    def fail(part: Path, path: Path) -> None:
        raise error

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(type(error)):
        write_file(target, b"new")
    assert files(tmp_path) == {"a.jpg": b"old"}


def test_target_file_in_a_folder_keeps_the_image_name(tmp_path: Path) -> None:
    """Other paths are used unchanged. The folder must exist; a trailing slash marks a folder."""
    assert target_file(tmp_path, "a.jpg") == tmp_path / "a.jpg"
    assert target_file(f"{tmp_path}/", "a.jpg") == tmp_path / "a.jpg"
    for missing in (f"{tmp_path}/posters/", tmp_path / "no" / "a.jpg"):
        with pytest.raises(FileNotFoundError, match="create it first"):
            target_file(missing, "a.jpg")
    assert target_file(str(tmp_path / "b.jpg"), "a.jpg") == tmp_path / "b.jpg"
    with pytest.raises(FileNotFoundError):
        write_file(tmp_path / "no" / "a.jpg", b"new")
