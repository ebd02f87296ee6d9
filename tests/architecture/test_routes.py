"""Every door of the API declares its act; nothing reaches Chalice past the declaration (architecture §1.8)."""

import ast

import pytest

from app import app
from chalicelib.api.areas import every_area
from chalicelib.api.routes import Declared, Routes, RouteUndeclared
from chalicelib.domain.policy import Action
from chalicelib.domain.policy_rules import RULES
from tests.architecture.inventory import name, python_files, tree

DECLARED = [declared for area in every_area() for declared in area.declared]


def test_every_route_of_the_application_was_declared():
    served = {(method, path) for path, methods in app.routes.items() for method in methods}
    assert served == {(declared.method, declared.path) for declared in DECLARED}


@pytest.mark.parametrize("declared", DECLARED, ids=lambda declared: f"{declared.method} {declared.path}")
def test_a_route_declares_an_act_with_a_rule_and_says_what_it_does(declared: Declared):
    assert isinstance(declared.action, Action)
    assert declared.action in RULES
    assert declared.summary
    assert not declared.summary.endswith(".")


def test_a_route_whose_act_needs_a_process_does_not_start_without_one():
    with pytest.raises(RouteUndeclared):
        Routes("trial").route("POST", "/nowhere", Action.PROCESS_SEND)(lambda call: None)


def test_only_the_doors_speak_to_chalice_about_routes():
    users = {
        name(path)
        for path in python_files("chalicelib/api")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("chalice.")
        if {"Blueprint", "Chalice"} & {alias.name for alias in node.names}
    }
    assert users == {"chalicelib/api/doors.py"}
