"""The permissions page of the user manual, made from the policy itself: ``python -m tests.policy.page``."""

import sys
from pathlib import Path

from chalicelib.domain.access import (
    AccessLevel,
    Context,
    DocumentResource,
    ProcessResource,
    Profile,
    Subject,
)
from chalicelib.domain.policy import decide
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_conditions import CONFIDENTIAL_OPENED, SAME_TENANT
from chalicelib.domain.policy_decision import Condition
from chalicelib.domain.policy_profiles import ACTIONS_OF, ANONYMOUS, OWN_SESSION, REFERENCE, RESERVED
from chalicelib.domain.policy_rules import RULES
from chalicelib.domain.policy_titles import PROFILE_NAMES, TITLES
from chalicelib.domain.profile_table import KIND_TITLES

PAGE = Path(__file__).parents[2] / "docs" / "manual" / "permissoes.md"

LEVELS = {
    AccessLevel.PUBLIC: "Público",
    AccessLevel.RESTRICTED: "Restrito",
    AccessLevel.CONFIDENTIAL: "Sigiloso",
}

INTRODUCTION = """# Quem pode fazer o quê

Esta página é gerada a partir das próprias regras do sistema; um teste impede que ela e as regras se afastem.

Tudo se faz a partir da **unidade atual**, escolhida no alto da tela. Um ato só é permitido quando **todas** as
condições da sua linha são verdadeiras; o que não está escrito aqui não é permitido a ninguém. Quando alguém não
pode sequer saber que um processo existe, o sistema responde como se ele não existisse.

Além destas condições, cada ato tem as suas próprias regras (por exemplo, não se conclui um processo com retorno
pendente), explicadas no capítulo do ato.
"""

PROFILES_TEXT = """
## Perfis

Os perfis são dados a cada usuário em cada unidade e se somam: quem tem dois perfis na unidade pode o que um ou
outro permite. Auditoria, Administrador e Informática cuidam do sistema e não abrem processos de ninguém por isso:
quem também trabalha com processos recebe ainda o perfil Básico.

O município pode fazer outros perfis, em **Cadastros e permissões**, **Perfis do município**: cada um é um nome e os
atos escolhidos entre os desta tabela. Valem do mesmo modo, com as mesmas condições; alterados ou desativados, já no
pedido seguinte de quem os tem. Todos incluem {reference}.

Ficam de fora, e só os perfis da tabela os permitem: {reserved}.
"""

VISIBILITY_TEXT = """
## Quem enxerga o quê

O nível de acesso de um processo é o mais alto entre o dele e o dos seus documentos. Considera-se um usuário de
perfil Básico na unidade indicada; **s** é sim, **–** é não. Processo sigiloso só existe para quem tem credencial
na unidade atual, e a senha é pedida a cada abertura.
"""

CONDITIONS_TEXT = """
## Condições de cada ato

Em todos os atos sobre processos e documentos valem estas condições:
"""


def _titles(actions: frozenset[Action]) -> str:
    return "; ".join(f"“{TITLES[action]}”" for action in Action if action in actions)


def _profiles_table() -> list[str]:
    lines = ["| Ato | " + " | ".join(PROFILE_NAMES.values()) + " |", "|---" + "|:-:" * len(PROFILE_NAMES) + "|"]
    for action in Action:
        if action not in ANONYMOUS | OWN_SESSION:
            marks = " | ".join("✓" if action in ACTIONS_OF[profile] else "" for profile in PROFILE_NAMES)
            lines.append(f"| {TITLES[action]} | {marks} |")
    own = ", ".join(TITLES[action].lower() for action in Action if action in OWN_SESSION)
    anyone = ", ".join(TITLES[action].lower() for action in Action if action in ANONYMOUS)
    return [
        *lines,
        "",
        f"Todo usuário, com qualquer perfil ou nenhum: {own}.",
        "",
        "Quem tem perfil que exige a verificação em duas etapas e entrou sem ela só pode ligá-la ou sair.",
        "",
        f"Qualquer pessoa, sem entrar no sistema: {anyone}.",
    ]


def _process(level: AccessLevel, credential: bool = False) -> ProcessResource:
    seats = frozenset({("ana", "unidade")}) if credential else frozenset()
    return ProcessResource(
        "t",
        "órgão",
        level,
        "geradora",
        frozenset({"aberta"}),
        "normal",
        frozenset({"passou"}),
        frozenset({"bloco"}),
        seats,
    )


