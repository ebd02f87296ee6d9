"""What an erasure will do, line by line, before anybody asks for it: what goes, what stays, and by which law."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .contact import Contact
from .erasing import InProcess


class Fate(StrEnum):
    """``wait``: it is erased, but not before the public ledger's next signed head holds it."""

    ERASE = "erase"
    KEEP = "keep"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A process with the person in it. ``waiting``: those of its records that no signed head holds yet."""

    process: str
    nup: str
    type: str
    found: InProcess
    waiting: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One kind of data in one place."""

    fate: Fate
    what: str
    where: str
    why: str


BOOK = "Cadastro de contatos"
ARCHIVE = (
    "Dever legal de guarda (LGPD, art. 16, I): documento público só se elimina com autorização do arquivo"
    " (Lei nº 8.159/1991, art. 9º)"
)
HISTORY = "Dever legal de guarda (LGPD, art. 16, I): o andamento prova o que a administração fez"
READINGS = "Dever de registrar as consultas (LGPD, arts. 37 e 46): guardam só um código, sem nome nem número"
NO_NOTE = "Texto livre que não decide, não envia nem assina nada"
NEXT_HEAD = "Espera o próximo marco do registro público, que sai de hora em hora e prova que o andamento existiu"
NO_DUTY = "O processo não tem documentos: não há dever de guarda"
NO_DUTY_THERE = "Onde não há documentos não há dever de guarda; onde há, o processo fica"
NO_RECORD = "Apoio ao trabalho da unidade: não é parte do processo"
SECRET = "A eliminação os alcança sem dizer se existem. Onde há documentos, o dever de guarda é o mesmo"
SIGNED = f"{ARCHIVE}. O que foi assinado ou enviado não se altera"
NOTES = "Notas, comentários, acompanhamentos e listas das unidades, onde citam a pessoa"
BACKUPS = (
    "Saem sozinhas no fim do prazo: 7 dias as cópias de processos e planilhas, 30 dias a lixeira, 35 dias as cópias de"
    " segurança, 90 dias os trabalhos terminados"
)


def plan_lines(contact: Contact, surveyed: Iterable[Surveyed], more: bool = False) -> tuple[PlanLine, ...]:
    """All there is to say before the act; ``more``: the person is in processes besides those surveyed."""
    groups = PlanLine(Fate.ERASE, "Endereço de e-mail", "Grupos de e-mail das unidades", NO_RECORD)
    others = PlanLine(Fate.ERASE, "O mesmo que nos processos acima", "Os demais processos da pessoa", NO_DUTY_THERE)
    return (
        PlanLine(Fate.ERASE, _of_book(contact), BOOK, "Não há dever de guarda"),
        *([groups] if contact.email else []),
        PlanLine(Fate.ERASE, NOTES, "Todos os processos da pessoa", NO_RECORD),
        *(line for one in surveyed for line in _of_process(one)),
        *([others] if more else []),
        PlanLine(Fate.ERASE, "O mesmo, se houver", "Processos sigilosos", SECRET),
        PlanLine(Fate.KEEP, "O que os documentos e os e-mails enviados dizem da pessoa", "Documentos", SIGNED),
        PlanLine(Fate.KEEP, "Quem viu os dados da pessoa", "Auditoria", READINGS),
        PlanLine(Fate.KEEP, "Cópias que já existem", "Cópias de processos e de segurança", BACKUPS),
    )


def _of_book(contact: Contact) -> str:
    number = "CNPJ" if contact.kind == "organisation" else "CPF"
    return ", ".join(["Nome", *([number] if contact.document else []), *(["e-mail"] if contact.email else [])])


def _of_process(one: Surveyed) -> Iterator[PlanLine]:
    where = f"Processo {one.nup} ({one.type})"
    if one.found.registered:
        yield PlanLine(Fate.ERASE, "Nome entre os interessados, na especificação e nas observações", where, NO_DUTY)
    else:
        yield PlanLine(Fate.KEEP, "Interessados e documentos", where, ARCHIVE)
    now = tuple(n for n in one.found.records if n not in one.waiting)
    if now:
        yield PlanLine(Fate.ERASE, f"{_naming(len(now))}: {_numbers(now)}", where, NO_NOTE)
    if one.waiting:
        yield PlanLine(Fate.WAIT, f"{_naming(len(one.waiting))}: {_numbers(one.waiting)}", where, NEXT_HEAD)
    if one.found.kept:
        yield PlanLine(Fate.KEEP, _naming(one.found.kept), where, HISTORY)


def _naming(count: int) -> str:
    return "1 andamento cita a pessoa" if count == 1 else f"{count} andamentos citam a pessoa"


def _numbers(numbers: tuple[int, ...]) -> str:
    return ", ".join(f"nº {n}" for n in numbers)
