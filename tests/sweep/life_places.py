"""The places of what happens to processes and documents after they were begun."""

from dataclasses import dataclass, replace
from typing import Any

from tests.world import govbr
from tests.world.builders import accepted, drafted, paper_number, signed
from tests.world.certifying import beginning, ending
from tests.world.scenarios.authoring import standard_text
from tests.world.scenarios.circulars import contact
from tests.world.scenarios.correspondence import mailbox
from tests.world.scenarios.correspondence import mailing as emailing
from tests.world.scenarios.passages import WORDS, commented, resolving, to_comment
from tests.world.world import Ask

from .archetypes import HOLDER
from .places import BLOCK, DOCUMENT, Builder, InBlock, Make, Place, doing, draft, holding_file, usual


def of_paper(at: Builder) -> Place:
    """With a number informed by hand, to be changed (PRO-06)."""
    known = {"number": paper_number(), "filed_on": "2019-03-07"}
    process, _ = replace(at, more=known).under_way()
    return Place({"process": process}, {"number": paper_number(), "filed_on": "2019-03-08"})


def thrown_away(at: Builder) -> Place:
    place = draft(at)
    # The trash is each person's own: it is one of the archetypes who threw it away.
    owner = at.world.person("sweep.basic.in.the.unit", HOLDER)
    at.world.done(Ask(owner, "DELETE", DOCUMENT.format(**place.parameters)))
    return place


def acknowledgeable(at: Builder) -> Place:
    process, _ = at.under_way()
    return Place({"process": process, "document": signed(at.world, process, at.holder)[1]}, {})


def moving(at: Builder) -> Place:
    place = holding_file(at)
    return Place(place.parameters, {"process": at.fresh(), "reason": "Processo errado"})


def locked(at: Builder) -> Place:
    place = draft(at)
    at.world.done(Ask(at.holder, "PUT", DOCUMENT.format(**place.parameters) + "/lock", {}))
    return place


def with_comment(at: Builder, body: Any = None) -> Place:
    process, _ = at.under_way()
    made = at.post(at.holder, process, "comments", {"text": "Conferir"})
    return Place({"process": process, "comment": made["id"]}, body)


@dataclass(frozen=True, slots=True)
class OnPassage:
    """A comment on a passage of the holder's draft, for whoever sees the draft; then what is sent."""

    body: Any = None
    resolved: bool = False
    author: str = ""

    def __call__(self, at: Builder) -> Place:
        process, _ = at.under_way()
        place = to_comment(at.world, at.holder, process)
        made = commented(at.world, place, at.world.person(self.author, HOLDER) if self.author else at.holder)
        if self.resolved:
            at.world.done(resolving(at.world, made, at.holder))
        return Place({"process": made[0], "document": made[1], "passage": made[2]}, self.body)


PASSAGE = {"near": 0, "words": WORDS, "text": "Conferir", "visibility": "draft"}


def reordered(at: Builder) -> Place:
    process, _ = at.under_way()
    first, last = (drafted(at.world, process, at.holder)[1] for _ in range(2))
    return Place({"process": process}, {"moves": [{"document": last, "before": first}]})


def duplicable(at: Builder) -> Place:
    process, _ = at.under_way()
    signed(at.world, process, at.holder)
    return Place({"process": process}, {})


def certified(at: Builder) -> Place:
    place = draft(at)
    pair = place.parameters["process"], place.parameters["document"]
    return Place(place.parameters, beginning(at.world, pair, at.holder).body)


def half_certified(at: Builder) -> Place:
    place = draft(at)
    pair = place.parameters["process"], place.parameters["document"]
    # What was begun is each person's own: one of the archetypes began it.
    ask = ending(at.world, pair, at.world.person("sweep.basic.in.the.unit", HOLDER))
    return Place({**place.parameters, "preparation": ask.path.rpartition("/")[2]}, ask.body)


def for_govbr(at: Builder) -> Place:
    govbr.agree(at.world)
    place = draft(at)
    pair = place.parameters["process"], place.parameters["document"]
    return Place(place.parameters, govbr.preparing(at.world, pair, at.holder).body)


