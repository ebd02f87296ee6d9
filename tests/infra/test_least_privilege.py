"""Issue 2 item 10, security.md §1.1: with IAM checked on every call, each function can do its work and no more.

The embedded AWS runs with ``AUTH=true``: it checks signatures and evaluates each role's own policy file. The main
job goes through the deployed API and wakes every function; what waits for another day is done under the role that
would do it (``tests/infra/acting.py``); then each role is asked for what it must not do.
"""

import base64
import hashlib
import json
import urllib.request
from datetime import date, timedelta

import pytest
from PIL import Image

from infra.local.emulator import ASKED
from infra.local.stack import STAGE, start_stack
from tests.adapters.extraction.scans import letter, saved, scanned, share_of_words
from tests.e2e.caller import Caller
from tests.e2e.installation import Installation
from tests.e2e.letters import received_pdf
from tests.e2e.waiting import wait_until
from tests.infra import erasing, operators, permissions, privileges
from tests.infra.as_roles import act_as, assumed
from tests.pki.authority import authorities

pytestmark = [pytest.mark.aws, pytest.mark.timeout(900)]
TOMORROW = (date.today() + timedelta(days=1)).isoformat()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("stack")


@pytest.fixture(scope="module")
def stack(folder):
    with start_stack(folder, with_pages=False, auth=True, kept=False) as running:
        yield running


@pytest.fixture(scope="module")
def ana(stack):
    return Caller.enter(stack.site, "ana.lima")


@pytest.fixture(scope="module")
def roberto(stack):
    return Caller.enter(stack.site, "roberto.nunes")


@pytest.fixture(scope="module")
def roles(stack):
    """Function -> credentials of its role."""
    return assumed(stack, "proof")


@pytest.fixture(scope="module")
def questioned(stack):
    """The same, to be asked what they may: what is answered so was used by nobody."""
    return assumed(stack, privileges.SESSION)


def rows(stack, table, process, prefix=""):
    key = f"T#ubatuba#P#{process}"
    found = stack.client("dynamodb").query(
        TableName=f"iperoig-{STAGE}-{table}",
        KeyConditionExpression="pk = :pk AND begins_with(sk, :sk)" if prefix else "pk = :pk",
        ExpressionAttributeValues={":pk": {"S": key}} | ({":sk": {"S": prefix}} if prefix else {}),
    )
    return found["Items"]


def phases(stack, process):
    return [row["phase"]["S"] for row in rows(stack, "waits", process)]


def invoke(stack, function):
    answer = stack.client("lambda").invoke(FunctionName=f"iperoig-{STAGE}-{function}", Payload=b"{}")
    text = answer["Payload"].read().decode()
    assert "FunctionError" not in answer, text
    return json.loads(text)


def test_operators_keep_the_list_of_tenants_under_the_role_of_their_function(stack):
    operators.keep_the_list(stack)


def test_training_environment_is_filled_and_reset_under_the_roles_of_both_functions(stack):
    """Issue 5 §7: the operators' function starts the other, which does every act of the kit by itself."""
    operators.reset_a_training(stack)


def test_letter_is_signed_by_certificate_under_the_roles_of_both_functions(stack, ana):
    """DOC-10: the key is the test's; the API and the signing function do the rest."""
    with authorities() as pki:
        Installation.of(stack).believe(pki.trusted, pki.time)
        process = ana.start("Prova de permissões: certificado")["id"]
        letter = ana.write(process, "oficio")
        path = f"/processes/{process}/documents/{letter['id']}/certificate-signatures"
        digest = ana.read(process, letter["id"])["digest"]
        form = {"chain": pki.chain(pki.ana), "role_title": "Agente de Protocolo", "digest": digest}
        ready = ana.ask("POST", path, form)
        signature = base64.b64encode(pki.ana.sign(base64.b64decode(ready["to_sign"]))).decode()
        (made,) = ana.ask("POST", f"{path}/{ready['id']}", {"signature": signature})["signatures"]
        assert (made["level"], made["certificate"]["policy"]) == ("qualified", "AD-RT")


