"""Tenants of an installation, from the command line.

    python -m infra.tenant create FOLDER --administrator maria.silva --name "Maria Silva" --email maria@cidade.sp.gov.br
    python -m infra.tenant check FOLDER
    python -m infra.tenant list
    python -m infra.tenant suspend TENANT --reason "Mudança de contrato"
    python -m infra.tenant resume TENANT
    python -m infra.tenant training FOLDER
    python -m infra.tenant reset TENANT
    python -m infra.tenant addresses TENANT [sei.cidade.sp.gov.br] [sei.cidade.sp.gov.br/treinamento] ['*/treinamento']

``--model FOLDER`` gives what the city's own folder leaves out: types, subjects, legal bases, templates and the other
tables that cities share. ``--stage`` says which installation (``local`` is the one of ``make run``).
"""

import argparse
import getpass
import os
import secrets
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from chalicelib.adapters.dynamodb.addresses import places as tenant_places
from chalicelib.adapters.dynamodb.addresses import tenants
from chalicelib.application.tenants.read_tenant import read_tenant
from chalicelib.application.tenants.reset_training import reset_training
from chalicelib.application.tenants.resume_tenant import resume_tenant
from chalicelib.application.tenants.set_addresses import set_addresses
from chalicelib.application.tenants.suspend_tenant import suspend_tenant
from chalicelib.application.training.fill import fill_training
from chalicelib.application.transaction import Operation
from chalicelib.composition import Installation
from chalicelib.domain.errors import DomainError
from chalicelib.operators_background import filling, operating
from chalicelib.settings import read_settings
from infra import deploy, layers, stacks
from infra.local.catalogue_reader import read_city
from infra.local.catalogue_rows import CatalogueProblems
from infra.tenants import Administrator, create
from infra.training import by_itself, logins, make_training

LOCAL = "local"
#: Where ``make run`` puts the services beside its site, unless told another port.
SERVICES = "http://127.0.0.1:8421"
REGION = "sa-east-1"


def installation(stage: str, endpoint: str | None) -> Installation:
    """The installation of a stage, as its own functions see it. Raises StackMissing."""
    here = stage == LOCAL
    credentials = {"aws_access_key_id": "test", "aws_secret_access_key": "test"} if here else None
    target = layers.embedded() if here else layers.CLOUD
    region = os.environ.get("AWS_REGION", REGION)
    cloud = deploy.Cloud(region, target, (endpoint or SERVICES) if here else endpoint, credentials)
    app = stacks.outputs(cloud.client("cloudformation"), f"iperoig-{stage}-app")
    if "APIHandlerName" not in app:
        raise StackMissing(f"A instalação “{stage}” não foi encontrada: publique-a antes (make run, make deploy).")
    function = cloud.client("lambda").get_function_configuration(FunctionName=app["APIHandlerName"])
    os.environ.update(function["Environment"]["Variables"])
    os.environ["AWS_DEFAULT_REGION"] = region
    if cloud.endpoint:
        os.environ["AWS_ENDPOINT_URL"] = cloud.endpoint
    for name, value in (credentials or {}).items():
        os.environ[name.upper()] = value
    return Installation(read_settings())


class StackMissing(RuntimeError):
    """There is no installation by that name."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; -> the exit status."""
    asked = _parser().parse_args(arguments)
    try:
        if asked.verb == "list":
            installation(asked.stage, asked.endpoint)
            print("\n".join(tenants()) or "Nenhum município.")
        elif asked.verb == "addresses":
            _addresses(asked)
        elif asked.verb in ("suspend", "resume"):
            _suspension(asked)
        elif asked.verb == "training":
            _training(asked, installation(asked.stage, asked.endpoint), None)
        elif asked.verb == "reset":
            _reset(asked)
        elif asked.verb == "check":
            city = read_city(asked.folder, asked.model)
            print(f"{city.tenant.name}: {len(city.units)} unidades, {len(city.users)} usuários. Nada a corrigir.")
        else:
            _create(asked)
    except (CatalogueProblems, StackMissing, DomainError) as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def _create(asked: argparse.Namespace) -> None:
    began = time.monotonic()
    city = read_city(asked.folder, asked.model)
    place = installation(asked.stage, asked.endpoint)
    password = asked.password or secrets.token_urlsafe(12)
    person = Administrator(asked.administrator, asked.name, asked.email, password)
    written = create(place, city, person, print, asked.with_users)
    print(f"{city.tenant.name}: pronto em {time.monotonic() - began:.1f} s, {written} pessoas novas.")
    if written:
        print(f"Primeira entrada de {person.login}, se ainda não entrou: {password} (troque-a em Segurança).")
    if asked.training:
        own = city.tenant.id == place.settings.tenant or place.address_book().first_of(city.tenant.id)
        there = place.public_address(city.tenant.id) if own else "ainda sem endereço; dê-lhe um com addresses."
        print(f"Ambiente de verdade: {there}")
        _training(asked, place, person)


