"""Reading what leaves a record, and asking for the records (AUD-01, AUD-02, LGPD)."""

import uuid

from tests.world.builders import RESTRICTED, drafted, started
from tests.world.searching import indexed
from tests.world.world import Ask, Person, World

from .registry import reads


def auditor(world: World) -> Person:
    return world.hire("ines.auditora", "semad-prot", "auditor")


def known(world: World) -> tuple[str, str]:
    """-> (contact, name) of somebody interested in a process that was just opened."""
    name = f"Iracema {uuid.uuid4().hex[:8]}"
    contact = world.done(Ask(world.ana, "POST", "/contacts", {"name": name, "kind": "person"}))["id"]
    process = started(world, interested_parties=[contact], **RESTRICTED)
    world.done(Ask(world.ana, "GET", f"/processes/{process}"))
    return contact, name


@reads("processes.see.see_process", "AUD-01")
def read_restricted_page(world: World) -> Ask:
    return Ask(world.ana, "GET", f"/processes/{started(world, **RESTRICTED)}")


@reads("documents.read.read_document", "AUD-01")
def read_restricted_document(world: World) -> Ask:
    process, document = drafted(world, started(world, **RESTRICTED))
    return Ask(world.ana, "GET", f"/processes/{process}/documents/{document}")


@reads("audit.search_accesses.search_accesses", "AUD-02")
def search_accesses(world: World) -> Ask:
    process = started(world, **RESTRICTED)
    world.done(Ask(world.ana, "GET", f"/processes/{process}"))
    return Ask(auditor(world), "GET", f"/audit/accesses?process={process}")


@reads("audit.export_accesses.export_accesses", "AUD-02")
def export_accesses(world: World) -> Ask:
    ask = search_accesses(world)
    return Ask(ask.who, "GET", ask.path.replace("?", "/export?"))


@reads("audit.find_people.find_people", "LGPD-01")
def find_people(world: World) -> Ask:
    return Ask(auditor(world), "GET", f"/audit/people?query={known(world)[1].replace(' ', '%20')}")


@reads("audit.report_on_person.report_on_person", "LGPD-01")
def report_on_contact(world: World) -> Ask:
    return Ask(auditor(world), "GET", f"/audit/people/contact/{known(world)[0]}")


@reads("audit.list_processes.list_processes", "LGPD-01")
def list_processes_of_contact(world: World) -> Ask:
    """Of whom there is one more, under which they go on."""
    contact, _ = known(world)
    first, second = (started(world, interested_parties=[contact]) for _ in range(2))
    indexed(world, first, second)
    return Ask(auditor(world), "GET", f"/audit/people/contact/{contact}/processes?after={min(first, second)}")


@reads("audit.report_on_person.report_on_person", "LGPD-01")
def report_on_user(world: World) -> Ask:
    return Ask(auditor(world), "GET", "/audit/people/user/helena.prado")


@reads("audit.export_report.export_report", "LGPD-01")
def export_report(world: World) -> Ask:
    return Ask(auditor(world), "GET", "/audit/people/user/helena.prado/export")
