"""Validate the files that GitHub reads: workflows, dependabot, issue forms, the citation.

Both tools work offline: zizmor looks for security faults, check-jsonschema has the schemas built in.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from scripts.paths import ROOT

# Each schema of check-jsonschema, and the files that it is for.
SCHEMAS = {
    "vendor.github-workflows": ".github/workflows/*.yml",
    "custom.github-workflows-require-timeout": ".github/workflows/*.yml",
    "vendor.dependabot": ".github/dependabot.yml",
    "vendor.github-issue-config": ".github/ISSUE_TEMPLATE/config.yml",
    "vendor.github-issue-forms": ".github/ISSUE_TEMPLATE/*.yml",
    "vendor.citation-file-format": "CITATION.cff",
}
ISSUE_CONFIG = ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml"


def main() -> int:
    """Run the tools and print their findings; return 1 if there are any."""
    outcomes = [findings(zizmor()), *(findings(check_jsonschema(schema, files(schema))) for schema in SCHEMAS)]
    faults = [output for output in outcomes if output]
    validated = {path for schema in SCHEMAS for path in files(schema)}
    print(*faults, f"{len(validated)} files validated, {len(faults)} of {len(outcomes)} validations failed", sep="\n")
    return 1 if faults else 0


def files(schema: str) -> list[Path]:
    """Return the files that a schema is for.

    Raises:
        RuntimeError: No file was found, so the check would always pass.
    """
    found = sorted(ROOT.glob(SCHEMAS[schema]))
    if schema == "vendor.github-issue-forms":
        found = [path for path in found if path != ISSUE_CONFIG]
    if not found:
        message = f"no file matches {SCHEMAS[schema]}: a check would pass without reading anything"
        raise RuntimeError(message)
    return found


def zizmor() -> list[str]:
    """Return zizmor's command; its wheel installs a program, not a module."""
    program = Path(sys.executable).with_name("zizmor")
    options = ("--offline", "--quiet", "--persona=pedantic", "--strict-collection", "--config", ".github/zizmor.yml")
    return [str(program), *options, ".github/workflows", ".github/dependabot.yml", ".pre-commit-config.yaml"]


def check_jsonschema(schema: str, paths: list[Path]) -> list[str]:
    """Return the command that validates some files with one schema."""
    return [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, paths)]


def findings(command: list[str]) -> str:
    """Return the output of a tool that finds faults; an empty text if it finds none."""
    outcome = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return f"{outcome.stdout.rstrip()}\n(exit code {outcome.returncode})" if outcome.returncode else ""


if __name__ == "__main__":
    sys.exit(main())