def _training(asked: argparse.Namespace, place: Installation, person: Administrator | None) -> None:
    """Beside the real one: what nobody needs to keep secret is told to whoever trains."""
    began, password = time.monotonic(), asked.training_password or secrets.token_urlsafe(9)
    made = make_training(place, asked.folder, asked.model, password, print, person)
    print(f"{made}: pronto em {time.monotonic() - began:.1f} s.")
    print(f"Ambiente de treinamento: {place.public_address(made)}")
    for login, duty in logins(asked.folder, asked.model):
        print(f"  {login}  {duty}")
    kit = filling(place).kit(next(one.training.kit for one in tenant_places() if one.tenant == made and one.training))
    print(f"Senha de todos eles: {kit.password}")


def _reset(asked: argparse.Namespace) -> None:
    outside = by_itself(installation(asked.stage, asked.endpoint))
    reset_training(outside.operating, _operation(), asked.tenant)
    reply = fill_training(outside, asked.tenant)
    print(f"Voltou aos dados inventados, agora com o nome {reply['tenant']}." if reply else "Já tinha voltado.")


def _addresses(asked: argparse.Namespace) -> None:
    place = installation(asked.stage, asked.endpoint)
    outside = operating(place)
    if asked.none or asked.address:
        set_addresses(outside, _operation(), asked.tenant, asked.address)
    else:
        read_tenant(outside, asked.tenant)
    known = place.address_book().places
    found = [one for its in known if its.tenant == asked.tenant for one in its.addresses]
    print("\n".join(one.text for one in found) or "Nenhum endereço próprio.")
    print(f"Os links começam por {place.public_address(asked.tenant)}")


def _suspension(asked: argparse.Namespace) -> None:
    outside = operating(installation(asked.stage, asked.endpoint))
    if asked.verb == "suspend":
        suspend_tenant(outside, _operation(), asked.tenant, asked.reason)
        print(f"{asked.tenant}: ninguém entra até que seja retomado.")
    else:
        resume_tenant(outside, _operation(), asked.tenant)
        print(f"{asked.tenant}: as pessoas já podem entrar.")


def _operation() -> Operation:
    """An act of whoever types the command, once."""
    key = secrets.token_hex(16)
    return Operation(getpass.getuser(), key, key)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Municípios de uma instalação.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    create_verb = verbs.add_parser("create", help="cria o ambiente de um município, ou continua a criá-lo")
    check_verb = verbs.add_parser("check", help="confere a pasta de um município, sem gravar nada")
    list_verb = verbs.add_parser("list", help="os municípios da instalação")
    for verb in (create_verb, check_verb):
        verb.add_argument("folder", type=Path)
        verb.add_argument("--model", type=Path, help="a pasta que dá o que a do município não tem")
    addresses_verb = verbs.add_parser("addresses", help="onde um município é alcançado; com endereços, troca-os")
    addresses_verb.add_argument("tenant")
    addresses_verb.add_argument("address", nargs="*", help="como sei.cidade.sp.gov.br, ou */treinamento")
    addresses_verb.add_argument("--none", action="store_true", help="fica sem endereço próprio")
    suspend_verb = verbs.add_parser("suspend", help="ninguém entra nem trabalha até que seja retomado")
    resume_verb = verbs.add_parser("resume", help="as pessoas voltam a entrar")
    training_verb = verbs.add_parser("training", help="cria o ambiente de treinamento de um município, ou continua")
    reset_verb = verbs.add_parser("reset", help="um ambiente de treinamento volta aos dados inventados")
    reset_verb.add_argument("tenant")
    training_verb.add_argument("folder", type=Path)
    training_verb.add_argument("--model", type=Path, help="a pasta que dá o que a do município não tem")
    for verb in (training_verb, create_verb):
        verb.add_argument("--training-password", help="das pessoas inventadas; sem ela, uma é sorteada e mostrada")
    create_verb.add_argument("--training", action="store_true", help="com o ambiente de treinamento ao lado")
    suspend_verb.add_argument("--reason", required=True, help="por quê")
    for verb in (suspend_verb, resume_verb):
        verb.add_argument("tenant")
    for verb in (create_verb, list_verb, addresses_verb, suspend_verb, resume_verb, training_verb, reset_verb):
        verb.add_argument("--stage", default=LOCAL)
        verb.add_argument("--endpoint", help="o endereço dos serviços, se não são os da própria AWS")
    create_verb.add_argument("--administrator", required=True, help="com que nome entra, como em maria.silva")
    create_verb.add_argument("--name", required=True)
    create_verb.add_argument("--email", default="")
    create_verb.add_argument("--password", help="da primeira entrada; sem ela, uma é sorteada e mostrada")
    create_verb.add_argument("--with-users", action="store_true", help="com as pessoas de users.yaml")
    return parser


if __name__ == "__main__":
    sys.exit(main())
