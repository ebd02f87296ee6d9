"""What can be done to many processes at once: each row is the act on one, with its own policy, entry and reply
(demands 4; "every act on one is possible on many, from any list").
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from chalicelib.application.blocks.include_process import include_process
from chalicelib.application.checklists.extend import ExtendForm, extend_checklist
from chalicelib.application.desk.attach_label import attach_label
from chalicelib.application.desk.conclude_deadline import conclude_deadline
from chalicelib.application.desk.detach_label import detach_label
from chalicelib.application.desk.remove_deadline import remove_deadline
from chalicelib.application.desk.set_checkpoint import set_checkpoint
from chalicelib.application.desk.set_deadline import set_deadline
from chalicelib.application.desk.write_note import NoteForm, write_note
from chalicelib.application.favourites.keep import FavouriteForm, keep_favourite
from chalicelib.application.flows.cancel import cancel_flow
from chalicelib.application.flows.complete import complete_step
from chalicelib.application.flows.pause import pause_flow
from chalicelib.application.flows.resume import resume_flow
from chalicelib.application.follow_ups.follow import follow_process
from chalicelib.application.follow_ups.see_news import see_news
from chalicelib.application.follow_ups.unfollow import unfollow_process
from chalicelib.application.jobs.kinds import Kind
from chalicelib.application.ports import Ports
from chalicelib.application.processes.acknowledge import acknowledge_process
from chalicelib.application.processes.annex import annex_process
from chalicelib.application.processes.delete import delete_process
from chalicelib.application.processes.edit import edit_process
from chalicelib.application.processes.lock import lock_process
from chalicelib.application.processes.record_progress import record_progress
from chalicelib.application.processes.relate import relate_processes
from chalicelib.application.processes.remark import write_remark
from chalicelib.application.processes.resume import resume_process
from chalicelib.application.processes.suspend import suspend_process
from chalicelib.application.processes.unannex import unannex_process
from chalicelib.application.processes.unlock import unlock_process
from chalicelib.application.processes.unrelate import unrelate_processes
from chalicelib.application.routing.assign import Assignment, assign_process
from chalicelib.application.routing.conclude import conclude_process
from chalicelib.application.routing.extend_return import extend_return_due
from chalicelib.application.routing.mark_unread import mark_process_unread
from chalicelib.application.routing.receive import receive_process
from chalicelib.application.routing.reopen import reopen_process
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.application.routing.undo_conclusion import undo_conclusion
from chalicelib.application.routing.undo_sending import undo_sending
from chalicelib.application.routing.withdraw_return import withdraw_return_request
from chalicelib.application.transaction import Operation
from chalicelib.domain.deadline import DueRule, InDays, OnDate
from chalicelib.domain.errors import NotFound
from chalicelib.domain.flow_acts import Completion
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Job, Outcome
from chalicelib.domain.value import dataclass

Form = Mapping[str, Any]
#: (ports, actor, operation, process, form): the use case of one process.
ActOnOne = Callable[[Ports, Actor, Operation, str, Form], Any]


@dataclass(frozen=True, slots=True)
class BulkAct:
    """``title`` is what the job is called; ``on_one`` does it to one process.

    ``shared``: each changes one thing that all have in common, which one hand at a time does faster than many.
    """

    title: str
    on_one: ActOnOne
    shared: bool = False


def _send(ports: Ports, actor: Actor, operation: Operation, process: str, form: Form) -> Any:
    sending = SendForm(
        units=tuple(form["units"]),
        keep_open=form["keep_open"],
        return_due=due_rule(form["return_due"]) if form["return_due"] else None,
        reopen_on=_day(form["reopen_on"]),
        notify_by_email=form["notify_by_email"],
        reopen_in=_days(form.get("reopen_in")),
    )
    return send_process(ports, actor, operation, process, sending)


def _follow_ups(process: str, form: Form) -> Sequence[str]:
    """Those chosen of the process. Raises NotFound."""
    chosen: Sequence[str] = form["follow_ups"].get(process, ())
    if not chosen:
        raise NotFound()
    return chosen


def due_rule(form: Form) -> DueRule:
    """A date, or so many days, as the forms say it."""
    day = _day(form["date"])
    return OnDate(day) if day else InDays(form["days"], form["business"])


def _days(form: Form | None) -> InDays | None:
    return InDays(form["days"], form["business"]) if form else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


#: Acts of a unit on what it holds (TRA-01 to TRA-16).
_ROUTING: Mapping[str, BulkAct] = {
    "receive": BulkAct("Receber processos", lambda p, a, o, process, f: receive_process(p, a, o, process)),
    "mark_unread": BulkAct(
        "Marcar processos como não visualizados",
        lambda p, a, o, process, f: mark_process_unread(p, a, o, process),
    ),
    "assign": BulkAct(
        "Atribuir processos",
        lambda p, a, o, process, f: assign_process(p, a, o, process, Assignment(f["user"])),
    ),
    "send": BulkAct("Enviar processos", _send),
    "conclude": BulkAct(
        "Concluir processos",
        lambda p, a, o, process, f: conclude_process(
            p, a, o, process, _day(f["reopen_on"]), _days(f.get("reopen_in"))
        ),
    ),
    "undo_conclusion": BulkAct(
        "Desfazer a conclusão de processos", lambda p, a, o, process, f: undo_conclusion(p, a, o, process)
    ),
    "reopen": BulkAct("Reabrir processos", lambda p, a, o, process, f: reopen_process(p, a, o, process)),
    "undo_sending": BulkAct(
        "Desfazer o envio de processos", lambda p, a, o, process, f: undo_sending(p, a, o, process, None)
    ),
    "extend_return": BulkAct(
        "Prorrogar o retorno de processos",
        lambda p, a, o, process, f: extend_return_due(p, a, o, process, None, due_rule(f["return_due"])),
    ),
    "withdraw_return": BulkAct(
        "Cancelar o retorno de processos",
        lambda p, a, o, process, f: withdraw_return_request(p, a, o, process, None),
    ),
}

#: What the unit keeps for itself (TRA-08 to TRA-12, PRO-11, PRO-22, BLO-06).
_DESK: Mapping[str, BulkAct] = {
    "note": BulkAct(
        "Anotar processos",
        lambda p, a, o, process, f: write_note(p, a, o, process, NoteForm(f["text"], f["priority"])),
    ),
    "label": BulkAct(
        "Incluir marcador em processos",
        lambda p, a, o, process, f: attach_label(p, a, o, process, f["label"], f["text"]),
    ),
    "unlabel": BulkAct(
        "Retirar marcador de processos",
        lambda p, a, o, process, f: detach_label(p, a, o, process, f["label"]),
    ),
    "deadline": BulkAct(
        "Definir o prazo de processos",
        lambda p, a, o, process, f: set_deadline(p, a, o, process, due_rule(f)),
    ),
    "conclude_deadline": BulkAct(
        "Concluir o prazo de processos", lambda p, a, o, process, f: conclude_deadline(p, a, o, process)
    ),
    "remove_deadline": BulkAct(
        "Retirar o prazo de processos", lambda p, a, o, process, f: remove_deadline(p, a, o, process)
    ),
    "checkpoint": BulkAct(
        "Mudar o ponto de controle de processos",
        lambda p, a, o, process, f: set_checkpoint(p, a, o, process, f["checkpoint"]),
    ),
    "checklist": BulkAct(
        "Incluir itens na lista de verificação de processos",
        lambda p, a, o, process, f: extend_checklist(
            p, a, o, process, ExtendForm(f["template"], tuple(f["items"]))
        ),
    ),
    "remark": BulkAct(
        "Escrever a observação da unidade em processos",
        lambda p, a, o, process, f: write_remark(p, a, o, process, f["text"]),
    ),
    "follow": BulkAct(
        "Acompanhar processos",
        lambda p, a, o, process, f: follow_process(p, a, o, process, f["group"], f["observation"]),
    ),
    "see_news": BulkAct(
        "Marcar processos como vistos",
        lambda p, a, o, process, f: see_news(p, a, o, process, *_follow_ups(process, f)),
    ),
    "unfollow": BulkAct(
        "Deixar de acompanhar processos",
        lambda p, a, o, process, f: unfollow_process(p, a, o, process, *_follow_ups(process, f)),
    ),
    "favourite": BulkAct(
        "Incluir processos nos favoritos",
        lambda p, a, o, process, f: keep_favourite(p, a, o, FavouriteForm(process, None, f["group"])),
    ),
    "block": BulkAct(
        "Incluir processos em bloco",
        lambda p, a, o, process, f: include_process(p, a, o, f["block"], process),
        shared=True,
    ),
}

#: Acts on the process itself (PRO-07, PRO-13, PRO-15, PRO-16, PRO-17, PRO-24, PRO-27).
_PROCESS: Mapping[str, BulkAct] = {
    "progress": BulkAct(
        "Atualizar o andamento de processos",
        lambda p, a, o, process, f: record_progress(p, a, o, process, f["text"]),
    ),
    "acknowledge": BulkAct(
        "Dar ciência em processos", lambda p, a, o, process, f: acknowledge_process(p, a, o, process)
    ),
    "access": BulkAct(
        "Mudar o nível de acesso de processos",
        lambda p, a, o, process, f: edit_process(p, a, o, process, None, f),
    ),
    "suspend": BulkAct(
        "Sobrestar processos",
        lambda p, a, o, process, f: suspend_process(p, a, o, process, f["reason"], f["linked"]),
    ),
    "resume": BulkAct(
        "Remover o sobrestamento de processos",
        lambda p, a, o, process, f: resume_process(p, a, o, process),
    ),
    "relate": BulkAct(
        "Relacionar processos",
        lambda p, a, o, process, f: relate_processes(p, a, o, process, f["process"]),
        shared=True,
    ),
    "unrelate": BulkAct(
        "Desfazer o relacionamento de processos",
        lambda p, a, o, process, f: unrelate_processes(p, a, o, process, f["process"]),
        shared=True,
    ),
    "annex": BulkAct(
        "Anexar processos",
        lambda p, a, o, process, f: annex_process(p, a, o, f["process"], process),
        shared=True,
    ),
    "unannex": BulkAct(
        "Desanexar processos",
        lambda p, a, o, process, f: unannex_process(p, a, o, f["process"], process, f["reason"]),
        shared=True,
    ),
    "delete": BulkAct("Excluir processos", lambda p, a, o, process, f: delete_process(p, a, o, process)),
    "lock": BulkAct(
        "Bloquear processos", lambda p, a, o, process, f: lock_process(p, a, o, process, f["reason"])
    ),
    "unlock": BulkAct("Desbloquear processos", lambda p, a, o, process, f: unlock_process(p, a, o, process)),
}

#: Acts on the flow that each follows (issue 4 §7). Where a step decides, somebody reads the process first.
_FLOW: Mapping[str, BulkAct] = {
    "complete_step": BulkAct(
        "Concluir a etapa do fluxo de processos",
        lambda p, a, o, process, f: complete_step(p, a, o, process, None, Completion(note=f["note"])),
    ),
    "pause_flow": BulkAct(
        "Pausar o fluxo de processos", lambda p, a, o, process, f: pause_flow(p, a, o, process, f["reason"])
    ),
    "resume_flow": BulkAct(
        "Retomar o fluxo de processos", lambda p, a, o, process, f: resume_flow(p, a, o, process)
    ),
    "cancel_flow": BulkAct(
        "Cancelar o fluxo de processos",
        lambda p, a, o, process, f: cancel_flow(p, a, o, process, f["reason"]),
    ),
}

#: By the name an order carries. An act over two processes takes the chosen one as the first: "annex" puts each of
#: those chosen into ``form["process"]``, "unannex" takes each out of it.
ACTS: Mapping[str, BulkAct] = {**_ROUTING, **_DESK, **_PROCESS, **_FLOW}


def bulk_kind() -> Kind:
    """The kind of job that does an act to each process; what the act refuses is the item's result."""
    return Kind(_on_item)


def _on_item(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
) -> Outcome:
    form = json.loads(job.options["form"])
    ACTS[job.options["act"]].on_one(ports, actor, operation, reference["process"], form)
    return Outcome()
