"""A module a step, never changed once it was released: what it made lies on people's disks."""
