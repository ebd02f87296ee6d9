"""What only reads."""

from datetime import timedelta

from chalicelib.adapters.dynamodb import projections
from chalicelib.adapters.dynamodb.consumers import DynamoTruth
from chalicelib.adapters.dynamodb.word_index import DynamoWordIndex
from chalicelib.application.conducting.index_words import index_words
from tests.world.builders import drafted, filed, received, signed, started
from tests.world.world import NOBODY, Ask, World

from .registry import reads


@reads("inbox.read.read_inbox", "PRO-01")
def read_inbox(world: World) -> Ask:
    # A unit that no other scenario fills: what a page costs must not depend on who ran before.
    camila = world.person("camila.duarte", "semma-lic")
    started(world, camila)
    return Ask(camila, "GET", "/inbox")


@reads("processes.see.see_process", "PRO-20", "PRO-27")
def read_process_page(world: World) -> Ask:
    process, _ = drafted(world, received(world, keep_open=True))
    return Ask(world.ana, "GET", f"/processes/{process}")


@reads("processes.read_history.read_history", "PRO-27")
def read_history(world: World) -> Ask:
    return Ask(world.ana, "GET", f"/processes/{received(world)}/history")


@reads("processes.list_documents.list_documents", "PRO-20")
def list_documents(world: World) -> Ask:
    return Ask(world.ana, "GET", f"/processes/{drafted(world)[0]}/documents")


@reads("processes.export.export_process", "PRO-27")
def export_process(world: World) -> Ask:
    return Ask(world.ana, "GET", f"/processes/{received(world)}/export")


@reads("documents.read.read_document", "DOC-03", "DOC-14")
def read_document(world: World) -> Ask:
    process, document = signed(world)
    return Ask(world.ana, "GET", f"/processes/{process}/documents/{document}")


@reads("documents.read.list_versions", "DOC-05")
def list_versions(world: World) -> Ask:
    process, document = drafted(world)
    return Ask(world.ana, "GET", f"/processes/{process}/documents/{document}/versions")


@reads("documents.read.read_version", "DOC-05")
def read_version(world: World) -> Ask:
    process, document = drafted(world)
    return Ask(world.ana, "GET", f"/processes/{process}/documents/{document}/versions/1")


@reads("documents.file_link.link_file", "DOC-08")
def link_file(world: World) -> Ask:
    process, document = filed(world)
    return Ask(world.ana, "GET", f"/processes/{process}/documents/{document}/file")


@reads("find.by_number.find_by_number", "PRO-05")
def find_by_number(world: World) -> Ask:
    page = world.done(Ask(world.ana, "GET", f"/processes/{started(world)}"))
    digits = "".join(filter(str.isdigit, page["process"]["nup"]))
    return Ask(world.ana, "GET", f"/find?number={digits}")


@reads("find.by_words.find_by_words", "PRO-02")
def find_by_words(world: World) -> Ask:
    # Words of its own: what other scenarios put in the index is not counted here.
    process = started(world, specification="Poda de sapucaia na Rua das Gaivotas")
    connection = world.installed.place.connection
    index = DynamoWordIndex(connection, world.tenant, projections.table())
    index_words(DynamoTruth(connection, world.tenant), index, process)
    return Ask(world.ana, "GET", "/find/words?words=poda+sapucaia")


@reads("find.inside.find_inside", "PRO-20")
def find_inside(world: World) -> Ask:
    process, _ = drafted(world)
    return Ask(world.ana, "GET", f"/processes/{process}/find?words=reajuste")


@reads("contacts.list.list_contacts", "PRO-10")
def list_contacts(world: World) -> Ask:
    return Ask(world.ana, "GET", "/contacts?query=ade")


@reads("organisation.units.list_units", "TRA-01")
def list_units(world: World) -> Ask:
    return Ask(world.ana, "GET", "/units?query=sem")


@reads("organisation.users.list_users", "TRA-07")
def list_users(world: World) -> Ask:
    return Ask(world.marina, "GET", "/units/semad-rh/users")


@reads("organisation.catalogues.read_catalogue", "PRO-04")
def read_catalogue(world: World) -> Ask:
    return Ask(NOBODY, "GET", "/catalogues/process-types").by(world.ana)


@reads("returns.list_returns.list_returns", "TRA-03")
def list_returns(world: World) -> Ask:
    # A unit of its own, awaiting one return whoever ran before: what the page costs must not depend on it.
    rosa = world.hire("rosa.retornos", "secom", "basic")
    due = (world.clock() + timedelta(days=5)).date()
    page = Ask(rosa, "GET", f"/returns?month={due:%Y-%m}")
    if not world.done(page)["items"]:
        body = {"units": ["gab"], "return_due": {"date": due.isoformat()}}
        world.done(Ask(rosa, "POST", f"/processes/{started(world, rosa)}/routings", body))
    return page


@reads("routing.read_path.read_path", "TRA-01", "TRA-03")
def read_path(world: World) -> Ask:
    return Ask(world.ana, "GET", f"/processes/{received(world, notify_by_email=True)}/path")


@reads("processes.list_direct_line.list_direct_line", "PRO-19")
def list_direct_line(world: World) -> Ask:
    process, _ = drafted(world, received(world, keep_open=True))
    return Ask(world.ana, "GET", f"/processes/{process}/direct-line")
