"""Criteria of internal control: which units see every process of some types or agencies (features.md §1.3).

A criterion opens what is public or restricted, and nothing confidential. It adds reading: what is done on a process
goes on needing the process at hand.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from .access import AccessLevel, Oversight, ProcessResource
from .catalogue import is_offered

#: The catalogue that the administration keeps them in.
CATALOGUE = "control-criteria"


def oversights(rows: Iterable[Mapping[str, Any]], unit: str, agency: str) -> frozenset[Oversight]:
    """What the criteria in force open to whoever works in this unit of this agency."""
    return frozenset(
        _opened(row)
        for row in rows
        if is_offered(row) and (unit in (row.get("units") or ()) or agency in (row.get("agencies") or ()))
    )


def overseers(rows: Iterable[Mapping[str, Any]], process: ProcessResource) -> tuple[list[str], list[str]]:
    """The units and the agencies that read a process by a criterion; none of a confidential one."""
    units: dict[str, None] = {}
    agencies: dict[str, None] = {}
    for row in rows:
        if process.secrecy is not AccessLevel.CONFIDENTIAL and is_offered(row) and _opened(row).reaches(process):
            units |= dict.fromkeys(row.get("units") or ())
            agencies |= dict.fromkeys(row.get("agencies") or ())
    return list(units), list(agencies)


def _opened(row: Mapping[str, Any]) -> Oversight:
    return Oversight(frozenset(row.get("process_types") or ()), frozenset(row.get("started_in") or ()))
