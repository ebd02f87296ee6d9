"""Every kind of job, by the name kept in the job: one row each (``kinds.Kind``)."""

from .kinds import Kind

KINDS: dict[str, Kind] = {}
