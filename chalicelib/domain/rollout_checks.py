"""What of the acceptance checklist the system verifies by itself: each check says what is missing (issue 5 §7)."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from chalicelib.domain.value import dataclass

from .access import Profile
from .catalogue import LegalBasis, ProcessType, Subject
from .errors import DomainError
from .identity import User
from .numbering import Codes, format_number, parse_mask, sequence_key
from .organisation import Agency, Unit
from .rollout import RolloutItem

#: How many names a sentence tells before it only counts the rest.
NAMED = 5
#: The checks that look at everybody in the register.
ABOUT_PEOPLE = frozenset({"users_imported", "administrators", "key_users", "people_trained"})
#: Whoever has one of these works on processes; the others care for the system.
WORKING = frozenset({Profile.BASIC, Profile.PROTOCOL, Profile.ARCHIVE, Profile.OMBUDSMAN})


@dataclass(frozen=True, slots=True)
class RolloutPeople:
    """``staffed``: units where somebody works on processes; ``trained``: how many finished an exercise."""

    staffed: frozenset[str]
    administrators: int
    key_users: int
    trained: int


@dataclass(frozen=True, slots=True)
class RolloutFacts:
    """What checks look at: active agencies and units, tables, and the rest of the installation."""

    agencies: Sequence[Agency]
    units: Sequence[Unit]
    process_types: Sequence[ProcessType]
    subjects: Mapping[str, Subject]
    legal_bases: Sequence[LegalBasis]
    card: Mapping[str, Any]
    people: RolloutPeople
    signed_agencies: int
    sends_email: bool
    year: int


def people_of(
    users: Iterable[User], units: Mapping[str, Unit], day: date, trained: int, working: frozenset[str] = WORKING
) -> RolloutPeople:
    """Of everybody in the register, as permissions are on ``day``; ``working``: the profiles that work on processes."""
    staffed: set[str] = set()
    administrators = key_users = 0
    for user in users:
        if user.blocked:
            continue
        held = [(unit, user.profiles_in(unit, day, units)) for unit in user.units_on(day, units)]
        staffed |= {unit for unit, profiles in held if profiles & working}
        every = frozenset().union(*(profiles for _, profiles in held)) if held else frozenset()
        administrators += Profile.ADMINISTRATOR in every
        key_users += Profile.KEY_USER in every
    return RolloutPeople(frozenset(staffed), administrators, key_users, trained)


def missing_of(items: Sequence[RolloutItem], facts: RolloutFacts) -> dict[str, str]:
    """Item -> what is missing, empty when nothing is, of the items that have a check."""
    return {item.code: CHECKS[item.check](facts, item.at_least) for item in items if item.check}


def _units_surveyed(facts: RolloutFacts, at_least: int) -> str:
    if len(facts.units) < at_least:
        return f"Há {_count(len(facts.units), 'unidade ativa', 'unidades ativas')}; são precisas {at_least}."
    with_units = {unit.agency for unit in facts.units}
    empty = [agency.acronym for agency in facts.agencies if agency.id not in with_units]
    if empty:
        return f"Órgãos sem nenhuma unidade ativa: {_named(empty)}."
    silent = [unit.acronym for unit in facts.units if not unit.address]
    return f"Unidades sem endereço, que sai nos documentos: {_named(silent)}." if silent else ""


def _users_imported(facts: RolloutFacts, _: int) -> str:
    empty = [unit.acronym for unit in facts.units if unit.id not in facts.people.staffed]
    return f"Unidades em que ninguém trabalha ainda: {_named(empty)}." if empty else ""


def _administrators(facts: RolloutFacts, at_least: int) -> str:
    return _enough(facts.people.administrators, at_least, "administrador", "administradores")


def _key_users(facts: RolloutFacts, at_least: int) -> str:
    return _enough(facts.people.key_users, at_least, "multiplicador", "multiplicadores")


def _people_trained(facts: RolloutFacts, at_least: int) -> str:
    trained = facts.people.trained
    return _enough(trained, at_least, "pessoa que concluiu um exercício", "pessoas que concluíram um exercício")


def _numbering_mask(facts: RolloutFacts, _: int) -> str:
    agencies = {agency.id: agency for agency in facts.agencies}
    given: dict[str, str] = {}
    for unit in facts.units:
        if unit.agency not in agencies:
            continue
        agency = agencies[unit.agency]
        codes = Codes.of(agency, unit)
        try:
            mask = parse_mask(agency.numbering_mask)
            number, counter = format_number(mask, codes, facts.year, 1), sequence_key(mask, codes, facts.year)
        except DomainError:
            return f"A máscara de {agency.acronym} não forma um número com o código da unidade {unit.acronym}."
        # Units that share a code share its counter; the same number of two counters is a number given twice.
        if given.setdefault(number, counter) != counter:
            return f"Duas unidades dariam o mesmo número de processo ({number}): uma delas é {unit.acronym}."
    return ""


def _letterhead(facts: RolloutFacts, _: int) -> str:
    bare = [agency.acronym for agency in facts.agencies if not agency.letterhead]
    if bare:
        return f"Órgãos sem timbre: {_named(bare)}."
    return "" if facts.card.get("coat_of_arms") else "Falta o brasão."


def _classification_plan(facts: RolloutFacts, _: int) -> str:
    kept = {code for code, one in facts.subjects.items() if one.retention and not one.structural and one.active}
    if not kept:
        return "Nenhum assunto em uso tem prazo de guarda."
    bare = [kind.name for kind in facts.process_types if not kept & set(kind.suggested_subjects)]
    return f"Tipos de processo sem assunto sugerido: {_named(bare)}." if bare else ""


def _legal_bases(facts: RolloutFacts, _: int) -> str:
    levels = {basis.level for basis in facts.legal_bases}
    secret = (("restricted", "restrito"), ("confidential", "sigiloso"))
    lacking = [name for level, name in secret if level not in levels]
    return f"Não há hipótese legal para o nível {' nem para o '.join(lacking)}." if lacking else ""


def _founding_norm(facts: RolloutFacts, _: int) -> str:
    norm = str(facts.card.get("founding_norm", ""))
    if not norm.strip():
        return "A norma instituidora não foi informada nos parâmetros."
    return "A norma instituidora nos parâmetros ainda é a do exemplo." if "(exemplo)" in norm.casefold() else ""


def _two_steps(facts: RolloutFacts, _: int) -> str:
    asked = facts.card.get("second_factor_profiles") or ()
    if Profile.ADMINISTRATOR in asked:
        return ""
    return "A verificação em duas etapas não é exigida de quem administra."


def _ledger_signed(facts: RolloutFacts, _: int) -> str:
    if facts.signed_agencies:
        return ""
    return "O registro público ainda não foi assinado: faça o processo de teste e espere a próxima hora."


def _sends_email(facts: RolloutFacts, _: int) -> str:
    return "" if facts.sends_email else "A instalação não tem remetente: nenhum e-mail sai."


CHECKS: Mapping[str, Callable[[RolloutFacts, int], str]] = {
    "units_surveyed": _units_surveyed,
    "users_imported": _users_imported,
    "administrators": _administrators,
    "key_users": _key_users,
    "people_trained": _people_trained,
    "numbering_mask": _numbering_mask,
    "letterhead": _letterhead,
    "classification_plan": _classification_plan,
    "legal_bases": _legal_bases,
    "founding_norm": _founding_norm,
    "two_steps": _two_steps,
    "ledger_signed": _ledger_signed,
    "sends_email": _sends_email,
}


def _enough(found: int, at_least: int, one: str, many: str) -> str:
    if found >= at_least:
        return ""
    if found == 0:
        return f"Ainda não há {many}; é preciso haver ao menos {at_least}."
    return f"Há {_count(found, one, many)}; é preciso haver ao menos {at_least}."


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _named(names: Collection[str]) -> str:
    first, rest = list(names)[:NAMED], len(names) - NAMED
    return ", ".join(first) + (f" e mais {rest}" if rest > 0 else "")
