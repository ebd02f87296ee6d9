"""What is kept for how long, by which law, and how it goes (LGPD, arts. 15 and 16; Marco Civil, art. 15; issue 5 §5).

One table. Whoever writes an expiry takes its period from here; the templates' own rules are compared with it by tests.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from chalicelib.domain.value import dataclass


class Kept(StrEnum):
    """What is kept."""

    RECORD = "record"
    LEDGER = "ledger"
    READINGS = "readings"
    LOGINS = "logins"
    SESSIONS = "sessions"
    FAILED_LOGINS = "failed_logins"
    TRUSTED_DEVICES = "trusted_devices"
    FIRST_LINKS = "first_links"
    RESET_LINKS = "reset_links"
    LINK_LETTERS = "link_letters"
    LINK_REQUESTS = "link_requests"
    OPERATIONS = "operations"
    JOBS = "jobs"
    COPIES = "copies"
    TRASH = "trash"
    QUARANTINE = "quarantine"
    UPLOADS = "uploads"
    PREPARATIONS = "preparations"
    LOGS = "logs"
    LEAVERS = "leavers"


class Means(StrEnum):
    """Who makes it go: the table's expiry, the bucket's lifecycle, the logs' own retention, the rule that reads it, two
    people who erase, or nobody."""

    EXPIRY = "expiry"
    LIFECYCLE = "lifecycle"
    LOG_RETENTION = "log_retention"
    VALIDITY = "validity"
    TWO_PEOPLE = "two_people"
    NONE = "none"


MEANS_NAMES: Mapping[Means, str] = {
    Means.EXPIRY: "O banco de dados apaga sozinho, em até alguns dias depois do prazo.",
    Means.LIFECYCLE: "O depósito de arquivos apaga sozinho, em até um dia depois do prazo.",
    Means.LOG_RETENTION: "O serviço de registros técnicos apaga sozinho.",
    Means.VALIDITY: "Deixa de valer na hora; o novo toma o lugar do anterior.",
    Means.TWO_PEOPLE: "A tela Eliminar dados pessoais mostra de quem o prazo acabou; uma pessoa pede, outra confirma.",
    Means.NONE: "Nada apaga sozinho.",
}


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """``period`` is counted from ``since``; None: for as long as the law says otherwise. ``chosen``: each installation
    may have a period of its own."""

    kept: Kept
    what: str
    period: timedelta | None
    since: str
    basis: str
    means: Means
    chosen: bool = False


_END = "LGPD, arts. 15, I, e 16: terminada a finalidade, elimina-se"
_SECURITY = "LGPD, art. 46: medida de segurança do acesso"
_OF_EMAIL = "do pedido do e-mail"
_DAY = timedelta(days=1)

RULES: tuple[RetentionRule, ...] = (
    RetentionRule(Kept.RECORD, "Processos, documentos, andamento e e-mails enviados de processos",
                  None, "",
                  "Lei nº 8.159/1991, art. 9º: só a instituição arquivística autoriza eliminar; LGPD, art. 16, I",
                  Means.NONE),
    RetentionRule(Kept.LEDGER, "Registro público do andamento (números sem nome nem texto)",
                  None, "",
                  "Lei nº 12.527/2011, art. 6º, II: autenticidade e integridade da informação; LGPD, art. 16, I",
                  Means.NONE),
    RetentionRule(Kept.READINGS, "Registro de quem consultou o quê",
                  1827 * _DAY, "da consulta",
                  "LGPD, arts. 6º, X, e 37: prestação de contas e registro das operações", Means.EXPIRY, chosen=True),
    RetentionRule(Kept.LOGINS, "Acessos de cada usuário: data, hora e endereço de rede",
                  184 * _DAY, "da entrada",
                  "Lei nº 12.965/2014 (Marco Civil), art. 15: seis meses, sejam quais forem", Means.EXPIRY),
    RetentionRule(Kept.SESSIONS, "Sessões abertas",
                  timedelta(hours=10), "da entrada", _SECURITY, Means.EXPIRY, chosen=True),
    RetentionRule(Kept.FAILED_LOGINS, "Contagem de tentativas de entrada com erro",
                  timedelta(minutes=30), "da tentativa", _SECURITY, Means.EXPIRY),
    RetentionRule(Kept.TRUSTED_DEVICES, "Dispositivos de confiança",
                  30 * _DAY, "da confirmação", _SECURITY, Means.EXPIRY),
    RetentionRule(Kept.FIRST_LINKS, "Link de primeiro acesso enviado por e-mail",
                  timedelta(hours=72), "do envio", _SECURITY, Means.VALIDITY),
    RetentionRule(Kept.RESET_LINKS, "Link de troca de senha enviado por e-mail",
                  timedelta(hours=1), "do envio", _SECURITY, Means.VALIDITY),
    RetentionRule(Kept.LINK_LETTERS, "E-mail em que o link foi enviado",
                  30 * _DAY, _OF_EMAIL, _END, Means.EXPIRY),
    RetentionRule(Kept.LINK_REQUESTS, "Pedido de troca de senha na tela de entrada, exista ou não o usuário",
                  timedelta(hours=1), "do pedido", _SECURITY, Means.EXPIRY),
    RetentionRule(Kept.OPERATIONS, "Resposta de cada pedido, para que repetir não faça duas vezes",
                  400 * _DAY, "do pedido", _END, Means.EXPIRY),
    RetentionRule(Kept.JOBS, "Trabalhos terminados e o resultado de cada item",
                  90 * _DAY, "do fim do trabalho", _END, Means.EXPIRY),
    RetentionRule(Kept.COPIES, "Cópias de processos e planilhas prontas para baixar",
                  7 * _DAY, "da geração", _END, Means.LIFECYCLE),
    RetentionRule(Kept.TRASH, "Lixeira: documentos excluídos ou cancelados",
                  30 * _DAY, "da exclusão", _END, Means.EXPIRY),
    RetentionRule(Kept.QUARANTINE, "Arquivos enviados que esperam inspeção",
                  _DAY, "do envio", _END, Means.LIFECYCLE),
    RetentionRule(Kept.UPLOADS, "Nome e tamanho de arquivos recusados, que nunca chegaram ou que ninguém usou",
                  30 * _DAY, "do envio", _END, Means.EXPIRY),
    RetentionRule(Kept.PREPARATIONS, "Assinaturas começadas e não terminadas",
                  timedelta(hours=1), "do começo", _END, Means.EXPIRY),
    RetentionRule(Kept.LOGS, "Registros técnicos, sem nome nem conteúdo",
                  365 * _DAY, "do registro", _SECURITY, Means.LOG_RETENTION, chosen=True),
    RetentionRule(Kept.LEAVERS, "E-mail, CPF e o mais que só o cadastro tem de quem deixou de trabalhar aqui",
                  1827 * _DAY, "do bloqueio do usuário",
                  "Decreto nº 20.910/1932, art. 1º: cinco anos para cobrar da administração; LGPD, arts. 15 e 16",
                  Means.TWO_PEOPLE),
)  # fmt: skip

_PERIODS: Mapping[Kept, timedelta] = {rule.kept: rule.period for rule in RULES if rule.period}


def period(kept: Kept) -> timedelta:
    """For how long it is kept, where the installation does not choose otherwise. Raises KeyError if for good."""
    return _PERIODS[kept]


def in_force(chosen: Mapping[Kept, timedelta]) -> tuple[RetentionRule, ...]:
    """The rules with the periods that this installation chose; only those that may be chosen are."""
    return tuple(replace(rule, period=chosen.get(rule.kept, rule.period)) if rule.chosen else rule for rule in RULES)


def told(length: timedelta | None) -> str:
    """A period in words, in the largest unit that divides it."""
    if length is None:
        return "Sem prazo"
    minute = timedelta(minutes=1)
    units = ((_DAY, "dia", "dias"), (60 * minute, "hora", "horas"), (minute, "minuto", "minutos"))
    unit, one, many = next(each for each in units if length >= each[0] and not length % each[0])
    count = f"{length // unit:,}".replace(",", ".")
    return f"{count} {one if length == unit else many}"
