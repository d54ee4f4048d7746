"""Components that are titles: movies and TV series, which `x-title: movie` or `x-title: tv` declares."""

from __future__ import annotations

from typing import Final

from scripts.json_io import DataError, Json

#: The fields of a movie and of a TV series for each attribute that titles share under another name, and its description.
SHARED_NAMES: Final[dict[str, tuple[dict[str, str], str]]] = {
    "title": ({"movie": "title", "tv": "name"}, "The {field}, in the attribute that movies have too."),
    "original_title": (
        {"movie": "original_title", "tv": "original_name"},
        "The {field}, in the attribute that movies have too.",
    ),
    "released": (
        {"movie": "release_date", "tv": "first_air_date"},
        "The {field}, in the attribute that movies and TV series share.",
    ),
}


def check_title(name: str, component: Json) -> None:
    """Check the declaration of a title.

    Args:
        name: The component's name.
        component: The component.

    Raises:
        DataError: The component lacks a field of titles.
    """
    if "x-title" in component:
        wanted = {fields[component["x-title"]] for fields, _ in SHARED_NAMES.values()}
        if missing := wanted - component.get("properties", {}).keys():
            raise DataError(f"components: {name}: x-title needs {', '.join(sorted(missing))}")
