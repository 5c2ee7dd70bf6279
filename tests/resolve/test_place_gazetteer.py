"""The default gazetteer: what it holds, and what its look-ups give."""

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from aftermath.model.globe import great_circle_km
from aftermath.resolve.gazetteer import Gazetteer, open_gazetteer
from aftermath.resolve.gazetteer.entry import DEMONYM, Entry, moved
from aftermath.resolve.gazetteer.file import SUFFIX, BrokenGazetteer, write


def of(gazetteer: Gazetteer, name: str, feature: str, country: str) -> Entry:
    found = [e for e in gazetteer.named(name) if e.feature == feature and e.country == country]
    assert found, f"no {feature} called {name} in {country}"
    return found[0]


@pytest.mark.parametrize(
    ("name", "feature", "country", "lat", "lon", "km"),
    [
        ("Idlib", "PPL", "SY", 35.93, 36.63, 5),
        ("Idlib Governorate", "ADM1", "SY", 35.80, 36.64, 15),
        ("Homs Governorate", "ADM1", "SY", 34.72, 36.84, 10),  # where its people live, and not in the desert
        ("Deir ez-Zor Governorate", "ADM1", "SY", 35.26, 40.38, 10),
        ("Kharkov", "PPL", "UA", 49.98, 36.25, 5),
        ("Texas", "ADM1", "US", 31.25, -99.25, 50),
        ("Rapides Parish", "ADM2", "US", 31.17, -92.48, 20),
        ("United States", "PCLI", "US", 39.76, -98.5, 50),
        ("Burma", "PCLI", "MM", 21.0, 96.5, 200),
        ("Eastern Ghouta", "RGN", "SY", 33.53, 36.42, 5),
        ("Hmeimim", "AIRB", "SY", 35.40, 35.95, 3),
        ("Donetsk Oblast", "ADM1", "UA", 48.0, 37.7, 30),
    ],
)
def test_places_lie_where_they_are(
    gazetteer: Gazetteer, name: str, feature: str, country: str, lat: float, lon: float, km: float
) -> None:
    entry = of(gazetteer, name, feature, country)
    assert great_circle_km(entry.lat, entry.lon, lat, lon) < km


def test_demonyms_are_ranked_as_such(gazetteer: Gazetteer) -> None:
    assert [(e.ref, e.rank) for e in gazetteer.named("Syrians")] == [("iso:SY", DEMONYM)]


def test_admin_names_run_from_the_country_down(gazetteer: Gazetteer) -> None:
    town = of(gazetteer, "Ma'arrat an Nu'man", "PPL", "SY")
    assert gazetteer.admin(town)[:2] == ("Syria", "Idlib")
    assert gazetteer.admin(of(gazetteer, "Syria", "PCLI", "SY")) == ()


def test_other_spellings_are_found_in_the_countries_asked_only(gazetteer: Gazetteer) -> None:
    found = gazetteer.sounding("Jisr al Shaqour", ["SY"])
    assert found[0][1].name == "Jisr ash Shughūr"
    assert 62 <= found[0][0] < 100
    assert not [entry for _, entry in gazetteer.sounding("Jisr al Shaqour", ["FR"]) if entry.country == "SY"]


def test_borders(gazetteer: Gazetteer) -> None:
    line = gazetteer.border("TR", "SY")
    assert line == gazetteer.border("SY", "TR")
    assert min(great_circle_km(lat, lon, 36.24, 36.69) for lat, lon in line) < 20  # Bab al-Hawa
    assert gazetteer.border("SY", "FR") == ()


def test_areas_hold_their_towns(gazetteer: Gazetteer) -> None:
    texas, paris = of(gazetteer, "Texas", "ADM1", "US"), of(gazetteer, "Paris", "PPLC", "FR")
    dallas = next(e for e in gazetteer.named("Dallas") if e.admin1 == "US.TX")
    assert texas.holds(dallas)
    assert not texas.holds(paris)
    assert not dallas.holds(texas)


def test_radii_grow_with_the_place(gazetteer: Gazetteer) -> None:
    village = of(gazetteer, "Kafr Zeita", "PPL", "SY")
    city = of(gazetteer, "Aleppo", "PPL", "SY")
    province = of(gazetteer, "Aleppo Governorate", "ADM1", "SY")
    assert village.radius_km < city.radius_km < province.radius_km < 300


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / ("mine" + SUFFIX)
    broken.write_bytes(b"SQLite format 3\0" + b"\0" * 300)
    (tmp_path / ("default" + SUFFIX)).write_bytes(b"")
    with pytest.raises(BrokenGazetteer, match="mine"):
        open_gazetteer(tmp_path)


def test_processes_that_start_at_once_share_one_compilation(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """The lock is held by a first process; the second waits, then finds the file made and compiles nothing."""
    (default,) = gazetteer.files
    path = tmp_path / default.path.name
    told: list[str] = []
    with sqlite3.connect(path.with_suffix(".lock"), isolation_level=None) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        with ThreadPoolExecutor(1) as pool:
            second = pool.submit(open_gazetteer, tmp_path, lambda what, _: told.append(what))
            os.link(default.path, path)
            lock.execute("COMMIT")
            assert second.result(timeout=60).named("Idlib")
    assert told == []


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / ("mine" + SUFFIX)
    place = Entry(ref="x:1", name="Here", lat=1.0, lon=2.0, feature="PPL")
    write(path, [(place, [])], {"source": "mine"})

    def cut_off():  # type: ignore[no-untyped-def]
        yield place, []
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        write(path, cut_off(), {"source": "mine"})
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM place").fetchall() == [("Here",)]
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_moving_is_the_inverse_of_distance() -> None:
    lat, lon = moved(35.93, 36.63, 10, 90)
    assert lat == pytest.approx(35.93)
    assert great_circle_km(35.93, 36.63, lat, lon) == pytest.approx(10, rel=0.01)
