"""The city itself (``tenant.yaml``): its card, the norm, and what its administration begins with."""

import re
from pathlib import Path
from typing import Any

from infra.local.catalogue_certificates import authorities, clock
from infra.local.catalogue_govbr import govbr_signature
from infra.local.catalogue_logins import login_providers
from infra.local.catalogue_people import PROFILES
from infra.local.catalogue_records import Tenant
from infra.local.catalogue_rows import Problem, Row, read_yaml

SIGNATURE_LEVELS = {"simples": "simple", "avancada": "advanced", "qualificada": "qualified"}
#: SEI's values 0, 1, 2 and 3, in that order.
INFORMING = {
    "nao": "off",
    "qualquer_unidade": "any_unit",
    "protocolo": "protocol",
    "protocolo_altera": "protocol_changes",
}
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
IBGE = re.compile(r"\d{7}")
#: No dot: by it the names of training environments differ from every city's own.
TENANT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_tenant(folder: Path, problems: list[Problem]) -> Tenant:
    """The card, whatever is wrong with it; troubles go to ``problems``."""
    content: Any = read_yaml(folder / "tenant.yaml", "tenant.yaml", problems)
    row = Row("tenant.yaml", None, content if isinstance(content, dict) else {}, problems)
    tenant = Tenant(
        id=row.matching("id", TENANT, "são letras minúsculas, algarismos e hífen, como em ubatuba"),
        name=row.text("nome", 200),
        short_name=row.text("nome_curto", 60),
        municipality=row.text("municipio"),
        state=row.text("uf", 2),
        ibge_code=row.matching("codigo_ibge", IBGE, "são 7 algarismos"),
        time_zone=row.text("fuso_horario"),
        primary_color=row.matching("cor_primaria", COLOUR, "escreva # e 6 algarismos hexadecimais"),
        address=row.text("endereco", 200),
        phone=row.text("telefone"),
        website=row.text("sitio"),
        coat_of_arms=folder / row.text("brasao"),
        founding_norm=row.text("norma_instituidora", 300),
        password_signature_level=row.choice("nivel_assinatura_senha", SIGNATURE_LEVELS, "simple"),
        free_role_titles=row.flag("cargo_livre"),
        documents_per_folder=row.count("documentos_por_pasta", 20, 5, 500),
        informed_number=row.choice("numero_informado", INFORMING, "off"),
        informed_number_mask=row.optional_text("forma_numero_informado") or "",
        email_megabytes=row.count("limite_anexos_email", 25, 1, 25),
        concealment_certificate_type=row.optional_text("tipo_certidao_ocultacao") or "",
        second_factor_profiles=row.some_of("perfis_com_duas_etapas", PROFILES),
        authenticity_title=row.text("autenticidade_titulo"),
        authenticity_text=row.text("autenticidade_texto", 1000),
        certificate_authorities=authorities(folder, row),
        timestamp_authority=clock(row),
        govbr_signature=govbr_signature(folder, row),
        login_providers=login_providers(row),
        live_since=row.civil_date("em_producao_desde") if row.raw("em_producao_desde") else None,
    )
    if tenant.coat_of_arms != folder and not tenant.coat_of_arms.is_file():
        row.problem("brasao", f"o arquivo “{tenant.coat_of_arms.name}” não está na pasta da cidade.")
    row.close()
    return tenant
