"""Words of a report to values of the world: places, times, actors and quantities.

Each module takes words (or a whole parse) and gives values with how sure they are and why.
What cannot be resolved stays visibly unresolved.
"""
