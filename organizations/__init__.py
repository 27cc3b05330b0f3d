"""NGO directory, public bodies and plenipotentiaries, initiatives map, needs analysis."""
