"""Mentions to what they name: registry, verdict on a day, resolution."""
