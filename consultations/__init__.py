"""Requests for advice: asked by a ministry, checked, agreed by two sides, answered by an advisor, accepted."""
