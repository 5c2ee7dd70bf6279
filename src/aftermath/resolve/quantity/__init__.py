"""Words of number to the numbers they allow.

`quantities` finds the number expressions of a report that count something; `read` gives the
bounds that given words allow ("at least ten civilians", "a father and two sons"). Both follow
the table `tables/quantities.tsv`, under the convention of the gold guide or that of ACLED.
"""

from aftermath.resolve.quantity.find import counts_people, quantities
from aftermath.resolve.quantity.numerals import CONVENTIONS, Bounds
from aftermath.resolve.quantity.phrase import read

__all__ = ["CONVENTIONS", "Bounds", "counts_people", "quantities", "read"]
