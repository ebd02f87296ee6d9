"""What may not be done to units and agencies while others depend on them (ACC-05 to ACC-07)."""

from chalicelib.application.ports import InboxFilter, Ports
from chalicelib.domain.catalogue_entry import CatalogueEntry
from chalicelib.domain.errors import FieldError, InvalidRequest, Refused
from chalicelib.domain.organisation import is_within


def check_hierarchy(ports: Ports, entry: CatalogueEntry) -> None:
    """A unit is not below itself. Raises InvalidRequest ``values.parent`` ``circle``."""
    parent = entry.values.get("parent")
    if entry.table != "units" or not parent:
        return
    if parent == entry.code or is_within(str(parent), entry.code, ports.catalogues.units()):
        message = "Uma unidade não pode ficar abaixo dela mesma."
        raise InvalidRequest(FieldError("values.parent", "circle", message))


def check_unused(ports: Ports, entry: CatalogueEntry) -> None:
    """Nobody works there and nothing is open there any more. Raises Refused ``unit_in_use``, ``agency_in_use``."""
    units = [unit for unit in ports.catalogues.units().values() if unit.active]
    if entry.table == "agencies" and any(unit.agency == entry.code for unit in units):
        raise Refused("agency_in_use", "O órgão tem unidades ativas: desative-as antes.")
    if entry.table != "units":
        return
    below = [unit.acronym for unit in units if unit.parent == entry.code]
    if below:
        raise Refused("unit_in_use", f"Há unidades abaixo desta: {', '.join(below[:5])}. Mude-as de lugar antes.")
    people = ports.register.users_in(entry.code)
    if people:
        named = ", ".join(user.person.name for user in people[:5])
        raise Refused("unit_in_use", f"Há pessoas com permissão nesta unidade: {named}. Retire-as antes.")
    if ports.reader.inbox(entry.code, InboxFilter(), None, 1).items:
        message = "Há processos abertos nesta unidade: conclua-os ou envie-os antes."
        raise Refused("unit_in_use", message)
