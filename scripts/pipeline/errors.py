"""The two ways in which the pipeline says that it cannot go on."""

from __future__ import annotations


class PipelineError(Exception):
    """Something that a person has to mend; its text is one line that says what and where."""


class InputError(PipelineError):
    """An upstream document that cannot be used: unreachable, damaged or of another format."""


class DataError(PipelineError):
    """Reviewed data (overlays, operations, enums, components) that contradicts itself."""
