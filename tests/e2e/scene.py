"""A small office at work: one process of each kind that the screens know."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from tests.e2e.caller import Caller
from tests.e2e.confidential_steps import keep_secrets
from tests.e2e.holdings_steps import leave_behind
from tests.e2e.installation import Installation
from tests.e2e.letters import received_pdf
from tests.world.builders import paper_number

DIGITIZED = {
    "format": "digitized",
    "conformity_check": "copia-autenticada-administrativamente",
    "digitization": {
        "author": "Cartório de Notas de Ubatuba",
        "on": "2026-03-02",
        "place": "Protocolo Geral, PMU",
        "responsible": "Ana Carolina Lima",
        "genre": "textual",
        "for_archiving": True,
    },
}


@dataclass(frozen=True, slots=True)
class Scene:
    """Process ids, by what is seen in them from SEMAD/PROT; documents of ``busy`` and ``returning``."""

    empty: str
    busy: str
    draft: str
    signed: str
    filed: str
    digitized: str
    away: str
    returning: str
    frozen: str
    answer: str
    block: str
    text: str
    job: str
    form: str
    tied: str
    unread: str
    planned: str
    guided: str
    deciding: str
    offered: str
    held: str
    mailed: str
    paper: str
    nup: str
    codes: tuple[str, str]

    @property
    def places(self) -> dict[str, str]:
        """What the paths of ``screens.SCREENS`` name."""
        return {name: getattr(self, name) for name in self.__slots__ if name not in ("codes", "nup")}


def set_scene(installation: Installation) -> Scene:
    clerk, analyst = installation.caller("ana.lima"), installation.caller("thiago.pires")
    started = clerk.start("Poda de árvore na Rua Guarani")
    busy = clerk.start("Reforma do telhado da escola do Perequê-Açu")["id"]
    draft = clerk.write(busy, "despacho")["id"]
    signed = clerk.write(busy, "oficio")
    crc = clerk.sign(busy, signed["id"])["crc"]
    filed = clerk.file(busy, "planta.pdf", received_pdf(["Planta de situação", "Escala 1:100"]))["id"]
    organise(clerk, busy)
    clerk.ask("POST", f"/processes/{busy}/comments", {"text": "Conferir a metragem"})
    throw_away(clerk, busy)
    digitized = clerk.file(busy, "escritura.pdf", received_pdf(["Escritura de 1958"]), **DIGITIZED)["id"]
    away = clerk.start("Certidão de uso do solo")["id"]
    clerk.send(away, "semurb-alv", return_due={"days": 5, "business": True})
    returning = clerk.start("Instalação de placa de sinalização")["id"]
    frozen = clerk.write(returning, "oficio")["id"]
    clerk.sign(returning, frozen)
    clerk.send(returning, "semurb-alv")
    analyst.ask("POST", f"/processes/{returning}/receipts")
    analyst.read(returning, frozen)
    answer = analyst.write(returning, "despacho")["id"]
    analyst.sign(returning, answer)
    analyst.send(returning, "semad-prot")
    block = put_in_block(clerk, busy, draft, signed["id"])
    job = clerk.ask("POST", f"/processes/{busy}/copies", {"format": "zip"})["job"]
    tied = tie(clerk)
    unread = clerk.start("Alvará de funcionamento de quiosque")["id"]
    clerk.send(unread, "semurb-alv", keep_open=True)
    codes = (signed["number"], crc)
    guided, deciding, offered, held = follow_flows(clerk, analyst)
    installation.caller("gustavo.leal").ask("PUT", "/favourites", {"process": tied})
    form = clerk.write(busy, "requerimento-ferias")["id"]
    text = keep_at_hand(clerk, busy, signed["id"])
    keep_beside(clerk, installation.caller("gustavo.leal"))
    ask_back(clerk, analyst)
    return Scene(
        started["id"], busy, draft, signed["id"], filed, digitized, away, returning, frozen, answer, block, text, job,
        form, tied, unread, plan(clerk), guided, deciding, offered, held, write_to_citizen(clerk), on_paper(clerk),
        started["nup"], codes,
    )  # fmt: skip


def on_paper(clerk: Caller) -> str:
    """A process that came with its number (PRO-06)."""
    known = {"number": paper_number(), "filed_on": "2019-03-07"}
    return str(clerk.start("Processo que veio do papel", **known)["id"])


def throw_away(clerk: Caller, process: str) -> None:
    """A draft that lies in the clerk's trash."""
    discarded = clerk.write(process, "despacho")["id"]
    clerk.ask("DELETE", f"/processes/{process}/documents/{discarded}")


