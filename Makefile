# The verbs of this project. `make` alone lists them. Everything they need is installed in .venv by the first one
# that is used, from hashed requirements: the machine gives only Python >= 3.11, make and git.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help install run tenant mail reset test test-fast lint bench deploy openapi

PYTHON ?= python3
PORT ?= 8420
PY := .venv/bin/python
LOCKS := requirements.txt requirements-documents.txt requirements-extraction.txt requirements-signatures.txt requirements-dev.txt

help: ## esta lista
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

# uv comes first, alone, from the same hashed file: it installs the rest in seconds where pip takes minutes.
.venv/.installed: $(LOCKS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "É preciso Python 3.11 ou mais novo (make PYTHON=python3.12 …)."; exit 1; }
	@echo "instalando as dependências em .venv"
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@awk '/^uv==/{keep=1} keep{print} keep && !/\\$$/{exit}' requirements-dev.txt > .venv/uv.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.txt
	@.venv/bin/uv pip install --quiet --python $(PY) --require-hashes $(foreach lock,$(LOCKS),-r $(lock))
	@touch $@

install: .venv/.installed

run: install ## o sistema inteiro nesta máquina (PORT=8420)
	@$(PY) -m infra.local.run --port $(PORT)

mail: install ## os e-mails que o sistema desta máquina enviou (PORT=8420)
	@$(PY) -m infra.local.letters --port $(PORT)

tenant: install ## cria o ambiente de um município, e o de treinamento ao lado (FOLDER=… ADMINISTRATOR=maria.silva NAME="Maria Silva")
	@test -n "$(FOLDER)" -a -n "$(ADMINISTRATOR)" -a -n "$(NAME)" || { echo 'Diga a pasta e quem administra: make tenant FOLDER=catalogues/minimo MODEL=catalogues/ubatuba ADMINISTRATOR=maria.silva NAME="Maria Silva"'; exit 1; }
	@$(PY) -m infra.tenant create "$(FOLDER)" $(if $(MODEL),--model "$(MODEL)") --stage "$(or $(STAGE),local)" --administrator "$(ADMINISTRATOR)" --name "$(NAME)" --email "$(EMAIL)" --training

reset: ## apaga os dados do sistema desta máquina
	@rm -rf .iperoig build/local && echo "Dados locais apagados."

test: install ## todas as provas, uma linha por conjunto
	@$(PY) -m infra.suites

test-fast: install ## as provas que não usam a AWS embutida
	@$(PY) -m infra.suites --fast

lint: install ## estilo, tipos, camadas, modelos e segurança
	@$(PY) -m infra.suites --only lint

bench: install ## mede o sistema e escreve a tabela
	@$(PY) -m benchmarks

deploy: install ## publica na AWS (STAGE=demo)
	@test -n "$(STAGE)" || { echo "Diga o estágio: make deploy STAGE=demo"; exit 1; }
	@$(PY) -c 'from infra.local import pages; pages.install(); pages.build()'
	@$(PY) -m infra.deploy $(STAGE)

openapi: install ## escreve openapi.json a partir das rotas
	@$(PY) -m chalicelib.api.openapi --write
