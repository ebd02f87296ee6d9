"""Rows of ``users.yaml`` and ``contacts.yaml``, which belong to demonstrations."""

import re

from chalicelib.domain.taxpayer import bare, is_cpf
from infra.local.catalogue_records import Contact, DemoUser, Grant
from infra.local.catalogue_rows import Row

PROFILES = {
    "basico": "basic",
    "protocolo": "protocol",
    "administrador": "administrator",
    "auditor": "auditor",
    "encarregado": "data_protection",
    "acervo": "unit_holdings",
    "coordenador_acervo": "holdings_coordinator",
    "multiplicador": "key_user",
}
CONTACT_KINDS = {"pessoa": "person", "organizacao": "organisation"}
LOGIN = re.compile(r"[a-z]+(?:[.][a-z]+)*")


def user(row: Row) -> DemoUser:
    """A demonstration user with grants."""
    grants = []
    for grant in row.rows("permissoes"):
        grants.append(Grant(unit=grant.slug("unidade"), profile=grant.choice("perfil", PROFILES)))
        grant.close()
    if not grants:
        row.problem("permissoes", "informe ao menos uma unidade com o seu perfil.")
    taxpayer = bare(row.optional_text("cpf") or "")
    if taxpayer and not is_cpf(taxpayer):
        row.problem("cpf", "não é um CPF: os dois últimos algarismos não conferem com os outros.")
    return DemoUser(
        login=row.matching("login", LOGIN, "use letras minúsculas sem acento, separadas por ponto"),
        name=row.text("nome"),
        agency=row.slug("orgao"),
        email=row.text("email"),
        role_title=row.text("cargo", 200),
        duty=row.text("papel"),
        grants=tuple(grants),
        taxpayer=taxpayer,
    )


def contact(row: Row) -> Contact:
    """A demonstration contact."""
    return Contact(
        id=row.slug("id"),
        name=row.text("nome", 200),
        kind=row.choice("natureza", CONTACT_KINDS),
        document=re.sub(r"[./-]", "", row.optional_text("documento") or "") or None,
        email=row.optional_text("email"),
    )
