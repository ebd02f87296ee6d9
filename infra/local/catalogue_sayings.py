"""What the administration says and opens: announcements, criteria of internal control, profiles; plain records."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Announcement:
    """What the city says to its people from one day to another (ACC-12); no unit is every unit."""

    code: str
    title: str
    text: str
    first_day: date
    last_day: date
    important: bool
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ControlCriterion:
    """Which units and agencies see every process of some types or agencies (features.md §1.3); none is all."""

    code: str
    name: str
    units: tuple[str, ...]
    agencies: tuple[str, ...]
    process_types: tuple[str, ...]
    started_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CityProfileRow:
    """A profile that the city makes (ACC-10); ``acts`` by the values of the policy."""

    code: str
    name: str
    description: str
    acts: tuple[str, ...]
