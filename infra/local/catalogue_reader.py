"""A city's folder of YAML files → :class:`City`, checked field by field and across files.

``python -m infra.local.catalogue_reader catalogues/ubatuba`` says what is wrong, or counts what is there.
``users.yaml`` and ``contacts.yaml`` belong to demonstrations and may be absent.
"""

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from infra.local.catalogue_acceptance import rollout_item
from infra.local.catalogue_administration import (
    ANNOUNCEMENTS,
    CONTROL,
    PROFILES,
    announcement,
    city_profile,
    control_criterion,
    holiday,
)
from infra.local.catalogue_flows import read_flows
from infra.local.catalogue_forms import read_forms
from infra.local.catalogue_learning import lesson
from infra.local.catalogue_links import check_links
from infra.local.catalogue_people import contact, user
from infra.local.catalogue_plans import work_plan
from infra.local.catalogue_records import (
    Agency,
    City,
    DocumentType,
    HistoryRow,
    LegalBasis,
    MailTemplate,
    NamedItem,
    ProcessType,
    RoleTitles,
    Subject,
    Unit,
)
from infra.local.catalogue_rows import CatalogueProblems, Problem, Row, list_rows
from infra.local.catalogue_sharing import unbound, whereabouts
from infra.local.catalogue_templates import read_templates
from infra.local.catalogue_tenant import SIGNATURE_LEVELS, read_tenant

Record = TypeVar("Record")

LEVELS = {"publico": "public", "restrito": "restricted", "sigiloso": "confidential"}
APPLIES = {"ambos": "both", "interno": "authored", "externo": "uploaded", "formulario": "form"}
NUMBERINGS = {
    "sem": "none",
    "sequencial_unidade": "unit_sequential",
    "sequencial_orgao": "agency_sequential",
    "anual_unidade": "unit_annual",
    "anual_orgao": "agency_annual",
}
DISPOSITIONS = {"guarda_permanente": "permanent", "eliminacao": "disposal"}
DIGITS = re.compile(r"\d{1,9}")
AGENCY_CODE = re.compile(r"\d{3}")
SUBJECT_CODE = re.compile(r"\d{2}(?:\.\d{2})*")


def read_city(folder: Path, model: Path | None = None) -> City:
    """``model``: a folder that gives what this one lacks of what cities share. Raises :class:`CatalogueProblems`."""
    problems: list[Problem] = []
    at = whereabouts(folder, model)

    def listed(file: str, key: str, convert: Callable[[Row], Record], optional: bool = False) -> tuple[Record, ...]:
        path = at(file)
        if optional and not path.exists():
            return ()
        return tuple(_convert(list_rows(path, key, problems), convert))

    city = City(
        tenant=read_tenant(folder, problems),
        agencies=listed("agencies.yaml", "id", _agency),
        units=listed("units.yaml", "id", _unit),
        process_types=listed("process_types.yaml", "codigo", _process_type),
        document_types=listed("document_types.yaml", "codigo", _document_type),
        templates=read_templates(at("templates"), problems),
        forms=read_forms(at("forms"), problems),
        subjects=listed("subjects.yaml", "codigo", _subject),
        legal_bases=listed("legal_bases.yaml", "codigo", _legal_basis),
        conformity_checks=listed("conformity_checks.yaml", "codigo", _named_item),
        priorities=listed("priorities.yaml", "codigo", _named_item),
        mail_templates=listed("mail_templates.yaml", "codigo", _mail_template),
        history_views=listed("history_views.yaml", "andamento", _history_row, optional=True),
        work_plans=listed("work_plans.yaml", "codigo", work_plan, optional=True),
        role_titles=listed("role_titles.yaml", "unidade", _role_titles),
        holidays=listed("holidays.yaml", "data", holiday),
        users=listed("users.yaml", "login", user, optional=True),
        contacts=listed("contacts.yaml", "id", contact, optional=True),
        lessons=listed("lessons.yaml", "codigo", lesson, optional=True),
        acceptance=listed("acceptance.yaml", "codigo", rollout_item, optional=True),
        announcements=listed(ANNOUNCEMENTS, "codigo", announcement, optional=True),
        control_criteria=listed(CONTROL, "codigo", control_criterion, optional=True),
        profiles=listed(PROFILES, "codigo", city_profile, optional=True),
        flows=read_flows(folder / "flows", problems),
    )
    return _checked(unbound(city, folder, at), problems)


def _checked(city: City, problems: list[Problem]) -> City:
    if not problems:
        problems += check_links(city)
    if problems:
        raise CatalogueProblems(tuple(problems))
    return city


def _convert(rows: Iterable[Row], convert: Callable[[Row], Record]) -> Iterable[Record]:
    for row in rows:
        yield convert(row)
        row.close()


def _agency(row: Row) -> Agency:
    return Agency(
        id=row.slug("id"),
        acronym=row.text("sigla", 30),
        name=row.text("nome", 200),
        sei_code=row.matching("codigo_sei", AGENCY_CODE, "são 3 algarismos, com os zeros à esquerda"),
        numbering_mask=row.text("mascara_numeracao", 200),
        address=row.text("endereco", 200),
        phone=row.text("telefone"),
        letterhead=row.texts("timbre"),
        can_receive=row.flag("recebe_processos", True),
    )