def test_documents_are_written_signed_rendered_and_checked_by_the_public(stack, ana):
    process = ana.start("Prova de permissões: documentos")["id"]
    letter = ana.write(process, "oficio")
    saved = ana.save(process, letter)
    ana.ask("GET", f"/processes/{process}/documents/{letter['id']}/pdf")  # a draft's: the renderer is called
    versions = ana.ask("GET", f"/processes/{process}/documents/{letter['id']}/versions")["items"]
    assert versions
    assert saved["revision"]
    crc = ana.sign(process, letter["id"])["crc"]
    signed = ana.read(process, letter["id"])["revision"]

    def rendered():
        (made,) = rows(stack, "main", process, f"PDF#{letter['id']}")
        return made["n"]["N"] == signed

    wait_until(rendered, "o PDF do documento assinado, antes que alguém o peça")
    public = Caller(stack.site, "", "").ask("GET", f"/public/authenticity?verifier={letter['number']}&crc={crc}")
    assert public["content_available"]
    assert public["pdf"]


def test_a_file_is_inspected_admitted_and_included(ana):
    process = ana.start("Prova de permissões: arquivo")["id"]
    filed = ana.file(process, "planta.pdf", received_pdf(["Planta"]))
    link = ana.ask("GET", f"/processes/{process}/documents/{filed['id']}/file")
    assert link["file_name"] == "planta.pdf"


def test_a_scan_is_inspected_and_its_text_recognized_by_one_execution(stack, ana):
    """DOC-08: from quarantine to the text of a page that has none, each step under its own role."""
    process = ana.start("Prova de permissões: texto")["id"]
    scan = saved(scanned(letter()), "PDF", [Image.new("L", (600, 800), 255)])
    place = f"/processes/{process}/documents/{ana.file(process, 'digitalizado.pdf', scan)['id']}/text"
    wait_until(lambda: ana.ask("GET", place)["state"] != "waiting", "o texto reconhecido")
    found = ana.ask("GET", place)
    assert (found["state"], found["pages"], found["recognized"], found["unread"]) == ("done", 2, 1, 0)
    with urllib.request.urlopen(found["url"]) as answer:
        text = answer.read().decode()
    assert share_of_words(text) >= 0.97
    assert text.count("\f") == 1, "pages are apart"
    # Somebody asks for one of a file whose text nobody ever extracted: the API starts the machine itself.
    pages = stack.client("dynamodb").get_paginator("scan").paginate(
        TableName=f"iperoig-{STAGE}-main",
        FilterExpression="begins_with(pk, :text) AND contains(body, :key)",
        ExpressionAttributeValues={":text": {"S": "T#ubatuba#TEXT#"}, ":key": {"S": hashlib.sha256(scan).hexdigest()}},
    )
    (item,) = [one for page in pages for one in page["Items"]]
    stack.client("dynamodb").delete_item(
        TableName=f"iperoig-{STAGE}-main", Key={"pk": item["pk"], "sk": item["sk"]}
    )
    assert ana.ask("GET", place)["state"] == "absent"
    ana.ask("POST", place, {})
    wait_until(lambda: ana.ask("GET", place)["state"] == "done", "o texto pedido")


def test_a_process_becomes_a_pdf_and_a_zip_by_jobs(ana):
    """PRO-23: the machine, the worker and who hands out the file, each under its own role."""
    process = ana.start("Prova de permissões: cópias")["id"]
    letter = ana.write(process, "oficio")
    ana.sign(process, letter["id"])
    for wanted in ("pdf", "zip"):
        job = ana.ask("POST", f"/processes/{process}/copies", {"format": wanted})["job"]
        wait_until(
            lambda job=job: ana.ask("GET", f"/jobs/{job}")["state"] not in ("waiting", "running"),
            "o trabalho",
        )
        made = ana.ask("GET", f"/jobs/{job}")
        assert (made["state"], made["progress"]["done"]) == ("done", 1), made
        with urllib.request.urlopen(ana.ask("GET", f"/jobs/{job}/file")["url"]) as answer:
            assert len(answer.read()) == made["file"]["size"]


