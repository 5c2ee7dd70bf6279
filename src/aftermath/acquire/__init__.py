"""From a source to reports: takes files, folders, URLs, feeds, WARC files, standard input or plain text.

Gives one `Report` for each published text found, and a `Problem` for each that could not be
read. Bad input never raises. Nothing here looks for meaning in the text beyond its date and
its language; nothing is written to disk. Heavy libraries are imported when first needed.
"""

from aftermath.acquire.door import acquire, report_from_text
from aftermath.acquire.settings import Settings

__all__ = ["Settings", "acquire", "report_from_text"]
