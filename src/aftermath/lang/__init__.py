"""From a report's text to its `Parse`: paragraphs, tokens, sentences, syntax and names.

Takes text in English, gives a `Parse`. It decides nothing about what the words mean for
the record. The shipped pipeline lies in `en/`; it is loaded on first use, once a process,
and shared by processes forked after `load`.
"""

from aftermath.model.parse import Parse


def load(pipeline: str = "") -> None:
    """Load a pipeline ahead of use, say before worker processes fork; "" is the shipped one."""
    if pipeline:
        from aftermath.lang import spacy_pipeline

        spacy_pipeline.load(pipeline)
    else:
        from aftermath.lang import english

        english.load()


def parse(text: str, *, title: str = "", pipeline: str = "", gate: bool = True) -> Parse:
    """Parse `text` with the shipped pipeline, or with the installed spaCy pipeline of that name.

    Where `text` opens with its `title`, that is a line of its own, whatever became of the
    break behind it. With `gate`, sentences that cannot carry a claim keep their tokens but get
    no syntax and no names; a named pipeline reads everything. `UnsuitablePipeline` where that
    pipeline is absent or not labelled with Universal Dependencies. Text without words gives a
    `Parse` without tokens.
    """
    if pipeline:
        from aftermath.lang import spacy_pipeline

        return spacy_pipeline.parse_with(pipeline, text, title)
    from aftermath.lang import english

    return english.parse(text, title=title, gate=gate)
