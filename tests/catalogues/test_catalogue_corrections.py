"""A mistake in a city's file is told with file, item, field and what to do (ACC-05..ACC-11, PRO-04)."""

from pathlib import Path

import pytest

from tests.catalogues.city_folder import refusal_after

MISTAKES = [
    pytest.param(
        "tenant.yaml",
        "documentos_por_pasta: 20",
        "documentos_por_pasta: 3",
        "tenant.yaml, campo “documentos_por_pasta”: deve ser um número inteiro, entre 5 e 500.",
        id="folders of the tree too small (PRO-20)",
    ),
    pytest.param(
        "tenant.yaml",
        "documentos_por_pasta: 20",
        "documentos_por_pasta: 20\nlimite_anexos_email: 40",
        "tenant.yaml, campo “limite_anexos_email”: deve ser um número inteiro, entre 1 e 25.",
        id="more than an e-mail can carry (DOC-22)",
    ),
    pytest.param(
        "forms/solicitacao-poda.yaml",
        "tipo: inteiro",
        "tipo: numero",
        "forms/solicitacao-poda.yaml, item “quantidade”, campo “tipo”: deve ser um destes",
        id="unknown kind of field",
    ),
    pytest.param(
        "forms/solicitacao-poda.yaml",
        "minimo: 0.5",
        "minimo: meio",
        "forms/solicitacao-poda.yaml, item “altura”, campo “minimo”: deve ser uma data ano-mês-dia ou um número",
        id="bound that is no number",
    ),
    pytest.param(
        "forms/requerimento-ferias.yaml",
        "- campo: cargo",
        "- campo: matricula",
        "forms/requerimento-ferias.yaml, item “matricula”, campo “campo”: aparece mais de uma vez",
        id="field twice",
    ),
    pytest.param(
        "document_types.yaml",
        "codigo: requerimento-ferias",
        "codigo: requerimento-de-ferias",
        "falta o arquivo forms/requerimento-de-ferias.yaml",
        id="form without its fields",
    ),
    pytest.param(
        "units.yaml",
        "superior: semad-rh",
        "superior: semad-xx",
        "units.yaml, item “semad-sst”, campo “superior”: “semad-xx” não está cadastrada.",
        id="unknown parent",
    ),
    pytest.param(
        "units.yaml",
        "nome: Secretaria Municipal de Administração\n  orgao: pmu\n  superior: gab",
        "nome: Secretaria Municipal de Administração\n  orgao: pmu\n  superior: semad-sst",
        "a hierarquia dá uma volta: semad → semad-sst → semad-rh → semad",
        id="hierarchy in a circle",
    ),
    pytest.param(
        "units.yaml",
        "superior: ipmu-pres",
        "superior: gab",
        "a unidade superior é de outro órgão",
        id="other agency",
    ),
    pytest.param(
        "units.yaml",
        "codigo_sei: 01101",
        "codigo_sei: 1101",
        "“1101” deve ter 5 algarismos",
        id="unit code width",
    ),
    pytest.param(
        "units.yaml",
        "codigo_sei: 04001",
        "codigo_sei: 01101",
        "seria também do órgão “pmu”",
        id="unit code of another agency",
    ),
    pytest.param(
        "tenant.yaml",
        "tipo_certidao_ocultacao: certidao",
        "tipo_certidao_ocultacao: certidoes",
        "campo “tipo_certidao_ocultacao”: “certidoes” não é um tipo de documento que se escreva no sistema.",
        id="certificate of concealment",
    ),
    pytest.param(
        "tenant.yaml",
        "documentos_por_pasta: 20",
        "documentos_por_pasta: 20\nperfis_com_duas_etapas: [prefeito]",
        "campo “perfis_com_duas_etapas”: deve ser uma lista com um ou mais destes: basico, protocolo, administrador",
        id="profiles of two steps",
    ),
    pytest.param("units.yaml", "id: semad-prot", "id: semad", "campo “id”: está repetido", id="repeated id"),
    pytest.param("units.yaml", "protocolo: sim", "protocolo: talvez", "deve ser “sim” ou “não”", id="flag"),
    pytest.param(
        "units.yaml", "protocolo: sim", "protocol: sim", "“protocol”: não existe neste arquivo", id="typo"
    ),
    pytest.param(
        "units.yaml",
        "  sigla: SEMAD\n",
        "  sigla: SEMAD\n  sigla: ADM\n",
        "o campo “sigla” aparece duas vezes",
        id="field twice",
    ),
    pytest.param(
        "agencies.yaml",
        "@ano_4d@-@dv",
        "@ano@-@dv",
        "A variável @ano@ não existe",
        id="unknown mask variable",
    ),
    pytest.param("agencies.yaml", "/@ano_4d@-", "-", "a máscara precisa do ano", id="mask without year"),
    pytest.param(
        "agencies.yaml",
        "codigo_sei: 102",
        "codigo_sei: 101",
        "já é o código do órgão “pmu”",
        id="agency code",
    ),
    pytest.param(
        "process_types.yaml",
        "assuntos_sugeridos: [01.02.01]",
        "assuntos_sugeridos: [01.02]",
        "item “requerimento-cidadao”, campo “assuntos_sugeridos”: “01.02” não está no plano",
        id="structural subject",
    ),
    pytest.param(
        "document_types.yaml",
        "  tem_valor: sim\n",
        "  tem_valor: sim\n  somente_orgaos: [pmx]\n",
        "item “contrato”, campo “somente_orgaos”: “pmx” não está cadastrado",
        id="document type of an unknown agency",
    ),
    pytest.param(
        "process_types.yaml",
        "  hipotese_sugerida: sigilo-fiscal\n",
        "",
        "item “revisao-iptu”, campo “hipotese_sugerida”: é obrigatória",
        id="restricted without basis",
    ),
    pytest.param(
        "process_types.yaml",
        "hipotese_sugerida: sigilo-fiscal",
        "hipotese_sugerida: segredo-de-justica",
        "não vale para o nível sugerido",
        id="basis of another level",
    ),
    pytest.param(
        "process_types.yaml",
        "niveis_permitidos: [publico]",
        "niveis_permitidos: [restrito]",
        "não está entre os níveis permitidos",
        id="suggested level not allowed",
    ),
    pytest.param(
        "process_types.yaml",
        "niveis_permitidos: [publico]",
        "niveis_permitidos: [aberto]",
        "um ou mais destes: publico, restrito, sigiloso",
        id="unknown level",
    ),
    pytest.param(
        "document_types.yaml",
        "codigo: laudo",
        "codigo: oficio",
        "item “oficio”, campo “codigo”: está repetido",
        id="repeated type",
    ),
    pytest.param(
        "document_types.yaml",
        "aplicabilidade: externo\n  modelo: não",
        "aplicabilidade: externo\n  modelo: sim",
        "falta o arquivo templates/email.yaml",
        id="no template",
    ),
    pytest.param(
        "templates/_comuns.yaml",
        "@unidade_endereco@",
        "@endereco@",
        "item “rodape”, campo “centro”: a variável “@endereco@” não existe",
        id="unknown variable",
    ),
    pytest.param(
        "templates/oficio.yaml",
        "- usar: assinatura",
        "- usar: tarja",
        "não há a seção “tarja”",
        id="unknown shared section",
    ),
    pytest.param(
        "templates/oficio.yaml",
        "- usar: assinatura\n",
        "",
        "deve ter exatamente uma seção de assinatura",
        id="nowhere to sign",
    ),
    pytest.param("subjects.yaml", "corrente: 2", "corrente: dois", "número inteiro de anos", id="years"),
    pytest.param(
        "subjects.yaml",
        "- codigo: 06.04\n",
        "- codigo: 06.05\n",
        "falta o item estrutural “06.04”",
        id="orphan subject",
    ),
    pytest.param("holidays.yaml", "2026-10-28", "28/10/2026", "escreva ano-mês-dia", id="date"),
    pytest.param(
        "holidays.yaml", "2026-12-25", "2026-12-24", "campo “data”: está repetido", id="repeated date"
    ),
    pytest.param(
        "role_titles.yaml",
        "- unidade: semad-prot",
        "- unidade: semad-outra",
        "item “semad-prot”: a unidade não tem cargos",
        id="nobody can sign",
    ),
    pytest.param(
        "users.yaml",
        "unidade: semad-prot,",
        "unidade: protocolo,",
        "“protocolo” não está cadastrado",
        id="user's unit",
    ),
    pytest.param(
        "users.yaml",
        "perfil: protocolo",
        "perfil: chefe",
        "deve ser um destes: basico, protocolo",
        id="profile",
    ),
    pytest.param(
        "users.yaml", "cargo: Contador", "cargo: Contabilista", "não está entre os cargos", id="role title"
    ),
    pytest.param(
        "contacts.yaml",
        "999.999.010-00",
        "999.999.010-01",
        "os dígitos verificadores do CPF",
        id="CPF digits",
    ),
    pytest.param(
        "work_plans.yaml",
        "documentos: [matricula-imovel]",
        "documentos: [matricula]",
        "work_plans.yaml, item “alvara-construcao”, campo “documentos”: “matricula” não está cadastrado.",
        id="plan awaiting an unknown document",
    ),
    pytest.param(
        "work_plans.yaml",
        "tipos_de_processo: [ferias]",
        "tipos_de_processo: [alvara-construcao]",
        "“alvara-construcao” está em mais de um plano",
        id="two plans for a type",
    ),
    pytest.param(
        "work_plans.yaml",
        "        - nome: Matrícula do imóvel",
        "        - nom: Matrícula do imóvel",
        "campo “nome”: é obrigatório",
        id="plan item without a name",
    ),
    pytest.param("tenant.yaml", "#0B5C87", "azul", "escreva # e 6 algarismos", id="colour"),
    pytest.param("tenant.yaml", "coat_of_arms.svg", "brasao.png", "não está na pasta da cidade", id="emblem"),
    pytest.param("tenant.yaml", "codigo_ibge: 3555406", "codigo_ibge: 355540", "são 7 algarismos", id="IBGE"),
    pytest.param(
        "tenant.yaml", "uf: SP", "uf: [SP]", "campo “uf”: deve ser um texto simples", id="not a text"
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "sentence"), MISTAKES)
def test_mistake_in_a_file_is_told_where_it_is(
    tmp_path: Path, file: str, old: str, new: str, sentence: str
) -> None:
    assert sentence in refusal_after(tmp_path, file, old, new)


def test_harmless_edit_is_accepted(tmp_path: Path) -> None:
    assert refusal_after(tmp_path, "units.yaml", "nome: Protocolo Geral", "nome: Protocolo Central") == ""


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    told = refusal_after(tmp_path, "units.yaml", "protocolo: sim", "protocolo: talvez\n  arquvo: sim")
    assert told.count("\n- ") == 2


def test_file_that_is_not_yaml_says_near_which_line(tmp_path: Path) -> None:
    told = refusal_after(tmp_path, "priorities.yaml", "  nome: Pessoa idosa com", " nome: [Pessoa idosa com")
    assert "priorities.yaml: não foi possível ler o arquivo perto da linha" in told
