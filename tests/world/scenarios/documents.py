"""Documents: draft, save, restore, sign, change, remove."""

from tests.world.builders import drafted, drafting, read_by, saving, sent, signed, signing, started
from tests.world.world import Ask, World

from .registry import writes


@writes("documents.create.create_draft", "DOC-01", "DOC-04", entries=1)
def draft_letter(world: World) -> Ask:
    return drafting(world.ana, started(world))


@writes("documents.save.save_draft", "DOC-03", "DOC-05", entries=0)
def save_draft(world: World) -> Ask:
    return saving(world, drafted(world))


@writes("documents.save.save_draft", "DOC-05", entries=0)
def save_draft_as_a_version(world: World) -> Ask:
    return saving(world, drafted(world), explicit=True)


@writes("documents.restore_version.restore_version", "DOC-05", entries=1)
def restore_version(world: World) -> Ask:
    place = drafted(world)
    world.done(saving(world, place, explicit=True))
    path = f"/processes/{place[0]}/documents/{place[1]}/versions/1/restoration"
    return Ask(world.ana, "POST", path, process=place[0])


@writes("documents.sign.sign_document", "DOC-10", "DOC-11", "TRA-14", entries=1)
def sign_document(world: World) -> Ask:
    return signing(world, drafted(world))


@writes("documents.edit_metadata.edit_metadata", "DOC-12", entries=1)
def edit_metadata(world: World) -> Ask:
    process, document = drafted(world)
    body = {"description": "Resposta definitiva"}
    return Ask(world.ana, "PATCH", f"/processes/{process}/documents/{document}", body, process)


@writes("documents.delete.delete_document", "DOC-16", entries=1)
def delete_document(world: World) -> Ask:
    process, document = drafted(world)
    return Ask(world.ana, "DELETE", f"/processes/{process}/documents/{document}", process=process)


@writes("documents.cancel.cancel_document", "DOC-17", entries=1)
def cancel_document(world: World) -> Ask:
    process, document = signed(world, sent(world, keep_open=True))
    read_by(world, (process, document), world.marina)
    body = {"reason": "Assinado por engano"}
    path = f"/processes/{process}/documents/{document}/cancellation"
    return Ask(world.ana, "POST", path, body, process)