def back_from_govbr(at: Builder) -> Place:
    govbr.agree(at.world)
    place = draft(at)
    pair = place.parameters["process"], place.parameters["document"]
    ask = govbr.ending(at.world, pair, at.world.person("sweep.basic.in.the.unit", HOLDER))
    return Place({**place.parameters, "preparation": ask.path.rpartition("/")[2]}, ask.body)


def mailing(at: Builder) -> Place:
    process, _ = at.under_way()
    return Place({"process": process}, emailing(at.world, process, at.holder).body)


def mailed(at: Builder) -> Place:
    place = mailing(at)
    made = at.post(at.holder, place.parameters["process"], "emails", place.body)
    return Place({**place.parameters, "document": made["id"]})


def mailed_with_file(at: Builder) -> Place:
    process, _ = at.under_way()
    body = emailing(at.world, process, at.holder, files=[accepted(at.world, process, at.holder)[1]]).body
    made = at.post(at.holder, process, "emails", body)
    return Place({"process": process, "document": made["id"], "place": "0"})


def with_text(at: Builder) -> Place:
    process, _ = at.under_way()
    return Place({"process": process, "text": standard_text(at.world, at.holder)})


def circular(at: Builder) -> Place:
    """A block of its own for each: what is asked of it must not depend on who asked before."""
    place = draft(at)
    form = {"kind": "signing", "description": "Ofícios", "units": ["pgm-adm"]}
    block = at.world.done(Ask(at.holder, "POST", "/blocks", form))["id"]
    return Place(place.parameters, {"addressees": [contact(at.world)], "block": block})


def block_to_mail(at: Builder) -> Place:
    words = {"sender": mailbox(at.world, at.holder), "subject": "Convite", "text": "Segue o convite."}
    return InBlock(False, words)(at)


LIFE: dict[tuple[str, str], Make] = {
    ("PUT", "/processes/{process}/number"): of_paper,
    ("POST", DOCUMENT + "/circulars"): circular,
    ("POST", BLOCK + "/emails"): block_to_mail,
    ("POST", "/processes/{process}/emails"): mailing,
    ("GET", "/processes/{process}/emails/{document}"): mailed,
    ("GET", "/processes/{process}/emails/{document}/attachments/{place}"): mailed_with_file,
    ("GET", "/processes/{process}/email-form"): usual,
    ("GET", "/processes/{process}/email-texts/{text}"): with_text,
    ("POST", "/processes/{process}/duplicates"): duplicable,
    ("PUT", "/processes/{process}/document-order"): reordered,
    ("GET", "/processes/{process}/drafts"): usual,
    ("POST", DOCUMENT + "/move"): moving,
    ("POST", DOCUMENT + "/certificate-signatures"): certified,
    ("POST", DOCUMENT + "/certificate-signatures/{preparation}"): half_certified,
    ("POST", DOCUMENT + "/govbr-signatures"): for_govbr,
    ("POST", DOCUMENT + "/govbr-signatures/{preparation}"): back_from_govbr,
    ("POST", DOCUMENT + "/acknowledgements"): acknowledgeable,
    ("PUT", DOCUMENT + "/lock"): lambda at: draft(at, {}),
    ("DELETE", DOCUMENT + "/lock"): locked,
    ("GET", "/processes/{process}/trash/{document}"): thrown_away,
    ("POST", "/processes/{process}/trash/{document}/restoration"): thrown_away,
    ("GET", "/processes/{process}/comments"): with_comment,
    ("POST", "/processes/{process}/comments"): doing({"text": "Conferir"}),
    ("PATCH", "/processes/{process}/comments/{comment}"): lambda at: with_comment(at, {"text": "Conferido"}),
    ("DELETE", "/processes/{process}/comments/{comment}"): with_comment,
    ("GET", DOCUMENT + "/passages"): OnPassage(),
    ("POST", DOCUMENT + "/passages"): OnPassage(PASSAGE),
    ("POST", DOCUMENT + "/passages/{passage}/answers"): OnPassage({"text": "Conferido"}),
    ("PUT", DOCUMENT + "/passages/{passage}/resolution"): OnPassage(),
    ("DELETE", DOCUMENT + "/passages/{passage}/resolution"): OnPassage(resolved=True),
    # Each takes back their own words only: it is one of the archetypes who said them.
    ("POST", DOCUMENT + "/passages/{passage}/removals"): OnPassage({"number": 0}, author="sweep.basic.in.the.unit"),
}
