"""The choice of an image, and the `srcset` of one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmdb_facade._core.image_choice import best_image
from tmdb_facade._core.images import DEFAULT_SETTINGS
from tmdb_facade._core.srcset import srcset
from tmdb_facade.errors import InvalidArgumentError
from tmdb_facade.models import Image, Logo

BASE = "https://image.tmdb.org/t/p"


def image(
    path: str = "/a.jpg",
    language: str | None = None,
    region: str | None = None,
    *,
    size: tuple[int, int] = (2000, 3000),
    votes: tuple[float, int] = (0.0, 0),
) -> Image:
    """Return an image as TMDB sends it."""
    width, height = size
    return Image(
        file_path=path,
        iso_639_1=language,
        iso_3166_1=region,
        width=width,
        height=height,
        aspect_ratio=round(width / height, 3),
        vote_average=votes[0],
        vote_count=votes[1],
    )


def chosen(images: list[Image], **conditions: Any) -> str | None:
    """Return the path of the chosen image."""
    found = best_image(images, **conditions)
    return None if found is None else found.file_path


def test_best_image_prefers_the_first_language_over_votes() -> None:
    images = [image("/en", "en", "US", votes=(9, 9)), image("/none", votes=(8, 8)), image("/de", "de", "DE")]
    assert chosen(images, languages=["de", None]) == "/de"
    assert chosen(images, languages=["fr", None, "en"]) == "/none"
    assert chosen(images, languages=[None]) == "/none"
    assert chosen(images, languages=["fr"]) is None
    assert chosen(images) == "/en"
    assert chosen([], languages=["de"]) is None


def test_best_image_knows_tmdbs_code_for_images_without_text() -> None:
    assert chosen([image("/xx", "xx")], languages=[None]) == "/xx"


def test_best_image_of_a_region() -> None:
    brazil, portugal, angola = (image(f"/{one}", "pt", one, votes=(1, 1)) for one in ("BR", "PT", "AO"))
    anywhere = image("/pt", "pt", None)
    images = [angola, portugal, anywhere, brazil]
    assert chosen(images, languages=["pt-BR"]) == "/BR"
    assert chosen(images[:3], languages=["pt-BR"]) == "/pt"
    assert chosen(images[:2], languages=["pt-BR"]) == "/PT"
    assert chosen(images, languages=["pt-AO", "pt-BR"]) == "/AO"
    assert chosen([brazil, portugal], languages=["pt-AO", "pt-BR"]) == "/PT", "a listed region keeps its position"


def test_best_image_has_the_best_votes_then_the_widest() -> None:
    assert chosen([image("/a", votes=(5, 9)), image("/b", votes=(6, 1))]) == "/b"
    assert chosen([image("/a", votes=(5, 1)), image("/b", votes=(5, 2))]) == "/b"
    assert chosen([image("/a"), image("/b", size=(3000, 4500))]) == "/b"
    assert chosen([image("/a"), image("/b")]) == "/a", "equally good images keep their order"


def test_best_image_meets_minimum_sizes_and_aspect() -> None:
    images = [image("/small", size=(500, 750), votes=(9, 9)), image("/wide", size=(1920, 1080)), image("/tall")]
    assert chosen(images, min_width=501) == "/tall"
    assert chosen(images, min_width=500) == "/small"
    assert chosen(images, min_height=751, aspect=16 / 9) == "/wide"
    assert chosen(images, min_height=750) == "/small"
    assert chosen(images, min_height=751) == "/tall"
    assert chosen(images, aspect=2 / 3) == "/small"
    assert chosen(images, aspect=0.70) == "/small", "within 5 percent"
    assert chosen(images, aspect=0.71) is None
    assert chosen(images, min_width=5000) is None


def test_best_image_of_logos_that_lack_sizes_and_languages() -> None:
    logos = [
        Logo(file_path="/a.png", aspect_ratio=2.0),
        Logo(file_path="/b.png", aspect_ratio=2.0, width=300, height=150),
    ]
    found = best_image(logos, languages=[None], min_width=300)
    assert found is logos[1]
    assert best_image(logos, languages=["en"]) is None
    assert best_image(logos[:1]) is logos[0]


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"languages": "de"}, r"languages must be a list, got 'de'; write \['de'\]"),
        ({"languages": []}, "languages must contain a language, or None for images without text"),
        ({"languages": ["xx"]}, "languages must contain None, not 'xx', for images without text"),
        ({"languages": ["german"]}, "languages must be an ISO 639-1 code"),
        ({"min_width": 0}, "min_width must be at least 1, got 0"),
        ({"min_height": 1.5}, "min_height must be an integer, got 1.5"),
        ({"aspect": "2:3"}, "aspect must be width divided by height, such as 2 / 3, got '2:3'"),
        ({"aspect": 0}, "aspect must be width divided by height, such as 2 / 3, got 0"),
    ],
)
def test_best_image_rejects_wrong_conditions_even_without_images(conditions: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"^{message}"):
        best_image([], **conditions)


def test_srcset_lists_every_narrower_size_and_the_original() -> None:
    assert srcset(DEFAULT_SETTINGS, image(size=(780, 1170)), "poster") == (
        f"{BASE}/w92/a.jpg 92w, {BASE}/w154/a.jpg 154w, {BASE}/w185/a.jpg 185w, {BASE}/w342/a.jpg 342w, "
        f"{BASE}/w500/a.jpg 500w, {BASE}/original/a.jpg 780w"
    )
    assert srcset(DEFAULT_SETTINGS, image(size=(300, 169)), "backdrop") == f"{BASE}/original/a.jpg"


def test_srcset_of_a_path_omits_the_original_whose_width_is_unknown() -> None:
    assert srcset(DEFAULT_SETTINGS, "/a.jpg", "still") == (
        f"{BASE}/w92/a.jpg 92w, {BASE}/w185/a.jpg 185w, {BASE}/w300/a.jpg 300w"
    )
    logo = Logo(file_path="/a.jpg", aspect_ratio=2.0)
    assert srcset(DEFAULT_SETTINGS, logo, "still") == srcset(DEFAULT_SETTINGS, "/a.jpg", "still")


def test_srcset_computes_the_width_of_a_size_by_height() -> None:
    portrait, square = image(size=(1000, 1500)), image(size=(1000, 1000))
    assert str(srcset(DEFAULT_SETTINGS, portrait, "profile")).endswith(
        f"{BASE}/h632/a.jpg 421w, {BASE}/original/a.jpg 1000w"
    )
    assert f"{BASE}/h632/a.jpg 632w" in str(srcset(DEFAULT_SETTINGS, square, "profile"))
    assert str(srcset(DEFAULT_SETTINGS, "/a.jpg", "profile")).endswith(f"{BASE}/h632/a.jpg 421w")


def test_srcset_of_images_without_sizes_is_a_url() -> None:
    assert srcset(DEFAULT_SETTINGS, image("/a.svg"), "logo") == f"{BASE}/original/a.svg"
    assert (
        srcset(DEFAULT_SETTINGS, "/https://www.gravatar.com/avatar/a", "profile") == "https://www.gravatar.com/avatar/a"
    )
    assert srcset(DEFAULT_SETTINGS, None, "poster") is None
    assert srcset(DEFAULT_SETTINGS, "", "poster") is None


def test_srcset_rejects_a_wrong_kind_or_path() -> None:
    for path, kind in (("/a.jpg", "banner"), (None, "banner"), ("../a.jpg", "poster")):
        with pytest.raises(InvalidArgumentError):
            srcset(DEFAULT_SETTINGS, path, kind)


@given(width=st.integers(1, 4000), height=st.integers(1, 4000), kind=st.sampled_from(sorted(DEFAULT_SETTINGS.sizes)))
def test_srcset_never_scales_up(width: int, height: int, kind: str) -> None:
    candidates = [
        part.split(" ") for part in str(srcset(DEFAULT_SETTINGS, image(size=(width, height)), kind)).split(", ")
    ]
    widths = [int(found[1].removesuffix("w")) for found in candidates if len(found) == 2]
    assert widths == sorted(set(widths))
    assert not widths or widths[-1] == width
    assert "/original/" in candidates[-1][0]