def _unit(row: Row) -> Unit:
    email = row.text("email")
    return Unit(
        id=row.slug("id"),
        acronym=row.text("sigla", 30),
        name=row.text("nome", 200),
        agency=row.slug("orgao"),
        parent=row.optional_text("superior"),
        sei_code=row.matching("codigo_sei", DIGITS, "use só algarismos"),
        address=row.text("endereco", 200),
        phone=row.text("telefone"),
        email=email,
        mailboxes=tuple(dict.fromkeys([email, *row.texts("outros_emails")])),
        protocol=row.flag("protocolo"),
        archive=row.flag("arquivo"),
        ombudsman=row.flag("ouvidoria"),
        can_receive=row.flag("recebe_processos", True),
    )


def _process_type(row: Row) -> ProcessType:
    return ProcessType(
        code=row.slug("codigo"),
        name=row.text("nome"),
        description=row.text("descricao", 500),
        suggested_subjects=row.texts("assuntos_sugeridos"),
        allowed_levels=row.choices("niveis_permitidos", LEVELS),
        suggested_level=row.choice("nivel_sugerido", LEVELS),
        suggested_legal_basis=row.optional_text("hipotese_sugerida"),
        agencies=row.texts("somente_orgaos"),
        units=row.texts("somente_unidades"),
        legal_priority=row.flag("prioridade_legal"),
        ombudsman_only=row.flag("exclusivo_ouvidoria"),
    )


def _document_type(row: Row) -> DocumentType:
    return DocumentType(
        code=row.slug("codigo"),
        name=row.text("nome"),
        group=row.text("grupo"),
        applies_to=row.choice("aplicabilidade", APPLIES),
        has_template=row.flag("modelo"),
        allows_addressees=row.flag("permite_destinatarios"),
        allows_interested_parties=row.flag("permite_interessados"),
        numbering=row.choice("numeracao", NUMBERINGS),
        minimum_signature=row.choice("assinatura_minima", SIGNATURE_LEVELS, "simple"),
        file_words=row.texts("palavras_no_arquivo"),
        has_amount=row.flag("tem_valor"),
        suggested_subjects=row.texts("assuntos_sugeridos"),
        units=row.texts("somente_unidades"),
        agencies=row.texts("somente_orgaos"),
    )


def _subject(row: Row) -> Subject:
    code = row.matching("codigo", SUBJECT_CODE, "são pares de algarismos separados por ponto, como 02.04.01")
    structural = row.flag("estrutural")
    return Subject(
        code=code,
        name=row.text("nome", 200),
        parent=code.rpartition(".")[0] or None,
        structural=structural,
        active_years=None if structural else row.years("corrente"),
        active_note=row.optional_text("contagem", 200),
        semi_active_years=None if structural else row.years("intermediario"),
        disposition=None if structural else row.choice("destinacao", DISPOSITIONS),
    )


def _legal_basis(row: Row) -> LegalBasis:
    return LegalBasis(
        code=row.slug("codigo"),
        name=row.text("nome"),
        law=row.text("base_legal", 200),
        level=row.choice("nivel", {key: LEVELS[key] for key in ("restrito", "sigiloso")}),
        description=row.text("descricao", 500),
    )


def _named_item(row: Row) -> NamedItem:
    return NamedItem(
        code=row.slug("codigo"), name=row.text("nome", 120), law=row.optional_text("base_legal", 200)
    )


def _mail_template(row: Row) -> MailTemplate:
    return MailTemplate(row.slug("codigo"), row.text("assunto", 200), row.text("texto", 4000))


def _history_row(row: Row) -> HistoryRow:
    return HistoryRow(
        code=row.text("andamento", 60),
        name=row.text("nome", 200),
        summary=row.flag("resumido"),
        full=row.flag("completo"),
    )


def _role_titles(row: Row) -> RoleTitles:
    titles = row.texts("cargos")
    if not titles or any(len(title) > 200 for title in titles):
        row.problem("cargos", "informe ao menos um cargo ou função, cada um com até 200 caracteres.")
    return RoleTitles(unit=row.slug("unidade"), titles=titles)


def main(arguments: list[str]) -> int:
    """Command line: 0 and a summary, or 1 and the list of corrections on standard error."""
    if len(arguments) != 1:
        print("Uso: python -m infra.local.catalogue_reader PASTA_DA_CIDADE", file=sys.stderr)
        return 2
    try:
        city = read_city(Path(arguments[0]))
    except CatalogueProblems as problems:
        print(problems, file=sys.stderr)
        return 1
    print(
        f"{city.tenant.name}: {len(city.agencies)} órgãos, {len(city.units)} unidades, "
        f"{len(city.process_types)} tipos de processo, {len(city.document_types)} tipos de documento, "
        f"{len(city.templates)} modelos, {len(city.subjects)} assuntos, "
        f"{len(city.holidays)} datas sem expediente. Catálogo pronto para carga."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
