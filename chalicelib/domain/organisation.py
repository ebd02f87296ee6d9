"""Who the installation serves: agencies, their units, and the names of people in them (ACC-05, ACC-06)."""

from collections.abc import Mapping

from chalicelib.domain.value import dataclass

#: Stands for all units in a permission; no unit has such an id (ACC-09).
EVERY_UNIT = "*"


@dataclass(frozen=True, slots=True)
class Person:
    """A user as shown beside an act: ``id`` is the login, ``name`` what screens show (ACC-08)."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit as shown in a list or a sentence."""

    id: str
    acronym: str


@dataclass(frozen=True, slots=True)
class Agency:
    """A legal body of the tenant (ACC-05). ``numbering_mask`` is the mask of PRO-05.

    ``coat_of_arms`` is the image of its letterhead; empty where the city's own serves.
    """

    id: str
    acronym: str
    name: str
    sei_code: str
    numbering_mask: str
    letterhead: tuple[str, ...] = ()
    address: str = ""
    active: bool = True
    coat_of_arms: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisational unit (ACC-06); everything is done from the current one (ACC-04).

    ``mailboxes`` are the addresses it may send e-mails from (DOC-22).
    """

    id: str
    acronym: str
    name: str
    agency: str
    sei_code: str
    parent: str | None = None
    address: str = ""
    protocol: bool = False
    can_receive: bool = True
    active: bool = True
    mailboxes: tuple[str, ...] = ()

    @property
    def short(self) -> UnitName:
        """The pair shown in lists."""
        return UnitName(self.id, self.acronym)


def is_within(unit: str, above: str, units: "Mapping[str, Unit]") -> bool:
    """True when ``unit`` is somewhere below ``above`` in the hierarchy (ACC-07)."""
    walked: set[str] = set()
    while unit in units and unit not in walked:
        walked.add(unit)
        unit = units[unit].parent or ""
        if unit == above:
            return True
    return False