def test_somebody_s_data_are_erased_by_the_worker_under_its_own_role(stack, ana):
    erasing.erase_somebody(stack, ana, rows)
    erasing.erase_leaver(stack)


def test_a_process_is_sent_waited_for_counted_and_sent_back(stack, ana, roberto):
    before = roberto.ask("GET", "/inbox?tab=received")["counters"]["received"]
    process = ana.start("Prova de permissões: trâmite")["id"]
    ana.send(process, "semad", return_due={"days": 5, "business": True})
    wait_until(lambda: phases(stack, process) == ["receipt"], "a espera pelo recebimento")
    roberto.ask("POST", f"/processes/{process}/receipts")
    wait_until(lambda: phases(stack, process) == ["return"], "a espera pelo retorno")
    wait_until(
        lambda: roberto.ask("GET", "/inbox?tab=received")["counters"]["received"] == before + 1, "o contador"
    )
    roberto.send(process, "semad-prot")
    wait_until(lambda: "return" not in phases(stack, process), "o fim da espera pelo retorno")
    ana.ask("POST", f"/processes/{process}/receipts")
    ana.ask("PUT", f"/processes/{process}/assignment", {"user": "ana.lima", "expected": None})
    assert ana.ask("GET", f"/processes/{process}/export")["entries"]


def test_units_are_reminded_by_the_conducting_function(stack, ana, roles):
    process = ana.start("Prova de permissões: lembrete")["id"]
    ana.send(process, "semad", return_due={"days": 5, "business": True})
    wait_until(lambda: phases(stack, process) == ["receipt"], "a espera pelo recebimento")
    assert act_as(stack, roles["conduct-flows"], "remind", process) == {"batchItemFailures": []}
    assert rows(stack, "projections", process, "NOTICE#"), "the notice was published, then noted"


def test_a_process_is_reopened_on_its_day_by_the_conducting_function(stack, ana, roles):
    process = ana.start("Prova de permissões: reabertura")["id"]
    ana.ask("POST", f"/processes/{process}/conclusion", {"reopen_on": TOMORROW})
    assert act_as(stack, roles["conduct-flows"], "reopen", process, TOMORROW) == {"batchItemFailures": []}
    assert ana.ask("GET", f"/processes/{process}")["presence"]["open"]


def test_the_reconciler_revives_what_died_and_reopens_what_is_late(stack, ana, roles):
    sent, late = (ana.start(f"Prova de permissões: conciliação {n}")["id"] for n in (1, 2))
    routing = ana.send(sent, "semad", return_due={"days": 5, "business": True})["routings"][0]
    wait_until(lambda: phases(stack, sent) == ["receipt"], "a espera pelo recebimento")
    machine = stack.deployed.app["RoutingMachine"].replace(":stateMachine:", ":execution:")
    stack.client("stepfunctions").stop_execution(executionArn=f"{machine}:{routing}")
    ana.ask("POST", f"/processes/{late}/conclusion", {"reopen_on": TOMORROW})
    done = act_as(stack, roles["reconcile-routings"], "reconcile")
    assert routing in done["revived"]
    assert late in done["reopened"]
    assert ana.ask("GET", f"/processes/{late}")["presence"]["open"]


def test_the_sweeper_sends_again_what_a_consumer_never_dealt_with(stack, ana, roles):
    process = ana.start("Prova de permissões: varredura")["id"]
    wait_until(lambda: bool(rows(stack, "projections", process, "MARK#statistics")), "a marca da contagem")
    stack.client("dynamodb").delete_item(
        TableName=f"iperoig-{STAGE}-projections",
        Key={"pk": {"S": f"T#ubatuba#P#{process}"}, "sk": {"S": "MARK#statistics"}},
    )
    assert act_as(stack, roles["sweep-history"], "sweep")["ubatuba"]["statistics"] == 1
    wait_until(lambda: bool(rows(stack, "projections", process, "MARK#statistics")), "a nova contagem")


