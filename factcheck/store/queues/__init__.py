"""Queues of claims: in what order a filter's claims are handed out, slice by slice, and why one of them comes now."""
