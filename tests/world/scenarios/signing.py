"""What is signed, with whom, and what anybody may check of it."""

import hashlib

from tests.world import ledgers
from tests.world.builders import drafted, rendered, signed, signing, signing_many
from tests.world.world import NOBODY, Ask, World

from .registry import reads, writes


@writes("documents.sign.sign_document", "DOC-10", "DOC-14", entries=1)
def sign_after_a_colleague(world: World) -> Ask:
    return signing(world, signed(world), world.carlos)


@writes("documents.sign_many.sign_documents", "DOC-10", entries=1)
def sign_many_documents(world: World) -> Ask:
    # One of them was signed already: each has its own result.
    place = drafted(world)
    return signing_many(world, [place, signed(world)], process=place[0])


@reads("processes.export.export_process", "DOC-10", "DOC-15")
def export_signed_process(world: World) -> Ask:
    return Ask(world.ana, "GET", f"/processes/{signed(world)[0]}/export")


@reads("documents.consult_signatures.consult_signatures", "DOC-16")
def consult_signatures(world: World) -> Ask:
    process, letter = signed(world)
    return Ask(world.ana, "GET", f"/processes/{process}/documents/{letter}/signatures")


@reads("authenticity.check_file.check_file", "DOC-15")
def check_a_file(world: World) -> Ask:
    digest = hashlib.sha256(rendered(world, signed(world))).hexdigest()
    return Ask(NOBODY, "GET", f"/public/files/{digest}")


@reads("authenticity.public_keys.list_public_keys", "DOC-15")
def list_public_keys(world: World) -> Ask:
    world.done(signing(world, drafted(world)))
    return Ask(NOBODY, "GET", "/public/keys")


@reads("ledger.list_ledgers.list_ledgers", "DOC-15")
def list_ledgers(world: World) -> Ask:
    ledgers.append(world, signed(world)[0])
    ledgers.sign(world)
    return Ask(NOBODY, "GET", "/public/ledger")


@reads("processes.export.export_process", "PRO-27")
def export_process_of_the_ledger(world: World) -> Ask:
    process, _ = signed(world)
    ledgers.append(world, process)
    ledgers.sign(world)
    return Ask(world.ana, "GET", f"/processes/{process}/export")
