"""Any UD-labelled spaCy pipeline can be named; another is refused, and told why."""

from pathlib import Path

import pytest

from aftermath.lang import parse
from aftermath.model.errors import UnsuitablePipeline

spacy = pytest.importorskip("spacy")

TEXT = "Rebels attacked\n\nSoldiers fled."


def saved(folder: Path, *labels: str) -> str:
    """A small pipeline whose parser knows these relations, and has learnt nothing."""
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in labels:
        parser.add_label(label)
    nlp.initialize()
    nlp.to_disk(folder)
    return str(folder)


def test_clear_labels_are_refused(tmp_path: Path) -> None:
    name = saved(tmp_path / "clear", "nsubj", "dobj", "nsubjpass", "ROOT")
    with pytest.raises(UnsuitablePipeline, match="dobj, nsubjpass"):
        parse(TEXT, pipeline=name)


def test_a_pipeline_without_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(UnsuitablePipeline, match="no dependency parser"):
        parse(TEXT, pipeline=str(tmp_path / "blank"))


def test_an_absent_pipeline_is_named() -> None:
    with pytest.raises(UnsuitablePipeline, match="'nowhere_at_all'"):
        parse(TEXT, pipeline="nowhere_at_all")


def test_ud_labels_are_read(tmp_path: Path) -> None:
    name = saved(tmp_path / "ud", "nsubj", "obl:agent", "root")
    found = parse(TEXT, pipeline=name)
    assert [token.text for token in found.tokens()] == ["Rebels", "attacked", "Soldiers", "fled", "."]
    assert [TEXT[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == [t.text for t in found.tokens()]
    assert {sent.paragraph for sent in found.sentences} == {0, 1}
    assert all(sent.parsed for sent in found.sentences)