def plan(clerk: Caller) -> str:
    """A process with a work plan under way; -> its id."""
    planned = clerk.start("Ampliação de sobrado", type="alvara-construcao")["id"]
    clerk.write(planned, "parecer")
    mark = {"status": "problem", "note": "Choveu no dia."}
    clerk.ask("PUT", f"/processes/{planned}/work-plan/items/2.1", mark)
    return str(planned)


def write_to_citizen(clerk: Caller) -> str:
    """A process with an e-mail in it; -> the end of the e-mail's address."""
    process = clerk.start("Resposta sobre a poda")["id"]
    sender = clerk.ask("GET", f"/processes/{process}/email-form")["mailboxes"][0]
    letter = {"sender": sender, "to": ["eva@example.com"], "subject": "Poda", "text": "A poda foi autorizada."}
    return f"{process}/documento/{clerk.ask('POST', f'/processes/{process}/emails', letter)['id']}"


def follow_flows(clerk: Caller, analyst: Caller) -> tuple[str, str, str, str]:
    """Building permits: one that came back for what is missing, one to be decided, one that follows no flow yet, and
    one whose flow is paused."""
    kind = {"type": "alvara-construcao", "subjects": ["05.01.01"]}
    guided = clerk.start("Casa na Rua Guarani, 100", **kind, flow="alvara-construcao")["id"]
    missing = {"way": 1, "note": "Falta a matrícula do imóvel."}
    analyst.ask("POST", f"/processes/{guided}/flow/steps/1/completion", missing)
    deciding = clerk.start("Pousada no Itaguá", **kind, flow="alvara-construcao")["id"]
    offered = clerk.start("Muro de arrimo na Enseada", **kind)["id"]
    held = clerk.start("Sobrado no Tenório", **kind, flow="alvara-construcao")["id"]
    analyst.ask("POST", f"/processes/{held}/flow/pause", {"reason": "Aguarda a nova lei de uso do solo"})
    return str(guided), str(deciding), str(offered), str(held)


def ask_back(clerk: Caller, analyst: Caller) -> None:
    """Returns of today: one that the protocol unit awaits, one that it must give back."""
    due = {"date": datetime.now(ZoneInfo("America/Sao_Paulo")).date().isoformat()}
    awaited = clerk.start("Ampliação do horário da creche")["id"]
    clerk.send(awaited, "semurb-alv", return_due=due)
    owed = analyst.start("Habite-se da Rua Conceição")["id"]
    analyst.send(owed, "semad-prot", return_due=due, keep_open=True)


def keep_beside(clerk: Caller, administrator: Caller) -> None:
    """What no path of a screen names."""
    keep_group(clerk)
    keep_secrets(clerk)
    leave_behind(clerk, administrator)


def keep_group(clerk: Caller) -> None:
    """A sending group of the protocol unit."""
    name = "Secretarias do Centro"
    kept = clerk.ask("GET", "/sending-groups")["items"]
    if all(group["name"] != name for group in kept):
        clerk.ask("POST", "/sending-groups", {"name": name, "units": ["gab", "semad-rh", "semfaz"]})


def keep_block_group(clerk: Caller, name: str) -> str:
    """A group of blocks of the protocol unit, which may be there already; -> its id."""
    kept = {group["name"]: group["id"] for group in clerk.ask("GET", "/block-groups")["items"]}
    return str(kept.get(name) or clerk.ask("POST", "/block-groups", {"name": name})["id"])


