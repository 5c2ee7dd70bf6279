"""From reports to incidents on the command line: collect, incidents, show, judge."""

import json
from pathlib import Path

import pytest
from commands import run

REPORTS = {
    "wire": (
        "Reuters",
        "2024-06-11",
        "CAIRO, June 11 (Reuters) - A drone fired two missiles at a cattle market in the Sudanese city of El Obeid"
        " on Tuesday, killing at least nine people, residents said.",
    ),
    "copy": (
        "Gulf Morning Post",
        "2024-06-12",
        "CAIRO (Reuters) - A drone fired two missiles at a cattle market in the Sudanese city of El Obeid"
        " on Tuesday, killing at least nine people, residents said.",
    ),
    "ministry": (
        "Sudan Tribune",
        "2024-06-12",
        "Fourteen people were killed when a drone bombed the cattle market in El Obeid, Sudan, on Tuesday,"
        " the state's health ministry said on Wednesday.",
    ),
    "elsewhere": (
        "La Voz del Arauca",
        "2019-01-18",
        "A car bomb exploded outside the police barracks in Tame, Colombia, on Friday and wounded eleven people,"
        " the mayor said.",
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("collect")
    for name, (outlet, published, text) in REPORTS.items():
        form = {"id": name, "outlet": outlet, "published": published, "text": text}
        (made / f"{name}.json").write_text(json.dumps(form), "utf-8")
    done = run("collect", made, "--store", made / "s.sqlite")
    assert done.returncode == 0, done.stderr
    assert "4 reports new, 0 known, 0 lost" in done.stdout
    return made


def incidents(store: Path, *options: str) -> list[dict[str, object]]:
    done = run("incidents", "--store", store, "--json", *options)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_reports_are_merged(folder: Path) -> None:
    (market,) = incidents(folder / "s.sqlite", "--words", "obeid")
    assert [claim.split(":")[0] for claim in market["claims"]] == ["wire", "copy", "ministry"]  # type: ignore[attr-defined]
    assert len(market["voices"]) == 2  # type: ignore[arg-type]
    killed = next(toll for toll in market["tolls"] if (toll["kind"], toll["group"]) == ("killed", "people"))  # type: ignore[attr-defined]
    assert [killed[bound]["value"] for bound in ("low", "best", "high")] == [9, 9, 14]


def test_again_changes_nothing(folder: Path) -> None:
    before = incidents(folder / "s.sqlite")
    for job in ("1", "2"):
        done = run("collect", folder / "wire.json", folder / "copy.json", "--store", folder / "s.sqlite", "--jobs", job)
        assert "0 reports new, 2 known, 0 lost" in done.stdout
    assert incidents(folder / "s.sqlite") == before


def test_in_several_processes_as_in_one(folder: Path, tmp_path: Path) -> None:
    done = run("collect", *sorted(folder.glob("*.json")), "--store", tmp_path / "t.sqlite", "--jobs", "2")
    assert done.returncode == 0, done.stderr
    assert incidents(tmp_path / "t.sqlite") == incidents(folder / "s.sqlite")


def test_show_has_words_and_reasons(folder: Path) -> None:
    (market,) = incidents(folder / "s.sqlite", "--words", "obeid")
    page = run("show", str(market["id"])[:8], "--store", folder / "s.sqlite").stdout
    for part in (
        "El Obeid",
        "proposed grade",
        "2 independent voices",
        "people killed: 9 (9–14)",
        "linked: the same place",
    ):
        assert part in page


def test_explain_has_every_finding_with_its_weight(folder: Path) -> None:
    (market,) = incidents(folder / "s.sqlite", "--words", "obeid")
    told = run("explain", str(market["id"]), "--store", folder / "s.sqlite").stdout
    assert "founded by claim 1, wire:" in told
    assert "one incident" in told
    assert "+2.00  the same place" in told


def test_grades_are_given_confirmed_and_taken_back(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "g.sqlite"
    run("collect", *sorted(folder.glob("*.json")), "--store", store)
    (market,) = incidents(store, "--words", "obeid")
    by = ("--by", "Ana", "--reason", "seen on film", "--store", store)
    given = run("judge", "grade", str(market["id"]), "confirmed", *by).stdout
    assert [i["id"] for i in incidents(store, "--grade", "confirmed")] == [market["id"]]
    page = run("show", str(market["id"]), "--store", store).stdout
    assert "grade by Ana: confirmed" in page
    assert "proposed grade" in page
    name = given.split("kept as ")[1].split(":")[0]
    assert run("judge", "withdraw", name, *by).returncode == 0
    assert incidents(store, "--grade", "confirmed") == []
    assert run("judge", "withdraw", name, *by).returncode == 2


def test_judgements_hold(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "u.sqlite"
    run("collect", *sorted(folder.glob("*.json")), "--store", store)
    (market,) = incidents(store, "--words", "obeid")
    by = ("--by", "Ana", "--reason", "another market", "--store", store)
    assert run("judge", "split", str(market["id"]), "3", *by).returncode == 0
    assert len(incidents(store, "--words", "obeid")) == 2
    (folder / "later.json").write_text(
        json.dumps(
            {"id": "later", "published": "2024-06-13", "text": "Shells hit a school in Omdurman, Sudan, on Thursday."}
        )
    )
    assert "(1 claims new, 0 merged)" in run("collect", folder / "later.json", "--store", store).stdout
    first, second = incidents(store, "--words", "obeid")
    assert "split by Ana: another market" in run("show", str(first["id"]), "--store", store).stdout
    assert run("judge", "merge", str(first["id"]), str(second["id"]), *by).returncode == 0
    assert len(incidents(store, "--words", "obeid")) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("incidents", "--event", "abduction"), 1, "no incident is of that kind"),
        (("incidents", "--event", "party"), 2, "it is one of air_strike"),
        (("incidents", "--near", "1,2"), 2, "latitude, longitude and kilometres"),
        (("incidents", "--since", "soon"), 2, "--since 'soon' is not a date"),
        (("show", "zz"), 2, "no incident has an id that begins"),
        (("judge", "split", "zz", "1", "--by", "Ana", "--reason", "so"), 2, "no incident has an id"),
    ],
)
def test_what_is_asked_wrongly(folder: Path, arguments: tuple[str, ...], code: int, message: str) -> None:
    done = run(*arguments, "--store", folder / "s.sqlite")
    assert done.returncode == code
    assert message in done.stderr


def test_no_store(tmp_path: Path) -> None:
    done = run("incidents", "--store", tmp_path / "none.sqlite")
    assert done.returncode == 2
    assert "there is no store" in done.stderr
    assert not (tmp_path / "none.sqlite").exists()
