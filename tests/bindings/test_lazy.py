"""Tests of lazy imports."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.bindings.small import PACKAGE, Small


def run(small: Small, program: str) -> str:
    """Run a program in a new interpreter with the small bindings."""
    setup = f"import sys; sys.path.insert(0, {str(small.folder.parent)!r})\n"
    result = subprocess.run([sys.executable, "-c", setup + program], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def test_endpoint_imports_neither_models_nor_libraries(small: Small) -> None:
    loaded = run(
        small,
        f"import {PACKAGE}.api.movies.details as details\n"
        "details.request(550, language='de')\n"
        "optional = {'attrs', 'attr', 'msgspec', 'httpx', 'typing_extensions', 'inspect'}\n"
        f"print(sorted(optional & set(sys.modules)), any(name.startswith('{PACKAGE}.models.') for name in sys.modules))",
    )
    assert loaded == "[] False"


def test_model_is_imported_on_first_use(small: Small) -> None:
    loaded = run(
        small,
        f"import {PACKAGE}.models as models\n"
        "assert 'Movie' in dir(models) and 'attrs' not in sys.modules\n"
        "models.Genre(id=1)\n"
        f"print(sorted(name.rpartition('.')[2] for name in sys.modules if name.startswith('{PACKAGE}.models.')))",
    )
    assert loaded == "['genre']"


def test_block_is_imported_when_it_is_read(small: Small) -> None:
    loaded = run(
        small,
        f"from {PACKAGE}.runtime import Drift, decode\n"
        f"from {PACKAGE}.models import MovieDetails\n"
        'movie = decode(b\'{"id":1,"title":"x","credits":{}}\', MovieDetails, operation=\'op\', drift=Drift(), append=[\'credits\'])\n'
        f"before = '{PACKAGE}.models.movie_credits' in sys.modules\n"
        "movie.credits\n"
        f"print(before, '{PACKAGE}.models.movie_credits' in sys.modules)",
    )
    assert loaded == "False True"


def test_tolerant_path_is_imported_on_first_contradiction(small: Small) -> None:
    loaded = run(
        small,
        f"from {PACKAGE}.runtime import Drift, decode\n"
        f"from {PACKAGE}.models import MovieDetails\n"
        "for title in ('\"x\"', '[]'):\n"
        '    body = b\'{"id":1,"title":%s,"credits":{}}\' % title.encode()\n'
        "    decode(body, MovieDetails, operation='op', drift=Drift('ignore'), append=['credits']).credits\n"
        f"    print('{PACKAGE}.runtime.tolerant' in sys.modules)",
    )
    assert loaded.split() == ["False", "True"]


def test_every_model_can_be_imported_first(small: Small) -> None:
    """Models refer to each other, but every import order works."""
    program = f"""
import importlib, pkgutil
import {PACKAGE}.models as models
names = [module.name for module in pkgutil.iter_modules(models.__path__)]
for first in names:
    for name in [name for name in sys.modules if name.startswith("{PACKAGE}")]:
        del sys.modules[name]
    module = importlib.import_module("{PACKAGE}.models." + first)
    runtime = importlib.import_module("{PACKAGE}.runtime")
    for value in list(vars(module).values()):
        if isinstance(value, type) and issubclass(value, runtime.Model) and hasattr(value, "__attrs_attrs__"):
            runtime.strict_decoder(value)
print(len(names))
"""
    assert int(run(small, program)) > 25


@pytest.mark.parametrize("package", ["models", "api", "api.movies", "runtime"])
def test_unknown_name_raises_attribute_error(small: Small, package: str) -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = small.module(package).nothing


def test_package_provides_its_modules(small: Small) -> None:
    api = small.module("api")
    assert api.movies.details.operation.id == "movies_details"
    assert "movies" in dir(api)
    assert "details" in dir(api.movies)