def tie(clerk: Caller) -> str:
    """A process with relations, an annex and an acknowledgement, beside others suspended and concluded; -> its id."""
    tied = clerk.start("Reforma da Praça da Baleia")["id"]
    related = clerk.start("Iluminação da Praça da Baleia")["id"]
    part = clerk.start("Projeto de paisagismo da praça")["id"]
    clerk.write(part, "oficio")
    clerk.ask("POST", f"/processes/{tied}/relations", {"process": related})
    clerk.ask("POST", f"/processes/{tied}/annexes", {"process": part})
    clerk.ask("POST", f"/processes/{tied}/acknowledgements", {})
    reason = {"reason": "Aguarda o laudo do Corpo de Bombeiros.", "linked": tied}
    clerk.ask("POST", f"/processes/{related}/suspension", reason)
    done = clerk.start("Segunda via de carnê de IPTU")["id"]
    clerk.ask("POST", f"/processes/{done}/conclusion", {})
    return str(tied)


def put_in_block(clerk: Caller, process: str, *documents: str) -> str:
    """A signing block of the protocol unit with a note and a flag; -> its id."""
    group = keep_block_group(clerk, "Obras")
    form = {"kind": "signing", "description": "Ofícios da semana", "units": ["semad-rh"], "group": group}
    block = clerk.ask("POST", "/blocks", form)["id"]
    for document in documents:
        clerk.ask("POST", f"/blocks/{block}/items", {"process": process, "document": document})
    clerk.ask("PUT", f"/blocks/{block}/items/{documents[0]}/note", {"text": "Conferir o endereço"})
    clerk.ask("PUT", f"/blocks/{block}/flags/priority", {"raised": True})
    return str(block)


def organise(clerk: Caller, process: str) -> None:
    """With a note, a deadline and two labels of the unit."""
    kept = {label["name"]: label["id"] for label in clerk.ask("GET", "/arrangement")["labels"]}
    for name, colour, text in (("Vistoria", "teal", "Levar trena"), ("Aguardando resposta", "gold", "")):
        label = kept.get(name) or clerk.ask("POST", "/labels", {"name": name, "colour": colour})["id"]
        clerk.ask("PUT", f"/processes/{process}/labels/{label}", {"text": text})
    note = {"text": "Ligar para a diretora da escola antes da vistoria.", "priority": True}
    clerk.ask("PUT", f"/processes/{process}/note", note)
    clerk.ask("PUT", f"/processes/{process}/deadline", {"days": 2, "business": False})
    lists = clerk.ask("GET", "/checklist-templates")
    if not lists["templates"]:
        ready = {"name": "Obra em escola", "items": ["Conferir a planta", "Avisar a diretora"]}
        clerk.ask("PUT", "/checklist-templates", {"templates": [ready], "revision": lists["revision"]})
    clerk.ask("POST", f"/processes/{process}/checklist", {"items": ["Levar trena", "Fotografar o telhado"]})
    items = clerk.ask("GET", f"/processes/{process}/desk")["checklist"]
    clerk.ask("PUT", f"/processes/{process}/checklist/{items[0]['id']}", {"done": True})


def keep_at_hand(clerk: Caller, process: str, letter: str) -> str:
    """A standard text of the protocol unit, a letter and its process among the favourites; -> the text's id."""
    clerk.ask("PUT", "/favourites", {"process": process, "document": letter, "group": "Modelos de ofício"})
    clerk.ask("PUT", "/favourites", {"process": process})
    inline = [{"type": "text", "text": "À disposição para esclarecimentos no processo "},
              {"type": "variable", "attrs": {"name": "processo_numero"}}]  # fmt: skip
    paragraph = {"type": "paragraph", "attrs": {"style": "body"}, "content": inline}
    body = {"type": "section", "attrs": {"role": "body"}, "content": [paragraph]}
    content = {"schema": 1, "type": "doc", "content": [body]}
    form = {"name": "Fecho cordial", "shortcut": "fecho", "content": content}
    return str(clerk.ask("POST", "/standard-texts", form)["id"])
