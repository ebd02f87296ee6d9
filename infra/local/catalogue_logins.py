"""Who may vouch for the people of a city at the login screen; secrets are never in a file (docs/operations.md)."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from infra.local.catalogue_rows import Row

GOVBR = {"producao": "https://sso.acesso.gov.br", "homologacao": "https://sso.staging.acesso.gov.br"}
LEVELS = {"bronze": "bronze", "prata": "silver", "ouro": "gold"}
ADDRESSES = ("emissor", "autorizacao", "token", "chaves")


def login_providers(row: Row) -> tuple[Mapping[str, Any], ...]:
    """As the tenant's card holds them: gov.br, then the city's own; each only when its client is written."""
    return tuple(one for one in (_govbr(row), _own(row)) if one)


def _govbr(row: Row) -> Mapping[str, Any] | None:
    client = row.optional_text("govbr_login_cliente", 200)
    environment = row.optional_text("govbr_login_ambiente") or "producao"
    level = row.optional_text("govbr_login_nivel") or "prata"
    if not client:
        return None
    if environment not in GOVBR:
        row.problem("govbr_login_ambiente", f"deve ser {' ou '.join(GOVBR)}.")
        return None
    if level not in LEVELS:
        row.problem("govbr_login_nivel", f"deve ser {', '.join(LEVELS)}.")
        return None
    site = GOVBR[environment]
    return {
        "id": "govbr",
        "label": "Entrar com gov.br",
        "issuer": f"{site}/",
        "authorise": f"{site}/authorize",
        "token": f"{site}/token",
        "keys": f"{site}/jwk",
        "client": client,
        "scope": "openid email profile govbr_confiabilidades govbr_confiabilidades_idtoken",
        "known_by": "taxpayer",
        "leave": f"{site}/logout",
        "level": LEVELS[level],
    }


def _own(row: Row) -> Mapping[str, Any] | None:
    client = row.optional_text("login_cliente", 200)
    found = {name: row.optional_text(f"login_{name}", 300) or "" for name in (*ADDRESSES, "saida")}
    label, domain = row.optional_text("login_rotulo", 60), row.optional_text("login_dominio", 120)
    if not client:
        return None
    for name in ADDRESSES:
        if urlsplit(found[name]).scheme != "https":
            row.problem(f"login_{name}", "deve ser um endereço que comece por https://.")
            return None
    return {
        "id": "municipal",
        "label": label or "Entrar com a conta da prefeitura",
        "issuer": found["emissor"],
        "authorise": found["autorizacao"],
        "token": found["token"],
        "keys": found["chaves"],
        "client": client,
        "scope": "openid email profile",
        "known_by": "email" if domain else "login",
        "leave": found["saida"],
        "domain": domain or "",
    }
