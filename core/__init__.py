"""The grammar every app speaks: policies, workflow with keys and silence, journal, localised text, search, desk."""
