"""Electronic mail of a process over HTTP, until it is carried (DOC-22)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from chalicelib.adapters.dynamodb.outbox import DynamoLinkBox, DynamoOutbox
from chalicelib.application.mailing.carry import carry_mails
from chalicelib.application.mailing.ports import CarrierRefused, Mailing
from chalicelib.domain.mail import Mail
from tests.world.builders import RESTRICTED, accepted, declaring, document, drafted, filed, signed, started
from tests.world.scenarios.correspondence import mailbox, mailed, mailing
from tests.world.scenarios.duplicates import duplicating
from tests.world.wire import untapped
from tests.world.world import Ask, World


@dataclass
class Post:
    """A carrier that keeps what it was given."""

    carried: list[tuple[Mail, list[bytes]]] = field(default_factory=list)
    refusal: str = ""

    def carry(self, mail: Mail, files: Sequence[bytes]) -> str:
        if self.refusal:
            raise CarrierRefused(self.refusal)
        self.carried.append((mail, list(files)))
        return "receipt-1"


def carried(world: World, process: str, post: Post) -> int:
    """What the consumer does when it hears of the fact."""
    place = world.installed.place
    with untapped():
        outbox = DynamoOutbox(place.connection, world.tenant)
        links = DynamoLinkBox(world.tenant)
        contents = place.contents(world.tenant)
        # Nothing is asked for at the door here.
        return carry_mails(Mailing(outbox, post, contents, place.now, links, "", lambda _: None), process)


def state(world: World, place: tuple[str, str]) -> dict:
    return world.done(Ask(world.ana, "GET", f"/processes/{place[0]}/emails/{place[1]}"))


def test_email_is_in_the_tree_and_in_the_history_and_leaves_with_its_files(world: World):
    process, file = filed(world)
    place = mailed(world, process, documents=[file], copies=["caio@example.com"])
    shown = document(world, place)
    assert (shown["kind"], shown["state"], shown["title"]) == ("mailed", "filed", "E-mail")
    assert "A poda foi autorizada." in shown["html"]
    assert "oculta@example.com" not in shown["html"]
    sentence = f"Envio de correspondência eletrônica {shown['number']} (E-mail)"
    assert world.history(process)[-1].fact.sentence() == sentence
    assert state(world, place)["state"] == "waiting"

    post = Post()
    assert carried(world, process, post) == 1
    ((mail, files),) = post.carried
    assert (mail.to, mail.copies, mail.blind) == (
        ("eva@example.com",),
        ("caio@example.com",),
        ("oculta@example.com",),
    )
    assert files[0].startswith(b"%PDF")
    assert state(world, place)["state"] == "sent"
    assert carried(world, process, post) == 0
    world.check(process)


def test_refused_email_says_why_and_may_be_sent_again_as_another(world: World):
    place = mailed(world)
    carried(world, place[0], Post(refusal="O serviço de e-mail recusou a mensagem."))
    found = state(world, place)
    assert (found["state"], found["reason"]) == ("refused", "O serviço de e-mail recusou a mensagem.")
    again = mailed(world, place[0], to=found["to"], subject=found["subject"], text=found["text"])
    assert again[1] != place[1]
    assert carried(world, place[0], Post()) == 1


def test_hidden_addressees_are_told_to_the_unit_that_sent_it_and_to_no_other(world: World):
    process, email = mailed(world)
    world.done(Ask(world.ana, "POST", f"/processes/{process}/routings", {"units": ["semad-rh"]}, process))
    path = f"/processes/{process}/emails/{email}"
    assert world.done(Ask(world.ana, "GET", path))["blind"] == ["oculta@example.com"]
    assert world.done(Ask(world.marina, "GET", path))["blind"] == []


def test_email_is_not_edited_signed_deleted_moved_nor_copied_and_may_be_cancelled(world: World):
    place = mailed(world)
    acts = document(world, place)["actions"]
    possible = {act for act, decision in acts.items() if decision["allowed"]}
    for act in ("document.edit", "document.sign", "document.delete", "document.move", "document.lock"):
        assert act not in possible
    assert "document.cancel" in possible
    signed(world, place[0])
    made = world.done(duplicating(world.ana, place[0]))
    labels = [item["label"] for item in world.done(Ask(world.ana, "GET", f"/jobs/{made['job']}"))["items"]]
    assert any("E-mail" in label for label in labels), "the job says why it stays out"


def test_drafts_and_strangers_are_not_attached(world: World):
    process, draft = drafted(world)
    reply = world.send(mailing(world, process, documents=[draft]))
    assert (reply.status, reply.json["code"]) == (409, "draft_not_attached")
    _, stranger = filed(world)
    reply = world.send(mailing(world, process, documents=[stranger]))
    assert reply.json["errors"][0]["code"] == "document_unknown"


def test_email_of_a_restricted_process_is_sent_where_it_is_open_and_nowhere_else(world: World):
    helena = world.person("helena.prado", "gab")
    process = started(world, helena, **RESTRICTED)
    assert world.send(mailing(world, process, helena)).status == 201
    assert world.send(mailing(world, process)).status == 409


def test_mailbox_of_another_unit_is_refused(world: World):
    process = started(world)
    reply = world.send(mailing(world, process, sender=mailbox(world, world.marina)))
    assert [(each["field"], each["code"]) for each in reply.json["errors"]] == [("sender", "mailbox_unknown")]


def test_file_from_the_computer_goes_through_quarantine_and_with_the_email(world: World):
    process, upload = accepted(world)
    waiting = str(world.done(declaring(world.ana, process))["id"])
    refused = world.send(mailing(world, process, files=[waiting]))
    assert [(each["field"], each["code"]) for each in refused.json["errors"]] == [("files", "file_not_ready")]
    elsewhere = world.send(mailing(world, started(world), files=[upload]))
    assert elsewhere.json["errors"][0]["code"] == "file_unknown"
    place = mailed(world, process, files=[upload])
    (told,) = state(world, place)["attachments"]
    assert (told["document"], told["upload"]) == (None, upload)
    assert told["name"] in document(world, place)["html"]
    post = Post()
    assert carried(world, process, post) == 1
    ((mail, files),) = post.carried
    assert len(files[0]) == mail.attachments[0].size
    found = world.done(Ask(world.ana, "GET", f"/processes/{process}/emails/{place[1]}/attachments/0"))
    assert found["file_name"] == told["name"]
    for other in ("1", "-1", "x"):
        path = f"/processes/{process}/emails/{place[1]}/attachments/{other}"
        assert world.send(Ask(world.ana, "GET", path)).status == 404
