"""Announcements, profiles, criteria of internal control and days off of a city's folder (ACC-10, ACC-12, TRA-15)."""

from collections.abc import Iterator

from chalicelib.domain.city_profile import OFFERED_ACTS
from chalicelib.domain.policy_titles import TITLES
from infra.local.catalogue_records import City, Holiday
from infra.local.catalogue_rows import Problem, Row
from infra.local.catalogue_sayings import Announcement, CityProfileRow, ControlCriterion

ANNOUNCEMENTS = "announcements.yaml"
CONTROL = "control_criteria.yaml"
PROFILES = "profiles.yaml"
#: The acts that a profile may include, as the screens call them.
ACTS = {TITLES[act]: act.value for act in OFFERED_ACTS}
SCOPES = {"nacional": "national", "estadual": "state", "municipal": "municipal"}
HOLIDAY_KINDS = {"feriado": "holiday", "ponto_facultativo": "optional"}


def holiday(row: Row) -> Holiday:
    """One day without normal office hours."""
    return Holiday(
        date=row.civil_date("data"),
        name=row.text("nome"),
        scope=row.choice("ambito", SCOPES),
        kind=row.choice("tipo", HOLIDAY_KINDS),
        norm=row.text("norma", 200),
    )


def announcement(row: Row) -> Announcement:
    """One announcement."""
    return Announcement(
        code=row.slug("codigo"),
        title=row.text("titulo", 100),
        text=row.text("texto", 1000),
        first_day=row.civil_date("do_dia"),
        last_day=row.civil_date("ate_o_dia"),
        important=row.flag("importante"),
        units=row.texts("somente_unidades"),
    )


def check_announcements(city: City) -> Iterator[Problem]:
    """Days in their order, and units that exist."""
    known = {unit.id for unit in city.units}
    for one in city.announcements:
        if one.last_day < one.first_day:
            yield Problem(ANNOUNCEMENTS, one.code, "ate_o_dia", "vem antes do primeiro dia.")
        for unit in one.units:
            if unit not in known:
                yield Problem(ANNOUNCEMENTS, one.code, "somente_unidades", f"“{unit}” não está cadastrado.")


def control_criterion(row: Row) -> ControlCriterion:
    """One criterion; who controls is at least a unit or an agency."""
    criterion = ControlCriterion(
        code=row.slug("codigo"),
        name=row.text("nome"),
        units=row.texts("unidades"),
        agencies=row.texts("orgaos"),
        process_types=row.texts("tipos_de_processo"),
        started_in=row.texts("iniciados_nos_orgaos"),
    )
    if not criterion.units and not criterion.agencies:
        row.problem("unidades", "diga ao menos uma unidade ou um órgão que controla.")
    return criterion


def city_profile(row: Row) -> CityProfileRow:
    """One profile, by the names of its acts."""
    named = row.texts("atos")
    for one in named:
        if one not in ACTS:
            row.problem("atos", f"“{one}” não é um ato que um perfil do município possa ter.")
    if not named:
        row.problem("atos", "diga ao menos um ato.")
    return CityProfileRow(
        code=row.slug("codigo"),
        name=row.text("nome", 60),
        description=row.text("descricao", 500),
        acts=tuple(ACTS[one] for one in named if one in ACTS),
    )


def check_control_criteria(city: City) -> Iterator[Problem]:
    """Every unit, agency and type that a criterion names and the city lacks."""
    units = {unit.id for unit in city.units}
    agencies = {agency.id for agency in city.agencies}
    types = {kind.code for kind in city.process_types}
    for one in city.control_criteria:
        for field, named, known in (
            ("unidades", one.units, units),
            ("orgaos", one.agencies, agencies),
            ("tipos_de_processo", one.process_types, types),
            ("iniciados_nos_orgaos", one.started_in, agencies),
        ):
            for value in named:
                if value not in known:
                    yield Problem(CONTROL, one.code, field, f"“{value}” não está cadastrado.")
