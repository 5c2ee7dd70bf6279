"""From sources to records: acquire, lang, resolve and extract, put in order.

`Reader` reads one report, `read_reports` and `read_sources` many, in this process or in
several, with the same records in the same order whatever their number.
"""

from aftermath.pipeline.run import read_reports, read_sources
from aftermath.pipeline.settings import Settings
from aftermath.pipeline.stages import Clock, Reader

__all__ = ["Clock", "Reader", "Settings", "read_reports", "read_sources"]
