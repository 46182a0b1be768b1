"""Writes the vectors of this folder from `Spec/` alone; it shares no code with any verifier."""
