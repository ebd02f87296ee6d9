"""Checks that one file agrees with the others: known codes, a hierarchy that is a tree, masks that parse."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from chalicelib.domain.errors import InvalidRequest, Refused
from chalicelib.domain.history import FACTS
from chalicelib.domain.mail import ADDRESS
from chalicelib.domain.numbering import Code, Codes, format_number, parse_mask
from infra.local.catalogue_administration import check_announcements, check_control_criteria
from infra.local.catalogue_learning import check_lessons
from infra.local.catalogue_plans import check_plans
from infra.local.catalogue_records import Agency, City, Contact, DocumentType, ProcessType, Unit
from infra.local.catalogue_rows import Problem

MASK_LITERAL = re.compile(r"[0-9./-]*")


def check_links(city: City) -> list[Problem]:
    """Every disagreement between files; empty when the city can be loaded."""
    problems: list[Problem] = []
    for check in (
        _agencies,
        _units,
        _hierarchy,
        _subjects,
        _process_types,
        _document_types,
        _concealment,
        _history_views,
        check_plans,
        check_lessons,
        _role_titles,
        check_control_criteria,
        check_announcements,
        _users,
        _contacts,
    ):
        problems += check(city)
    return problems


def _absent(
    file: str,
    rows: Iterable[Any],
    item: str,
    field: str,
    of: Callable[[Any], Iterable[str | None]],
    known: set[str],
) -> Iterator[Problem]:
    for row in rows:
        for value in of(row):
            if value is not None and value not in known:
                yield Problem(file, getattr(row, item), field, f"“{value}” não está cadastrado.")


def _agencies(city: City) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for agency in city.agencies:
        for message in _mask_troubles(agency.numbering_mask):
            yield Problem("agencies.yaml", agency.id, "mascara_numeracao", message)
        if agency.sei_code in seen:
            other = seen[agency.sei_code]
            yield Problem("agencies.yaml", agency.id, "codigo_sei", f"já é o código do órgão “{other}”.")
        seen[agency.sei_code] = agency.id


def _mask_troubles(source: str) -> Iterator[str]:
    try:
        mask = parse_mask(source)
    except InvalidRequest as refused:
        yield from (error.message for error in refused.errors)
        return
    for part in mask.parts:
        if part.kind == "text" and not MASK_LITERAL.fullmatch(part.text):
            yield f"“{part.text}” não se usa em número de processo; use algarismos, ponto, barra e hífen."


def _units(city: City) -> Iterator[Problem]:
    agencies = {agency.id: agency for agency in city.agencies}
    yield from _absent("units.yaml", city.units, "id", "orgao", lambda unit: [unit.agency], set(agencies))
    acronyms: dict[tuple[str, str], str] = {}
    owners: dict[str, str] = {}
    for unit in city.units:
        key = (unit.agency, unit.acronym)
        if key in acronyms:
            yield Problem(
                "units.yaml", unit.id, "sigla", f"já é a sigla de “{acronyms[key]}” no mesmo órgão."
            )
        acronyms[key] = unit.id
        for address in unit.mailboxes:
            if not ADDRESS.fullmatch(address):
                yield Problem("units.yaml", unit.id, "email", f"“{address}” não é um endereço de e-mail.")
        agency = agencies.get(unit.agency)
        if agency is not None and not any(_mask_troubles(agency.numbering_mask)):
            yield from _first_number(unit, agency, owners)
    for agency in city.agencies:
        if not any(unit.agency == agency.id for unit in city.units):
            yield Problem("agencies.yaml", agency.id, None, "o órgão não tem nenhuma unidade em units.yaml.")


def _first_number(unit: Unit, agency: Agency, owners: dict[str, str]) -> Iterator[Problem]:
    """Two agencies that would print the same first number would print all of them twice (PRO-05)."""
    mask = parse_mask(agency.numbering_mask)
    codes = Codes(agency_sei=agency.sei_code, unit_sei=unit.sei_code)
    try:
        number = format_number(mask, codes, 2026, 1)
    except Refused as refused:
        yield Problem("units.yaml", unit.id, "codigo_sei", refused.message)
        return
    owner = owners.setdefault(number, unit.agency)
    if owner != unit.agency:
        message = f"o processo {number} seria também do órgão “{owner}”; use outro código."
        yield Problem("units.yaml", unit.id, "codigo_sei", message)
    width = next((part.width for part in mask.parts if part.code == Code.UNIT_SEI and part.kind == "code"), 0)
    if width and len(unit.sei_code) != width:
        message = f"“{unit.sei_code}” deve ter {width} algarismos, como pede a máscara do órgão."
        yield Problem("units.yaml", unit.id, "codigo_sei", message)


def _hierarchy(city: City) -> Iterator[Problem]:
    units = {unit.id: unit for unit in city.units}
    for unit in city.units:
        if unit.parent is None:
            continue
        parent = units.get(unit.parent)
        if parent is None:
            yield Problem("units.yaml", unit.id, "superior", f"“{unit.parent}” não está cadastrada.")
        elif parent.agency != unit.agency:
            yield Problem("units.yaml", unit.id, "superior", "a unidade superior é de outro órgão.")
        else:
            path = [unit.id]
            while parent is not None and parent.id not in path:
                path.append(parent.id)
                parent = units.get(parent.parent) if parent.parent else None
            if parent is not None:
                cycle = " → ".join([*path, parent.id])
                yield Problem("units.yaml", unit.id, "superior", f"a hierarquia dá uma volta: {cycle}.")


def _subjects(city: City) -> Iterator[Problem]:
    structural = {subject.code for subject in city.subjects if subject.structural}
    for subject in city.subjects:
        if subject.parent is not None and subject.parent not in structural:
            message = f"falta o item estrutural “{subject.parent}”, acima deste no plano."
            yield Problem("subjects.yaml", subject.code, "codigo", message)


def _types(city: City, file: str, types: Sequence[ProcessType | DocumentType]) -> Iterator[Problem]:
    """Where a type is used and what it suggests must be there."""
    usable = {subject.code for subject in city.subjects if not subject.structural}
    yield from _absent(
        file, types, "code", "somente_orgaos", lambda t: t.agencies, {a.id for a in city.agencies}
    )
    yield from _absent(file, types, "code", "somente_unidades", lambda t: t.units, {u.id for u in city.units})
    for each in types:
        for code in each.suggested_subjects:
            if code not in usable:
                message = f"“{code}” não está no plano ou é apenas estrutural."
                yield Problem(file, each.code, "assuntos_sugeridos", message)


def _process_types(city: City) -> Iterator[Problem]:
    file = "process_types.yaml"
    types = city.process_types
    yield from _types(city, file, types)
    levels = {basis.code: basis.level for basis in city.legal_bases}
    for process_type in types:
        if not process_type.suggested_subjects:
            yield Problem(file, process_type.code, "assuntos_sugeridos", "sugira ao menos um assunto.")
        yield from _suggested_access(file, process_type, levels)


def _suggested_access(file: str, process_type: ProcessType, levels: dict[str, str]) -> Iterator[Problem]:
    code, level, basis = process_type.code, process_type.suggested_level, process_type.suggested_legal_basis
    if level not in process_type.allowed_levels:
        yield Problem(file, code, "nivel_sugerido", "não está entre os níveis permitidos.")
    if level == "public" and basis is not None:
        yield Problem(file, code, "hipotese_sugerida", "processo público não leva hipótese legal.")
    if level != "public" and basis is None:
        yield Problem(file, code, "hipotese_sugerida", "é obrigatória quando o nível sugerido não é público.")
    if basis is not None and basis not in levels:
        yield Problem(file, code, "hipotese_sugerida", f"“{basis}” não está cadastrada.")
    elif basis is not None and level != "public" and levels[basis] != level:
        yield Problem(file, code, "hipotese_sugerida", f"“{basis}” não vale para o nível sugerido.")


def _concealment(city: City) -> Iterator[Problem]:
    """The certificate of concealment is written here: its type must be one of those."""
    code = city.tenant.concealment_certificate_type
    written = {kind.code for kind in city.document_types if kind.applies_to in ("both", "authored")}
    if code and code not in written:
        message = f"“{code}” não é um tipo de documento que se escreva no sistema."
        yield Problem("tenant.yaml", None, "tipo_certidao_ocultacao", message)


def _document_types(city: City) -> Iterator[Problem]:
    templates = {template.document_type: template.content for template in city.templates}
    yield from _types(city, "document_types.yaml", city.document_types)
    for document_type in city.document_types:
        code = document_type.code
        if document_type.has_template and code not in templates:
            yield Problem("document_types.yaml", code, "modelo", f"falta o arquivo templates/{code}.yaml.")
        if document_type.has_template and document_type.applies_to == "uploaded":
            yield Problem("document_types.yaml", code, "modelo", "tipo só externo não tem modelo.")
    forms = {form.document_type for form in city.forms}
    of_form = {kind.code for kind in city.document_types if kind.applies_to == "form"}
    for code in sorted(of_form - forms):
        yield Problem("document_types.yaml", code, "aplicabilidade", f"falta o arquivo forms/{code}.yaml.")
    for code in sorted(forms - of_form):
        message = "nenhum tipo de documento com “aplicabilidade: formulario” tem este código."
        yield Problem(f"forms/{code}.yaml", None, None, message)
    with_template = {kind.code for kind in city.document_types if kind.has_template}
    for code, content in templates.items():
        file = f"templates/{code}.yaml"
        if code not in with_template:
            yield Problem(file, None, None, "nenhum tipo de documento com “modelo: sim” tem este código.")
        roles = [section["attrs"]["role"] for section in content["content"]]
        for role, word in (("body", "corpo"), ("signature", "assinatura")):
            if roles.count(role) != 1:
                yield Problem(file, None, None, f"deve ter exatamente uma seção de {word}.")


def _history_views(city: City) -> Iterator[Problem]:
    """A kind of fact misspelt would hide nothing, in silence."""
    file, known = "history_views.yaml", set(FACTS)
    yield from _absent(file, city.history_views, "code", "andamento", lambda row: [row.code], known)


def _role_titles(city: City) -> Iterator[Problem]:
    units = {unit.id for unit in city.units}
    yield from _absent("role_titles.yaml", city.role_titles, "unit", "unidade", lambda row: [row.unit], units)
    for missing in sorted(units - {row.unit for row in city.role_titles}):
        yield Problem(
            "role_titles.yaml", missing, None, "a unidade não tem cargos; ninguém poderia assinar nela."
        )


def _users(city: City) -> Iterator[Problem]:
    agencies = {agency.id for agency in city.agencies}
    units = {unit.id for unit in city.units}
    yield from _absent("users.yaml", city.users, "login", "orgao", lambda user: [user.agency], agencies)
    yield from _absent(
        "users.yaml",
        city.users,
        "login",
        "permissoes",
        lambda user: [grant.unit for grant in user.grants],
        units,
    )
    titles = {row.unit: row.titles for row in city.role_titles}
    for user in city.users:
        if not any(user.role_title in titles.get(grant.unit, ()) for grant in user.grants):
            message = (
                f"“{user.role_title}” não está entre os cargos das unidades da pessoa (role_titles.yaml)."
            )
            yield Problem("users.yaml", user.login, "cargo", message)


def _contacts(city: City) -> Iterator[Problem]:
    for contact in city.contacts:
        if contact.document is not None and not _valid_document(contact):
            kind = "CPF" if contact.kind == "person" else "CNPJ"
            yield Problem(
                "contacts.yaml", contact.id, "documento", f"os dígitos verificadores do {kind} não conferem."
            )


def _valid_document(contact: Contact) -> bool:
    """CPF (weights 2..11) and CNPJ (weights 2..9, cyclic), both modulo 11 with 10 and 11 read as 0.

    The CNPJ may have letters before its check digits (Receita Federal, from July 2026): each character
    is worth its ASCII code minus 48.
    """
    code, form, cycle = contact.document or "", r"\d{11}", 10
    if contact.kind == "organisation":
        form, cycle = r"[0-9A-Z]{12}\d{2}", 8
    if not re.fullmatch(form, code):
        return False
    for end in (len(code) - 2, len(code) - 1):
        values = [ord(character) - 48 for character in reversed(code[:end])]
        total = sum(value * (2 + n % cycle) for n, value in enumerate(values))
        if int(code[end]) != (11 - total % 11 if total % 11 > 1 else 0):
            return False
    return True
