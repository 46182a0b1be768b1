"""What a whole country asks of one machine, from what was measured: Spec/scale.md."""