SEATS = {
    "que gerou o processo": ("geradora", "órgão", False),
    "onde está aberto": ("aberta", "órgão", False),
    "por onde passou": ("passou", "órgão", False),
    "que o recebeu em bloco": ("bloco", "órgão", False),
    "outra do mesmo órgão": ("outra", "órgão", False),
    "de protocolo do mesmo órgão": ("outra", "órgão", True),
    "de outro órgão": ("outra", "outro órgão", False),
    "de outro órgão, por onde passou": ("passou", "outro órgão", False),
}
QUESTIONS = {
    "Encontrar em listas": lambda p: (Action.PROCESS_LIST, p),
    "Ver árvore e histórico": lambda p: (Action.PROCESS_SEE, p),
    "Ler documento assinado": lambda p: (Action.DOCUMENT_READ, _written(p, "signed")),
    "Ler minuta da unidade geradora": lambda p: (Action.DOCUMENT_READ, _written(p, "draft")),
    "Incluir documento": lambda p: (Action.DOCUMENT_UPLOAD, p),
}


def _written(process: ProcessResource, state: str) -> DocumentResource:
    return DocumentResource(process, "geradora", process.level, "authored", state)


def _visibility_table() -> list[str]:
    lines = [
        "| Unidade | Nível | " + " | ".join(QUESTIONS) + " |",
        "|---|---" + "|:-:" * len(QUESTIONS) + "|",
    ]
    for level in (AccessLevel.PUBLIC, AccessLevel.RESTRICTED):
        for name, (unit, agency, protocol) in SEATS.items():
            subject = Subject("ana", "t", agency, unit, frozenset({Profile.BASIC}), protocol)
            lines.append(_visibility_row(name, level, subject, _process(level)))
    for name, credential in (("qualquer, sem credencial", False), ("com credencial", True)):
        subject = Subject("ana", "t", "órgão", "unidade", frozenset({Profile.BASIC}))
        lines.append(
            _visibility_row(
                name, AccessLevel.CONFIDENTIAL, subject, _process(AccessLevel.CONFIDENTIAL, credential)
            )
        )
    return lines


def _visibility_row(name: str, level: AccessLevel, subject: Subject, process: ProcessResource) -> str:
    marks = []
    for question in QUESTIONS.values():
        action, thing = question(process)
        marks.append("s" if decide(subject, action, thing, Context(True)).allowed else "–")
    return f"| {name} | {LEVELS[level]} | " + " | ".join(marks) + " |"


def _conditions() -> list[str]:
    exists = RULES[Action.PROCESS_SEE].conditions[:2]
    assert exists[0] is SAME_TENANT
    lines = [f"- {condition.rule}" for condition in (*exists, CONFIDENTIAL_OPENED)]
    lines += [
        "",
        "A senha do processo sigiloso não é pedida para mostrá-lo em listas. Vale ainda, em todos os atos da tabela de",
        "perfis, que um dos perfis do usuário inclua o ato. Entre aspas, o que o sistema responde quando a condição",
        "não é verdadeira.",
    ]
    for on, heading in KIND_TITLES.items():
        lines += ["", f"### {heading}"]
        groups: dict[tuple[Condition, ...], list[str]] = {}
        for action, rule in RULES.items():
            if rule.on is on:
                own = (c for c in rule.conditions if c not in (*exists, CONFIDENTIAL_OPENED))
                key = tuple(c for c in own if c.code != "profile_required")
                groups.setdefault(key, []).append(TITLES[action])
        for conditions, titles in groups.items():
            lines += ["", f"**{'; '.join(titles)}**", ""]
            lines += [_told(condition) for condition in conditions] or ["- Sem outra condição."]
    return lines


def _told(condition: Condition) -> str:
    return f"- {condition.rule}" + ("" if condition.hidden else f" “{condition.sentence}”")


def rendered() -> str:
    """The page, in Markdown."""
    told = PROFILES_TEXT.format(reference=_titles(REFERENCE), reserved=_titles(RESERVED))
    parts = [INTRODUCTION, told, "\n".join(_profiles_table()), VISIBILITY_TEXT]
    parts += ["\n".join(_visibility_table()), CONDITIONS_TEXT, "\n".join(_conditions())]
    return "\n".join(parts) + "\n"


def main(arguments: list[str]) -> int:
    """Print the page; with ``--write``, write it."""
    if arguments == ["--write"]:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(rendered(), encoding="utf-8")
    else:
        print(rendered())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
