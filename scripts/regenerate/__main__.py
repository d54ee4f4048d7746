"""Makes everything that is generated from TMDB's documents: snapshots, prepared document and bindings.

Without arguments it uses the committed snapshots and changes nothing unless the reviewed data changed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts.atomic_write import write_text
from scripts.json_io import InputError, Json, PipelineError, load
from scripts.paths import ROOT
from scripts.regenerate.build import DOCUMENT, Build, build, differences, staging_folder, swap_in
from scripts.regenerate.report import facade_uses, figures, render_report


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the pipeline.

    Args:
        arguments: Command line; None for that of the process.
        root: The project whose reviewed data and snapshots are used.

    Returns:
        Exit code: 0 when all is well, 1 when the project itself is at fault (all that `--check` finds), 2 when an input cannot be
        used.
    """
    options = _parser().parse_args(arguments)
    given = {version: place for version in ("v3", "v4") if (place := getattr(options, version)) is not None}
    output: Path = options.output or root
    try:
        with staging_folder(None if options.check else output) as staging:
            result = build(root, staging, given)
            if options.check:
                return _check(result, staging, output)
            before = _committed(output) or _committed(root)
            report = render_report(before, result, facade_uses(root / "tmdb_facade"))
            if options.report:
                write_text(options.report, report)
            else:
                print(report)
            swap_in(staging, output)
    except (PipelineError, OSError) as error:
        print(f"regenerate: {error}", file=sys.stderr)
        return 2 if isinstance(error, InputError) else 1
    print(figures(result))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--v3", metavar="PATH-OR-URL", help="read TMDB's v3 document anew")
    parser.add_argument("--v4", metavar="PATH-OR-URL", help="read TMDB's v4 document anew")
    parser.add_argument("--output", metavar="DIR", type=Path, help="write below DIR instead of the project")
    parser.add_argument("--report", metavar="FILE", type=Path, help="write the report there instead of printing it")
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail if what is committed is not what would be made"
    )
    return parser


def _check(result: Build, staging: Path, output: Path) -> int:
    problems = [f"stale overlay action: {stale}" for stale in result.stale]
    problems += differences(staging, output)
    for problem in problems:
        print(f"regenerate --check: {problem}", file=sys.stderr)
    if not problems:
        print(figures(result))
    return 1 if problems else 0


def _committed(place: Path) -> Json | None:
    path = place / DOCUMENT
    return load(path) if path.exists() else None


if __name__ == "__main__":
    sys.exit(main())
