"""A tenant where random people do random things, each process and each text with a word that nothing else has."""

import random
from dataclasses import dataclass, field
from typing import Any

from chalicelib.adapters.dynamodb import projections
from chalicelib.adapters.dynamodb.consumers import DynamoTruth
from chalicelib.adapters.dynamodb.word_index import DynamoWordIndex
from chalicelib.application.authorisation import document_resource, process_resource, subject
from chalicelib.application.conducting.count_statistics import count_statistics
from chalicelib.application.conducting.index_words import index_words
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.domain.access import Subject
from chalicelib.domain.document import Document
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Person as Name
from chalicelib.domain.policy import Action, decide, known_to
from chalicelib.domain.process import Process
from tests.world.builders import RESTRICTED, drafting, filed, process_form, saving, signing
from tests.world.confidential import SECRET, granting, opening
from tests.world.world import Ask, Person, World

#: Two of a unit, of units of one agency and of two, protocol and not.
STAFF = (
    ("ana.lima", "semad-prot", "protocol"),
    ("carlos.moura", "semad-prot", "protocol"),
    ("marina.costa", "semad-rh", "basic"),
    ("diego.alves", "semad-rh", "basic"),
    ("helena.prado", "gab", "basic"),
    ("vera.nascimento", "ipmu-prot", "protocol"),
    ("eduardo.sales", "ipmu-ben", "basic"),
)
LEVELS: dict[str, dict[str, Any]] = {"public": {}, "restricted": RESTRICTED, "confidential": SECRET}
LETTERS = "bcdfghjklmnpqrstvwxz"
ACTS = ("write", "write", "sign", "send", "send", "grant", "grant", "revoke", "open", "conclude", "reopen", "file")
KEEPING = ("follow", "favourite", "comment", "note", "progress", "meeting", "raise", "lower")


