"""A small city: its units, its people and its catalogues, as constants that tests may quote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from chalicelib.domain.access import Profile
from chalicelib.domain.catalogue import DocumentType, LegalBasis, ProcessType, Subject
from chalicelib.domain.form import Form
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Agency, Person, Unit
from chalicelib.domain.plan_editing import PlanShelf
from chalicelib.domain.rollout import Rollout
from chalicelib.domain.work_plan import WorkPlan

TENANT = "ubatuba"
ZONE = ZoneInfo("America/Sao_Paulo")
#: A Monday, nine in the morning on the city's clocks.
START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

MASK = "@cod_unidade_sei_05d@.@seq_anual_cod_unidade_sei_06d@/@ano_4d@-@dv_mod11_executivo_federal_2d@"
PMU = Agency("pmu", "PMU", "Prefeitura Municipal", "1", MASK)
IPMU = Agency("ipmu", "IPMU", "Instituto de Previdência Municipal", "2", MASK)

PROTOCOL = Unit("semad-prot", "SEMAD/PROT", "Protocolo Geral", "pmu", "1101", protocol=True)
PERSONNEL = Unit(
    "semad-rh",
    "SEMAD/RH",
    "Recursos Humanos",
    "pmu",
    "1102",
    mailboxes=("rh@ubatuba.example", "folha@ubatuba.example"),
)
CABINET = Unit("gab", "GAB", "Gabinete do Prefeito", "pmu", "1001", mailboxes=("gab@ubatuba.example",))
WORKS = Unit("obras", "OBRAS", "Secretaria de Obras", "pmu", "1301")
CLOSED = Unit("extinta", "EXTINTA", "Unidade extinta", "pmu", "1901", active=False)
SILENT = Unit("arquivo", "ARQUIVO", "Arquivo morto", "pmu", "1902", can_receive=False)
PENSIONS = Unit("ipmu-ben", "IPMU/BEN", "Benefícios", "ipmu", "2001")
UNITS = (PROTOCOL, PERSONNEL, CABINET, WORKS, CLOSED, SILENT, PENSIONS)

ANA = Person("ana.lima", "Ana Lima")
CARLOS = Person("carlos.moura", "Carlos Moura")
MARINA = Person("marina.costa", "Marina Costa")
DIEGO = Person("diego.alves", "Diego Alves")
HELENA = Person("helena.prado", "Helena Prado")
IVO = Person("ivo.reis", "Ivo Reis")
MEMBERS: Mapping[str, tuple[Person, ...]] = {
    PROTOCOL.id: (ANA, CARLOS),
    PERSONNEL.id: (DIEGO, MARINA),
    CABINET.id: (HELENA,),
    PENSIONS.id: (IVO,),
}


def at_work(person: Person, unit: Unit, *profiles: Profile) -> Actor:
    """Somebody in a unit, with the basic profile unless told."""
    held = frozenset(profile.value for profile in profiles or (Profile.BASIC,))
    return Actor(TENANT, person, unit.short, unit.agency, held, unit.protocol)


@dataclass(frozen=True)
class Tables:
    """Catalogues held in memory: implements ``application.ports.Catalogues``."""

    templates: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    texts: Sequence[Mapping[str, Any]] = ()
    plans: Mapping[str, WorkPlan] = field(default_factory=dict)
    shelf: PlanShelf = field(default_factory=PlanShelf)
    progress: Rollout = field(default_factory=Rollout)
    parameters: Mapping[str, Any] = field(default_factory=dict)

    def agencies(self) -> Mapping[str, Agency]:
        return {agency.id: agency for agency in (PMU, IPMU)}

    def units(self) -> Mapping[str, Unit]:
        return {unit.id: unit for unit in UNITS}

    def process_types(self) -> Mapping[str, ProcessType]:
        both = ("public", "restricted")
        return {
            kind.code: kind
            for kind in (
                ProcessType("pedido", "Pedido do cidadão", "", ("01.02.01",), both),
                ProcessType("licenca", "Licença de servidor", "", ("01.03.01",), both, "restricted", "pessoal"),
                ProcessType("aberto", "Processo sempre público"),
                ProcessType("sigilo", "Sindicância", allowed_levels=("restricted", "confidential"),
                            suggested_level="confidential", suggested_legal_basis="sindicancia"),
                ProcessType("obra", "Alvará de obra", units=frozenset({WORKS.id})),
            )
        }  # fmt: skip

    def document_types(self) -> Mapping[str, DocumentType]:
        return {
            kind.code: kind
            for kind in (DocumentType("oficio", "Ofício"), DocumentType("despacho", "Despacho"))
        }

    def subjects(self) -> Mapping[str, Subject]:
        plan = (
            Subject("01", "Atividade-meio", structural=True),
            Subject("01.02.01", "Requerimentos"),
            Subject("01.03.01", "Licenças"),
        )
        return {subject.code: subject for subject in plan}

    def work_plans(self) -> Mapping[str, WorkPlan]:
        return self.plans

    def plan_shelf(self) -> PlanShelf:
        return self.shelf

    def legal_bases(self) -> Mapping[str, LegalBasis]:
        laws = (
            LegalBasis("pessoal", "Informação pessoal", "Lei 12.527/2011, art. 31", "restricted"),
            LegalBasis(
                "preparatorio", "Documento preparatório", "Lei 12.527/2011, art. 7º, § 3º", "restricted"
            ),
            LegalBasis("sindicancia", "Sindicância", "Lei 8.112/1990, art. 150", "confidential"),
        )
        return {basis.code: basis for basis in laws}

    def form(self, document_type: str) -> Form | None:
        return self.forms.get(document_type)

    def template(self, document_type: str) -> Mapping[str, Any] | None:
        return self.templates.get(document_type)

    def plain(self, name: str) -> Sequence[Mapping[str, Any]]:
        rows: dict[str, list[Mapping[str, Any]]] = {
            "priorities": [
                {"code": "idoso-80", "name": "Pessoa idosa com 80 anos ou mais", "law": "Lei 10.741"}
            ],
            "mail-templates": list(self.texts),
            "conformity-checks": [
                {"code": "copia-simples", "name": "Cópia simples"},
                {
                    "code": "copia-autenticada-administrativamente",
                    "name": "Cópia autenticada administrativamente",
                },
            ],
            "role-titles": [{"unit": PROTOCOL.id, "titles": ["Agente de Protocolo"]}],
            "holidays": [{"date": "2026-12-25", "name": "Natal", "scope": "national"}],
        }
        return rows.get(name, [])

    def holidays(self, agency: str) -> frozenset[date]:
        return frozenset({date(2026, 12, 25), date(2026, 11, 27) if agency == "pmu" else date(2026, 12, 25)})

    def rollout(self) -> Rollout:
        return self.progress

    def tenant(self) -> Mapping[str, Any]:
        return {"id": TENANT, "name": "Município de Ubatuba", "time_zone": "America/Sao_Paulo", **self.parameters}
