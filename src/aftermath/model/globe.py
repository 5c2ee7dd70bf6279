"""Distances on the globe, taken for a sphere."""

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0
"""The mean radius of the earth."""


def great_circle_km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points, given in degrees."""
    one, other = radians(lat), radians(lat2)
    height, width = sin((other - one) / 2) ** 2, sin(radians(lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(height + cos(one) * cos(other) * width)))
