"""The acceptance checklist of a city (``acceptance.yaml``, optional): what must be done before it goes live."""

import re

from chalicelib.domain.rollout import RolloutItem
from chalicelib.domain.rollout_checks import CHECKS
from infra.local.catalogue_rows import Row

SCREEN = re.compile(r"/[\w./?=&$-]*")
WHERE = re.compile(r"[a-z-]+(#[\w-]+)?")
#: How a city's file names what the system verifies.
VERIFIED = {
    "unidades": "units_surveyed",
    "pessoas": "users_imported",
    "administradores": "administrators",
    "multiplicadores": "key_users",
    "treinados": "people_trained",
    "numeracao": "numbering_mask",
    "timbre": "letterhead",
    "classificacao": "classification_plan",
    "hipoteses_legais": "legal_bases",
    "norma": "founding_norm",
    "duas_etapas": "two_steps",
    "registro_publico": "ledger_signed",
    "email": "sends_email",
}
assert set(VERIFIED.values()) == set(CHECKS)


def rollout_item(row: Row) -> RolloutItem:
    """One line of the list."""
    screen, where = row.optional_text("tela") or "", row.optional_text("manual") or ""
    if screen and not SCREEN.fullmatch(screen):
        row.problem("tela", "escreva o endereço da tela, a partir da barra, como em /caixa.")
    if where and not WHERE.fullmatch(where):
        row.problem("manual", "escreva o capítulo do manual, e depois de # a seção.")
    check = row.choice("confere", VERIFIED, "") if row.raw("confere") is not None else ""
    return RolloutItem(
        code=row.slug("codigo"),
        title=row.text("nome", 120),
        text=row.optional_text("texto", 400) or "",
        mandatory=row.flag("obrigatorio", True),
        check=check or "",
        at_least=row.count("minimo", 1, 1, 100_000),
        asks=row.optional_text("observacao", 200) or "",
        screen=screen,
        where=where,
    )
