"""What an erasure takes of who left and what it keeps, row for row and why: before and after (LGPD)."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from .erasure_plan import ARCHIVE, BACKUPS, READINGS, Fate, PlanLine
from .identity import User


class Trace(StrEnum):
    """What only the register has of a person, by the name under which it is counted."""

    EMAIL = "email"
    TAXPAYER = "taxpayer"
    NAME = "name"
    PASSWORD = "password"
    FACTOR = "factor"
    LINK = "link"
    LEARNING = "learning"
    ENTRANCES = "entrances"
    REGISTER = "register"
    ACCOUNT = "account"
    VIEWS = "views"
    GROUPS = "groups"


_REGISTER, _ENTERING, _UNITS = "Cadastro de usuários", "Como entrava no sistema", "O que as unidades guardam"
_UNUSED = "A pessoa não trabalha mais aqui, e nenhum ato leva este dado"
_WHAT: Mapping[Trace, tuple[str, str, str]] = {
    Trace.EMAIL: ("E-mail", _REGISTER, _UNUSED),
    Trace.TAXPAYER: (
        "CPF",
        _REGISTER,
        "As assinaturas valem sem ele: o certificado de quem assinou com um está no próprio documento, que fica",
    ),
    Trace.NAME: ("O nome que os atos não levam", _REGISTER, "Os atos foram assinados com o outro, que fica"),
    Trace.PASSWORD: ("Senha", _ENTERING, _UNUSED),
    Trace.FACTOR: ("Verificação em duas etapas e códigos de recuperação", _ENTERING, _UNUSED),
    Trace.LINK: ("Link para criar a senha e o e-mail em que foi", _ENTERING, _UNUSED),
    Trace.LEARNING: ("Escolhas nos primeiros passos", _REGISTER, _UNUSED),
    Trace.ENTRANCES: ("Dispositivos de confiança e sessões", _ENTERING, _UNUSED),
    Trace.REGISTER: (
        "E-mail, CPF e nomes, antes e depois, e os motivos que citam a pessoa",
        "Histórico do cadastro",
        "Quem mudou o quê e quando fica; o dado, não",
    ),
    Trace.ACCOUNT: (
        "Endereços de rede e observações",
        "Histórico de como entrava",
        "O que aconteceu e quando fica; de onde, não",
    ),
    Trace.VIEWS: ("Visões salvas que só a pessoa via", _UNITS, _UNUSED),
    Trace.GROUPS: ("O endereço nos grupos de e-mail", _UNITS, "Quem saiu não recebe mais por eles"),
}
_MANY = frozenset({Trace.ENTRANCES, Trace.REGISTER, Trace.ACCOUNT, Trace.VIEWS, Trace.GROUPS})
_ACTS = "Dever legal de guarda (LGPD, art. 16, I; Lei nº 8.159/1991, art. 9º): os atos provam quem fez o quê"
_DUTIES = "Dever legal de guarda (LGPD, art. 16, I): provam que quem decidiu podia decidir"
_ENTRIES = "Lei nº 12.965/2014 (Marco Civil), art. 15: saem sozinhas 184 dias depois de cada entrada"
_OF_UNITS = "São da unidade, que trabalha com eles; da pessoa, só o nome de quem os fez"
_KEPT = (
    PlanLine(
        Fate.KEEP,
        "Usuário e nome com que assinou",
        "Andamento, documentos, assinaturas e registro público",
        _ACTS,
    ),
    PlanLine(Fate.KEEP, "Permissões que teve, e desde quando", _REGISTER, _DUTIES),
    PlanLine(Fate.KEEP, "O que escreveu em processos e documentos", "Processos", ARCHIVE),
    PlanLine(Fate.KEEP, "Textos padrão, favoritos, marcadores, listas e grupos", _UNITS, _OF_UNITS),
    PlanLine(Fate.KEEP, "Data, hora e endereço de rede de cada entrada", _ENTERING, _ENTRIES),
    PlanLine(Fate.KEEP, "O que consultou e quem viu os seus dados", "Auditoria", READINGS),
    PlanLine(Fate.KEEP, "Cópias que já existem", "Planilhas, trabalhos terminados e cópias de segurança", BACKUPS),
)


def in_register(user: User) -> dict[str, int]:
    """What of the person the entry itself has."""
    other = bool(user.social_name) and user.social_name != user.name
    found = {Trace.EMAIL: bool(user.email), Trace.TAXPAYER: bool(user.taxpayer), Trace.NAME: other}
    return {trace.value: 1 for trace, there in found.items() if there}


def leaver_lines(found: Mapping[str, int]) -> tuple[PlanLine, ...]:
    """``found``: how much there is, or was, of each."""
    return (*_erased(found), *_KEPT)


def _erased(found: Mapping[str, int]) -> Iterator[PlanLine]:
    for trace, (what, where, why) in _WHAT.items():
        many = found.get(trace, 0)
        if many:
            yield PlanLine(Fate.ERASE, f"{what} ({many})" if trace in _MANY else what, where, why)
