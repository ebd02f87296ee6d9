"""What the invented people of a training environment do from its first day on, by the use cases of everybody."""

import copy
import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.application.desk.write_note import NoteForm, write_note
from chalicelib.application.documents.create import DraftForm, create_draft
from chalicelib.application.documents.metadata import MetadataForm
from chalicelib.application.documents.save import SaveForm, save_draft
from chalicelib.application.documents.sign import sign_document
from chalicelib.application.documents.signing_by_password import SignForm
from chalicelib.application.ports import Ports
from chalicelib.application.processes.record_progress import record_progress
from chalicelib.application.processes.registration import RegistrationForm
from chalicelib.application.processes.start import StartForm, start_process
from chalicelib.application.references import DocumentKey
from chalicelib.application.routing.assign import Assignment, assign_process
from chalicelib.application.routing.conclude import conclude_process
from chalicelib.application.routing.receive import receive_process
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.application.transaction import Operation
from chalicelib.domain.city_profile import own_acts
from chalicelib.domain.deadline import InDays
from chalicelib.domain.document import Document
from chalicelib.domain.errors import Forbidden
from chalicelib.domain.identity import Actor
from chalicelib.domain.training_kit import TrainingAct, TrainingKit, TrainingVerb


def play(ports: Ports, kit: TrainingKit) -> None:
    """Do all of it, in order; what was done before is not done again."""
    stage = Stage(ports, kit.password)
    for number, act in enumerate(kit.acts):
        stage.act(number, act)


class Stage:
    """What was made so far, by the names that the kit gives it."""

    def __init__(self, ports: Ports, password: str) -> None:
        self._ports, self._password = ports, password
        self._processes: dict[str, str] = {}
        self._documents: dict[str, str] = {}

    def act(self, number: int, act: TrainingAct) -> None:
        """Raises whatever the use case refuses: a kit is tried where it is written."""
        self.acts[act.verb](self, self._actor(act), f"treino-{number:04d}", act)

    def _actor(self, act: TrainingAct) -> Actor:
        ports = self._ports
        user, _ = ports.identity.user(ports.tenant, act.by)
        units = ports.catalogues.units()
        today = ports.now().astimezone(ports.zone).date()
        profiles = user.profiles_in(act.unit, today, units) if user else frozenset()
        if user is None or not profiles:
            raise Forbidden("unit_not_granted", f"{act.by} não trabalha em {act.unit}.")
        unit = units[act.unit]
        acts = own_acts(ports.catalogues.plain, profiles)
        return Actor(ports.tenant, user.person, unit.short, unit.agency, profiles, unit.protocol, acts=acts)

    def _start(self, actor: Actor, key: str, act: TrainingAct) -> None:
        told = act.values
        registration = RegistrationForm(
            type=told["type"],
            specification=told["specification"],
            subjects=tuple(self._ports.catalogues.process_types()[told["type"]].suggested_subjects[:1]),
            interested_parties=tuple(told.get("interested_parties", ())),
            access_level=told.get("access_level", "public"),
            legal_basis=told.get("legal_basis"),
        )
        made = start_process(self._ports, actor, _operation(actor, key), StartForm(registration))
        self._processes[act.process] = str(made["id"])

    def _write(self, actor: Actor, key: str, act: TrainingAct) -> None:
        ports, process = self._ports, self._processes[act.process]
        form = DraftForm(act.values["type"], MetadataForm(access_level=act.values.get("access_level", "public")))
        made = create_draft(ports, actor, _operation(actor, f"{key}-new"), process, form)
        identifier = self._documents[act.document] = str(made["id"])
        if act.values.get("text"):
            (draft,) = ports.reader.get(DocumentKey(process, identifier))
            tree = _with_body(self._text(draft), act.values["text"])
            # Done again, the operation answers before the revision counts.
            saving = SaveForm(tree, 1, explicit=True)
            save_draft(ports, actor, _operation(actor, f"{key}-text"), process, identifier, saving)

    def _sign(self, actor: Actor, key: str, act: TrainingAct) -> None:
        process, document = self._processes[act.process], self._documents[act.document]
        (draft,) = self._ports.reader.get(DocumentKey(process, document))
        form = SignForm(self._password, act.values["role_title"], draft.text.digest)
        sign_document(self._ports, actor, _operation(actor, key), process, document, form)

    def _send(self, actor: Actor, key: str, act: TrainingAct) -> None:
        days = act.values.get("return_in")
        due = InDays(int(days)) if days else None
        form = SendForm(tuple(act.values["units"]), bool(act.values.get("keep_open")), due)
        send_process(self._ports, actor, _operation(actor, key), self._processes[act.process], form)

    def _receive(self, actor: Actor, key: str, act: TrainingAct) -> None:
        receive_process(self._ports, actor, _operation(actor, key), self._processes[act.process])

    def _assign(self, actor: Actor, key: str, act: TrainingAct) -> None:
        to = Assignment(act.values["user"])
        assign_process(self._ports, actor, _operation(actor, key), self._processes[act.process], to)

    def _record(self, actor: Actor, key: str, act: TrainingAct) -> None:
        process, text = self._processes[act.process], act.values["text"]
        record_progress(self._ports, actor, _operation(actor, key), process, text)

    def _note(self, actor: Actor, key: str, act: TrainingAct) -> None:
        form = NoteForm(act.values["text"])
        write_note(self._ports, actor, _operation(actor, key), self._processes[act.process], form)

    def _conclude(self, actor: Actor, key: str, act: TrainingAct) -> None:
        conclude_process(self._ports, actor, _operation(actor, key), self._processes[act.process], None)

    def _text(self, draft: Document) -> Mapping[str, Any]:
        assert draft.text is not None
        found: Mapping[str, Any] = json.loads(self._ports.contents.get(draft.text.key))
        return found

    acts: Mapping[TrainingVerb, Callable[["Stage", Actor, str, TrainingAct], None]] = {
        TrainingVerb.START: _start,
        TrainingVerb.WRITE: _write,
        TrainingVerb.SIGN: _sign,
        TrainingVerb.SEND: _send,
        TrainingVerb.RECEIVE: _receive,
        TrainingVerb.ASSIGN: _assign,
        TrainingVerb.RECORD: _record,
        TrainingVerb.NOTE: _note,
        TrainingVerb.CONCLUDE: _conclude,
    }


def _operation(actor: Actor, key: str) -> Operation:
    return Operation(actor.user.id, key, hashlib.sha256(key.encode()).hexdigest())


def _with_body(tree: Mapping[str, Any], paragraphs: list[str]) -> dict[str, Any]:
    """The text with these paragraphs for a body."""
    after = copy.deepcopy(dict(tree))
    for section in after["content"]:
        if section["attrs"]["role"] == "body":
            section["content"] = [
                {"type": "paragraph", "attrs": {"style": "body"}, "content": [{"type": "text", "text": words}]}
                for words in paragraphs
            ]
    return after
