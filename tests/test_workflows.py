"""What runs on the server: with pinned actions and few rights, and data judged apart from code."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypeAlias

import frozen
import pytest
import yaml
from issues import ANSWER, LETTER, MISTAKE, body
from rewriting import Repository

Yaml: TypeAlias = "str | list[Yaml] | dict[str, Yaml]"

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
STARTING = sorted((ROOT / "generator/editing/starting/files/github/workflows").glob("*.yml"))
"""Those that another municipality begins with."""
FORM = ROOT / ".github/workflows/form.yml"
TEMPLATES = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
EDITOR = ROOT / ".github/workflows/editor.yml"
COMMENT = ROOT / ".github/workflows/comment.yml"


def plain(text: str) -> Yaml:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  makes nothing but text, lists and mappings


@pytest.mark.parametrize("workflow", [*WORKFLOWS, *STARTING], ids=lambda path: path.name)
def test_workflow_is_pinned_and_has_least_rights(workflow: Path):
    text = workflow.read_text("utf-8")
    uses = re.findall(r"uses: (.*)", text)
    assert [use for use in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []
    content = plain(text)
    assert content["permissions"] in ({}, "", {"contents": "read"})
    assert "concurrency" in content
    for job in content["jobs"].values():
        assert "timeout-minutes" in job
        assert job["steps"]
        checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
        assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_another_municipality_begins_with_the_actions_that_are_used_here():
    ours, theirs = (
        {use for path in paths for use in re.findall(r"uses: (.*)", path.read_text("utf-8"))}
        for paths in (WORKFLOWS, STARTING)
    )
    assert len(STARTING) == 2
    assert theirs <= ours


def test_many_municipalities_are_built_side_by_side_and_none_stops_another():
    many = plain((ROOT / ".github/workflows/mange.yml").read_text("utf-8"))
    job = many["jobs"]["build"]
    assert job["strategy"] == {"fail-fast": "false", "matrix": {"include": "${{ fromJSON(inputs.municipalities) }}"}}
    assert job["steps"][0]["with"]["repository"] == "${{ matrix.repository }}"
    assert [step["run"].split()[:2] for step in job["steps"] if "run" in step] == [
        ["pip", "install"],
        ["pejl", "check"],
        ["pejl", "build"],
    ]


@pytest.mark.parametrize("workflow", [*WORKFLOWS, *STARTING], ids=lambda path: path.name)
def test_a_site_is_taken_with_all_its_files(workflow: Path):
    """What lies in `.well-known/` is hidden, and left out by itself."""
    steps = [step for job in plain(workflow.read_text("utf-8"))["jobs"].values() for step in job["steps"]]
    taken = [step["with"] for step in steps if step.get("with", {}).get("path") == "site"]
    assert all(given["include-hidden-files"] == "true" for given in taken)
    assert bool(taken) is (workflow.name in ("data.yml", "publish.yml", "mange.yml"))


def test_data_is_judged_as_data_and_code_as_code():
    """A change of data alone gives one mark: what runs on every change, and nothing that tests the code."""
    data, code = (plain((ROOT / ".github/workflows" / name).read_text("utf-8")) for name in ("data.yml", "check.yml"))
    assert list(data["on"]) == ["pull_request", "workflow_dispatch"]
    assert data["on"]["pull_request"] == ""
    assert list(data["jobs"]) == ["check"]
    commands = [step.get("run", "") for step in data["jobs"]["check"]["steps"]]
    assert not any(re.search(r"make (test|lint|check)", command) for command in commands)
    assert code["on"] == {"pull_request": {"paths-ignore": ["data/**", "content/**"]}}


def test_what_is_proposed_is_held_against_what_it_goes_into_and_the_change_is_told():
    job = plain((ROOT / ".github/workflows/data.yml").read_text("utf-8"))["jobs"]["check"]
    commands = "\n".join(step.get("run", "") for step in job["steps"])
    assert job["steps"][0]["with"]["fetch-depth"] == "0"
    checks = re.findall(r"pejl check(.*)", commands)
    assert checks
    assert job["env"] == {"BASE": "${{ github.base_ref || inputs.base }}"}
    assert all('--against "origin/$BASE"' in check for check in checks)
    assert 'pejl diff "origin/$BASE" >besked/aendringer.txt' in commands


def test_what_is_published_knows_the_whole_history():
    (published,) = (path for path in WORKFLOWS if "deploy-pages" in path.read_text("utf-8"))
    job = plain(published.read_text("utf-8"))["jobs"]["build"]
    assert job["steps"][0]["with"]["fetch-depth"] == "0"


@pytest.mark.parametrize(("depth", "status"), [([], 0), (["--depth=1"], 1)])
def test_what_lacks_its_older_history_is_not_published(tmp_path: Path, depth: list[str], status: int):
    town = Repository(tmp_path / "town")
    town.commit("2026-02-01")
    town.commit("2026-03-01", {"file": "site.yml", "old": "title: ", "new": "title: Nye "})
    town.run("clone", "--quiet", *depth, f"file://{town.folder}", str(tmp_path / "copy"))
    steps = plain((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]["build"]["steps"]
    (script,) = (step["run"] for step in steps if "shallow" in step.get("run", ""))
    bash = ["bash", "-c", script]
    done = subprocess.run(bash, cwd=tmp_path / "copy", capture_output=True, text=True, check=False)  # noqa: S603  our own
    assert (done.returncode, "Historikken er skåret af" in done.stdout) == (status, bool(status))


@pytest.fixture
def commented(tmp_path):
    """Run what `comment.yml` runs, with a `gh` of our own; give what it says to it and the comment that it writes."""

    def run(messages: dict[str, str], number: str = "7", conclusion: str = "success") -> tuple[list[str], str]:
        (script,) = (step["run"] for step in plain(COMMENT.read_text("utf-8"))["jobs"]["comment"]["steps"])
        gh = tmp_path / "bin/gh"
        gh.parent.mkdir()
        gh.write_text(
            '#!/bin/sh\necho "$*" >>"$RUNNER_TEMP/said"\n'
            f'case $1 in api) echo "{number}";; run) mkdir besked; cp "$RUNNER_TEMP"/left/* besked;; esac\n',
            "utf-8",
        )
        gh.chmod(0o755)
        (tmp_path / "left").mkdir()
        for name, text in messages.items():
            (tmp_path / "left" / name).write_text(text, "utf-8")
        (tmp_path / "work").mkdir()
        environment = {
            "PATH": f"{gh.parent}:{os.environ['PATH']}",
            "RUNNER_TEMP": str(tmp_path),
            "GITHUB_SERVER_URL": "https://git.example",
            "GH_REPO": "by/plan",
            "RUN_ID": "12",
            "HEAD_SHA": "abc",
            "CONCLUSION": conclusion,
        }
        bash = ["bash", "-euo", "pipefail", "-c", script]
        subprocess.run(bash, cwd=tmp_path / "work", env=environment, check=True)  # noqa: S603  our own script
        comment = tmp_path / "comment.md"
        said = (tmp_path / "said").read_text("utf-8").splitlines()
        return said, comment.read_text("utf-8") if comment.exists() else ""

    return run


def test_a_pull_request_is_told_what_was_found_and_where_the_site_is(commented):
    said, comment = commented({"tjek.txt": "Ingen fejl og ingen advarsler.\n"})
    assert 'select(.head.sha == "abc")' in said[0]
    assert said[1] == "run download 12 --name besked --dir besked"
    assert said[2].startswith("pr comment 7 --edit-last --create-if-none --body-file ")
    assert "(https://git.example/by/plan/actions/runs/12#artifacts)" in comment
    assert comment.endswith("~~~~~~text\nIngen fejl og ingen advarsler.\n\n~~~~~~\n")


def test_what_a_stranger_has_left_cannot_get_out_of_its_block(commented):
    _, comment = commented({"tjek.txt": "~~~~~~\n# Overskrift @alle\n" + "x" * 90_000}, conclusion="failure")
    assert comment.startswith("Der er fejl at rette")
    assert comment.count("~~~~~~") == 2
    assert len(comment) < 21_000


def test_a_pull_request_that_has_moved_on_is_told_nothing(commented):
    said, comment = commented({"tjek.txt": "Ingen fejl."}, number="")
    assert (len(said), comment) == (1, "")


@pytest.fixture
def sent(tmp_path, project):
    """Run what `form.yml` runs for an issue, with a `gh` of our own; give what is said and what the branch changes."""

    def run(event: dict[str, Yaml], files: dict[str, str] | None = None) -> tuple[list[str], str, str]:
        data = project(files)
        tools, work, left = tmp_path / "bin", data.parent, tmp_path / "left"
        for folder in (tools, left, work / ".venv/bin"):
            folder.mkdir(parents=True)
        real = shutil.which("git")
        keep = 'for last; do true; done\n[ ! -f "$last" ] || cp "$last" "$RUNNER_TEMP/shown"'
        script(tools / "gh", f'echo "$*" >>"$RUNNER_TEMP/said"\n{keep}')
        script(tools / "git", f'[ "$1" = push ] || exec {real} "$@"\necho "git $*" >>"$RUNNER_TEMP/said"')
        script(work / ".venv/bin/pejl", f'exec {sys.executable} -m generator "$@"')
        git = [real, "-C", str(work), "-c", "user.name=x", "-c", "user.email=x@example.com"]
        for arguments in (["init", "--quiet"], ["add", "data"], ["commit", "--quiet", "--message", "Før"]):
            subprocess.run([*git, *arguments], check=True)  # noqa: S603
        environment = {
            "PATH": f"{tools}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "RUNNER_TEMP": str(left),
            "GITHUB_OUTPUT": str(left / "output"),
            "GITHUB_REPOSITORY": "by/plan",
            "GH_TOKEN": "t",
            "PEJL_TODAY": "2026-01-15",
            "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"],
        }
        for step in plain(FORM.read_text("utf-8"))["jobs"]["propose"]["steps"][3:]:
            outputs = (left / "output").read_text("utf-8") if (left / "output").exists() else ""
            known = {
                "github.event.issue.body": event["issue"]["body"],
                "github.event.issue.number": event["issue"]["number"],
                "github.event.repository.default_branch": event["repository"]["default_branch"],
                "steps.form.outputs.status": outputs.strip().removeprefix("status="),
                "github.token": "t",
            }
            given = {name: known[value.removeprefix("${{ ").removesuffix(" }}")] for name, value in step["env"].items()}
            bash = ["bash", "-euo", "pipefail", "-c", step["run"]]
            subprocess.run(bash, cwd=work, env=environment | given, check=True)  # noqa: S603  our own script
        changes = subprocess.run([*git, "diff", "HEAD~1", "HEAD"], capture_output=True, text=True, check=False).stdout  # noqa: S603
        shown = (left / "shown").read_text("utf-8") if (left / "shown").exists() else ""
        return (left / "said").read_text("utf-8").splitlines(), shown, changes

    return run


def script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)


def opened(text: str) -> dict[str, Yaml]:
    """Give what GitHub sends about an issue, as far as the workflow reads it."""
    return {"action": "opened", "issue": {"number": "41", "body": text}, "repository": {"default_branch": "main"}}


def test_an_answer_sent_by_a_form_becomes_a_proposal(sent):
    said, shown, changes = sent(opened(body(ANSWER)))
    assert [line.split(" --body-file")[0] for line in said] == [
        "git push --quiet --force https://x-access-token:t@github.com/by/plan formular-41",
        "pr list --head formular-41 --state open --json number --jq .[].number",
        "pr create --head formular-41 --base main --title Forslag fra formularen i #41",
    ]
    assert "Skrevet. Det følger alle regler." in shown
    assert shown.endswith("\nCloses #41\n")
    assert re.findall(r"(?m)^\+\+\+ (.*)$", changes) == ["b/data/consultations/jobplan-2025/aeldreraadet.yml"]
    assert "+            decided_by: Jobudvalget\n" in changes


def test_a_letter_sent_by_a_form_becomes_a_new_file_in_a_proposal(sent):
    council = {"organisations/ungeraadet.yml": "title: Ungerådet\nlegal_role: Et råd for unge.\n"}
    said, _, changes = sent(opened(body(LETTER)), council)
    assert said[-1].startswith("pr create --head formular-41 ")
    assert re.findall(r"(?m)^\+\+\+ (.*)$", changes) == ["b/data/consultations/jobplan-2025/ungeraadet.yml"]
    assert "+        text: Hvad betyder planen?\n" in changes


@pytest.mark.parametrize(
    "hostile",
    [
        "$(touch hacked)",
        "`touch hacked`",
        '"; touch hacked; "',
        "'; touch hacked; '",
        "\n~~~~~~\n@alle",
        "${{ github.token }}",
    ],
)
def test_what_a_stranger_writes_in_a_form_is_never_run_and_stays_in_its_block(sent, tmp_path, hostile):
    _, shown, _ = sent(opened(body(ANSWER | {"Begrundelse": hostile, "Kildens id": hostile})))
    assert list(tmp_path.rglob("hacked")) == []
    assert shown.count("~~~~~~") == 2


def test_a_form_that_cannot_be_written_is_answered_on_its_issue(sent):
    said, shown, changes = sent(opened(body(ANSWER | {"Punktets id": "ae-99"})))
    assert [line.split(" --body-file")[0] for line in said] == ["issue comment 41"]
    assert shown.startswith(
        "Formularen kan ikke blive til et forslag endnu. Her står, hvad der skal rettes eller gøres.\n"
    )
    assert "Intet punkt har id'et »ae-99«." in shown
    assert changes == ""


def test_a_mistake_sent_by_a_form_becomes_a_proposal(sent):
    said, shown, changes = sent(opened(body(MISTAKE)))
    assert said[-1].startswith("pr create --head formular-41 ")
    assert "Closes #41" in shown
    assert [line for line in changes.splitlines() if line[:1] in "+-" and line[:2] not in ("++", "--")] == [
        "-summary: Færre er ledige.",
        "+summary: Færre er uden job.",
    ]


def test_a_mistake_that_is_not_in_the_data_is_answered_with_what_a_person_must_do(sent):
    said, shown, changes = sent(opened(body(MISTAKE | {"Hvad står der nu?": "Flere er ledige."})))
    assert [line.split(" --body-file")[0] for line in said] == ["issue comment 41"]
    assert "»Flere er ledige.« står ikke i data" in shown
    assert "En redaktør må finde dem og rette dem." in shown
    assert changes == ""


def test_a_strangers_form_waits_until_an_editor_has_read_it():
    job = plain(FORM.read_text("utf-8"))["jobs"]["propose"]
    assert " ".join(job["if"].split()) == (
        "contains(github.event.issue.labels.*.name, 'formular') && "
        "((github.event.action == 'labeled' && github.event.label.name == 'lav forslag') || "
        "(github.event.action == 'opened' && "
        """contains(fromJSON('["OWNER", "MEMBER", "COLLABORATOR"]'), github.event.issue.author_association)))"""
    )
    labels = [yaml.safe_load(path.read_text("utf-8")).get("labels", []) for path in TEMPLATES]
    assert not any("lav forslag" in given for given in labels)


@pytest.fixture
def edited(tmp_path):
    """Run what `editor.yml` runs for a change of one file, with a `gh` of our own; give what is said and done."""

    def run(name: str, text: str) -> tuple[list[str], str]:
        town, tools, left = Repository(tmp_path / "town"), tmp_path / "bin", tmp_path / "left"
        note = town.data / "benchmarks/p1.yml"
        note.write_text("# Aftalt med udvalget.\n" + note.read_text("utf-8"), "utf-8")
        town.commit("2026-02-01")
        town.run("switch", "--quiet", "--create", "cms/benchmark/p1")
        (town.data / name).write_text(text, "utf-8")
        town.run("commit", "--quiet", "--all", "--message=Ret")
        for folder in (tools, left, tmp_path / "work/.venv/bin"):
            folder.mkdir(parents=True)
        town.run("clone", "--quiet", str(town.folder), str(tmp_path / "work/proposal"))
        real = shutil.which("git")
        script(tools / "gh", 'echo "gh $*" >>"$RUNNER_TEMP/said"')
        script(tools / "git", f'[ "$1" = push ] && echo "git $*" >>"$RUNNER_TEMP/said" && exit\nexec {real} "$@"')
        script(tmp_path / "work/.venv/bin/pejl", f'exec {sys.executable} -m generator "$@"')
        known = {"github.token": "t", "github.head_ref": "cms/benchmark/p1", "github.base_ref": "main"}
        for step in plain(EDITOR.read_text("utf-8"))["jobs"]["form"]["steps"][4:]:
            given = {name: known[value.removeprefix("${{ ").removesuffix(" }}")] for name, value in step["env"].items()}
            environment = {
                "PATH": f"{tools}:{os.environ['PATH']}",
                "PYTHONPATH": str(ROOT),
                "RUNNER_TEMP": str(left),
                "GITHUB_REPOSITORY": "by/plan",
            }
            bash = ["bash", "-euo", "pipefail", "-c", step["run"]]
            subprocess.run(bash, cwd=tmp_path / "work", env=environment | given, check=True)  # noqa: S603  our own script
        said = (left / "said").read_text("utf-8").splitlines() if (left / "said").exists() else []
        proposal = ["git", "-C", str(tmp_path / "work/proposal"), "diff", "--unified=0", "origin/main", "HEAD"]
        return said, subprocess.run(proposal, capture_output=True, text=True, check=True).stdout  # noqa: S603

    return run


def test_what_the_form_editor_wrote_anew_comes_down_to_what_was_changed(edited):
    before = (frozen.YEAR / "benchmarks/p1.yml").read_text("utf-8")
    rewritten = before.replace("title: Job til alle", "title: Arbejde til alle").replace('"4"', "'4'")
    rewritten = rewritten.replace("themes: [job]", "themes:\n  - job")
    said, changes = edited("benchmarks/p1.yml", rewritten)
    assert said == [
        "git push --quiet https://x-access-token:t@github.com/by/plan HEAD:refs/heads/cms/benchmark/p1",
        "gh workflow run data.yml --repo by/plan --ref cms/benchmark/p1 --field base=main",
    ]
    assert re.findall(r"(?m)^[-+](?![-+]).*", changes) == ["-title: Job til alle", "+title: Arbejde til alle"]


def test_what_is_in_its_form_already_is_left_alone(edited):
    before = (frozen.YEAR / "benchmarks/p2.yml").read_text("utf-8")
    said, changes = edited("benchmarks/p2.yml", before.replace("title: Hurtig hjælp", "title: Hjælp straks"))
    assert said == []
    assert re.findall(r"(?m)^[-+](?![-+]).*", changes) == ["-title: Hurtig hjælp", "+title: Hjælp straks"]


def test_what_cannot_be_read_is_left_for_the_check(edited):
    said, changes = edited("benchmarks/p2.yml", "title: [a\n")
    assert said == []
    assert "+title: [a" in changes


def test_only_the_form_editors_own_branches_are_put_in_form_and_by_the_bases_code():
    job = plain(EDITOR.read_text("utf-8"))["jobs"]["form"]
    assert job["if"] == (
        "startsWith(github.head_ref, 'cms/') && github.event.pull_request.head.repo.full_name == github.repository"
    )
    code, proposal = (step["with"] for step in job["steps"][:2])
    assert (code["ref"], "path" in code) == ("${{ github.event.pull_request.base.sha }}", False)
    assert (proposal["ref"], proposal["path"]) == ("${{ github.event.pull_request.head.sha }}", "proposal")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_no_script_holds_what_comes_from_outside(workflow: Path):
    jobs = plain(workflow.read_text("utf-8"))["jobs"].values()
    assert [step["run"] for job in jobs for step in job["steps"] if "${{" in step.get("run", "")] == []


def test_server_runs_the_commands_of_the_makefile():
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    runs = {
        path.name: re.findall(r"(?:^|run: )make ([a-z]+)", path.read_text("utf-8"), re.MULTILINE)
        for path in [*WORKFLOWS, ROOT / ".ci/run"]
    }
    assert {name for name, run in runs.items() if not run} == {"comment.yml", "mange.yml"}
    assert {command for run in runs.values() for command in run} <= set(targets)
