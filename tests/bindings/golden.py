"""The files that the small document gives, kept to be compared; `python -m tests.bindings.golden` writes them anew.

They show in a review what a change of the templates or an upgrade of the generator does. The copied runtime is left out.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from scripts.regenerate.write.generate import generate

HERE = Path(__file__).resolve().parent
GOLDEN = HERE / "golden"
# Not `.py`: the files refer to a runtime that is not beside them, so no tool may take them for modules.
SUFFIX = ".golden"


def made_files(package: Path) -> dict[str, str]:
    """Read what was generated, by path within the package."""
    return {
        path.relative_to(package).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(package.rglob("*"))
        if path.is_file() and "runtime" not in path.parts and "__pycache__" not in path.parts
    }


def golden_files() -> dict[str, str]:
    """Read what is kept, by path within the package."""
    return {
        path.relative_to(GOLDEN).as_posix().removesuffix(SUFFIX): path.read_text(encoding="utf-8")
        for path in sorted(GOLDEN.rglob(f"*{SUFFIX}"))
    }


def rewrite() -> None:
    """Write the kept files anew."""
    for path in GOLDEN.rglob(f"*{SUFFIX}"):
        path.unlink()
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "small_bindings"
        generate(HERE / "small.json", package)
        for name, text in made_files(package).items():
            path = GOLDEN / f"{name}{SUFFIX}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
