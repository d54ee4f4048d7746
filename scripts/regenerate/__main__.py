"""Regenerate the snapshots, the prepared document, the bindings and the `details` methods from TMDB's documents.

Without arguments, the program uses the committed snapshots.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import traceback
from pathlib import Path

from scripts.atomic_write import exclusive_use, replace_all, write_text
from scripts.json_io import InputError, PipelineError
from scripts.paths import ROOT
from scripts.regenerate.build import BINDINGS, DETAILS, DOCUMENT, Build, build, differences, read_committed
from scripts.regenerate.report.facade import facade_calls
from scripts.regenerate.report.render import RegenerationReport, figures, make_report
from scripts.regenerate.report.versions import current_version
from scripts.regenerate.verify.staged import verify_bindings, verify_facade, verify_marks, verify_types
from scripts.termination import delayed_signals, exit_on_signals, temporary_folder

_STDOUT = "-"


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the pipeline.

    Args:
        arguments: Command line. Defaults to that of the process.
        root: The project with the reviewed data and snapshots.

    Returns:
        Exit code: 0 for success, 1 for an error of the project (including all that `--check` finds), 2 for an upstream
        document that cannot be used.
    """
    options = _parser().parse_args(arguments)
    upstream = {version: place for version in ("v3", "v4") if (place := getattr(options, version)) is not None}
    output: Path = options.output or root
    try:
        # On the disk of the output, so that the results can be renamed.
        place = None if options.check else next(folder for folder in (output, *output.parents) if folder.is_dir())
        # Two runs at a time would mix their results.
        with exclusive_use(output), temporary_folder(".regenerate-", place) as staging:
            result = build(root, staging, upstream, force=options.force)
            if options.check:
                return _check(result, staging, output)
            verify_bindings(staging / BINDINGS, staging / DOCUMENT)
            has_facade = (root / "tmdb_facade/__init__.py").exists()
            if has_facade:
                verify_facade(root, staging / BINDINGS, staging / DETAILS)
            if not options.quick:
                verify_types(staging / BINDINGS, staging / DETAILS, root / DETAILS if has_facade else None)
                verify_marks(staging / BINDINGS, {root / place: staging / place for place in result.marked})
            before = read_committed(output) or read_committed(root)
            report = make_report(before, result, facade_calls(root / "tmdb_facade"), current_version(root))
            _publish(report, options.report, options.json)
            with delayed_signals():
                replace_all({output / place: staging / place for place in result.outputs})
    except BlockingIOError:
        print(f"regenerate: another regeneration of {output.name} is running", file=sys.stderr)
        return 1
    except (PipelineError, OSError) as error:
        # The error of a copied folder lists every file.
        shown = error.args[0][0][-1] if isinstance(error, shutil.Error) else error
        print(f"regenerate: {' '.join(str(shown).split())}", file=sys.stderr)
        return 2 if isinstance(error, InputError) else 1
    except Exception as error:  # noqa: BLE001  (every failure is one line)
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(frame.filename).name}, line {frame.lineno}"
        text = f"{type(error).__name__}: {' '.join(str(error).split())}"
        print(f"regenerate: an error of this program, nothing was replaced: {text} ({where})", file=sys.stderr)
        return 1
    # Standard output is the report alone if a program reads it.
    print(figures(result), file=sys.stderr if options.json == _STDOUT else sys.stdout)
    return 0


def _publish(report: RegenerationReport, markdown: Path | None, data: str | None) -> None:
    """Write the report to files, or print it."""
    if markdown:
        write_text(markdown, report.markdown())
    elif data != _STDOUT:
        print(report.markdown())
    if data == _STDOUT:
        print(report.json(), end="")
    elif data:
        write_text(Path(data), report.json())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.regenerate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--v3", metavar="PATH-OR-URL", help="read TMDB's v3 document from there")
    parser.add_argument("--v4", metavar="PATH-OR-URL", help="read TMDB's v4 document from there")
    parser.add_argument("--output", metavar="DIR", type=Path, help="write to DIR instead of the project")
    parser.add_argument("--report", metavar="FILE", type=Path, help="write the report to FILE instead of printing it")
    parser.add_argument(
        "--json",
        metavar="FILE",
        nargs="?",
        const=_STDOUT,
        help="write the report as JSON to FILE, or print it as JSON, with a suggested next version",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="use a document of another version, or one that lacks more than a tenth of the committed operations",
    )
    parser.add_argument("--quick", action="store_true", help="do not check the types of the bindings")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a committed file is out of date")
    return parser


def _check(result: Build, staging: Path, output: Path) -> int:
    problems = [f"stale overlay action: {stale}" for stale in result.stale]
    if stale_files := list(differences(staging, output, result.outputs)):
        problems += [*stale_files, "run `make regenerate`"]
    for problem in problems:
        print(f"regenerate --check: {problem}", file=sys.stderr)
    if not problems:
        print(figures(result))
    return 1 if problems else 0


if __name__ == "__main__":
    exit_on_signals()
    sys.exit(main())
