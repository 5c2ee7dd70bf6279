"""Which texts are taken for English, and what the others are called."""

import subprocess
import sys

import pytest
from found import TEXT, Read, notes, problem, report

from aftermath.acquire.language import language_of

ENGLISH = [
    TEXT,
    TEXT.upper(),
    "Ten killed",
    "Air strike",
    "AIR STRIKE KILLS TEN IN IDLIB",
    "Explosion in Kabul: 12 dead",
    "Gunmen shot dead Mayor Alfredo Chamorro",
    "Taliban fighters overran Kunduz.",
    "Killed: Ahmad, Muhammad, Yusuf, Fatima, Zaynab, Khalid Abdulrahman al-Shami",
    "Abdullah al-Ahmad, Mahmoud Bakour and Hassan Abdel Azim of Jabhat al-Nusra were among those killed",
    "Clashes in Deir ez-Zor, Hasakah, Manbij and Tal Abyad killed 14 SDF and 9 SNA fighters, SOHR said.",
    "12345",
    "…",
    "12:40 Rockets hit Sderot. 12:52 Sirens in Ashkelon. 13:05 Two wounded, Magen David Adom says.",
    "Abu Bakr al-Baghdadi says “كلام عربي” in a tape that was posted on Monday by the al-Furqan channel of the group.",
]
OTHERS = {
    "Arabic": "قتل عشرة مدنيين في غارة جوية على بلدة القرية",
    "French": "Dix personnes ont été tuées dans une frappe aérienne sur la ville",
    "Spanish": "Diez muertos en un ataque aéreo contra la ciudad",
    "German": "Bei einem Luftangriff auf die Stadt wurden am Mittwoch zehn Menschen getötet",
    "Dutch": "Twee mannen werden gisteren gedood in Aleppo, was het bericht van de krant",
    "Ukrainian": "Вчора росіяни обстріляли Харків, є загиблі",
    "Russian": "В результате обстрела города погибли десять человек, сообщили жители",
    "Turkish": "İdlib'de hava saldırısında on kişi öldü, otuz kişi yaralandı",
    "Persian": "در حملات هوایی در قندهار ده کشته برجا گذاشت",
    "Hebrew": "עשרה בני אדם נהרגו בתקיפה אווירית ליד העיר",
    "Chinese": "空袭造成十人死亡，居民说。军方否认进行了袭击。",
    "Portuguese": "Dez pessoas morreram num ataque aéreo contra a cidade, disseram os moradores",
    "Amharic": "በአየር ጥቃት አሥር ሰዎች ተገደሉ ሲሉ ነዋሪዎች ተናገሩ",
    "Burmese": "လေကြောင်းတိုက်ခိုက်မှုကြောင့် လူဆယ်ဦး သေဆုံးခဲ့သည်",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_never_refused(text: str) -> None:
    assert language_of(text).code == "en"


@pytest.mark.parametrize("name", OTHERS)
def test_other_languages_are_named_and_not_read(read: Read, name: str) -> None:
    for raw in (OTHERS[name], OTHERS[name] * 30):
        assert problem(read(raw.encode())).message == f"not read yet: {name}"


def test_a_foreign_quotation_does_not_make_a_report_foreign(read: Read) -> None:
    assert report(read((TEXT * 20 + OTHERS["Arabic"] * 20 + TEXT * 20).encode())).language == "en"


def test_a_doubtful_language_is_read_as_english_and_noted(read: Read) -> None:
    names = "Ahmad Bakour, Mahmoud Azim, Yusuf Shami, Fatima Halabi, Zaynab Homsi, Khalid Idlibi, " * 4
    assert "in doubt" in notes(report(read(names.encode())))


def test_what_a_person_says_of_the_language_counts(read: Read) -> None:
    assert report(read(OTHERS["German"].encode(), language="en")).language == "en"
    assert problem(read(TEXT.encode(), language="ar")).message == "not read yet: Arabic"
    for english in ("en-GB", "EN_us", "eng", "English", "und"):
        assert report(read(TEXT.encode(), language=english)).language == "en"
    assert "'xx'" in problem(read(TEXT.encode(), language="xx")).message


def test_english_is_read_without_loading_a_detector_or_an_extractor() -> None:
    code = (
        "import sys; from aftermath.acquire import report_from_text as r; r(sys.argv[1]);"
        "print([m for m in ('py3langid', 'trafilatura', 'httpx', 'feedparser', 'warcio', 'numpy') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code, TEXT], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
