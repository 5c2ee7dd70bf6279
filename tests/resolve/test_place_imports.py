"""Adding tables to the gazetteer: what they give, and what happens to broken ones."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from aftermath.model import Misuse
from aftermath.resolve import gazetteer as gaz
from aftermath.resolve.gazetteer.trouble import BadTable

TAIL = "400\tAsia/Damascus\t2020-01-01"
VILLAGE = f"900001\tTall an Nur\tTall an Nur\tTel Nour,Tell en-Nur\t35.5\t36.5\tP\tPPL\tSY\t\t12\t\t\t\t321\t\t{TAIL}"
CREEK = f"900002\tNahr an Nur\tNahr an Nur\t\t35.6\t36.6\tH\tSTM\tSY\t\t12\t\t\t\t0\t\t{TAIL}"
OCHA = """PCODE,Name_EN,NAME_AR,ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE,Y,X
C1,Alpha Nur,ألفا,Idleb,SY07,Ariha,SY0705,35.70,36.50
C2,Beta Nur (Ariha),,Idleb,SY07,Ariha,SY0705,35.90,36.70
"""


def saved(folder: Path, name: str, *rows: str) -> Path:
    path = folder / name
    path.write_text("".join(row + "\n" for row in rows), encoding="utf-8")
    return path


def found(name: str) -> list[str]:
    return [entry.ref for entry, _ in gaz.find(name)]


@pytest.mark.usefixtures("own_home")
def test_a_country_dump(tmp_path: Path) -> None:
    source = gaz.add(saved(tmp_path, "SY.txt", VILLAGE, CREEK))
    assert (source.name, source.places) == ("SY", 2)
    assert found("Tel Nour") == ["geonames:900001"]
    assert [s.name for s in gaz.listing()] == ["SY", "default"]
    (entry, admin), *_ = gaz.find("Tall an Nur")
    assert (entry.population, admin) == (321, ("Syria", "Idlib"))
    gaz.remove("SY")
    assert "geonames:900001" not in found("Tel Nour")
    assert [s.name for s in gaz.listing()] == ["default"]


@pytest.mark.usefixtures("own_home")
def test_a_zipped_dump_and_its_alternate_names(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as packed:
        packed.writestr("readme.txt", "columns\n")
        packed.writestr("SY.txt", VILLAGE + "\n")
    gaz.add(tmp_path / "SY.zip")
    names = [
        "1\t900001\tar\tتل النور\t1\t\t\t\t\t",
        "2\t900001\tlink\thttps://x\t\t\t\t\t\t",
        "3\t5\ten\tNowhere\t\t\t\t\t\t",
    ]
    with zipfile.ZipFile(tmp_path / "alternateNamesV2.zip", "w") as packed:
        packed.writestr("alternateNamesV2.txt", "\n".join([*names, "4\t900001\ten\tHill of Light\t\t\t\t\t\t"]) + "\n")
    assert gaz.add(tmp_path / "alternateNamesV2.zip").places == 1
    assert found("Hill of Light") == found("تل النور") == ["geonames:900001"]
    assert found("https://x") == []


@pytest.mark.usefixtures("own_home")
def test_an_ocha_table_keeps_pcodes_and_gives_its_areas(tmp_path: Path) -> None:
    gaz.add(saved(tmp_path, "syr_places.csv", OCHA.strip()))
    assert found("Alpha Nur") == ["pcode:C1"]
    assert found("Beta Nur") == ["pcode:C2"]  # "(Ariha)" tells it from others, and is no name of it
    province = next(entry for entry, _ in gaz.find("Idlib") if entry.feature == "ADM1")
    assert (province.ref, province.name) == ("pcode:SY07", "Idleb")
    assert (province.lat, province.lon) == pytest.approx((35.8, 36.6))
    (_, admin), *_ = gaz.find("Alpha Nur")
    assert admin == ("Syria", "Idleb", "Ariha")


@pytest.mark.usefixtures("own_home")
def test_adding_again_replaces(tmp_path: Path) -> None:
    gaz.add(saved(tmp_path, "SY.txt", VILLAGE))
    gaz.add(saved(tmp_path, "SY.txt", VILLAGE.replace("\t35.5\t", "\t35.9\t")))
    assert [entry.lat for entry, _ in gaz.find("Tel Nour")] == [35.9]


def test_an_old_file_is_respelled_when_the_tables_have_changed(tmp_path: Path, own_home: Path) -> None:
    gaz.add(saved(tmp_path, "SY.txt", VILLAGE))
    with closing(sqlite3.connect(own_home / "SY.gaz")) as connection:
        connection.execute("UPDATE name SET skeleton = 'old'")
        connection.execute("UPDATE meta SET value = 'old' WHERE key = 'spelling'")
        connection.commit()
    assert "geonames:900001" in found("Tell an-Nour")


@pytest.mark.parametrize(
    ("name", "rows", "cause"),
    [
        ("SY.txt", [VILLAGE, "900003\tcut off"], "line 2: has 2 columns"),
        ("SY.txt", [VILLAGE, VILLAGE.replace("\t35.5\t", "\there\t")], "line 2: “here” is no coordinate"),
        ("SY.txt", [VILLAGE.replace("\t35.5\t", "\t95.5\t")], "line 1: 95.5 is beyond 90"),
        ("SY.csv", [*OCHA.strip().split("\n"), "C3,Gamma"], "line 4: has 2 columns"),
        ("SY.csv", [OCHA.strip().replace("35.90", "north")], "line 3: “north” is no coordinate"),
        ("SY.csv", ["a,b,c", "1,2,3"], "line 1: has no column for code"),
        ("SY.csv", [OCHA.partition("\n")[0]], "holds no places"),
        ("SY.txt", ["a story without columns"], "line 1: is neither"),
        ("SY.zip", ["no zip file"], "is no whole zip file"),
    ],
)
@pytest.mark.usefixtures("own_home")
def test_a_broken_table_is_named_and_changes_nothing(tmp_path: Path, name: str, rows: list[str], cause: str) -> None:
    gaz.add(saved(tmp_path, "SY.txt", VILLAGE))
    path = saved(tmp_path, name, *rows)
    with pytest.raises(BadTable, match=cause) as caught:
        gaz.add(path)
    assert str(path) in str(caught.value)
    assert found("Tel Nour") == ["geonames:900001"]


def test_leftovers_of_failed_imports_are_gone(tmp_path: Path, own_home: Path) -> None:
    with pytest.raises(BadTable):
        gaz.add(saved(tmp_path, "SY.txt", VILLAGE, "900003\tcut off"))
    assert sorted(p.suffix for p in own_home.iterdir()) == [".gaz"]


@pytest.mark.usefixtures("own_home")
def test_misuse_says_what_would_do(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="no such file"):
        gaz.add(tmp_path / "absent.txt")
    with pytest.raises(Misuse, match="geonames, names, ocha"):
        gaz.add(saved(tmp_path, "SY.txt", VILLAGE), kind="shapes")
    with pytest.raises(Misuse, match="cannot be removed"):
        gaz.remove("default")
    with pytest.raises(Misuse, match="there are default"):
        gaz.remove("SY")
    with pytest.raises(Misuse, match="rename"):
        gaz.add(saved(tmp_path, "default.txt", VILLAGE))
