"""Reactions to lower apps and to allauth, as rows."""
