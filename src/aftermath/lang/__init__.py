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
        from aftermath.lang import cnn

        cnn.load()


def parse(text: str, *, pipeline: str = "") -> Parse:
    """Parse `text` with the shipped pipeline, or with the installed spaCy pipeline of that name.

    `UnsuitablePipeline` where that pipeline is absent or not labelled with Universal
    Dependencies. Text without words gives a `Parse` without tokens.
    """
    if pipeline:
        from aftermath.lang import spacy_pipeline

        return spacy_pipeline.parse_with(pipeline, text)
    from aftermath.lang import cnn

    return cnn.parse(text)