def test_the_scheduled_functions_find_every_tenant(stack):
    stack.client("dynamodb").put_item(
        TableName=f"iperoig-{STAGE}-main",
        Item={"pk": {"S": "INSTALLATION#TENANTS"}, "sk": {"S": "paraty"}},
    )
    assert set(invoke(stack, "reconcile-routings")) == {"paraty", "ubatuba"}
    assert set(invoke(stack, "sweep-history")) == {"paraty", "ubatuba"}


def test_flow_is_conducted_by_the_machine_that_was_made_for_its_version(stack, ana):
    """Made by the publisher alone, when the city was loaded (architecture §8.3)."""
    kind = {"type": "alvara-construcao", "subjects": ["05.01.01"], "flow": "alvara-construcao"}
    process = ana.start("Prova de permissões: fluxo", **kind)["id"]

    def awaited():
        return {row["sk"]["S"].rpartition("#")[2] for row in rows(stack, "waits", process, "FLOW#")}

    wait_until(lambda: awaited() == {"1"}, "a execução à espera da primeira etapa")
    analyst = Caller.enter(stack.site, "thiago.pires")
    analyst.ask("POST", f"/processes/{process}/flow/steps/1/completion", {"way": 0})
    wait_until(lambda: awaited() == {"2.0.1", "2.1.1"}, "a execução à espera dos dois ramos")
    names = [one["name"] for one in stack.client("stepfunctions").list_state_machines()["stateMachines"]]
    assert {f"iperoig-{STAGE}-flow-ubatuba-{code}-v1" for code in ("ferias", "compra-direta")} <= set(names)


@pytest.mark.parametrize("act", privileges.ALLOWED, ids=lambda act: act.replace(" ", "-"))
def test_only_the_functions_that_need_it_may(stack, questioned, act):
    allowed = {function for function, one in questioned.items() if privileges.may(stack, one, act)}
    assert allowed == privileges.ALLOWED[act]


def test_the_embedded_aws_answered_all_this_as_the_statements_are_read(stack, folder):
    """What ``test_permissions`` works out for every role and thing is what was given and refused here, all of it."""
    keys = {name: stack.environment[f"IPEROIG_{name.upper()}_KEY"] for name in ("seal", "ledger", "draft")}
    answers = list(permissions.answers((folder / ASKED).read_text(encoding="utf-8"), STAGE, keys))
    assert [line for line, given, read in answers if given != read] == []
    given = sum(one for _, one, _ in answers)
    assert given > 200, "what functions did, and what they were asked"
    assert len(answers) - given > 700


def test_nothing_was_refused_or_set_aside_in_all_this(stack):
    """The last of the module: what the functions did above, they did without one refusal."""
    queues = stack.client("sqs")
    for url in queues.list_queues(QueueNamePrefix=f"iperoig-{STAGE}")["QueueUrls"]:
        if url.endswith("-failures"):
            count = queues.get_queue_attributes(QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"])
            assert count["Attributes"]["ApproximateNumberOfMessages"] == "0", url
    logs = stack.client("logs")
    functions = set()
    for group in logs.describe_log_groups(logGroupNamePrefix="/aws/lambda/")["logGroups"]:
        for page in logs.get_paginator("filter_log_events").paginate(logGroupName=group["logGroupName"]):
            functions |= {group["logGroupName"] for _ in page["events"]}
            refused = [one["message"] for one in page["events"] if "AccessDenied" in one["message"]]
            assert refused == [], group["logGroupName"]
    assert {name.removeprefix(f"/aws/lambda/iperoig-{STAGE}-") for name in functions} >= {"api", "conduct-flows"}

