"""Generated images with a title: deterministic, in the formats of TMDB's image server."""

from __future__ import annotations

import hashlib
import unicodedata
from colorsys import hls_to_rgb
from functools import lru_cache
from html import escape
from io import BytesIO
from textwrap import wrap
from typing import TypeAlias

from PIL import Image, ImageDraw, ImageFont

from tmdb_facade.testing.catalogue.pictures import Picture

Color: TypeAlias = tuple[int, int, int]

_WHITE = (255, 255, 255)
# Text smaller than this cannot be read.
_SMALLEST_FONT = 7
# Part of an image's width and height that the title may take.
_TEXT_WIDTH = 0.84
_TEXT_HEIGHT = 0.6
# Height of a line, and the usual width of a letter, as parts of the font's size.
_LINE = 1.2
_LETTER = 0.55


@lru_cache(maxsize=64)
def jpeg(picture: Picture, width: int, height: int) -> bytes:
    """Draw a JPEG; width and height are in pixels."""
    image = Image.new("RGB", (width, height), _background(picture.record))
    _write(image, _ascii(picture.title) or picture.record, _WHITE)
    return _saved(image, "JPEG", quality=60, optimize=True)


@lru_cache(maxsize=64)
def png(picture: Picture, width: int, height: int) -> bytes:
    """Draw a PNG with a transparent background; width and height are in pixels."""
    image = Image.new("P", (width, height), 0)
    image.putpalette([*_WHITE, *_foreground(picture.record)])
    _write(image, _ascii(picture.title) or picture.record, 1)
    return _saved(image, "PNG", transparency=0, optimize=True)


def svg(picture: Picture, width: int, height: int) -> bytes:
    """Draw an SVG with a transparent background; width and height are in pixels."""
    title = picture.title or picture.record
    red, green, blue = _foreground(picture.record)
    size = min(height * _TEXT_HEIGHT, width * _TEXT_WIDTH / (_LETTER * max(1, len(title))))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<text x="50%" y="50%" dominant-baseline="central" text-anchor="middle" font-family="sans-serif"'
        f' font-size="{size:.1f}" fill="#{red:02x}{green:02x}{blue:02x}">{escape(title)}</text></svg>\n'
    ).encode()


def _background(record: str) -> Color:
    return _color(record, 0.28)


def _foreground(record: str) -> Color:
    # Readable on white and on black.
    return _color(record, 0.5)


def _color(record: str, lightness: float) -> Color:
    """Return a color whose hue depends on the record."""
    hue = hashlib.md5(record.encode(), usedforsecurity=False).digest()[0] / 256
    red, green, blue = (round(255 * part) for part in hls_to_rgb(hue, lightness, 0.45))
    return red, green, blue


def _ascii(title: str) -> str:
    """Return a title in the letters of the font, which has only those of ASCII; "" if too few are left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().strip()
    letters = sum(map(str.isalnum, title))
    return plain if letters and sum(map(str.isalnum, plain)) * 2 > letters else ""


def _write(image: Image.Image, text: str, color: Color | int) -> None:
    """Write a text in the middle of an image, as large as it fits; nothing if it would be too small to read."""
    width, height = image.width * _TEXT_WIDTH, image.height * _TEXT_HEIGHT
    size = min(image.width / 6, image.height / 3)
    while size >= _SMALLEST_FONT and text:
        lines = wrap(text, max(1, int(width / (size * _LETTER))), break_long_words=False)
        font = ImageFont.load_default(size)
        if len(lines) * size * _LINE <= height and all(font.getlength(line) <= width for line in lines):
            top = (image.height - len(lines) * size * _LINE) / 2
            draw = ImageDraw.Draw(image)
            for number, line in enumerate(lines):
                place = (image.width / 2, top + (number + 0.5) * size * _LINE)
                draw.text(place, line, fill=color, font=font, anchor="mm")
            return
        size *= 0.9


def _saved(image: Image.Image, kind: str, **options: int | bool) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
