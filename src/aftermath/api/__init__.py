"""The record over HTTP: routes over store and pipeline, and the one map from errors to statuses.

Takes requests, gives JSON. A route parses, makes one call and renders; what is true of the
field is decided below.
"""

from aftermath.api.app import create_app
from aftermath.api.settings import ServeSettings

__all__ = ["ServeSettings", "create_app"]
