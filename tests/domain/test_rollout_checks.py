"""What the system verifies by itself of the acceptance checklist, and what it says is missing (issue 5 §7)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from chalicelib.domain.catalogue import LegalBasis, ProcessType, Retention, Subject
from chalicelib.domain.identity import Grant, User
from chalicelib.domain.organisation import Agency, Unit
from chalicelib.domain.rollout import RolloutItem
from chalicelib.domain.rollout_checks import CHECKS, RolloutFacts, RolloutPeople, missing_of, people_of

MASK = "@cod_unidade_sei_05d@.@seq_anual_cod_unidade_sei_06d@/@ano_4d@-@dv_mod11_executivo_federal_2d@"
PMU = Agency("pmu", "PMU", "Prefeitura", "001", MASK, ("Prefeitura",))
GAB = Unit("gab", "GAB", "Gabinete", "pmu", "01001", address="Praça, 1")
RH = Unit("rh", "RH", "Recursos Humanos", "pmu", "01002", address="Praça, 1")
KEPT = Subject("01.01", "Férias", retention=Retention(5, "", 0, "disposal"))
FACTS = RolloutFacts(
    agencies=[PMU],
    units=[GAB, RH],
    process_types=[ProcessType("ferias", "Férias", suggested_subjects=("01.01",))],
    subjects={"01.01": KEPT, "01": Subject("01", "Pessoal", structural=True)},
    legal_bases=[LegalBasis("a", "A", "Lei", "restricted"), LegalBasis("b", "B", "Lei", "confidential")],
    card={"coat_of_arms": "data:", "founding_norm": "Decreto nº 1/2026", "second_factor_profiles": ["administrator"]},
    people=RolloutPeople(frozenset({"gab", "rh"}), 2, 2, 10),
    signed_agencies=1,
    sends_email=True,
    year=2026,
)  # fmt: skip


def without(**other: Any) -> RolloutFacts:
    return replace(FACTS, **other)


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_nothing_is_missing_where_all_is_done(check: str):
    assert CHECKS[check](FACTS, 2) == ""


@pytest.mark.parametrize(
    ("check", "facts", "told"),
    [
        ("units_surveyed", without(units=[GAB]), "Há 1 unidade ativa; são precisas 2."),
        (
            "units_surveyed",
            without(agencies=[PMU, replace(PMU, id="ipmu", acronym="IPMU")]),
            "Órgãos sem nenhuma unidade ativa: IPMU.",
        ),
        (
            "units_surveyed",
            without(units=[GAB, replace(RH, address="")]),
            "Unidades sem endereço, que sai nos documentos: RH.",
        ),
        (
            "users_imported",
            without(people=replace(FACTS.people, staffed=frozenset({"gab"}))),
            "Unidades em que ninguém trabalha ainda: RH.",
        ),
        (
            "administrators",
            without(people=replace(FACTS.people, administrators=1)),
            "Há 1 administrador; é preciso haver ao menos 2.",
        ),
        (
            "key_users",
            without(people=replace(FACTS.people, key_users=0)),
            "Ainda não há multiplicadores; é preciso haver ao menos 2.",
        ),
        (
            "people_trained",
            without(people=replace(FACTS.people, trained=1)),
            "Há 1 pessoa que concluiu um exercício; é preciso haver ao menos 2.",
        ),
        (
            "numbering_mask",
            without(units=[replace(GAB, sei_code="1234567")]),
            "A máscara de PMU não forma um número com o código da unidade GAB.",
        ),
        ("letterhead", without(agencies=[replace(PMU, letterhead=())]), "Órgãos sem timbre: PMU."),
        ("letterhead", without(card={}), "Falta o brasão."),
        ("classification_plan", without(subjects={}), "Nenhum assunto em uso tem prazo de guarda."),
        (
            "classification_plan",
            without(process_types=[ProcessType("x", "Xis")]),
            "Tipos de processo sem assunto sugerido: Xis.",
        ),
        ("legal_bases", without(legal_bases=FACTS.legal_bases[:1]), "Não há hipótese legal para o nível sigiloso."),
        (
            "founding_norm",
            without(card={"founding_norm": " "}),
            "A norma instituidora não foi informada nos parâmetros.",
        ),
        (
            "founding_norm",
            without(card={"founding_norm": "Decreto nº 1 (exemplo)"}),
            "A norma instituidora nos parâmetros ainda é a do exemplo.",
        ),
        ("two_steps", without(card={}), "A verificação em duas etapas não é exigida de quem administra."),
        (
            "ledger_signed",
            without(signed_agencies=0),
            "O registro público ainda não foi assinado: faça o processo de teste e espere a próxima hora.",
        ),
        ("sends_email", without(sends_email=False), "A instalação não tem remetente: nenhum e-mail sai."),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_by_name(check: str, facts: RolloutFacts, told: str):
    assert CHECKS[check](facts, 2) == told


def test_agencies_whose_masks_would_give_one_number_twice_are_found():
    other = replace(
        PMU,
        id="ipmu",
        acronym="IPMU",
        sei_code="002",
        numbering_mask=MASK.replace("cod_unidade_sei_05d", "cod_orgao_sei_05d", 1),
    )
    mine = replace(RH, id="b", acronym="B", agency="ipmu", sei_code="77")
    twice = without(
        agencies=[replace(PMU, sei_code="002", numbering_mask=other.numbering_mask), other], units=[GAB, mine]
    )
    assert "Duas unidades dariam o mesmo número de processo" in CHECKS["numbering_mask"](twice, 1)


def test_units_that_share_a_code_share_its_numbers_and_that_is_nothing_missing():
    assert CHECKS["numbering_mask"](without(units=[GAB, replace(RH, sei_code="1001")]), 1) == ""


def test_long_list_of_names_is_cut_short():
    units = [replace(GAB, id=f"u{n}", acronym=f"U{n}", address="") for n in range(7)]
    assert CHECKS["units_surveyed"](without(units=units), 1).endswith("U0, U1, U2, U3, U4 e mais 2.")


def test_people_count_by_what_they_may_do_today_in_active_units():
    units = {"gab": GAB, "rh": RH}
    users = [
        User("a", "t", "A", "pmu", grants=(Grant("gab", "basic"), Grant("*", "administrator"))),
        User(
            "b", "t", "B", "pmu", grants=(Grant("rh", "basic", valid_until=date(2026, 1, 1)), Grant("rh", "key_user"))
        ),
        User("c", "t", "C", "pmu", grants=(Grant("rh", "protocol"),), blocked=True),
        User("d", "t", "D", "pmu"),
    ]
    found = people_of(users, units, date(2026, 11, 27), 3)
    assert found == RolloutPeople(frozenset({"gab"}), 1, 1, 3)


def test_only_items_with_a_check_are_looked_at():
    items = [RolloutItem("a", "A"), RolloutItem("b", "B", check="sends_email")]
    assert missing_of(items, without(sends_email=False)) == {
        "b": "A instalação não tem remetente: nenhum e-mail sai."
    }
