"""Claims to incidents: block, compare, cluster, reconcile, grade. No I/O."""