@dataclass
class Town:
    """``dice`` decides; ``mark`` begins every word, which tells the tenants apart."""

    world: World
    mark: str
    dice: random.Random
    words: dict[str, str] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    opened: set[tuple[Person, str]] = field(default_factory=set)

    @property
    def people(self) -> list[Person]:
        return [self.world.person(login, unit) for login, unit, _ in STAFF]

    def word(self) -> str:
        """One that nobody wrote before."""
        return self.mark + "".join(self.dice.choices(LETTERS, k=12))

    # What happens

    def start(self, level: str) -> None:
        """A process of somebody, at a level, about its word."""
        who, word = self.dice.choice(self.people), self.word()
        about = {"type": "acao-judicial", "subjects": ["01.04.02"]} | LEVELS[level]
        form = process_form(**about | {"specification": word})
        process = str(self.world.done(Ask(who, "POST", "/processes", form))["id"])
        self.words[process] = word
        self._open(who, process)
        self._write(who, process)

    def keep(self) -> None:
        """Somebody of each unit follows and marks whatever they may, before it becomes what others may not see."""
        for who in {each.unit: each for each in self.people}.values():
            for process in self.words:
                self._follow(who, process)
                self._favourite(who, process)

    def step(self) -> None:
        """Somebody tries something; most of it is refused, which is as good."""
        act, process = self.dice.choice(ACTS + KEEPING), self.dice.choice(list(self.words))
        getattr(self, f"_{act}")(self.dice.choice(self._near(process)), process)

    def _near(self, process: str) -> list[Person]:
        """Twice as often who may do something to it."""
        holds = [who for who in self.people if self.knows(who, self.process(process))]
        return [*self.people, *holds * 3]

    def _try(self, ask: Ask) -> Any:
        reply = self.world.send(ask)
        assert reply.status < 300 or reply.status in (400, 403, 404, 409, 412), f"{ask.path}: {reply.text}"
        return reply.json if reply.status < 300 and reply.text else None

    def _post(self, who: Person, process: str, what: str, body: Any) -> Any:
        return self._try(Ask(who, "POST", f"/processes/{process}/{what}", body))

    def _write(self, who: Person, process: str) -> None:
        word = self.word()
        made = self._try(drafting(who, process, type="despacho", description=""))
        if made:
            self.world.done(saving(self.world, (process, made["id"]), word, who))
            self.texts[process, made["id"]] = word

    def _sign(self, who: Person, process: str) -> None:
        for place in [place for place in self.texts if place[0] == process]:
            if self.may(who, Action.DOCUMENT_EDIT, self.document(place)):
                self._try(signing(self.world, place, who))

    def _file(self, who: Person, process: str) -> None:
        if self.may(who, Action.DOCUMENT_UPLOAD, self.process(process)):
            filed(self.world, process, who)

    def _send(self, who: Person, process: str) -> None:
        units = [self.dice.choice(STAFF)[1]]
        form = {"units": units, "keep_open": self.dice.random() < 0.5, "notify_by_email": True}
        self._post(who, process, "routings", form) or self._post(who, process, "routings", {"units": units})

    def _conclude(self, who: Person, process: str) -> None:
        self._post(who, process, "conclusion", {})

    def _reopen(self, who: Person, process: str) -> None:
        self._post(who, process, "reopening", {})

    def _grant(self, who: Person, process: str) -> None:
        self._try(granting(who, process, self.dice.choice(self.people)))

    def _revoke(self, who: Person, process: str) -> None:
        whom = self.dice.choice(self.people)
        self._post(who, process, "credentials/revocations", {"user": whom.login, "unit": whom.unit})

    def _open(self, who: Person, process: str) -> None:
        if self._try(opening(who, process)):
            self.opened.add((who, process))

    def _follow(self, who: Person, process: str) -> None:
        self._post(who, process, "follow-ups", {"group": "", "observation": ""})

    def _favourite(self, who: Person, process: str) -> None:
        self._try(Ask(who, "PUT", "/favourites", {"process": process}))

    def _comment(self, who: Person, process: str) -> None:
        self._post(who, process, "comments", {"text": self.words[process]})

    def _note(self, who: Person, process: str) -> None:
        self._try(Ask(who, "PUT", f"/processes/{process}/note", {"text": self.words[process]}))

    def _progress(self, who: Person, process: str) -> None:
        self._post(who, process, "progress", {"text": self.words[process]})

    def _meeting(self, who: Person, process: str) -> None:
        form = {"kind": "meeting", "description": "Pauta", "units": [self.dice.choice(STAFF)[1]]}
        block = self._try(Ask(who, "POST", "/blocks", form))
        if block and self._try(Ask(who, "POST", f"/blocks/{block['id']}/items", {"process": process})):
            self._try(Ask(who, "POST", f"/blocks/{block['id']}/sharing", {}))

    def _raise(self, who: Person, process: str) -> None:
        self._level(who, process, self.dice.choice(("restricted", "confidential")))

    def _lower(self, who: Person, process: str) -> None:
        self._level(who, process, "public")

    def _level(self, who: Person, process: str, level: str) -> None:
        page = self.world.call(who, "GET", f"/processes/{process}")
        if page.status == 200:
            form = {"access_level": level, "legal_basis": LEVELS[level].get("legal_basis")}
            seen = {"If_Match": f'"{page.json["process"]["version"]}"'}
            self._try(Ask(who, "PATCH", f"/processes/{process}", form, process, seen))

    # What there is, and what the policy says of it

    def process(self, process: str) -> Process:
        (found,) = self.world.installed.place.ports(self.world.tenant).reader.get(ProcessKey(process))
        return found

    def document(self, place: tuple[str, str]) -> Document:
        (found,) = self.world.installed.place.ports(self.world.tenant).reader.get(DocumentKey(*place))
        return found

    def subject(self, who: Person) -> Subject:
        place = self.world.installed.place.ports(self.world.tenant).catalogues.units()[who.unit]
        profiles = frozenset(profile for login, unit, profile in STAFF if (login, unit) == (who.login, who.unit))
        opened = frozenset(process for person, process in self.opened if person == who)
        name = Name(who.login, who.login)
        return subject(
            Actor(self.world.tenant, name, place.short, place.agency, profiles, place.protocol, opened=opened)
        )

    def may(self, who: Person, action: Action, thing: Process | Document) -> bool:
        return decide(self.subject(who), action, self._resource(thing)).allowed

    def knows(self, who: Person, thing: Process | Document) -> bool:
        """Whether the policy lets them be told that it exists."""
        action = Action.PROCESS_SEE if isinstance(thing, Process) else Action.DOCUMENT_SEE_NODE
        return known_to(self.subject(who), action, self._resource(thing))

    def _resource(self, thing: Process | Document) -> Any:
        if isinstance(thing, Process):
            return process_resource(thing)
        return document_resource(self.process(thing.process), thing)

    def consume(self) -> None:
        """What the consumers of the history do with it: words to look for, and counters."""
        connection, tenant = self.world.installed.place.connection, self.world.tenant
        truth = DynamoTruth(connection, tenant)
        kept = DynamoWordIndex(connection, tenant, projections.table())
        counters = projections.Projections(connection, tenant)
        for process in self.words:
            index_words(truth, kept, process)
            count_statistics(truth, counters, process)
