"""Confidential processes: starting, opening, letting people in and out, putting away (SIG-01 to SIG-06, SIG-09)."""

from tests.world.builders import drafted, process_form, signing, started
from tests.world.confidential import SECRET, granted, granting, opening, secret, shared
from tests.world.world import Ask, World

from .registry import reads, writes
from .second_factor import code, enrolled


@writes("processes.start.start_process", "PRO-02", "PRO-08", "SIG-02", entries=1)
def start_confidential(world: World) -> Ask:
    return Ask(world.ana, "POST", "/processes", process_form(**SECRET, secrecy_grade="reserved"))


@writes("confidential.open.open_confidential", "SIG-01")
def open_confidential(world: World) -> Ask:
    return opening(world.ana, secret(world, opened=False))


@writes("confidential.open.open_confidential", "SIG-01", "ACC-02")
def open_confidential_with_a_code(world: World) -> Ask:
    who, seed, _ = enrolled(world)
    process = secret(world, who, opened=False)
    ask = opening(who, process)
    return Ask(who, "POST", ask.path, {**ask.body, "one_time_code": code(world, seed)}, process)


@reads("confidential.close.close_confidential", "SIG-01")
def close_confidential(world: World) -> Ask:
    process = secret(world)
    return Ask(world.session("ana.lima", "semad-prot"), "DELETE", f"/processes/{process}/openings")


@reads("confidential.list_held.list_held", "SIG-06", "SIG-09")
def list_held(world: World) -> Ask:
    secret(world)
    return Ask(world.ana, "GET", "/confidential?at_hand=true")


@reads("credentials.list.list_credentials", "SIG-02")
def list_credentials(world: World) -> Ask:
    process = shared(world)
    return Ask(world.marina, "GET", f"/processes/{process}/credentials", process=process)


@writes("credentials.grant.grant_credential", "SIG-02", entries=1)
def grant_credential(world: World) -> Ask:
    return granting(world.ana, secret(world), world.marina)


@writes("credentials.transfer.transfer_credential", "SIG-06", entries=1)
def transfer_credential(world: World) -> Ask:
    process = secret(world)
    body = {"user": "marina.costa", "unit": "semad-rh"}
    return Ask(world.ana, "POST", f"/processes/{process}/credentials/transfers", body, process)


@writes("credentials.revoke.revoke_credential", "SIG-03", entries=1)
def revoke_credential(world: World) -> Ask:
    process = shared(world)
    body = {"user": "marina.costa", "unit": "semad-rh"}
    return Ask(world.ana, "POST", f"/processes/{process}/credentials/revocations", body, process)


@writes("credentials.renew.renew_credential", "SIG-04", entries=1)
def renew_credential(world: World) -> Ask:
    process = shared(world)
    world.done(Ask(world.marina, "POST", f"/processes/{process}/receipts", {}))
    world.done(Ask(world.marina, "POST", f"/processes/{process}/conclusion", {}))
    body = {"user": "marina.costa", "unit": "semad-rh"}
    return Ask(world.ana, "POST", f"/processes/{process}/credentials/renewals", body, process)


@writes("credentials.renounce.renounce_credential", "SIG-05", entries=1)
def renounce_credential(world: World) -> Ask:
    process = shared(world)
    return Ask(world.ana, "POST", f"/processes/{process}/credentials/renunciations", {}, process)


@writes("routing.receive.receive_process", "SIG-01", "TRA-02", entries=1)
def receive_confidential(world: World) -> Ask:
    process = shared(world)
    return Ask(world.marina, "POST", f"/processes/{process}/receipts", {}, process)


@writes("routing.conclude.conclude_process", "SIG-09", entries=1)
def conclude_confidential(world: World) -> Ask:
    process = secret(world)
    granted(world, process, world.carlos, opened=False)
    return Ask(world.ana, "POST", f"/processes/{process}/conclusion", {}, process)


@writes("routing.reopen.reopen_process", "SIG-09", entries=1)
def reopen_confidential(world: World) -> Ask:
    process = secret(world)
    world.done(Ask(world.ana, "POST", f"/processes/{process}/conclusion", {}))
    return Ask(world.ana, "POST", f"/processes/{process}/reopening", {}, process)


@writes("processes.edit.edit_process", "PRO-08", "SIG-02", entries=2)
def raise_to_confidential(world: World) -> Ask:
    process = started(world, type="acao-judicial", subjects=["01.04.02"])
    body = {"access_level": "confidential", "legal_basis": "segredo-de-justica"}
    return Ask(world.ana, "PATCH", f"/processes/{process}", body, process, {"If-Match": '"1"'})


@writes("processes.edit.edit_process", "PRO-08", "SIG-02", entries=3)
def lower_from_confidential(world: World) -> Ask:
    process = secret(world)
    body = {"access_level": "public", "legal_basis": None}
    return Ask(world.ana, "PATCH", f"/processes/{process}", body, process, {"If-Match": '"1"'})


MARINA = {"user": "marina.costa", "unit": "semad-rh"}


def asked_to_sign(world: World) -> tuple[str, str]:
    """A draft of a confidential process that Marina was asked to sign, and opened; -> (process, document)."""
    place = drafted(world, secret(world))
    path = f"/processes/{place[0]}/documents/{place[1]}/signing-credentials"
    world.done(Ask(world.ana, "POST", path, MARINA))
    world.done(opening(world.marina, place[0]))
    return place


@writes("credentials.grant_signing.grant_signing_credential", "SIG-07", entries=2)
def grant_signing_credential(world: World) -> Ask:
    process, document = drafted(world, secret(world))
    path = f"/processes/{process}/documents/{document}/signing-credentials"
    return Ask(world.ana, "POST", path, MARINA, process)


@writes("credentials.revoke_signing.revoke_signing_credential", "SIG-07", entries=1)
def revoke_signing_credential(world: World) -> Ask:
    process, document = asked_to_sign(world)
    path = f"/processes/{process}/documents/{document}/signing-credentials/revocations"
    return Ask(world.ana, "POST", path, MARINA, process)


@writes("documents.edit_metadata.edit_metadata", "PRO-08", "SIG-02", entries=2)
def contaminate_by_a_document(world: World) -> Ask:
    """One document made confidential makes the process so, and who did it its only holder."""
    process, document = drafted(world, started(world, type="acao-judicial", subjects=["01.04.02"]))
    body = {"access_level": "confidential", "legal_basis": "segredo-de-justica"}
    return Ask(world.ana, "PATCH", f"/processes/{process}/documents/{document}", body, process)


@writes("documents.sign.sign_document", "SIG-07", "DOC-10", entries=3)
def sign_by_credential(world: World) -> Ask:
    """Opening is receiving; then the signature, and the credential that it used."""
    return signing(world, asked_to_sign(world), world.marina)
