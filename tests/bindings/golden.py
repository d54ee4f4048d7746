"""Golden files of the small document's bindings; `python -m tests.bindings.golden` updates them.

A review shows the effects of a new template or generator in them. They do not include the runtime.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from scripts.regenerate.write.generate import generate

HERE = Path(__file__).resolve().parent
GOLDEN = HERE / "golden"
# Not `.py`, so that tools do not treat the files as modules.
SUFFIX = ".golden"


def generated_files(package: Path) -> dict[str, str]:
    """Read the generated files by relative path."""
    return {
        path.relative_to(package).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(package.rglob("*"))
        if path.is_file() and "runtime" not in path.parts and "__pycache__" not in path.parts
    }


def golden_files() -> dict[str, str]:
    """Read the golden files by relative path."""
    return {
        path.relative_to(GOLDEN).as_posix().removesuffix(SUFFIX): path.read_text(encoding="utf-8")
        for path in sorted(GOLDEN.rglob(f"*{SUFFIX}"))
    }


def rewrite() -> None:
    """Update the golden files."""
    for path in GOLDEN.rglob(f"*{SUFFIX}"):
        path.unlink()
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "small_bindings"
        generate(HERE / "small.json", package)
        for name, text in generated_files(package).items():
            path = GOLDEN / f"{name}{SUFFIX}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
